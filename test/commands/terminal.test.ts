/** What is printed on a terminal cannot steer it, whatever format it is in; where a program reads, it is exact. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { saveGraph } from '../../src/graph/saved.ts'
import { graphOf, inFolder } from '../graph-of.ts'
import { stemma } from '../run.ts'

/** What a text of ours may hold, and turns the direction of writing. */
const turning = '\u202E'
const graph = graphOf(
  `id: owl\nsource: paper\nname: "Owl ${turning}lwO"\nparameterCount: { value: 7B, note: "${turning}" }\n---\nid: eagle\nsource: paper\nname: "E${turning}"\nfineTunedFrom: owl\nparameterCount: 8B\n---\nid: eagle\nsource: article\nparameterCount: 9B\n`,
)

const print = (args: readonly string[], terminal: boolean): Promise<string> =>
  inFolder({}, async (folder) => {
    const file = join(folder, 'a.stemma')
    saveGraph(graph, file)
    return (await stemma([...args, '--graph', file], { terminal })).out
  })

describe('control characters', () => {
  const escape = String.raw`"\u001B]0;x\u0007\u009Bm\r\n\t"`
  test.each(['csv', 'tsv', 'json', 'xml', 'spreadsheet', 'table'])('of an answer as %s', async (format) => {
    const value = format === 'xml' ? String.raw`"\u009Bm\u202E"` : escape
    const args = ['query', `SELECT (${value} AS ?x) {}`, '--format', format]
    const [shown, piped] = [await print(args, true), await print(args, false)]
    expect(shown).toMatch(/\\u\{9b\}/)
    expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/)
    if (format !== 'table') expect(piped).toMatch(/\u009b/)
  })

  test.each([
    ['query', 'CONSTRUCT WHERE { ?s rdfs:label ?o }'],
    ['show', 'owl', '--format', 'turtle'],
    ['show', 'owl', '--format', 'ntriples'],
    ['why', 'owl', '--format', 'json'],
    ['lineage', 'eagle', '--format', 'json'],
    ['list', 'models', '--format', 'json'],
    ['conflicts', 'eagle', '--format', 'json'],
    ['export', '--format', 'nquads'],
  ])('and what turns the direction of writing: %s %s %s %s', async (...args) => {
    const [shown, piped] = [await print(args, true), await print(args, false)]
    expect(piped).toContain(turning)
    expect(shown).toBe(piped.replaceAll('\r\n', '\n').replaceAll(turning, String.raw`\u{202e}`))
  })

  test('are written to a file as they are, on a terminal too', () =>
    inFolder({}, async (folder) => {
      const [graphFile, file] = [join(folder, 'a.stemma'), join(folder, 'a.csv')]
      saveGraph(graph, graphFile)
      await stemma(['query', `SELECT (${escape} AS ?x) {}`, '-o', file, '--graph', graphFile], { terminal: true })
      expect(readFileSync(file, 'utf8')).toBe('x\r\n"\u001b]0;x\u0007\u009bm\r\n\t"\r\n')
    }))
})
