// Builds dist/: the command line as one file that loads large packages when it needs them, the library, the types, and
// the packaged graph. What is built replaces what was there only when all of it is well.
import { spawnSync } from 'node:child_process'
import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { build } from 'esbuild'

const out = '.dist.part'
rmSync(out, { recursive: true, force: true })
const node = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'error',
  legalComments: 'none',
  minify: !process.env.STEMMA_READABLE,
  keepNames: true,
}

// Packages that take long to load: each is a file of its own, which is read when the first thing of it is needed.
const large = [
  '@comunica/query-sparql-rdfjs',
  '@comunica/utils-bindings-factory',
  'yaml',
  'zod',
  'shacl-engine/Validator.js',
  '@dagrejs/dagre',
  'string-width',
]
const fileOf = (name) => `${name.replace(/[^a-z0-9]+/gi, '-').replace(/^-/, '')}.cjs`
const apart = {
  name: 'large packages apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: new RegExp(`^(${large.join('|')})$`) }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : { path: `./vendor/${fileOf(path)}`, external: true },
    ),
}
// What Comunica brings along for fetching, parsing and logging is never reached over an RDF/JS source; leaving it out
// halves the time to the first answer. Whoever reached it after all would get an error, not a wrong answer.
const unreached = [
  'cross-fetch',
  'componentsjs',
  'entities',
  'graphql',
  'graphql-to-sparql',
  'htmlparser2',
  'jsonld-context-parser',
  'jsonld-streaming-parser',
  'jsonld-streaming-serializer',
  'microdata-rdf-streaming-parser',
  'node-fetch',
  'rdfa-streaming-parser',
  'rdfxml-streaming-parser',
  'shaclc-parse',
  'shaclc-write',
  'tr46',
  'whatwg-url',
  'winston',
  'yargs',
]
const leftOut = {
  name: 'unreached packages left out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(${unreached.join('|')})(/.*)?$`) }, ({ path }) => ({ path, namespace: 'left-out' }))
    onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: `const absent = function () { throw new Error(${JSON.stringify(`${path} is not part of this bundle`)}) }
module.exports = new Proxy(absent, { get: (target, key) => (key === '__esModule' ? false : key === 'prototype' ? target.prototype : class {}), has: () => true })`,
      loader: 'js',
    }))
  },
}
// Modules whose only export is the default are, as CommonJS, that default.
const defaults = ['shacl-engine/Validator.js', 'string-width']
// The largest is loaded through V8's code cache, which .ci/warm.cjs makes.
const cached = large[0]
const loader = `'use strict'
const { readFileSync } = require('node:fs')
const { Script } = require('node:vm')
const file = __filename.replace(/cjs$/, 'code.cjs')
let cachedData
try { cachedData = readFileSync(file + '.cache') } catch {}
new Script(require('node:module').wrap(readFileSync(file, 'utf8')), { filename: file, cachedData }).runInThisContext()(exports, require, module, file, __dirname)
`
const codeFileOf = (name) => (name === cached ? fileOf(name).replace(/cjs$/, 'code.cjs') : fileOf(name))
const commonjs = {
  ...node,
  format: 'cjs',
  define: { 'import.meta.url': '__url' },
  banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href;" },
}

await Promise.all([
  ...large.map((name) =>
    build({
      ...node,
      format: 'cjs',
      entryPoints: [name],
      outfile: `${out}/vendor/${codeFileOf(name)}`,
      plugins: name.startsWith('@comunica/') ? [leftOut] : [],
      ...(defaults.includes(name) && { footer: { js: 'module.exports = module.exports.default;' } }),
    }),
  ),
  build({
    ...commonjs,
    entryPoints: { stemma: 'src/cli.ts', pack: 'src/graph/pack-data.ts', warm: 'src/commands/main.ts' },
    outdir: out,
    outExtension: { '.js': '.cjs' },
    plugins: [apart],
  }),
  build({
    ...node,
    format: 'esm',
    splitting: true,
    packages: 'external',
    minify: false,
    entryPoints: { index: 'src/index.ts' },
    outdir: out,
    chunkNames: 'library/[name]-[hash]',
    external: builtinModules,
  }),
])
chmodSync(`${out}/stemma.cjs`, 0o755)
writeFileSync(`${out}/vendor/${fileOf(cached)}`, loader)
run(process.execPath, [`${out}/pack.cjs`, `${out}/graph.json`])
run(process.execPath, ['.ci/warm.cjs', out])
for (const tool of ['pack', 'warm']) rmSync(`${out}/${tool}.cjs`)
run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.ci/types.json', '--outDir', `${out}/types`])
rmSync('dist', { recursive: true, force: true })
renameSync(out, 'dist')

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 3)
}
