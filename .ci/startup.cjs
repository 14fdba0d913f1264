// What every command loads before it does anything: what is imported statically, through however many files.
const { options } = require('./layers.cjs')

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'heavy-only-when-needed',
      comment: 'these take milliseconds or hundreds of them to load: import() them, or what needs them, where they are used',
      severity: 'error',
      from: { path: '^src/commands/main\\.ts$' },
      to: {
        path: 'node_modules/(@comunica|shacl-engine|@dagrejs|yaml|zod|string-width|fzstd|csv-parse)/|^zlib$',
        reachable: true,
      },
    },
  ],
  options: {
    ...options,
    exclude: { dynamic: true },
    // Types are gone when the program runs.
    tsPreCompilationDeps: false,
  },
}
