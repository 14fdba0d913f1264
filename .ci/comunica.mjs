// Comunica as it goes into the bundle: as ES modules, with an engine that makes its actors when they are needed, and without
// what a question in algebra over our graph never reaches. It takes 2 MB and 60 ms to load otherwise.
import { readFileSync } from 'node:fs'
import { engine } from './engine.mjs'
import { esModule } from './esm.mjs'

// Fetching, parsing, updating, explaining and writing are done by others or not at all. Whoever reached one of these packages
// after all would get an error, not a wrong answer. Of actors whose outputs are put together, as those of metadata are, none may
// be left out for which there is a question: their bus would be silent.
const unreached = [
  '@comunica/actor-query-(operation-update|parse|process-explain|result-serialize|serialize)-[^/]+',
  '@comunica/actor-query-source-identify-hypermedia(-[^/]+)?',
  '@comunica/actor-rdf-(serialize|update)-[^/]+',
  '@comunica/actor-optimize-query-operation-rewrite-[^/]+',
  '@bergos/jsonparse',
  '@rubensworks/saxes',
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
  'shaclc-parse',
  'shaclc-write',
  'tr46',
  'whatwg-url',
  'winston',
  'yargs',
]
const leftOut = new RegExp(`^(${unreached.join('|')})(/.*)?$`)

const queryEngine = `
import { QueryEngineBase } from '@comunica/actor-init-query/lib/QueryEngineBase.js'
import engine from 'lazy-engine'
export class QueryEngine extends QueryEngineBase {
  constructor() { super(engine()) }
}`

// Dates are written with what knows the digits of all languages, which takes 20 ms to load for a number that needs none of it.
const digits = 'return num.toLocaleString('
const plainDigits = "if (Number.isSafeInteger(num) && 1 / num > 0) return String(num).padStart(min, '0'); "

/** The engine's own actor without its command line and its server. */
const initActor = "export { ActorInitQueryBase as ActorInitQuery } from '@comunica/actor-init-query/lib/ActorInitQueryBase.js'"

export const comunica = {
  name: 'Comunica as far as it is reached',
  setup({ onResolve, onLoad }) {
    const made = (filter, namespace, contents) => {
      onResolve({ filter }, ({ path }) => ({ path, namespace, sideEffects: false }))
      onLoad({ filter: /.*/, namespace }, ({ path }) => ({ contents: contents(path), resolveDir: '.', loader: 'js' }))
    }
    made(
      leftOut,
      'left-out',
      (path) => `const absent = function () { throw new Error(${JSON.stringify(`${path} is not part of this bundle`)}) }
module.exports = new Proxy(absent, { get: (target, key) => (key === '__esModule' ? false : key === 'prototype' ? target.prototype : class {}), has: () => true })`,
    )
    made(/^@comunica\/query-sparql-rdfjs$/, 'query-engine', () => queryEngine)
    made(/^@comunica\/actor-init-query$/, 'init-actor', () => initActor)
    made(/^lazy-engine$/, 'lazy-engine', () => engine((source) => leftOut.test(source)))
    made(/^actor:/, 'actor', (path) => {
      const [, source, name] = /^actor:(.*)#(.*)$/.exec(path)
      return `export { ${name} } from ${JSON.stringify(source)}`
    })
    onResolve({ filter: /^\.ci\/lazy-bus\.mjs$/ }, () => ({ path: new URL('lazy-bus.mjs', import.meta.url).pathname }))
    onLoad({ filter: /node_modules\/.*\.js$/ }, ({ path }) => {
      const contents = esModule(readFileSync(path, 'utf8'))
      return contents === undefined ? undefined : { contents: contents.replace(digits, plainDigits + digits), loader: 'js' }
    })
  },
}
