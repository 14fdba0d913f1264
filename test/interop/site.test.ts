/** Independent readers read every file of data of the published site: Raptor each one, rdflib the same graph in each serialisation. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openShipped } from '../../src/graph/shipped.ts'
import { publishSite } from '../../src/publish/static/publish.ts'

const python = '/usr/bin/python3'
const has = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0
const hasRaptor = has('rapper', '--version')
const hasRdflib = has(python, '-c', 'import rdflib')

const folder = mkdtempSync(join(tmpdir(), 'stemma-site-readers-'))
const site = join(folder, 'site')
beforeAll(() => publishSite(openShipped(), site))
afterAll(() => rmSync(folder, { recursive: true }))

describe.skipIf(!hasRaptor)('Raptor reads', () => {
  test.each([
    ['ttl', 'turtle'],
    ['rdf', 'rdfxml'],
    ['nt', 'ntriples'],
    ['trig', 'trig'],
  ])('every .%s', (extension, syntax) => {
    const each = `f=0; n=0; for file in $(find . -name '*.${extension}' | sort); do n=$((n + 1)); rapper -q -i ${syntax} -o ntriples "$file" https://w3id.org/stemma/ > /dev/null 2>&1 || { echo "$file"; f=1; }; done; echo $n >&2; exit $f`
    const { status, stdout, stderr } = spawnSync('sh', ['-c', each], { cwd: site, encoding: 'utf8' })
    expect([status, stdout]).toEqual([0, ''])
    expect(Number(stderr)).toBeGreaterThan(1_000)
  })

  test('.well-known/void', () => {
    expect(spawnSync('rapper', ['-q', '-i', 'turtle', join(site, '.well-known/void'), 'https://w3id.org/stemma/']).status).toBe(0)
  })
})

describe.skipIf(!hasRdflib)('rdflib', () => {
  test('reads the same graph from Turtle, N-Triples, RDF/XML and JSON-LD, and everything from TriG', () => {
    const script = join(folder, 'read.py')
    writeFileSync(
      script,
      `import glob, sys
import rdflib
from rdflib.compare import isomorphic
names = sorted(name[:-3] for name in glob.glob('*/*.nt') if not name.startswith(('graph/', 'ontology/', 'dump/')))
names = names[::7] + ['about', 'ontology']
wrong = []
for name in names:
    graphs = {}
    for ending, syntax in (('ttl', 'turtle'), ('nt', 'nt'), ('rdf', 'xml'), ('jsonld', 'json-ld')):
        graphs[ending] = rdflib.Graph().parse(name + '.' + ending, format=syntax)
    same = graphs.pop('nt')
    for ending, graph in graphs.items():
        equal = set(graph) == set(same) if not any(isinstance(s, rdflib.BNode) for s in same.subjects()) else isomorphic(graph, same)
        if not equal:
            wrong.append(name + '.' + ending)
    if '/' in name and not name.startswith('class/'):
        whole = rdflib.ConjunctiveGraph()
        whole.parse(name + '.trig', format='trig')
        if not all(triple in whole for triple in same):
            wrong.append(name + '.trig')
print(len(names))
print('\\n'.join(wrong))
`,
    )
    const { status, stdout, stderr } = spawnSync(python, ['-W', 'ignore', script], { cwd: site, encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
    const [count, ...wrong] = stdout.trim().split('\n')
    expect(Number(count)).toBeGreaterThan(200)
    expect(wrong).toEqual([])
  })
})
