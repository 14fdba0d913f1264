/** The endpoint over the graphs that the W3C's tests of the protocol ask for. */
import { createServer } from 'node:net'
import { once } from 'node:events'
import { graphOfIndex } from '../../src/graph/of-index.ts'
import { indexOf } from '../../src/graph/index/index-builder.ts'
import { namedNode, quad } from '../../src/model/claim.ts'
import { packageFile } from '../../src/package-files.ts'
import { openEndpoint } from '../../src/publish/endpoint/open.ts'
import { served } from '../publish/server/served.ts'
import { readGraph } from './results.ts'

/** Opens it at a port that is free, its address being its base. */
export async function openProtocolEndpoint(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const port = await freePort()
  const base = `http://127.0.0.1:${port}/`
  const quads = await Promise.all(
    [1, 2, 3].map(async (number) => {
      const graph = namedNode(`http://kasei.us/2009/09/sparql/data/data${number}.rdf`)
      return (await readGraph(`protocol/data${number}.nt`)).map(({ subject, predicate, object }) => quad(subject, predicate, object, graph))
    }),
  )
  const endpoint = openEndpoint(graphOfIndex(indexOf(quads.flat(), base)), {
    programs: { process: packageFile('dist/endpoint-process.cjs'), worker: packageFile('dist/endpoint-worker.cjs') },
  })
  const site = await served({ base, port, handlers: endpoint.handlers })
  return {
    url: `${base}sparql`,
    async close() {
      await site.stop()
      await endpoint.close()
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
