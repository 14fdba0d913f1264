/** The things that are known while names are resolved, by their identifiers and names. */
import type { Identifier, Mention } from '../../model/mention.ts'
import type { ClassName } from '../../model/vocabulary.ts'
import type { Elsewhere } from '../elsewhere.ts'
import { normalName } from '../../model/normal-name.ts'

/** Identifiers are compared as their catalogues do: only IRIs tell case apart. */
const keyOf = ({ scheme, value }: Identifier): string => `${scheme} ${scheme === 'iri' ? value : value.toLowerCase()}`

/** Things by what they are called; those that are known elsewhere too. */
export class KnownThings {
  readonly #elsewhere: Elsewhere | undefined
  readonly #kinds = new Map<string, ClassName>()
  readonly #byIdentifier = new Map<string, string>()
  readonly #byName = new Map<string, Set<string>>()
  /** The names of each thing, as they are written. */
  readonly #names = new Map<string, Set<string>>()
  /** Names exactly as a source writes them for a thing that it describes. */
  readonly #own = new Map<string, Set<string>>()

  /** The IRIs by which a source knows a thing. */
  readonly #known = new Map<string, Set<string>>()

  constructor(elsewhere?: Elsewhere) {
    this.#elsewhere = elsewhere
  }

  has(iri: string): boolean {
    return this.kindOf(iri) !== undefined
  }

  kindOf(iri: string): ClassName | undefined {
    return this.#kinds.get(iri) ?? this.#elsewhere?.kindOf(iri)
  }

  add(iri: string, kind: ClassName): void {
    this.#kinds.set(iri, kind)
    this.identify(iri, { scheme: 'iri', value: iri })
  }

  /** The first thing that has an identifier keeps it. */
  identify(iri: string, identifier: Identifier): void {
    const key = `${this.kindOf(iri)} ${keyOf(identifier)}`
    if (!this.#byIdentifier.has(key)) this.#byIdentifier.set(key, iri)
  }

  /** Notes a name by which the thing is found. */
  name(iri: string, name: string): void {
    put(this.#byName, `${this.kindOf(iri)} ${normalName(name)}`, iri)
  }

  /** Notes that a thing is called so, whether or not it is found by that. */
  call(iri: string, name: string): void {
    put(this.#names, iri, name)
  }

  /** How a thing is called, as it is written. */
  namesOf(iri: string): ReadonlySet<string> | undefined {
    return this.#names.get(iri) ?? this.#elsewhere?.namesOf(iri)
  }

  nameIn(source: string, iri: string, name: string): void {
    put(this.#own, `${source} ${this.kindOf(iri)} ${name}`, iri)
  }

  /** Notes by which IRIs of its own a source knows a thing. */
  knowIn(source: string, iri: string, called: Mention): void {
    for (const own of irisOf(called)) put(this.#known, `${source} ${iri}`, own)
  }

  /** Whether a source knows a thing by IRIs of its own, and means another by that name. */
  isKnownOtherwise(source: string, iri: string, called: Mention): boolean {
    const own = irisOf(called)
    const before = this.#known.get(`${source} ${iri}`)
    return own.length > 0 && before !== undefined && !own.some((one) => before.has(one))
  }

  /** The things that have one of the identifiers. */
  identified({ kinds, identifiers = [] }: Mention): string[] {
    return [
      ...new Set(
        identifiers.flatMap((identifier) =>
          kinds.flatMap(
            (kind) => this.#byIdentifier.get(`${kind} ${keyOf(identifier)}`) ?? this.#elsewhere?.identified(kind, identifier) ?? [],
          ),
        ),
      ),
    ]
  }

  /** The things that a source describes under exactly this name. */
  ownNamed({ kinds, name }: Mention, source: string): string[] {
    return kinds.flatMap((kind) => [...(this.#own.get(`${source} ${kind} ${name}`) ?? [])])
  }

  /** The things that have the name, however it is written. */
  named({ kinds, name }: Mention): string[] {
    const normal = normalName(name)
    const found = kinds.flatMap((kind) => [
      ...(this.#byName.get(`${kind} ${normal}`) ?? []),
      ...(this.#elsewhere?.named(kind, normal) ?? []),
    ])
    return [...new Set(found)]
  }
}

const irisOf = ({ identifiers = [] }: Mention): string[] => identifiers.flatMap(({ scheme, value }) => (scheme === 'iri' ? [value] : []))

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const before = map.get(key)
  if (before) before.add(value)
  else map.set(key, new Set([value]))
}
