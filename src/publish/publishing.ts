/** What writes and serves sites: much code, which is a file of its own in the package and loaded by the two commands that need it. */
export { serveGraph } from './serve-graph.ts'
export { clientsBehind } from './server/client.ts'
export { startServer } from './server/server.ts'
export { switching } from './server/switching.ts'
export { publishSite } from './static/publish.ts'
export { openWatch } from './watch/watch.ts'
