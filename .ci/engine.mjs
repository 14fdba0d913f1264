// Comunica's engine of which each actor is made when it is first asked: its own set-up loads and makes two hundred of them
// before the first question, of which a question needs some forty.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const file = require.resolve('@comunica/query-sparql-rdfjs/engine-default.js')

/** What an actor answers to, by which a bus finds it: the names of its functions, or the type of its operation. */
function keysOfActors() {
  const keys = new Map()
  const seen = new Set()
  const walk = (value) => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    const { name, functionNames, operationName } = value
    if (typeof name === 'string') keys.set(name, functionNames ?? (operationName && [operationName]))
    Object.values(value).forEach(walk)
  }
  walk(require(file)())
  return keys
}

/**
 * The text of a module that makes the engine.
 *
 * @param isLeftOut whether a package is no part of the bundle, and with it its actors
 */
export function engine(isLeftOut) {
  const keys = keysOfActors()
  const statements = [
    ...readFileSync(file, 'utf8').matchAll(/^const (\w+) = new \(require\('([^']+)'\)\.(\w+)\)\((\{[\s\S]*?^\})?\);$/gm),
  ].map(([, name, source, className, args = '']) => ({ name, source, className, args, bus: /^ {2}'bus': (\w+)/m.exec(args)?.[1] }))
  const isActor = ({ source, bus }) => bus !== undefined && !source.includes('/mediator-')
  const dropped = statements.filter(({ source }) => isLeftOut(source)).map(({ name }) => name)
  const actors = new Set(statements.filter(isActor).map(({ name }) => name))
  const imports = new Set()
  const lines = statements.flatMap((statement) => {
    const { name, source, className, bus } = statement
    if (dropped.includes(name)) return []
    const args = statement.args
      .replace(new RegExp(`^ {2}(${dropped.join('|')}),?\\n`, 'gm'), '')
      .replace(/^ {2}(?:'\w+': )?(\w+)(?=,?$)/gm, (line, word) => (actors.has(word) ? `${line}()` : line))
    if (!isActor(statement)) {
      imports.add(`import { ${className} } from ${JSON.stringify(source)}`)
      return `const ${name} = ${className.startsWith('Bus') ? 'waiting' : ''}(new ${className}(${args}))`
    }
    const key = JSON.stringify(keys.get(/^ {2}'name': '(.*)',$/m.exec(args)[1]) ?? null)
    return `const ${name} = later(${bus}, ${key}, () => new (require('actor:${source}#${className}').${className})(${args}))`
  })
  return `${[...imports].join('\n')}
import { later, waiting } from '.ci/lazy-bus.mjs'
export default function () {
${lines.join('\n')}
return urn_comunica_default_init_actors_query()
}
`
}
