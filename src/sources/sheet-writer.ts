/** Writes down what a source says of its things, in its own names; what cannot be used is noted, and nothing is lost in silence. */
import type { Place } from '../errors.ts'
import type { statuses } from '../model/claim.ts'
import type { Mention } from '../model/mention.ts'
import type { Evidence, NamedSheet, OwnThing, Sheet } from '../model/sheet.ts'
import { badText, fitText, isReading, longText, readValue, type Reading } from '../model/value.ts'
import { classOf, type Class, type Property } from '../model/vocabulary.ts'
import { quote } from '../quote.ts'
import type { SourceNotes } from './notes.ts'

/** What is said beside a value. */
export interface Beside extends Pick<Evidence, 'at' | 'written' | 'note' | 'confidence' | 'rank' | 'reason' | 'citing'> {
  /** The field of the source, for what is noted of it; the key if it is missing. */
  readonly field?: string
  readonly place?: Place
  /** Language of a text; English if it is missing. */
  readonly language?: string
  /** The numbers that would be written so, where the source tells them; null where it tells that there are no others. */
  readonly range?: Reading['range'] | null
}

/** What a source says of one thing, or of one training, usage or evaluation of it. */
export interface Entry {
  /**
   * States a value of a property (its key, as in YAML), as the source writes it. What is no such value is noted.
   *
   * @returns whether it was one
   */
  say(key: string, value: string | number, beside?: Beside): boolean
  /** States a thing as the value of a property. */
  link(key: string, called: Mention, beside?: Beside): void
  /** States that there is no value, or that nobody knows or tells it. */
  status(key: string, status: (typeof statuses)[number], beside?: Beside): void
  /** Begins what is said of a training (`training`), usage (`usage`), evaluation or comparison. */
  nest(key: string): Entry
}

interface OpenSheet {
  readonly of: Class
  readonly place: Place
  readonly values: Map<string, Evidence[]>
  readonly nested: Map<string, Sheet[]>
}

/** What a file says. */
export interface SheetWriter {
  /**
   * Begins what is said of a thing.
   *
   * @param at where in the source it stands, for people: `row Codex`
   * @param own what the source knows by our IRI
   */
  thing(called: Mention, at: string | undefined, place: Place, own?: OwnThing): Entry
  /** All that was written. */
  readonly sheets: readonly NamedSheet[]
}

/**
 * Makes a writer.
 *
 * @param source IRI of the Document that says it all
 * @param base base IRI of instances
 */
export function sheetWriter(source: string, base: string, notes: SourceNotes): SheetWriter {
  const sheets: NamedSheet[] = []
  return {
    sheets,
    thing(called, at, place, own) {
      const open: OpenSheet = { of: classOf(called.kinds[0]), place, values: new Map(), nested: new Map() }
      const known = { ...(own && { own }), ...(at !== undefined && { at: fitText(at) }) }
      const mention = fitMention(called, notes, place)
      // What is said of a thing that cannot be named goes nowhere.
      if (mention) sheets.push({ called: mention, source, ...known, place, values: open.values, nested: open.nested })
      return entry(open, base, notes)
    },
  }
}

function entry({ of, place, values, nested }: OpenSheet, base: string, notes: SourceNotes): Entry {
  /** The property of a key; what the class has no property for is noted. */
  const propertyOf = (key: string, { field = key, place: at = place }: Beside = {}): Property | undefined => {
    const property = of.properties.get(key)
    if (!property) notes.dropped(`${field} of ${of.label.en}`, at)
    return property
  }
  const add = (key: string, evidence: Evidence): void => {
    const before = values.get(key)
    if (before) before.push(evidence)
    else values.set(key, [evidence])
  }
  const besides = ({ field: _, language: __, range: ___, ...beside }: Beside): Omit<Evidence, 'reading'> => ({
    place,
    ...fitBeside(beside),
  })
  return {
    say(key, value, beside = {}) {
      const property = propertyOf(key, beside)
      if (!property) return false
      const text = String(value).trim()
      const unfit = badText(text)
      const reading = unfit?.code === 'bad-text' ? unfit : readValue(text, property, base, beside.language ?? 'en')
      if (!isReading(reading)) {
        notes.dropped(beside.field ?? key, beside.place ?? place, { value: quote(text), why: reading.message })
        return false
      }
      const written = beside.written ?? (reading.term.termType === 'Literal' && reading.term.value !== text ? text : undefined)
      const { range = reading.range } = beside
      add(key, { reading: { term: reading.term, ...(range && { range }) }, ...besides(beside), ...(written !== undefined && { written }) })
      return true
    },
    link(key, called, beside = {}) {
      const mention = propertyOf(key, beside) && fitMention(called, notes, beside.place ?? place)
      if (mention) add(key, { mention, ...besides(beside) })
    },
    status(key, status, beside = {}) {
      if (propertyOf(key, beside)) add(key, { status, ...besides(beside) })
    },
    nest(key) {
      const inner: OpenSheet = { of: classOf(propertyOf(key)!.classes![0]!), place, values: new Map(), nested: new Map() }
      nested.set(key, [...(nested.get(key) ?? []), { place, values: inner.values, nested: inner.nested }])
      return entry(inner, base, notes)
    },
  }
}

/** The mention by a name that can be written, with what was changed told; nothing for one that is too long, which is told. */
function fitMention(called: Mention, notes: SourceNotes, place: Place): Mention | undefined {
  const ofName = classOf(called.kinds[0]).properties.get('name')!
  const texts = [called.name, ...(called.identifiers ?? []).map(({ value }) => value)]
  const [long] = texts.flatMap((text) => longText(text, ofName) ?? [])
  if (long) {
    notes.problem({ ...long, place, hint: `${long.hint}; what has it was not read, the rest was` })
    return undefined
  }
  const name = fitText(called.name)
  if (name === called.name) return called
  notes.dropped('name', place, { value: quote(called.name), why: 'its control characters stand as U+FFFD' })
  return { ...called, name }
}

/** What is beside a value as texts that can be written. */
const fitBeside = (beside: Omit<Beside, 'field' | 'language' | 'range'>): typeof beside => ({
  ...beside,
  ...(beside.at !== undefined && { at: fitText(beside.at) }),
  ...(beside.written !== undefined && { written: fitText(beside.written) }),
  ...(beside.note !== undefined && { note: fitText(beside.note) }),
  ...(beside.reason !== undefined && { reason: fitText(beside.reason) }),
})
