// The scripts of the site: what every page runs, the query page and its worker. They run from any folder of any file
// host, under a policy that allows no other script, no style but the site's own and no eval.
import { build } from 'esbuild'
import { comunica } from './comunica.mjs'

/** What is on a disk beside the built program is not there in a browser, and no IRI is minted there, which takes checksums. */
const noFiles = {
  name: 'no files in a browser',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/package-files\.ts$/ }, () => ({ path: 'package-files', namespace: 'no-files' }))
    onResolve({ filter: /^node:(fs|crypto)$/ }, ({ path }) => ({ path, namespace: 'no-files', sideEffects: false }))
    onLoad({ filter: /.*/, namespace: 'no-files' }, () => ({
      contents: 'export const packagedQueries = undefined\nexport const readFileSync = undefined\nexport const hash = undefined',
    }))
  },
}

/**
 * Builds `site.js`, `query.js` and `query-worker.js` into a folder.
 *
 * @returns what esbuild tells of its inputs
 */
export async function browser(outdir) {
  const { metafile } = await build({
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    minify: !process.env.STEMMA_READABLE,
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
    mainFields: ['browser', 'module', 'main'],
    entryPoints: {
      site: 'src/publish/browser/site.ts',
      query: 'src/publish/browser/query.ts',
      'query-worker': 'src/publish/browser/query-worker.ts',
    },
    outdir,
    define: { global: 'globalThis' },
    plugins: [noFiles, comunica],
  })
  return metafile
}
