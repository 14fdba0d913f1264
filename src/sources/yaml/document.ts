/** One YAML document, brought to the normal form of the fact schemas, with the place of everything kept. */
import { isAlias, isMap, isScalar, isSeq, type Document, type LineCounter, type Node, type YAMLMap } from 'yaml'
import type { Place, Problem } from '../../errors.ts'
import { didYouMean, nearest } from '../../nearest.ts'
import { evidenceKeys, keysOf, kindOf, type FactSheet } from '../../model/sheet.ts'
import { classNames, classOf, type Class, type Property } from '../../model/vocabulary.ts'
import { quote } from '../../quote.ts'
import { settle, type Plain } from './settle.ts'
import { syntaxHint } from './hints.ts'
import { errorStart, isEmpty, keyOf, scalarText, startOf } from './node.ts'
import { noValue, PlainNodes } from './plain-nodes.ts'

/** Reads one document; what is wrong is added to the problems. */
export class DocumentReader {
  readonly #nodes: PlainNodes
  readonly #problems: Problem[]
  /** Keys whose absence is no second problem, since they are there and could not be read, or a misspelt key stands for them. */
  readonly #excused = new Set<string>()

  constructor(file: string, lines: LineCounter, problems: Problem[]) {
    this.#nodes = new PlainNodes(file, lines, problems)
    this.#problems = problems
  }

