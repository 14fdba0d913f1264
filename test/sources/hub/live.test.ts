/** A hub as it is: asked over HTTP, on the loopback, with all that goes wrong there. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { StemmaError } from '../../../src/errors.ts'
import { trig } from '../../../src/formats/turtle.ts'
import { buildAndTell } from '../../../src/graph/build.ts'
import { quadsOf } from '../../../src/graph/quads.ts'
import { hubKey, idOf, prefixesFor } from '../../../src/model/iri.ts'
import { propertyOf } from '../../../src/model/vocabulary.ts'
import { fetchHub, type HubOptions, type HubSnapshot } from '../../../src/sources/hub/live/fetch.ts'
import { hubSetting } from '../../../src/sources/hub/live/setting.ts'
import type { Loose } from '../../../src/sources/hub/forms.ts'
import { inFolder } from '../../graph-of.ts'
import { stemma } from '../../run.ts'
import { localHub, recordsOfDumps, refuse, type Fault, type LocalHub } from './local-hub.ts'

const made = (base: string, more: Loose = {}): Loose => ({ tags: [`base_model:${base}`, `base_model:finetune:${base}`], ...more })

/** An owl that came of a chick, that of an egg; the owl ate seeds, and there are things made of it. */
const family: Readonly<Record<string, Loose>> = {
  'models/acme/egg': { tags: [], gated: 'manual', sha: 'a'.repeat(40) },
  'models/acme/chick': made('acme/egg', { cardData: { base_model: 'acme/egg', license: 'mit' } }),
  'models/acme/owl': made('acme/chick', { cardData: { datasets: ['acme/seeds', 'generator'] } }),
  'models/b/owl-GGUF': made('acme/owl'),
  'models/b/owl-tuned': made('acme/owl'),
  'models/c/owl-tuned-4bit': made('b/owl-tuned'),
  'datasets/acme/seeds': { tags: [], cardData: { license: 'cc-by-4.0' } },
}

const hubs: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(hubs.splice(0).map((hub) => hub.close()))
})
const started = async (records = family): Promise<LocalHub> => {
  const hub = await localHub(records)
  hubs.push(hub)
  return hub
}

/** A clock that is put forward by whoever waits. */
function clock() {
  const waits: number[] = []
  let now = 0
  const wait = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds)
    now += milliseconds
    return Promise.resolve()
  }
  return { waits, pace: { now: () => now, wait, random: () => 1 } }
}

/** Fetches with a folder for the cache. */
const fetched = (
  hub: { readonly url: string },
  cache: string,
  names: string[],
  options: HubOptions = {},
  environment = {},
): Promise<HubSnapshot> =>
  fetchHub(names, {
    ...options,
    pace: { ...clock().pace, ...options.pace },
    setting: hubSetting({ HF_ENDPOINT: hub.url, STEMMA_CACHE: cache, HF_TOKEN_PATH: join(cache, 'none'), ...environment }),
  })

/** What is stated of lineage and data, a line each. */
function edges(hub: HubSnapshot): string[] {
  const { graph } = buildAndTell([], { hub })
  return graph.claims
    .filter(({ property, rank, value }) => value && rank !== 'deprecated' && /(?:From|trainedOn)$/.test(property))
    .map(({ subject, property, value }) =>
      [idOf(subject, graph.base), propertyOf(property)!.name, idOf(value!.value, graph.base)].join(' '),
    )
    .sort()
}
const notes = (hub: HubSnapshot): string[] =>
  buildAndTell([], { hub }).gathered.noted.map(({ code, message, place }) => `${place?.file} | ${message} [${code}]`)
const asked = (hub: LocalHub): string[] => hub.seen.map(({ what }) => what).sort()
/** The graph as text: all of it. */
const text = (hub: HubSnapshot): string => {
  const { graph } = buildAndTell([], { hub })
  return trig.write(quadsOf(graph, 'all'), { prefixes: prefixesFor(graph.base) })
}
const upward = ['acme--chick fineTunedFrom acme--egg', 'acme--owl fineTunedFrom acme--chick', 'acme--owl trainedOn acme--seeds']

