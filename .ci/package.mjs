// Builds dist/: the command line as one file that loads large packages when it needs them, the library, the types,
// the packaged graph, and the scripts of the site. What is built replaces what was there only when all of it is well.
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { browser } from './browser.mjs'
import { comunica } from './comunica.mjs'
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
  keepNames: false,
}

// What takes long to load is a file of its own, which is read when the first thing of it is needed.
const large = {
  comunica: './src/query/comunica.ts',
  'csv-parse': 'csv-parse/sync',
  'sparql-parser': './src/query/sparql-parser.ts',
  dagre: '@dagrejs/dagre',
  n3: 'n3',
  'rdfxml-streaming-parser': 'rdfxml-streaming-parser',
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
    for (const name of ['main', 'publishing', 'import-file'])
      onResolve({ filter: new RegExp(`/${name}\\.ts$`) }, ({ kind }) =>
        kind === 'entry-point' ? undefined : { path: `./${name}.cjs`, external: true },
      )
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

// Commander can start programs, which nothing here asks of it, and what Node loads for that takes 5 ms.
const children = {
  name: 'child processes when one is started',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /\/commander\//.test(importer) ? { path: 'child_process', namespace: 'children' } : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'children' }, () => ({
      contents: "exports.spawn = (...program) => require('node:child_process').spawn(...program)",
    }))
  },
}

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
      ...(name === 'comunica' && { plugins: [comunica], keepNames: false }),
      ...(defaults.includes(name) && { footer: { js: 'module.exports = module.exports.default;' } }),
    }),
  ),
  build({
    ...commonjs,
    entryPoints: {
      stemma: 'src/cli.ts',
      'main.code': 'src/commands/main.ts',
      'publishing.code': 'src/publish/publishing.ts',
      pack: 'src/pack.ts',
      'bulk-worker': 'src/sources/bulk/worker.ts',
      'dump-worker': 'src/graph/dump-worker.ts',
      'publish-worker': 'src/publish/publish-worker.ts',
      'transpose-worker': 'src/graph/transpose-worker.ts',
      'endpoint-worker': 'src/publish/endpoint-worker.ts',
      'endpoint-process': 'src/publish/endpoint-process.ts',
    },
    outdir: out,
    outExtension: { '.js': '.cjs' },
    plugins: [terms, apart, children],
  }),
  // Plugins are loaded by `import()`, which only what Node itself runs has.
  build({ ...commonjs, supported: {}, entryPoints: ['src/sources/plugins/import-file.ts'], outfile: `${out}/import-file.cjs` }),
  build({
    ...node,
    format: 'esm',
    minify: false,
    entryPoints: { index: 'src/index.ts' },
    outdir: out,
    banner: { js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)\n" },
    plugins: [terms, shared],
  }),
  browser(`${out}/site`).then((metafile) => ({ metafile })),
])
for (const { metafile } of built) for (const file of Object.keys(metafile.outputs)) if (file.endsWith('.cjs')) writeAscii(file)
chmodSync(`${out}/stemma.cjs`, 0o755)
for (const name of ['style.css', 'query.css', 'icon.svg']) copyFileSync(`src/publish/browser/${name}`, `${out}/site/${name}`)
copyFileSync('.ci/load.cjs', `${out}/load.cjs`)
for (const name of ['main', 'publishing']) writeFileSync(`${out}/${name}.cjs`, "require('./load.cjs')(module, require)\n")
for (const name of Object.keys(large)) writeFileSync(`${out}/vendor/${name}.cjs`, "require('../load.cjs')(module, require)\n")
// It runs in a room of its own, so it is read as text.
copyFileSync('node_modules/jsonld/dist/jsonld.min.js', `${out}/vendor/jsonld.min.js`)
const copied = { inputs: { 'node_modules/jsonld/dist/jsonld.min.js': {}, 'node_modules/rdf-canonize/package.json': {} } }
writeFileSync(`${out}/NOTICES.txt`, notices([...built.map(({ metafile }) => metafile), copied]))
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

// Code is read as ASCII. In regular expressions and tagged templates esbuild leaves other characters as they are; there, as in
// strings, their numbers stand for the same.
function writeAscii(file) {
  const code = readFileSync(file, 'utf8')
  const plain = code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  if (plain !== code) writeFileSync(file, plain)
}