  /** The sheet, and whether nothing of it is missing. */
  read(document: Document.Parsed, base: string): { sheet?: FactSheet; whole: boolean } {
    const before = this.#problems.length
    const starts = new Set<number>()
    for (const error of document.errors) {
      // A directive was told where it stands, before its document.
      if (error.code === 'BAD_DIRECTIVE') continue
      const start = errorStart(document, error)
      if (!starts.has(start)) this.#nodes.report('bad-yaml', error.message, start, undefined, syntaxHint(error.code, error.message))
      starts.add(start)
    }
    if (this.#problems.length > before) return { whole: false }
    const root = document.contents
    if (!isMap(root)) {
      this.#nodes.report(
        'not-a-mapping',
        'a document is a mapping of keys to values',
        startOf(root),
        undefined,
        'start with id: and source:',
      )
      return { whole: false }
    }
    const pair = root.items.find((item) => keyOf(item) === 'kind')
    const written = pair?.value as Node | null | undefined
    const kind = kindOf(isScalar(written) && written.value !== null ? scalarText(written) : undefined)
    if ('problem' in kind) this.#nodes.report('unknown-kind', kind.problem, startOf(written), 'kind', kind.hint)
    if (kind.name === undefined) return { whole: false }
    const plain = this.#mapping(root, classOf(kind.name), false)
    plain['kind'] = kind.name
    const sheet = settle(plain, kind.name, base, this.#excused, this.#problems)
    return { ...(sheet && { sheet }), whole: this.#problems.length === before }
  }

  #mapping(node: YAMLMap, of: Class, nested: boolean): Plain {
    const places = new Map<string, Place>()
    const plain: Plain = { place: this.#nodes.place(startOf(node)), places }
    const known = keysOf(of.name, nested)
    const excuse = (key: string): void => {
      if (of.properties.has(key)) plain[key] ??= []
      else this.#excused.add(key)
    }
    for (const { key, value, offset } of this.#nodes.pairs(node)) {
      if (!known.includes(key)) {
        nearest(key, known).forEach(excuse)
        this.#nodes.report(
          'unknown-key',
          `${of.name} has no key ${quote(key)}`,
          offset,
          key,
          key === '<<' ? 'write the keys out: data has no merge keys' : unknownKeyHint(key, of, known),
        )
      } else if (isEmpty(value)) {
        excuse(key)
        this.#nodes.report('empty-value', `${key} has no value`, offset, key, noValue)
      } else {
        places.set(key, this.#nodes.place(startOf(value)))
        plain[key] = this.#content(value, of.properties.get(key), key)
        if (plain[key] === undefined) excuse(key)
      }
    }
    return plain
  }

  #content(node: Node, property: Property | undefined, key: string): unknown {
    if (property === undefined) return this.#nodes.scalar(node, key)
    if (!property.inverse) return this.#evidence(node, property)
    const list = isSeq(node) && this.#nodes.isPlain(node, key)
    return (list ? (node.items as Node[]) : [node]).flatMap((item) => {
      if (isMap(item)) return [this.#mapping(item, classOf(property.classes![0]!), true)]
      if (!isAlias(item) || this.#nodes.isPlain(item, key))
        this.#nodes.report(
          'not-a-mapping',
          `${key} is a list of mappings`,
          startOf(item),
          key,
          `write - { ${keysOf(property.classes![0]!, true).slice(0, 2).join(': …, ')}: … }`,
        )
      return []
    })
  }

  /** A scalar, a mapping with evidence, a mapping by language, or a list of those, as a list of values with evidence. */
  #evidence(node: Node, property: Property, shared: Plain = {}, within?: 'list' | 'language'): Plain[] {
    const place = this.#nodes.place(startOf(node))
    if (isSeq(node)) {
      if (!this.#nodes.isPlain(node, property.name)) return []
      if (within === 'list')
        this.#nodes.report('nested-list', `${property.name} holds a list inside a list`, startOf(node), property.name, 'write one list')
      return within === 'list' ? [] : (node.items as Node[]).flatMap((item) => this.#evidence(item, property, shared, 'list'))
    }
    if (!isMap(node)) {
      const value = this.#nodes.scalar(node, property.name)
      return value === undefined ? [] : [{ ...shared, place, value }]
    }
    if (!this.#nodes.isPlain(node, property.name)) return []
    const keys = node.items.map(keyOf)
    const byLanguage = property.kind === 'text' && within !== 'language' && !keys.some(isEvidenceKey)
    if (byLanguage)
      return this.#nodes.pairs(node).flatMap(({ key, value, place: at }) => this.#byLanguage(key, value, at, property, shared))
    return this.#withEvidence(node, property, place, shared)
  }

  #byLanguage(language: string, value: Node | null, place: Place, property: Property, shared: Plain): Plain[] {
    const places = new Map(shared['places'] as Map<string, Place> | undefined).set('language', place)
    if (isEmpty(value)) {
      this.#problems.push({
        code: 'empty-value',
        message: `${property.name} has no value in ${quote(language)}`,
        place,
        key: language,
        hint: noValue,
      })
      return []
    }
    return this.#evidence(value, property, { ...shared, language, places }, 'language')
  }

  #withEvidence(node: YAMLMap, property: Property, place: Place, shared: Plain): Plain[] {
    const known = evidenceKeys.filter((key) => key !== 'language' || property.kind === 'text')
    const places = new Map(shared['places'] as Map<string, Place> | undefined)
    const evidence: Plain = { place, ...shared, places }
    let content: Node | null | undefined
    let stated = false
    for (const { key, value, offset } of this.#nodes.pairs(node)) {
      if (!(known as readonly string[]).includes(key)) {
        stated ||= nearest(key, known).some((near) => near === 'value' || near === 'status')
        this.#nodes.report(
          'unknown-key',
          `a value has no key ${quote(key)}`,
          offset,
          key,
          didYouMean(key, known) ?? `its keys: ${known.join(', ')}`,
        )
        continue
      }
      places.set(key, this.#nodes.place(value ? startOf(value) : offset))
      if (key === 'value' || key === 'status') stated = true
      if (isEmpty(value)) this.#nodes.report('empty-value', `${key} has no value`, offset, key, noValue)
      else if (key === 'value') content = value
      else evidence[key] = this.#nodes.scalar(value, key)
    }
    if (!stated) this.#nodes.report('no-value', `${property.name} needs a value`, startOf(node), property.name, 'write { value: …, at: … }')
    if (!content) return evidence['status'] === undefined ? [] : [evidence]
    if (this.#holdsEvidence(content, property)) return []
    return this.#evidence(content, property, evidence, shared['language'] === undefined ? undefined : 'language').map((item) => ({
      ...item,
      place,
      places: new Map([...((item['places'] as Map<string, Place> | undefined) ?? []), ['value', item['place'] as Place]]),
    }))
  }

  /** Whether what stands as a value has evidence of its own, which is reported: whose would hold? */
  #holdsEvidence(content: Node, property: Property): boolean {
    const items = isSeq(content) ? (content.items as Node[]) : [content]
    const doubled = items.filter((item) => isMap(item) && item.items.some((pair) => isEvidenceKey(keyOf(pair))))
    for (const item of doubled) {
      const hint = 'write one mapping: { value: …, at: … }'
      this.#nodes.report('nested-value', `${property.name} has evidence inside of what has evidence`, startOf(item), property.name, hint)
    }
    return doubled.length > 0
  }
}

const isEvidenceKey = (key: string | undefined): boolean => (evidenceKeys as readonly unknown[]).includes(key)

function unknownKeyHint(key: string, of: Class, known: readonly string[]): string {
  const others = classNames.filter((name) => name !== 'Claim' && classOf(name).properties.has(key))
  return (
    didYouMean(key, known) ??
    (others.length > 0 ? `it is a key of ${others.join(', ')}, not of ${of.name}` : `its keys: ${known.join(', ')}`)
  )
}
