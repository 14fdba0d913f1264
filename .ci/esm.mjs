// What TypeScript made of a module for CommonJS, as the ES module that it was: esbuild leaves out what nobody uses of an
// ES module only. Whatever is not of the regular form stays as it is.
const mark = 'Object.defineProperty(exports, "__esModule", { value: true });'

/**
 * The text of an ES module; nothing for what is no regular CommonJS module of TypeScript's.
 *
 * @param code the text of a file
 */
export function esModule(code) {
  const start = code.indexOf(mark)
  if (start < 0) return undefined
  // Nothing but helpers such as __exportStar may stand before the mark.
  if (code.slice(0, start).includes('require(')) return undefined
  const sources = new Map()
  const exported = new Set()
  let end = ''
  const imported = (name, source) => {
    sources.set(name, source)
    return `import * as ${name} from ${source};`
  }
  const text = code
    .slice(start + mark.length)
    .replace(/^(exports\.[\w$]+ = )+void 0;$/gm, '')
    .replace(/^__exportStar\(require\(("[^"]+")\), exports\);$/gm, 'export * from $1;')
    .replace(/^exports\.(\w+) = __importStar\(require\(("[^"]+")\)\);$/gm, 'export * as $1 from $2;')
    .replace(/^(?:const|var) (\w+) = __import(?:Star|Default)\(require\(("[^"]+")\)\);$/gm, (_, name, source) => imported(name, source))
    .replace(/^(?:const|var) (\w+_\d+) = require\(("[^"]+")\);$/gm, (_, name, source) => imported(name, source))
    .replace(/^const (\w+) = require\('(imurmurhash)'\);$/gm, "import $1 from '$2';")
    .replace(
      /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/gm,
      (whole, name, from, inner) => (sources.has(from) ? `export { ${inner} as ${name} } from ${sources.get(from)};` : whole),
    )
    .replace(/^exports\.([\w$]+) = \1;$/gm, 'export { $1 };')
    .replace(/\(exports\.(\w+) = \1 = \{\}\)\);$/gm, (_, name) => {
      end += `export { ${name} };\n`
      return `(${name} = {}));`
    })
    .replace(/^exports\.([\w$]+) = /gm, (_, name) => {
      if (exported.has(name)) return 'exports.twice = '
      exported.add(name)
      end += `export { exported_${name} as ${name} };\n`
      return `const exported_${name} = `
    })
    .replace(/\bexports\.([\w$]+)/g, (whole, name) => (exported.has(name) ? `exported_${name}` : whole))
  return /\bexports\s*[.,)[]|\brequire\(|\bmodule\./.test(text) ? undefined : `${text}\n${end}`
}