describe('a walk', () => {
  test('leads from a model to its bases, up to the roots, and to their datasets; each is asked for once', () =>
    inFolder({}, async (cache) => {
      const hub = await started()
      const snapshot = await fetched(hub, cache, ['hf:acme/owl', 'hf:Acme/Owl'])
      expect(edges(snapshot)).toEqual(upward)
      expect(notes(snapshot)).toEqual([])
      expect(asked(hub)).toEqual(['datasets/acme/seeds', 'models/acme/chick', 'models/acme/egg', 'models/acme/owl'])
      const { graph } = buildAndTell([], { hub: snapshot, source: 'the-hub' })
      const of = (iri: string): string[] =>
        graph.claims
          .filter(({ subject }) => subject === graph.base + iri)
          .map(({ property, value, at }) => `${propertyOf(property)?.name ?? 'type'} ${idOf(value!.value, graph.base)} | ${at ?? ''}`)
      expect(of('model/acme--egg').sort()).toEqual([
        'access gated | model acme/egg',
        'hubId acme/egg | model acme/egg',
        'name egg | model acme/egg',
        'producer acme | model acme/egg',
        `revision ${'a'.repeat(40)} | model acme/egg`,
        expect.stringContaining('type'),
      ])
      expect(of('dataset/acme--seeds')).toContain('license cc-by-4.0 | dataset acme/seeds, card')
      expect(of('document/the-hub')).toEqual(
        expect.arrayContaining([
          'documentType snapshot | ',
          'name Model hub at 127.0.0.1 | ',
          'retrieved 2025-05-01 | ',
          `homepage ${hub.url} | `,
        ]),
      )
    }))

  test('goes as many levels down as is wanted, a page at a time', () =>
    inFolder({}, async (cache) => {
      const hub = await started()
      hub.pageSize = 1
      const first = ['b--owl-gguf quantizedFrom acme--owl', 'b--owl-tuned fineTunedFrom acme--owl']
      expect(edges(await fetched(hub, cache, ['hf:acme/owl'], { down: 1 }))).toEqual([...upward, ...first])
      expect(asked(hub).filter((what) => what.startsWith('children'))).toEqual(['children of acme/owl', 'children of acme/owl'])
      expect(edges(await fetched(hub, cache, ['hf:acme/owl'], { down: 5 }))).toEqual([
        ...upward,
        ...first,
        'c--owl-tuned-4bit quantizedFrom b--owl-tuned',
      ])
    }))

  test('that finds more than is wanted ends, and says so', () =>
    inFolder({}, async (cache) => {
      const snapshot = await fetched(await started(), cache, ['hf:acme/owl'], { down: 2, most: 5 })
      expect(snapshot.had.map(({ id }) => id)).toEqual(['acme/chick', 'acme/egg', 'acme/owl', 'b/owl-GGUF', 'acme/seeds'])
      expect(notes(snapshot)).toEqual(['undefined | no more is fetched at once: 2 more that follow were not read [hub-most]'])
    }))

  test('round a circle ends', () =>
    inFolder({}, async (cache) => {
      const hub = await started({ 'models/a/x': made('a/y'), 'models/a/y': made('a/x') })
      expect(edges(await fetched(hub, cache, ['hf:a/x'], { down: 9 }))).toEqual(['a--x fineTunedFrom a--y', 'a--y fineTunedFrom a--x'])
      expect(asked(hub)).toEqual(['children of a/x', 'children of a/y', 'models/a/x', 'models/a/y'])
    }))

  test('finds a model under its new name, which is then known by its old one too', () =>
    inFolder(
      {
        'ours.yaml':
          'kind: Model\nid: our-egg\nname: Egg\nhubId: old/egg\nsource: paper\n---\nkind: Document\nid: paper\nname: P\nsource: paper\ndocumentType: paper\n',
      },
      async (cache) => {
        const hub = await started({ ...family, 'models/b/pet': made('old/egg'), 'models/b/pet-2': made('acme/egg') })
        hub.renamed.set('models/old/egg', 'models/acme/egg').set('models/pet', 'models/b/pet')
        const snapshot = await fetched(hub, cache, ['hf:pet', 'hf:b/pet-2'])
        expect(edges(snapshot)).toEqual(['b--pet fineTunedFrom acme--egg', 'b--pet-2 fineTunedFrom acme--egg'])
        expect(text(await fetched(hub, cache, ['hf:pet', 'hf:b/pet-2']))).toBe(text(snapshot))
        const { graph } = buildAndTell([join(cache, 'ours.yaml')], { hub: snapshot })
        const ids = graph.claims
          .filter(({ property }) => property.endsWith('#hubId'))
          .map(({ subject, value }) => `${idOf(subject, graph.base)} ${value!.value}`)
        expect([...new Set(ids)].sort()).toEqual(['b--pet b/pet', 'b--pet-2 b/pet-2', 'our-egg acme/egg', 'our-egg old/egg'])
      },
    ))
})

