/** docs/sparql-conformance.md, from what came of the tests. */
import { directories } from './manifest.ts'
import type { Outcome } from './conformance.ts'

/** Why a test fails, by its directory and id. */
const reasons: Readonly<Record<string, string>> = {
  'aggregates agg-empty-group-count-graph':
    'Comunica gives each pattern within `GRAPH ?g` the variable, in place of asking one graph after the other: what is counted there is counted over all graphs.',
  'bindings graph': 'For the same reason, `VALUES` within `GRAPH ?g` is not joined with the name of the graph.',
}

export function documentOf(outcomes: readonly Outcome[]): string {
  const rows = directories.map((directory) =>
    rowOf(
      directory,
      outcomes.filter(({ test }) => test.directory === directory),
    ),
  )
  const failing = outcomes.filter(({ comunica, ours }) => !comunica || !ours)
  return `# Conformance to SPARQL 1.1

The [tests of the W3C](https://github.com/w3c/rdf-tests/tree/main/sparql/sparql11) that ask a question, put to Comunica over a plain
store and to Stemma's engine, which answers a part of each question from its own index. Updates, entailment, federation and protocols
are left out: Stemma does none of them. Every test that Comunica passes alone has to pass, so nothing is lost on the way.

| directory | tests | Comunica alone | Stemma |
|---|---|---|---|
${rows.join('\n')}
${rowOf('all', outcomes)}

## What fails

${failing.map(lineOf).join('\n')}
`
}

const rowOf = (name: string, outcomes: readonly Outcome[]): string =>
  `| ${[name, outcomes.length, ...(['comunica', 'ours'] as const).map((engine) => outcomes.filter((outcome) => outcome[engine]).length)].join(' | ')} |`

function lineOf({ test: { directory, id, name }, comunica, ours }: Outcome): string {
  const who = comunica ? 'Stemma alone' : ours ? 'Comunica alone' : 'both'
  return `- \`${directory}/${id}\` (${name}): ${who}. ${reasons[`${directory} ${id}`] ?? 'Not looked into yet.'}`
}
