/** The things that records of a hub speak of. A thing that is only mentioned is one too: it has a class, a name and its hub id. */
import { literal, namedNode } from '../../model/claim.ts'
import { hubKey, mint, nameKey, slug } from '../../model/iri.ts'
import { classOf, prefixes, type ClassName } from '../../model/vocabulary.ts'
import type { Mention } from '../../model/mention.ts'
import type { BatchWriter, Constant, Head } from '../bulk/batch-writer.ts'
import { licenseOf } from '../licenses.ts'
import { remembered } from './remembered.ts'

/** How what the hub calls a thing of some class becomes its id, and what else it has. */
interface Kind {
  /** The name under which the thing is known, where that is another. */
  readonly name?: (called: string) => string
  readonly id: (called: string) => string
  /** Whether the hub calls it `owner/name`: then that is its hub id, and the name alone its name. */
  readonly owned?: boolean
  /** A property of some of them, and its value. */
  readonly identifier?: readonly [key: string, value: (called: string) => string | undefined]
}

/** The classes of things that records of a hub speak of. */
export type HubClass = 'Model' | 'Dataset' | 'Organization' | 'License'

const kinds: Record<HubClass, Kind> = {
  Model: { id: hubKey, owned: true },
  Dataset: { id: hubKey, owned: true },
  Organization: { id: nameKey },
  License: {
    name: (called) => licenseNamed(called)?.name ?? called,
    id: slug,
    identifier: ['spdxId', (called) => licenseNamed(called)?.identifiers?.[0]?.value],
  },
}

const licenses = remembered(licenseOf)

/** The licence that the hub's word for one names; nothing where it names none. */
export function licenseNamed(word: string): Mention | undefined {
  const said = licenses(word)
  return 'mention' in said ? said.mention : undefined
}

/** The ids of models and datasets that a person gave other ids than their hub ids make, by class and hub id in lower case. */
export type KnownIds = Readonly<Partial<Record<HubClass, ReadonlyMap<string, string>>>>

/** The things of a batch. */
export interface Things {
  /** Forgets what was mentioned; `source` is the number of the document that says what follows. */
  begin(source: number): void
  /** The number of the thing that the hub calls so; the first time, its class and names are packed too. */
  mention(of: HubClass, called: string): number
}

/**
 * The things of records.
 *
 * @param base base IRI of instances
 * @param writer packs what is said of them
 * @param known things that have other ids than their hub ids make
 */
export function hubThings(base: string, writer: BatchWriter, known: KnownIds = {}): Things {
  const property = (name: ClassName, key: string): Constant => writer.constant(namedNode(classOf(name).properties.get(key)!.path))
  const type = writer.constant(namedNode(`${prefixes.rdf}type`))
  const name = property('Model', 'name')
  const hubId = property('Model', 'hubId')
  const english = writer.headOf(literal('', 'en'))
  const plain = writer.headOf(literal(''))
  const prepare = (of: HubClass): Prepared => {
    const { id, name, owned = false, identifier } = kinds[of]
    return {
      number: Object.keys(kinds).indexOf(of),
      id,
      nameOf: name,
      owned,
      identifierOf: identifier?.[1],
      identifier: identifier && property(of, identifier[0]),
      head: writer.headOf(namedNode(mint(base, of, 'id'))),
      className: writer.constant(namedNode(classOf(of).iri)),
      known: known[of],
      byText: new NumberTable(),
    }
  }
  const prepared: Record<HubClass, Prepared> = {
    Model: prepare('Model'),
    Dataset: prepare('Dataset'),
    Organization: prepare('Organization'),
    License: prepare('License'),
  }
  let source = 0

  return {
    begin(document) {
      source = document
      for (const { byText } of Object.values(prepared)) byText.clear()
    },
    mention(of, written) {
      const kind = prepared[of]
      const called = kind.nameOf?.(written) ?? written
      const ownerEnd = kind.owned ? called.indexOf('/') : -1
      // What it is called is stated whole, as hub id or as name, so it is a term, and that is quicker found than a text.
      const text = writer.term(ownerEnd >= 0 ? plain : english, called)
      const before = kind.byText.get(text)
      if (before !== undefined) return before
      const knownId = kind.known?.get(called.toLowerCase())
      const thing = writer.term(kind.head, knownId ?? kind.id(called))
      kind.byText.set(text, thing)
      const from = writer.rowCount
      writer.add(thing, writer.numberOf(type), writer.numberOf(kind.className), source)
      // What a person described has a name; this one is in its hub id.
      if (knownId === undefined)
        writer.add(thing, writer.numberOf(name), ownerEnd >= 0 ? writer.term(english, called, ownerEnd + 1) : text, source)
      if (ownerEnd >= 0) writer.add(thing, writer.numberOf(hubId), text, source)
      const identifier = kind.identifierOf?.(called)
      if (identifier !== undefined) writer.add(thing, writer.numberOf(kind.identifier!), writer.term(plain, identifier), source)
      writer.mention(kind.number, text, thing, from)
      return thing
    },
  }
}

/** What is needed of a class to speak of its things. */
interface Prepared {
  /** The kind of its mentions. */
  readonly number: number
  readonly id: Kind['id']
  readonly nameOf: Kind['name']
  readonly owned: boolean
  readonly identifier: Constant | undefined
  readonly identifierOf: ((called: string) => string | undefined) | undefined
  readonly head: Head
  readonly className: Constant
  readonly known: ReadonlyMap<string, string> | undefined
  /** The numbers of things by those of what they are called; what differs only in case is one thing with two names. */
  readonly byText: NumberTable
}

/** Numbers by numbers that are not far apart. */
class NumberTable {
  /** Each is one more than it is; 0 is where none is. */
  #numbers = new Int32Array(1 << 12)

  get(key: number): number | undefined {
    const number = this.#numbers[key]
    return number === undefined || number === 0 ? undefined : number - 1
  }

  set(key: number, number: number): void {
    if (key >= this.#numbers.length) {
      const larger = new Int32Array(2 ** Math.ceil(Math.log2(key + 1)))
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[key] = number + 1
  }

  clear(): void {
    this.#numbers.fill(0)
  }
}
