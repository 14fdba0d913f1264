/** What writes and serves sites: much code, which is a file of its own in the package and loaded by the two commands that need it. */
export { openEndpoint } from './endpoint/open.ts'
export { openDumps, temporaryDumps } from './server/dumps.ts'
export { openSite } from './server/open-site.ts'
export { serveSite } from './server/serve.ts'
export { publishSite } from './static/publish.ts'
