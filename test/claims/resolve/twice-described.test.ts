/** What a catalogue describes twice under one name: two things by their makers, or one that it tells twice. */
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Problem } from '../../../src/errors.ts'
import { buildAndTell, type Built } from '../../../src/graph/build.ts'
import { defaultBase } from '../../../src/model/iri.ts'
import { st } from '../../../src/model/vocabulary.ts'
import { inFolder } from '../../graph-of.ts'

const asset = (name: string, organization: string, more = ''): string =>
  `- type: model\n  name: ${name}\n  organization: ${organization}\n  created_date: 2023-02-03\n${more}`
const told = ({ message, place, code }: Problem, folder: string): string =>
  `${basename(place!.file)}:${place!.line}: ${message.replaceAll(`${folder}/`, '')} [${code}]`
const read = (files: Readonly<Record<string, string>>, use: (built: Built, folder: string) => void): void =>
  inFolder(files, (folder) => use(buildAndTell(Object.keys(files).map((file) => join(folder, file))), folder))
const models = ({ graph }: Built): string[] =>
  [...graph.entities.keys()].flatMap((iri) => (iri.startsWith(`${defaultBase}model/`) ? [iri.slice(`${defaultBase}model/`.length)] : []))
const target = ({ graph }: Built, of: string): string | undefined =>
  graph.values(`${defaultBase}model/${of}`, st('dependsOn'))[0]?.value.slice(defaultBase.length)

const wyvern = asset('Wyvern', 'Cave', '  dependencies: [Dragonfly]\n')

describe('two of one name in one catalogue', () => {
  test('are two where nobody made both, and a name that may be either is ambiguous', () =>
    read({ 'a.yaml': asset('Dragonfly', 'OpenAI'), 'b.yaml': `${asset('Dragonfly', 'Together')}${wyvern}` }, (built, folder) => {
      expect(models(built)).toEqual(['dragonfly-openai', 'dragonfly-together', 'wyvern'])
      expect(target(built, 'wyvern')).toBe('mention/dragonfly')
      expect(built.gathered.decisions.filter(({ called }) => called.name === 'Dragonfly').map(({ rule }) => rule)).toEqual([
        'apart',
        'apart',
        'ambiguous',
      ])
      expect(built.gathered.noted.map((one) => told(one, folder))).toEqual([
        'b.yaml:1: "Dragonfly" was described at a.yaml:1 already, and by who made it this is another [described-twice]',
      ])
      expect(built.gathered.noted[0]!.hint).toBe(
        'in an alias table, { name: "Dragonfly (Together)", source: ecosystem-graphs, is: … } says what it is',
      )
    }))
  test('are what an alias says, by who made them', () =>
    read(
      {
        'aliases.yaml': '- { name: Dragonfly (Together), is: model/damselfly }\n- { name: Dragonfly, is: model/dragonfly-openai }\n',
        'a.yaml': asset('Dragonfly', 'OpenAI'),
        'b.yaml': `${asset('Dragonfly', 'Together')}${wyvern}`,
      },
      (built) => {
        expect(models(built)).toEqual(['damselfly', 'dragonfly-openai', 'wyvern'])
        expect(target(built, 'wyvern')).toBe('model/dragonfly-openai')
      },
    ))
  test('are one where they have a maker in common, directly or through a third, each at a place of its own', () =>
    read(
      {
        'a.yaml': asset('Dragonfly', 'OpenAI', '  description: Quick.\n'),
        'b.yaml': asset('Dragonfly', 'Together', '  description: Slow.\n'),
        'c.yaml': asset('Dragonfly', 'Together, OpenAI', '  description: Neither.\n'),
      },
      (built, folder) => {
        expect(models(built)).toEqual(['dragonfly'])
        expect(
          built.graph
            .claimsOf(`${defaultBase}model/dragonfly`)
            .flatMap(({ property, at }) => (property.endsWith('/description') ? [at] : [])),
        ).toEqual(['asset Dragonfly of c.yaml', 'asset Dragonfly of a.yaml', 'asset Dragonfly of b.yaml'])
        expect(built.gathered.noted.map((one) => told(one, folder))).toEqual([
          'b.yaml:1: "Dragonfly" was described at a.yaml:1 already, and is taken for the same [described-twice]',
          'c.yaml:1: "Dragonfly" was described at a.yaml:1 already, and is taken for the same [described-twice]',
        ])
      },
    ))
  test('are one where it is not told of each who made it', () =>
    read({ 'a.yaml': asset('Dragonfly', 'OpenAI'), 'b.yaml': asset('Dragonfly', 'unknown') }, (built) => {
      expect(models(built)).toEqual(['dragonfly'])
      expect(built.gathered.noted.map(({ code }) => code)).toEqual(['described-twice'])
    }))
  test('in one file are told apart by their lines', () =>
    read({ 'a.yaml': `${asset('Dragonfly', 'OpenAI')}${asset('Dragonfly', 'OpenAI')}` }, (built) => {
      const places = built.graph.claimsOf(`${defaultBase}model/dragonfly`).flatMap(({ at }) => at ?? [])
      expect([...new Set(places)].sort()).toEqual(['asset Dragonfly at line 1', 'asset Dragonfly at line 5'])
    }))
})
