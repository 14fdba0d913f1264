'use strict'
// Runs `name.code.cjs` for `name.cjs`, with what V8 compiled of it when the package was made (.ci/warm.cjs). V8 takes what it
// is given on trust and falls over what is spoilt, so the cache is used only where its checksum holds, over the code as well.
// It is for the V8 that made the package; under another one Node loads the code, and keeps a cache of its own if it can.
const { existsSync, mkdirSync, readFileSync, statSync } = require('node:fs')
const { isAbsolute, join } = require('node:path')
const { Script } = require('node:vm')
const { crc32 } = require('node:zlib')

module.exports = load
load.cacheFile = (filename) => `${filename}.${process.versions.v8}-${process.arch}.cache`
load.checksum = (cache, code) => crc32(code, crc32(cache))
/** Told of each script when the package is made. */
load.made = undefined

function load(module, require) {
  const filename = module.filename.replace(/cjs$/, 'code.cjs')
  const code = readFileSync(filename)
  const cachedData = cacheOf(filename, code)
  if (!cachedData && !load.made) {
    if (filename.endsWith('main.code.cjs')) keepCache()
    module.exports = require(filename)
    return
  }
  // The code is ASCII, and read as Latin 1 it is not looked through.
  const source = `(function (exports, require, module, __filename, __dirname) {${code.latin1Slice()}\n})`
  const script = new Script(source, { filename, cachedData })
  load.made?.(script, filename, code)
  script.runInThisContext()(module.exports, require, module, filename, module.path)
}

/** What V8 compiled of the code, if it is whole; its checksum stands at its end. */
function cacheOf(filename, code) {
  try {
    const file = readFileSync(load.cacheFile(filename))
    const cache = file.subarray(0, -4)
    return load.checksum(cache, code) === file.readUInt32LE(cache.length) ? cache : undefined
  } catch {
    return undefined
  }
}

/** Lets Node keep its own cache in a folder of the user, where it has one (22.1). It makes folders without end where none can be. */
function keepCache() {
  try {
    const { env, platform } = process
    const home = require('node:os').homedir()
    const folders = { darwin: join(home, 'Library', 'Caches'), win32: env.LOCALAPPDATA }
    const caches = folders[platform] ?? (env.XDG_CACHE_HOME || join(home, '.cache'))
    if (!isAbsolute(caches)) return
    const folder = join(caches, 'stemma')
    for (const one of [caches, folder]) if (!existsSync(one)) mkdirSync(one, { mode: 0o700 })
    const { uid } = statSync(folder)
    if (uid === (process.getuid?.() ?? uid)) require('node:module').enableCompileCache?.(folder)
  } catch {
    // It only takes longer.
  }
}