describe('the cache', () => {
  test('is asked about what changed: what has not comes from it, with the same graph to the byte', () =>
    inFolder({}, async (cache) => {
      const hub = await started()
      const before = await fetched(hub, cache, ['hf:acme/owl'], { down: 2 })
      const count = hub.seen.length
      const again = await fetched(hub, cache, ['hf:acme/owl'], { down: 2 })
      expect(hub.seen.slice(count).map(({ status }) => status)).toEqual(Array(count).fill(304))
      expect(text(again)).toBe(text(before))
      hub.records.set('models/acme/egg', { id: 'acme/egg', ...made('acme/nest') })
      hub.records.set('models/acme/nest', { id: 'acme/nest', tags: [] })
      expect(edges(await fetched(hub, cache, ['hf:acme/owl']))).toEqual([
        'acme--chick fineTunedFrom acme--egg',
        'acme--egg fineTunedFrom acme--nest',
        ...upward.slice(1),
      ])
    }))

  test('alone answers offline; what is not in it is told, and of what was named it is the end', () =>
    inFolder({}, async (cache) => {
      const hub = await started()
      const before = await fetched(hub, cache, ['hf:acme/chick'])
      const count = hub.seen.length
      const offline = { HF_HUB_OFFLINE: '1' }
      expect(text(await fetched(hub, cache, ['hf:acme/chick'], {}, offline))).toBe(text(before))
      await expect(fetched(hub, cache, ['hf:acme/owl'], {}, offline)).rejects.toMatchObject({ code: 'hub-offline', failure: 'outside' })
      expect(notes(await fetched(hub, cache, ['hf:acme/chick'], { down: 1 }, { TRANSFORMERS_OFFLINE: 'yes' }))).toEqual([
        'hf:acme/chick, children, page 1 | is not kept here from before, and HF_HUB_OFFLINE is set [hub-offline]',
      ])
      expect(hub.seen).toHaveLength(count)
    }))

  test('that is damaged is no trouble: the file is fetched anew', () =>
    inFolder({}, async (cache) => {
      const hub = await started()
      const before = await fetched(hub, cache, ['hf:acme/owl'])
      const [cut, other, gone, mixed] = readdirSync(join(cache, 'hub')).map((name) => join(cache, 'hub', name))
      writeFileSync(cut!, readFileSync(cut!).subarray(0, -3))
      writeFileSync(gone!, '')
      writeFileSync(other!, readFileSync(mixed!))
      const count = hub.seen.length
      expect(text(await fetched(hub, cache, ['hf:acme/owl']))).toBe(text(before))
      expect(
        hub.seen
          .slice(count)
          .map(({ status }) => status)
          .sort(),
      ).toEqual([200, 200, 200, 304])
    }))

  test('that cannot be written is told once, and the rest goes on', () =>
    inFolder({ file: '' }, async (folder) => {
      const snapshot = await fetched(await started(), join(folder, 'file'), ['hf:acme/owl'])
      expect(edges(snapshot)).toEqual(upward)
      expect(notes(snapshot)).toEqual([expect.stringMatching(/what the hub answered cannot be kept: .+ \[hub-not-kept\]$/)])
    }))

  test('lets a build that was stopped go on where it was', () =>
    inFolder({}, async (cache) => {
      const hub = await started()
      hub.fault = (_, response, count) => count > 3 && Boolean(response.destroy())
      const half = await fetched(hub, cache, ['hf:acme/owl'], { down: 2 })
      expect(edges(half)).toEqual(upward)
      expect(notes(half).map((note) => note.replace(/\d+\.\d+\.\d+\.\d+:\d+/, 'HUB'))).toEqual([
        'hf:acme/egg | no answer from HUB: other side closed [hub-unreachable]',
        'hf:acme/owl, children, page 1 | no answer from HUB: other side closed [hub-unreachable]',
      ])
      hub.fault = undefined
      hub.seen.length = 0
      const whole = await fetched(hub, cache, ['hf:acme/owl'], { down: 2 })
      expect(hub.seen.filter(({ status }) => status === 304)).toHaveLength(3)
      await inFolder({}, async (other) => expect(text(whole)).toBe(text(await fetched(hub, other, ['hf:acme/owl'], { down: 2 }))))
    }))
})

/** Faults of one address, each time it is asked for, or the first times. */
const at =
  (what: string, fault: (response: ServerResponse) => unknown, times = Infinity): Fault =>
  (asked, response) => {
    if (asked !== what || (times -= 1) < 0) return false
    fault(response)
    return true
  }
const status =
  (code: number, headers: Readonly<Record<string, string>> = {}, error?: string) =>
  (response: ServerResponse): void =>
    refuse(response, code, error, headers)
