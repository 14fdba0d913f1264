import { defaultBase, prefixesFor } from '../model/iri.ts'
import { savedQueries, type Parameter } from '../query/saved.ts'
import { examples, formatOption, type CommandModule } from './command.ts'
import { painter, type Io } from './io.ts'

/** `stemma queries`: the saved questions with their help. */
export const queries: CommandModule = (program, io) => {
  program
    .command('queries')
    .argument('[name]', 'show one question whole, with its SPARQL')
    .description('list the saved questions with their help and parameters')
    .option('--prefixes', 'list the prefixes that queries may use without declaring them')
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', examples('queries', 'queries ancestors', 'queries --prefixes'))
    .action((name: string | undefined, options: { prefixes?: true; format?: string }) => run(name, options, io))
}

async function run(name: string | undefined, { prefixes, format }: { prefixes?: true; format?: string }, io: Io): Promise<void> {
  if (prefixes)
    return io.out(
      Object.entries(prefixesFor(defaultBase))
        .map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>\n`)
        .join(''),
    )
  const all = savedQueries()
  const chosen = name === undefined ? all : all.filter((query) => query.name === name)
  if (name !== undefined && chosen.length === 0) {
    const [{ StemmaError }, { didYouMean }] = await Promise.all([import('../errors.ts'), import('../nearest.ts')])
    throw new StemmaError({
      code: 'unknown-query',
      message: `there is no saved question "${name}"`,
      hint:
        didYouMean(
          name,
          all.map((query) => query.name),
        ) ?? 'see them: stemma queries',
    })
  }
  if (format === 'json') return io.out(`${JSON.stringify(chosen, null, 2)}\n`)
  const paint = painter(io)
  for (const { name: own, help, parameters, examples: tries, sparql } of chosen) {
    io.out(`${paint('bold', own)}  ${help}\n`)
    for (const parameter of parameters) io.out(`    ${describe(parameter)}\n`)
    for (const example of tries) io.out(`    ${paint('dim', `$ stemma query ${own} ${example}`.trimEnd())}\n`)
    if (name !== undefined) io.out(`\n${sparql.replace(/^(?:#.*\n)+/, '')}`)
  }
}

const describe = ({ name, type, default: fallback, help }: Parameter): string =>
  `${name}=${typeof type === 'string' ? type : type.join('|')}${fallback === undefined ? '' : ` (default ${fallback})`}  ${help}`
