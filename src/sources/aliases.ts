/** The alias table (docs/sources.md): what people decided of names, one decision a line of a YAML list. */
import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import type { Problem } from '../errors.ts'
import type { Alias, Named } from '../model/alias.ts'
import { idHint, isId, isMinted } from '../model/iri.ts'
import { classNames, classOf, findClass, type ClassName } from '../model/vocabulary.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../quote.ts'
import type { Content } from './content.ts'
import { linePlaces } from './line-places.ts'
import { nothing, type Reading, type SourceFormat } from './source.ts'
import { keyOf, scalarText, startOf } from './yaml/node.ts'
import { isExcess, parseWhole } from './yaml/whole.ts'

const keys = ['name', 'kind', 'source', 'is', 'not', 'apart'] as const
type Key = (typeof keys)[number]
const example = 'write - { kind: Dataset, name: CommonCrawl, is: common-crawl }'

export const aliases: SourceFormat = {
  name: 'aliases',
  title: 'a table of aliases',
  extensions: ['.yaml', '.yml'],
  // The first line that is no comment begins an item, and that with a key of a decision.
  recognises: ({ text }) => text !== undefined && /^(?:\s*(?:#.*)?\r?\n)*- +(?:\{ *)?(?:name|kind|source|is|not|apart) *:/.test(text),
  read,
}

function read({ file, text, problems: before }: Content): Reading {
  const problems: Problem[] = [...before]
  if (text === undefined) return { ...nothing, problems }
  const lineOf = linePlaces(text)
  const report = (offset: number, problem: Omit<Problem, 'place'>): void =>
    void problems.push({ ...problem, place: { file, ...lineOf(offset) } })
  const document = parseWhole(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false })
  if (isExcess(document)) {
    const { offset, ...excess } = document
    report(offset, { ...excess, hint: example })
    return { ...nothing, problems }
  }
  for (const { message, pos } of document.errors) report(pos[0], { code: 'bad-yaml', message: message.split('\n', 1)[0]!, hint: example })
  const first = new Map<string, number>()
  const decisions = (isSeq(document.contents) ? document.contents.items : []).flatMap((item) => {
    const offset = startOf(item)
    if (!isMap(item)) {
      report(offset, { code: 'not-a-mapping', message: 'a decision is a mapping', hint: example })
      return []
    }
    const alias = decisionOf(item, (problem) => report(offset, problem))
    if (!alias) return []
    // A name may be none of several things.
    const key = JSON.stringify([
      alias.name.toLowerCase(),
      alias.kind,
      alias.source,
      ...(alias.is !== 'apart' && 'not' in alias.is ? [alias.is] : []),
    ])
    const { line } = lineOf(offset)
    if (first.has(key)) {
      const message = `${quote(alias.name)} was decided already, in line ${first.get(key)}`
      report(offset, { code: 'duplicate-alias', message, hint: 'leave one of them' })
      return []
    }
    first.set(key, line)
    return [alias]
  })
  return { ...nothing, aliases: decisions, problems }
}

type Report = (code: string, message: string, key: string, hint?: string) => undefined

/** The decision of an item, or nothing when there is a problem with it. */
function decisionOf(item: YAMLMap, report: (problem: Omit<Problem, 'place'>) => void): Alias | undefined {
  let found = 0
  const bad: Report = (code, message, key, hint) => {
    found += 1
    report({ code, message, key, ...(hint !== undefined && { hint }) })
  }
  const { name, kind: className, source, is, not, apart } = textsOf(item, bad)
  const kind = className === undefined ? undefined : kindNamed(className, bad)
  if (source !== undefined && !isId(source)) bad('bad-id', `${quote(source)} is not the id of a source`, 'source', idHint(source))
  if (apart !== undefined && apart !== 'true')
    bad('bad-value', 'apart takes nothing but true', 'apart', 'write apart: true, or leave it out')
  const isKnown = kind !== undefined || className === undefined
  const [named, unlike] = [is, not].map((path) => (path !== undefined && isKnown ? thingOf(path, kind, bad) : undefined))
  const decided: Alias['is'] | undefined = apart !== undefined ? 'apart' : unlike ? { not: unlike } : named
  // Where a key was misspelt, it is not missing.
  if (found > 0) return undefined
  if (name === undefined) return bad('missing-key', 'name is missing', 'name', example)
  if ([is, not, apart].filter((one) => one !== undefined).length !== 1)
    return bad(
      'bad-decision',
      'a decision says what the name is, what it is not, or that it stands apart',
      'is',
      'write one of is:, not: and apart: true',
    )
  return decided && { name, ...(kind && { kind }), ...(source !== undefined && { source }), is: decided }
}

/** The texts of an item by key. */
function textsOf(item: YAMLMap, bad: Report): Partial<Record<Key, string>> {
  const texts = new Map<string, string>()
  for (const pair of item.items) {
    const key = keyOf(pair) ?? ''
    const text = isScalar(pair.value) ? scalarText(pair.value).trim() : ''
    if (!(keys as readonly string[]).includes(key))
      bad('unknown-key', `a decision has no key ${quote(key)}`, key, didYouMean(key, keys) ?? `its keys: ${keys.join(', ')}`)
    else if (texts.has(key)) bad('duplicate-key', `${quote(key)} stands here a second time`, key, 'leave one of them')
    else if (text === '') bad('not-a-scalar', `${key} takes one text`, key, example)
    else texts.set(key, text)
  }
  return Object.fromEntries(texts)
}

function kindNamed(written: string, bad: Report): ClassName | undefined {
  const found = findClass(written)
  return found ? found.name : bad('unknown-kind', `${quote(written)} is no class`, 'kind', didYouMean(written, classNames))
}

/** `common-crawl` where the class is told, else `dataset/common-crawl`. */
function thingOf(is: string, kind: ClassName | undefined, bad: Report): Named | undefined {
  const slash = is.indexOf('/')
  const [segment, id] = [is.slice(0, Math.max(slash, 0)), is.slice(slash + 1)]
  if (slash < 0 && kind === undefined)
    return bad('bad-reference', `${quote(is)} does not say of which class it is`, 'is', `write it as in dataset/${id}, or a kind`)
  const of = slash < 0 ? kind : classNames.find((name) => classOf(name).segment === segment)
  if (of === undefined) return bad('bad-reference', `${quote(segment)} is no class`, 'is', 'write it as in dataset/common-crawl')
  if (kind !== undefined && of !== kind)
    return bad('bad-reference', `${quote(is)} is no ${classOf(kind).label.en}`, 'is', 'leave the kind out, or write its id')
  return isMinted(id) ? { kind: of, id } : bad('bad-id', `${quote(id)} is not an id`, 'is', idHint(id))
}
