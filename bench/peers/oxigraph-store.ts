/** Oxigraph with a file of N-Triples or N-Quads in it. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { Store } from 'oxigraph'

const formats: Readonly<Record<string, string>> = { '.nt': 'application/n-triples', '.nq': 'application/n-quads' }

/** Loads whole lines, some at a time: a text of all would not fit beside the store. */
export function openOxigraph(file: string): { readonly version: string; readonly store: Store } {
  const store = new Store()
  const descriptor = openSync(file, 'r')
  const bytes = Buffer.allocUnsafe(2 ** 24)
  let kept = 0
  for (;;) {
    const filled = kept + readSync(descriptor, bytes, kept, bytes.length - kept, null)
    const end = bytes.subarray(0, filled).lastIndexOf(10) + 1
    if (end === 0) break
    store.load(bytes.toString('utf8', 0, end), { format: formats[extname(file)]!, no_transaction: true })
    bytes.copyWithin(0, end, filled)
    kept = filled - end
  }
  closeSync(descriptor)
  const manifest = createRequire(import.meta.url).resolve('oxigraph/package.json')
  return { version: (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version, store }
}
