/**
 * Writes docs/ontology.md, the reference of classes and keys, from the vocabulary.
 *
 *   tsx ontology/document.ts           writes the page
 *   tsx ontology/document.ts --check   fails when the page is stale
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { classNames, classOf, commentOf, labelOf, prefixes, type Property } from '../src/model/vocabulary.ts'
import { toCurie } from '../src/model/iri.ts'
import { readings } from '../src/model/terms.ts'
import type { Check } from './checks/check.ts'
import { foops, oops } from './checks/index.ts'

const target = new URL('../docs/ontology.md', import.meta.url)
const kinds: Partial<Record<Property['kind'], string>> = {
  text: 'text, by language',
  string: 'text',
  integer: 'whole number',
  decimal: 'number',
  language: 'language tag',
  day: 'day',
  date: 'year, month or day',
  iri: 'IRI',
  any: 'any value',
}

function values({ kind, classes, in: words, unit }: Property): string {
  if (classes) return classes.join(' or ')
  if (words) return words.map((word) => `\`${word}\``).join(' ')
  return `${kinds[kind] ?? kind}${unit && unit !== 'unknown' ? `, in ${unit}` : ''}`
}

const row = (property: Property): string =>
  `| \`${property.name}\` | ${values(property)} | ${property.many ? 'many' : 'one'}${property.required ? ', required' : ''} | \`${property.inverse ? '^' : ''}${toCurie(property.path, prefixes)}\` | ${commentOf(property.path) || labelOf(property.path)} |`

const section = (name: (typeof classNames)[number]): string => {
  const { comment, label, key, properties } = classOf(name)
  return [
    `## ${name}`,
    '',
    `${comment} (${label.zh})${key ? ` Its key: ${key.map((one) => `\`${one}\``).join(', ')}.` : ''}`,
    '',
    '| key | values | how many | predicate | meaning |',
    '|---|---|---|---|---|',
    ...[...properties.values()].map(row),
    '',
  ].join('\n')
}

/** A path of other vocabularies as SPARQL writes it. */
const pathText = (path: string): string =>
  path
    .split(' ')
    .map((step) => (step.startsWith('^') ? `^${toCurie(step.slice(1), prefixes)}` : toCurie(step, prefixes)))
    .join('/')
const asCode = (texts: readonly string[]): string => texts.map((text) => `\`${text}\``).join(' ')

/** Of each key, and of each class, what is read as it; classes that read a key from the same are together. */
function readFrom(): string {
  const rows = new Map<string, string[]>()
  const tables = Object.entries(readings) as [string, { classes: readonly string[]; keys: Readonly<Record<string, readonly string[]>> }][]
  for (const [name, { keys }] of tables)
    for (const [key, paths] of Object.entries(keys)) {
      const row = `\`${key}\` | ${asCode(paths.map(pathText))}`
      rows.set(row, [...(rows.get(row) ?? []), name])
    }
  const classes = tables.flatMap(([name, { classes: all }]) =>
    all.length > 0 ? [`| ${name} | ${asCode(all.map((iri) => toCurie(iri, prefixes)))} |`] : [],
  )
  const keys = [...rows].map(([row, names]) => {
    const [key, paths] = row.split(' | ')
    return `| ${key} | ${names.length > 5 ? 'all that have it' : names.join(', ')} | ${paths} |`
  })
  return ['| class | read from |', '|---|---|', ...classes, '', '| key | of | read from |', '|---|---|---|', ...keys, ''].join('\n')
}

const results = (checks: readonly Check[]): string =>
  [
    '| check | what it asks | result |',
    '|---|---|---|',
    ...checks.map(({ id, asks, finds, heldBy, because, partly }) => {
      const result = heldBy ? `held by [${heldBy}](../${heldBy}).` : finds ? (partly ? 'passes in part.' : 'passes.') : 'not tested.'
      return `| ${id} | ${asks} | ${[result, because].filter(Boolean).join(' ')} |`
    }),
    '',
  ].join('\n')

const page = `# The ontology

Made from [ontology/stemma.ttl](../ontology/stemma.ttl) by \`npm run generate\`; edit that file instead.

Namespace \`${prefixes.st}\`, prefix \`st:\`. Each class is also its own SHACL shape. The keys are those of YAML, JSON-LD and
TypeScript; \`^\` marks a nested key, whose things point to the one that they are written under.

The lineage of a model is \`(st:derivedFrom|st:variantOf)+\`; what it was trained on, directly or through ancestors, is
\`(st:derivedFrom|st:variantOf)*/st:trainedOn/(st:hasPart|st:derivedFrom)*\`. The best view states \`st:derivedFrom\` for
each of its sub-properties; no closure is stored.

${classNames.map(section).join('\n')}
## Read from other vocabularies

As what the terms of other vocabularies are read when RDF is a source ([docs/sources/rdf.md](sources/rdf.md)): \`st:readFrom\` in the ontology, on a class or on
the shape of a key. Our own terms are read as themselves. A path has \`/\` between its steps, and \`^\` before one that is walked backwards.

${readFrom()}
## Checks

What two public catalogues ask of an ontology, and how this one stands. What passes is run by
[test/model/ontology-checks.test.ts](../test/model/ontology-checks.test.ts) from the list that these tables are made from,
[ontology/checks/](../ontology/checks/). The rules by which the addresses lead to files are in [ontology/w3id/](../ontology/w3id/).

### FOOPS!, by the FAIR principles

The tests of the [FOOPS! catalogue](https://w3id.org/foops/catalog).

${results(foops)}
### OOPS!, pitfalls

The pitfalls of the [OOPS! catalogue](https://oops.linkeddata.es/catalogue.jsp).

${results(oops)}`

if (!process.argv.includes('--check')) writeFileSync(target, page)
else if (readFileSync(target, 'utf8') !== page) throw new Error('docs/ontology.md is stale: run `npm run generate`')
