/** The ceiling of a server in Node: the same bytes from a map, without negotiation, tags or conditions. The argument is where they are had from. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const [origin = '', ...paths] = process.argv.slice(2)
const bodies = new Map<string, { readonly type: string; readonly body: Buffer }>()
for (const path of paths) {
  const response = await fetch(new URL(path, origin), { headers: { 'accept-encoding': 'identity' } })
  bodies.set(path, { type: response.headers.get('content-type')!, body: Buffer.from(await response.arrayBuffer()) })
}
const server = createServer((request, response) => {
  const { type, body } = bodies.get(request.url!)!
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length }).end(body)
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`))
