// One way through the house: a folder imports only from those above it in this list.
const layers = [
  ['model', 'what a fact is knows nothing of how it is read, written, judged or shown'],
  ['formats', 'a serialisation knows terms and prefixes, and nothing of claims'],
  ['sources', 'a source brings facts in; who is right is not its business'],
  ['claims', 'who says what is settled before there is a graph'],
  ['graph', 'what is known does not depend on what is asked'],
  ['query', 'a question does not depend on how its answer is shown'],
  ['publish', 'what is shown is the same for whoever calls for it'],
  ['commands', 'a person calls; nobody calls a command but the program'],
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layers.map(([name, reason], index) => ({
      name: `${name}-looks-up-only`,
      comment: reason,
      severity: 'error',
      from: { path: `^src/${name}/` },
      to: {
        path: `^src/(${
          layers
            .slice(index + 1)
            .map(([below]) => below)
            .join('|') || 'none'
        })/|^src/(cli|index|pack)\\.ts$`,
      },
    })),
    {
      name: 'helpers-stand-alone',
      comment: 'errors and small pure helpers are for everyone, so they know nobody',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$', pathNot: '^src/(cli|index|pack)\\.ts$' },
      to: { path: '^src/[^/]+/' },
    },
    {
      name: 'no-circles',
      comment: 'two files that need each other are one file, or lack a third',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
}