const body =
  (text: string, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(200, headers).end(text)
/** Sends the beginning of an answer, and then either nothing or the end of the connection. */
const begin =
  (text: string, headers: Readonly<Record<string, string>>, ends: boolean) =>
  (response: ServerResponse): void => {
    response.writeHead(200, headers).write(text, () => ends && response.destroy())
  }
const elsewhere = (response: ServerResponse): void =>
  void response.writeHead(302, { location: 'http://localhost:9/api/models/acme/egg' }).end()
const round = (response: ServerResponse): void => void response.writeHead(307, { location: '/api/models/acme/egg?round' }).end()

const html = body('<html>log in</html>')
const silence = (): void => {}
const stop = begin('{"id":', {}, false)
const drip = (response: ServerResponse): void => {
  response.writeHead(200).write('{"id":')
  const timer = setInterval(() => response.write(' '), 50)
  response.on('close', () => clearInterval(timer))
}
const stalls: readonly unknown[] = [silence, stop, drip]

describe('what goes wrong', () => {
  test.each<[string, (response: ServerResponse) => unknown, number, number[]]>([
    ['too many requests, told for how long', status(429, { 'retry-after': '7' }), 1, [7000]],
    ['too many requests, told until when', status(429, { 'retry-after': new Date(9000).toUTCString() }), 1, [9000]],
    ['too many requests, told as the hub does', status(429, { ratelimit: '"api";r=0;t=55' }), 1, [55_000]],
    ['too many requests', status(429), 2, [1000, 2000]],
    ['failures of the hub', status(500), 4, [1000, 2000, 4000, 8000]],
    ['a hub that is being mended', status(503, { 'retry-after': '1' }), 2, [1000, 2000]],
    ['a connection that breaks', (response) => response.destroy(), 1, [1000]],
    ['an answer that breaks off', begin('{"id":', {}, true), 1, [1000]],
    ['an answer that is shorter than announced', begin('{"id":"acme/egg"}', { 'content-length': '99' }, true), 1, [1000]],
    ['an answer that is longer than announced', body('{"id":"acme/egg"}', { 'content-length': '9' }), 1, [1000]],
    ['an answer that stops', stop, 1, [1000]],
    ['no answer at all', silence, 1, [1000]],
    ['no JSON', html, 1, [1000]],
  ])('%s passes, when it is asked again', (_, fault, times, waits) =>
    inFolder({}, async (cache) => {
      const hub = await started()
      hub.fault = at('models/acme/egg', fault, times)
      const { pace, waits: waited } = clock()
      const snapshot = await fetched(hub, cache, ['hf:acme/owl'], { pace: { ...pace, ...(stalls.includes(fault) && { idle: 300 }) } })
      expect([edges(snapshot), notes(snapshot), snapshot.had.length]).toEqual([upward, [], 4])
      expect(waited).toEqual(waits)
    }),
  )

  const large = begin('x'.repeat(2 ** 20), {}, false)
  test.each<[string, (response: ServerResponse) => unknown, string, 1 | 3, number]>([
    ['failures', status(502), 'the hub failed (502) [hub-failed]', 3, 5],
    [
      'a pause that is too long',
      status(429, { 'retry-after': '86400' }),
      'the hub wants fewer requests (429), and to be left alone for 86400 s [hub-busy]',
      3,
      1,
    ],
    ['silence', silence, 'the hub sent nothing for 0.3 s [hub-stalled]', 3, 3],
    ['an answer that stops', stop, 'the hub sent nothing for 0.3 s [hub-stalled]', 3, 3],
    ['an answer that drips', drip, 'the answer was not whole after 0.7 s [hub-slow]', 3, 1],
    [
      'a lie of its length',
      begin('{"id":1}', { 'content-length': '99' }, true),
      'the answer broke off after 8 bytes, of 99 that were announced [hub-cut-short]',
      3,
      5,
    ],
    ['another lie of its length', body('{}', { 'content-length': '99999999' }), 'the answer is larger than 1 MiB [hub-too-large]', 3, 1],
    ['too much', (response) => (large(response), response.write('x')), 'the answer is larger than 1 MiB [hub-too-large]', 3, 1],
    ['no JSON', html, 'the answer is not JSON to its end [hub-bad-json]', 3, 5],
    ['no record', body('[1]'), 'what came is no record: it has no id [hub-bad-record]', 3, 1],
    ['the record of another', body('{"id":"acme/owl"}'), 'what came is the record of "acme/owl" [hub-bad-record]', 3, 1],
    ['a bad id', body('{"id":"a> . <x>"}'), 'what came is no record: it has no id [hub-bad-record]', 3, 1],
    ['a redirect to another host', elsewhere, 'the hub sends on to http://localhost:9, which was not asked [hub-redirect]', 3, 1],
    ['redirects without end', round, 'the hub sends on more than 5 times [hub-redirect]', 3, 6],
    ['a redirect to nowhere', status(302), 'the hub answered with status 302 [hub-answer]', 3, 1],
    ['"not modified" of what nobody has', status(304), 'the hub answered with status 304 [hub-answer]', 3, 1],
    ['a closed door', status(403, {}, 'GatedRepo'), 'is gated: only those may see it who were let in [hub-gated]', 1, 1],
    ['nothing there', status(404), 'does not exist, or is private [hub-not-found]', 1, 1],
    ['what is private', status(401, {}, 'RepoNotFound'), 'does not exist, or is private [hub-not-found]', 1, 1],
    ['what is private, no reason given', status(401), 'does not exist, or is private [hub-not-found]', 1, 1],
    [
      'what is closed',
      status(403, { 'x-error-message': 'Access to this resource is disabled.' }),
      'is there no more: the hub has closed it [hub-gone]',
      1,
      1,
    ],
    ['what is gone', status(410), 'is there no more: the hub has closed it [hub-gone]', 1, 1],
    ['what is forbidden', status(403), 'may not be read (403) [hub-forbidden]', 1, 1],
  ])('%s: of a base it is told, and the rest is read; of what was named it is the end', (_, fault, note, code, requests) =>
    inFolder({}, async (cache) => {
      const hub = await started()
      hub.fault = at('models/acme/egg', fault)
      const options = (): HubOptions => ({
        pace: { ...clock().pace, megabytes: 1, ...(stalls.includes(fault) && { idle: 300, whole: 700 }) },
      })
      const snapshot = await fetched(hub, cache, ['hf:acme/owl'], options())
      expect([edges(snapshot), notes(snapshot)]).toEqual([upward, [`hf:acme/egg | ${note}`]])
      expect(snapshot.had.map(({ id }) => id)).toEqual(['acme/chick', 'acme/owl', 'acme/seeds'])
      expect(asked(hub).filter((what) => what === 'models/acme/egg')).toHaveLength(requests)
      const error = await fetched(hub, cache, ['hf:acme/egg', 'hf:acme/owl'], options()).catch((thrown: unknown) => thrown)
      expect((error as StemmaError).message).toContain(`hf:acme/egg: ${note}\n  `)
      expect(error).toMatchObject({ failure: code === 3 ? 'outside' : 'input' })
    }),
  )

  test('fields that hold what they should not: the others are read', () =>
    inFolder({}, async (cache) => {
      const odd = {
        tags: 5,
        siblings: [null, { rfilename: 1 }],
        safetensors: { total: 'x', parameters: 5 },
        gated: [],
        cardData: ['x'],
        sha: {},
      }
      const hub = await started({ ...family, 'models/acme/egg': { ...odd, pipeline_tag: 'text-generation' } })
      const snapshot = await fetched(hub, cache, ['hf:acme/owl'])
      expect(edges(snapshot)).toEqual(upward)
      const { graph } = buildAndTell([], { hub: snapshot })
      expect(graph.claims.filter(({ property, subject }) => property.endsWith('#task') && subject.endsWith('acme--egg'))).toHaveLength(1)
    }))

  test('a hub that is down is not asked for all the rest', () =>
    inFolder({}, async (cache) => {
      const bases = Array.from({ length: 40 }, (_, index) => `a/base-${index}`)
      const hub = await started({ 'models/a/merge': { tags: [], cardData: { base_model: bases } } })
      hub.fault = (what, response) => what !== 'models/a/merge' && (status(503)(response), true)
      const snapshot = await fetched(hub, cache, ['hf:a/merge'], { pace: { together: 1 } })
      expect(hub.seen).toHaveLength(1 + 8 * 5)
      expect(notes(snapshot)).toHaveLength(9)
      expect(notes(snapshot)[0]).toBe('undefined | the hub has failed too often: 32 more that follow were not read [hub-down]')
      expect(edges(snapshot)).toHaveLength(40)
    }))

  test('a list without an end, with records that are none, or that is no list', () =>
    inFolder({}, async (cache) => {
      const hub = await started()
      const page = JSON.stringify([{ id: 'b/x', ...made('acme/owl') }, { id: 1 }, null])
      hub.fault = (what, response) => {
        if (what !== 'children of acme/owl') return false
        body(page, { link: `</api/models?filter=base_model:acme/owl&cursor=${hub.seen.length}>; rel="next"` })(response)
        return true
      }
      const snapshot = await fetched(hub, cache, ['hf:acme/owl'], { down: 1 })
      expect(edges(snapshot)).toEqual([...upward, 'b--x fineTunedFrom acme--owl'])
      const bad = (number: number): string =>
        `hf:acme/owl, children, page ${number} | what came is no record: it has no id [hub-bad-record]`
      expect(notes(snapshot)).toEqual([bad(1), bad(1), bad(2), bad(2)])
      hub.fault = at('children of acme/owl', body('{}'))
      expect(notes(await fetched(hub, cache, ['hf:acme/owl'], { down: 1 }))).toEqual([
        'hf:acme/owl, children, page 1 | what came is no list [hub-bad-record]',
      ])
    }))

  test('pages that go on at another host are not followed', () =>
    inFolder({}, async (cache) => {
      const [hub, stranger] = [await started(), await started()]
      hub.fault = at('children of acme/owl', body('[{"id":"b/x"}]', { link: `<${stranger.url}/api/models?cursor=1>; rel="next"` }))
      const snapshot = await fetched(hub, cache, ['hf:acme/owl'], { down: 1 })
      expect(notes(snapshot)).toEqual([
        `hf:acme/owl, children, page 2 | the hub sends on to ${stranger.url}, which was not asked [hub-redirect]`,
      ])
      expect(stranger.seen).toEqual([])
    }))
})

describe('the token', () => {
  const token = 'hf_DoNotTellAnybody'

  test('goes to the hub alone, and is in no message, graph or file', () =>
    inFolder({}, async (cache) => {
      const [hub, stranger] = [await started(), await started()]
      const away = (response: ServerResponse): void =>
        void response.writeHead(307, { location: `${stranger.url}/api/models/acme/egg` }).end()
      hub.fault = at('models/acme/egg', away)
      const snapshot = await fetched(hub, cache, ['hf:acme/owl'], { down: 1 }, { HF_TOKEN: ` ${token}\n` })
      expect(new Set(hub.seen.map(({ headers }) => headers.authorization))).toEqual(new Set([`Bearer ${token}`]))
      expect(stranger.seen).toEqual([])
      const error: unknown = await fetched(hub, cache, ['hf:acme/egg'], {}, { HF_TOKEN: token }).catch((thrown: unknown) => thrown)
      const files = readdirSync(join(cache, 'hub')).map((name) => readFileSync(join(cache, 'hub', name), 'utf8'))
      const all = [String(error), JSON.stringify(error), text(snapshot), ...notes(snapshot), ...files]
      expect(files.length).toBeGreaterThan(3)
      expect(all.filter((one) => one.includes(token))).toEqual([])
    }))

  test('that the hub does not know is told as that', () =>
    inFolder({}, async (cache) => {
      const hub = await started()
      hub.fault = (_, response) => (status(401, { 'x-error-message': 'Invalid credentials in Authorization header' })(response), true)
      await expect(fetched(hub, cache, ['hf:acme/owl'], {}, { HF_TOKEN: token })).rejects.toMatchObject({
        code: 'hub-bad-token',
        failure: 'outside',
      })
    }))

  test('and all else of the environment is as the tools of the hub have it', () =>
    inFolder({ one: 'hf_one\n', token: 'hf_home' }, (folder) => {
      mkdirSync(join(folder, '.cache', 'huggingface'), { recursive: true })
      writeFileSync(join(folder, '.cache', 'huggingface', 'token'), 'hf_usual')
      const of = (env: Readonly<Record<string, string>>, platform = 'linux') => hubSetting(env, folder, platform)
      expect(of({})).toEqual({
        endpoint: 'https://huggingface.co',
        token: 'hf_usual',
        isOffline: false,
        cache: join(folder, '.cache/stemma/hub'),
      })
      expect(of({ HF_TOKEN: 'a', HF_ENDPOINT: 'http://hub.example:8080/x//', HF_HUB_OFFLINE: 'true', STEMMA_CACHE: '/c' })).toEqual({
        endpoint: 'http://hub.example:8080/x',
        token: 'a',
        isOffline: true,
        cache: join('/c', 'hub'),
      })
      expect(of({ HF_TOKEN: '', HF_TOKEN_PATH: '~/one' }).token).toBe('hf_one')
      expect(of({ HF_HOME: folder }).token).toBe('hf_home')
      expect(of({ HF_TOKEN: 'a', HF_HUB_DISABLE_IMPLICIT_TOKEN: '1' }).token).toBeUndefined()
      expect(of({ XDG_CACHE_HOME: '/x', HF_HUB_OFFLINE: '0' })).toMatchObject({ cache: join('/x', 'stemma', 'hub'), isOffline: false })
      expect(of({}, 'darwin').cache).toBe(join(folder, 'Library', 'Caches', 'stemma', 'hub'))
      expect(of({ LOCALAPPDATA: '/l' }, 'win32').cache).toBe(join('/l', 'stemma', 'hub'))
      for (const bad of ['hub.example', 'ftp://hub.example', 'https://me:secret@hub.example', 'https://hub.example?x'])
        expect(() => of({ HF_ENDPOINT: bad })).toThrow(/^HF_ENDPOINT is not the address of a hub \[bad-endpoint\]\n(?!.*secret)/)
      expect(() => of({ HF_TOKEN: 'a b' })).toThrow('the token of the hub has letters that no token has [bad-token]')
    }))
})

describe('the program', () => {
  const environment = (hub: LocalHub, cache: string, more: Readonly<Record<string, string>> = {}): void => {
    for (const [name, value] of Object.entries({
      HF_ENDPOINT: hub.url,
      STEMMA_CACHE: cache,
      HF_TOKEN: '',
      HF_TOKEN_PATH: join(cache, 'none'),
      HF_HUB_OFFLINE: '',
      ...more,
    }))
      vi.stubEnv(name, value)
  }
  afterEach(() => void vi.unstubAllEnvs())
  const ours =
    'kind: Model\nid: ours\nname: Ours\nfineTunedFrom: their-owl\nsource: paper\n---\nkind: Model\nid: their-owl\nname: Owl\nhubId: acme/owl\nsource: paper\n---\nkind: Document\nid: paper\nname: P\nsource: paper\ndocumentType: paper\n'

  test('builds one graph of the hub, of files and of records', () =>
    inFolder(
      { 'ours.yaml': ours, 'more.jsonl': '{"id":"d/pet","tags":["base_model:acme/owl","base_model:finetune:acme/owl"]}\n' },
      async (folder) => {
        environment(await started(), folder)
        const [file, records] = [join(folder, 'ours.yaml'), join(folder, 'more.jsonl')]
        const lines = async (...sources: string[]): Promise<string[]> => {
          const { code, err } = await stemma(['build', ...sources, '--workers', '0', '-o', join(folder, 'out.nt')])
          expect([code, err]).toEqual([0, expect.stringContaining('entities')])
          const local = (iri: string): string => iri.replace(/^.*\//, '')
          return readFileSync(join(folder, 'out.nt'), 'utf8')
            .split('\n')
            .flatMap((line) => {
              const [, child, key, parent] = /^<([^>]*)> <[^>]*#(fineTunedFrom|quantizedFrom)> <([^>]*)>/.exec(line) ?? []
              return key === undefined ? [] : [`${local(child!)} ${key} ${local(parent!)}`]
            })
            .sort()
        }
        const both = ['acme--chick fineTunedFrom acme--egg', 'ours fineTunedFrom their-owl', 'their-owl fineTunedFrom acme--chick']
        expect(await lines('hf:acme/owl', file)).toEqual(both)
        expect(await lines(file, 'hf:acme/owl', '--down', '1')).toEqual(
          ['b--owl-gguf quantizedFrom their-owl', 'b--owl-tuned fineTunedFrom their-owl', ...both].sort(),
        )
        expect(await lines('hf:acme/owl', file, records)).toEqual(['d--pet fineTunedFrom their-owl', ...both].sort())
      },
    ))

  test('tells on a terminal how far it is, and what could not be had', () =>
    inFolder({}, async (cache) => {
      const hub = await started()
      hub.fault = at('models/acme/egg', status(403, {}, 'GatedRepo'))
      environment(hub, cache)
      const { code, err } = await stemma(['build', 'hf:acme/owl'], { terminal: true })
      expect(code).toBe(0)
      expect(err.split('\r').filter((line) => line.includes('records of the hub'))).toEqual([
        '1 of 1 records of the hub',
        '2 of 3 records of the hub',
        '3 of 3 records of the hub',
        '3 of 4 records of the hub',
      ])
      expect(err).toContain(
        'hf:acme/egg: is gated: only those may see it who were let in [hub-gated]\n  ask for access on its page, then set HF_TOKEN\n',
      )
    }))

  test.each<[string[], Readonly<Record<string, string>>, number, string]>([
    [['hf:acme/none'], {}, 1, 'hf:acme/none: does not exist, or is private [hub-not-found]'],
    [['hf:acme/none', '--down', '1'], { HF_HUB_OFFLINE: '1' }, 3, 'is not kept here from before, and HF_HUB_OFFLINE is set [hub-offline]'],
    [['hf:acme/../x'], {}, 2, '"hf:acme/../x" names nothing of a hub [bad-hub-id]'],
    [['hf:'], {}, 2, '"hf:" names nothing of a hub [bad-hub-id]'],
    [['hf:acme/owl'], { HF_ENDPOINT: 'hub' }, 2, 'HF_ENDPOINT is not the address of a hub [bad-endpoint]'],
    [['--down', '1'], {}, 2, '--down is for models of the hub [bad-argument]'],
  ])('build %j in %j ends with %i', (args, more, code, message) =>
    inFolder({}, async (folder) => {
      environment(await started(), folder, more)
      const run = await stemma(['build', ...args, '-o', join(folder, 'out.nt')])
      expect([run.code, run.err]).toEqual([code, expect.stringContaining(message)])
      expect(existsSync(join(folder, 'out.nt'))).toBe(false)
    }),
  )

  test.each([
    ['list', ['list', '-g', 'hf:acme/owl', '-g', 'hf:acme/egg']],
    ['check', ['check', 'hf:acme/owl', 'hf:acme/egg']],
  ])('fetches for a build alone: %s', async (_, args) => {
    const { code, err } = await stemma(args)
    const told = ['owl', 'egg'].map(
      (name) =>
        `error hf:acme/${name}: is of a hub, and was not fetched [not-fetched]\n  stemma build does that; a program calls fetchHub\n`,
    )
    expect([code, err]).toEqual([2, `${told.join('')}2 problems\n`])
  })
})

const dumps = new URL('../../../../shared/data/hf-model-trees', import.meta.url).pathname
const haveDumps = existsSync(dumps)
if (!haveDumps) console.warn('The dumps of the hub are not here (../shared/data/hf-model-trees), so no hub is made of them.')

describe.skipIf(!haveDumps)('a hub that holds the nine dumps', () => {
  const records = haveDumps ? recordsOfDumps(dumps) : {}
  const roots = [
    ...['bigscience/bloom', 'google/gemma-7b', 'microsoft/phi-2', 'EleutherAI/gpt-neox-20b', 'THUDM/CogVideoX-5b'],
    ...['LGAI-EXAONE/EXAONE-Deep-32B', 'meta-llama/Llama-4-Scout-17B-16E', 'mistralai/Mistral-Small-24B-Base-2501'],
  ]

  const basesOf = (what: string): string[] =>
    ((records[what]?.['tags'] ?? []) as string[]).flatMap((tag) => /^base_model:([^:]+)$/.exec(tag)?.[1] ?? [])

  /** The models that are above some, and those that are below them. */
  function reachable(from: readonly string[]): Set<string> {
    const [above, below] = [new Set(from), new Set(from)]
    const all = Object.keys(records).map((what) => ({ id: what.slice('models/'.length), bases: basesOf(what) }))
    for (const id of above) for (const base of basesOf(`models/${id}`)) if (`models/${base}` in records) above.add(base)
    for (const id of below) for (const child of all) if (child.bases.includes(id)) below.add(child.id)
    return new Set([...above, ...below])
  }

  test('with faults mixed in gives what it gives without, and each edge that its records state', () =>
    inFolder({}, async (folder) => {
      const names = roots.map((id) => `hf:${id}`)
      const hub = await started(records)
      hub.pageSize = 40
      const whole = await fetched(hub, join(folder, 'whole'), names, { down: 9 })
      expect(whole.had.map(({ id }) => id).sort()).toEqual([...reachable(roots)].sort())
      const faults = [
        status(429, { 'retry-after': '3' }),
        status(500),
        begin('[{"id":', {}, true),
        html,
        (response: ServerResponse) => response.destroy(),
      ]
      hub.fault = (_, response, count) => {
        if (count % 4 !== 0) return false
        faults[(count / 4) % faults.length]!(response)
        return true
      }
      const snapshot = await fetched(hub, join(folder, 'faults'), names, { down: 9 })
      expect(notes(snapshot)).toEqual(notes(whole))
      expect(text(snapshot)).toBe(text(whole))

      const stated = new Set(edges(whole).flatMap((edge) => (edge.includes(' trainedOn ') ? [] : edge.replace(/ \w+ /, ' < '))))
      const reached = new Set(whole.had.map(({ id }) => id))
      const missing = [...reached].flatMap((id) =>
        basesOf(`models/${id}`).flatMap((base) => {
          const edge = `${hubKey(id)} < ${hubKey(base)}`
          return base === id || stated.has(edge) ? [] : [edge]
        }),
      )
      expect(missing).toEqual([])
    }))
})
