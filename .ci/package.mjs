// Builds dist/: the command line as one file that loads large packages when it needs them, the library, the types, and
// the packaged graph. What is built replaces what was there only when all of it is well.
import { spawnSync } from 'node:child_process'
import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { notices } from './notices.mjs'

const out = '.dist.part'
rmSync(out, { recursive: true, force: true })
const node = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'error',
  legalComments: 'none',
  metafile: true,
  minify: !process.env.STEMMA_READABLE,
  keepNames: true,
}

// What takes long to load is a file of its own, which is read when the first thing of it is needed.
const large = {
  comunica: './src/query/comunica.ts',
  'sparql-parser': './src/query/sparql-parser.ts',
  dagre: '@dagrejs/dagre',
  n3: 'n3',
  'shacl-engine': 'shacl-engine/Validator.js',
  'string-width': 'string-width',
  yaml: 'yaml',
  zod: 'zod',
}
// Terms are needed by all, n3's stores and parsers by few.
const terms = {
  name: 'terms apart from the rest of n3',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^n3$/ }, ({ importer }) => (importer.endsWith('claim.ts') ? { path: 'n3', namespace: 'terms' } : undefined))
    onLoad({ filter: /.*/, namespace: 'terms' }, () => ({
      contents: "export { default as DataFactory } from 'n3/src/N3DataFactory.js'",
      resolveDir: '.',
    }))
  },
}
const apart = {
  name: 'large packages and the program apart',
  setup({ onResolve }) {
    for (const [name, module] of Object.entries(large))
      onResolve({ filter: new RegExp(`^${module.replace('./src/query/', './')}$`) }, ({ kind }) =>
        kind === 'entry-point' ? undefined : { path: `./vendor/${name}.cjs`, external: true },
      )
    onResolve({ filter: /^\.\/commands\/main\.ts$/ }, () => ({ path: './main.cjs', external: true }))
  },
}
// What Comunica brings along for fetching, parsing and logging is never reached over an RDF/JS source by a question in
// algebra; leaving it out halves the time to the first answer. Whoever reached it after all would get an error, not a wrong answer.
const unreached = [
  '@comunica/actor-query-parse-sparql',
  'cross-fetch',
  'componentsjs',
  'entities',
  'fetch-sparql-endpoint',
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
  '@rubensworks/saxes',
  '@bergos/jsonparse',
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
const defaults = ['shacl-engine', 'string-width']
const commonjs = {
  ...node,
  format: 'cjs',
  mainFields: ['module', 'main'],
  define: { 'import.meta.dirname': '__dirname' },
  supported: { 'dynamic-import': false },
}

// Code is run through V8's code cache: `name.cjs` is a line that loads `name.code.cjs` with the `.cache` beside it, which
// .ci/warm.cjs makes. A Node with another V8 passes the cache over.
const loader = `'use strict'
const { readFileSync } = require('node:fs')
const { wrap } = require('node:module')
const { Script } = require('node:vm')
module.exports = (module, require) => {
  const filename = module.filename.replace(/cjs$/, 'code.cjs')
  let cachedData
  try { cachedData = readFileSync(filename + '.cache') } catch {}
  const script = new Script(wrap(readFileSync(filename, 'utf8')), { filename, cachedData })
  script.runInThisContext()(module.exports, require, module, filename, module.path)
}
`

// In the library a large package is the same file; its names are looked up when they are used.
const shared = {
  name: 'large packages shared with the command line',
  setup({ onResolve, onLoad }) {
    for (const [name, module] of Object.entries(large))
      onResolve({ filter: new RegExp(`^${module.replace('./src/query/', './')}$`) }, () => ({ path: name, namespace: 'shared' }))
    onResolve({ filter: /^\.\/vendor\// }, ({ path }) => ({ path, external: true }))
    onLoad({ filter: /.*/, namespace: 'shared' }, ({ path }) => ({ contents: `module.exports = require('./vendor/${path}.cjs')` }))
  },
}

const built = await Promise.all([
  ...Object.entries(large).map(([name, module]) =>
    build({
      ...commonjs,
      ...(module.startsWith('./') ? {} : { mainFields: ['main', 'module'] }),
      entryPoints: [module],
      outfile: `${out}/vendor/${name}.code.cjs`,
      plugins: name === 'comunica' ? [leftOut] : [],
      ...(defaults.includes(name) && { footer: { js: 'module.exports = module.exports.default;' } }),
    }),
  ),
  build({
    ...commonjs,
    entryPoints: {
      stemma: 'src/cli.ts',
      'main.code': 'src/commands/main.ts',
      pack: 'src/pack.ts',
      'bulk-worker': 'src/sources/bulk-worker.ts',
      'dump-worker': 'src/graph/dump-worker.ts',
    },
    outdir: out,
    outExtension: { '.js': '.cjs' },
    plugins: [terms, apart],
  }),
  build({
    ...node,
    format: 'esm',
    minify: false,
    entryPoints: { index: 'src/index.ts' },
    outdir: out,
    banner: { js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)\n" },
    plugins: [terms, shared],
  }),
])
chmodSync(`${out}/stemma.cjs`, 0o755)
writeFileSync(`${out}/load.cjs`, loader)
writeFileSync(`${out}/main.cjs`, "require('./load.cjs')(module, require)\n")
for (const name of Object.keys(large)) writeFileSync(`${out}/vendor/${name}.cjs`, "require('../load.cjs')(module, require)\n")
writeFileSync(`${out}/NOTICES.txt`, notices(built.map(({ metafile }) => metafile)))
run(process.execPath, [`${out}/pack.cjs`, out])
rmSync(`${out}/pack.cjs`)
run(process.execPath, ['.ci/warm.cjs', out])
run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.ci/types.json', '--outDir', `${out}/types`])
rmSync('dist', { recursive: true, force: true })
renameSync(out, 'dist')

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 3)
}
