/** RDF to sheets: what each source of a file says, in the words of whatever vocabulary the ontology reads. */
import { basename } from 'node:path'
import { readRdf } from '../../formats/read/index.ts'
import { mint } from '../../model/iri.ts'
import { documentClasses, type ClassName } from '../../model/vocabulary.ts'
import type { DocumentFacts } from '../document.ts'
import { sourceNotes } from '../notes.ts'
import { unpackedName } from '../packing/endings.ts'
import { nothing, type Reading, type ReadOptions } from '../source.ts'
import { sheetWriter } from '../sheet-writer.ts'
import { describe } from './describe.ts'
import { factOf, Facts } from './facts.ts'
import { tellLeft, tellMeaningless } from './left.ts'
import type { Saying, Setting } from './properties.ts'
import { sayingsOf } from './sayings.ts'
import { thingsIn, typePredicate, type Things } from './things.ts'

/** How a format of RDF is read. */
export interface RdfOptions extends ReadOptions {
  /** The name of the source format, for notes. */
  readonly format: string
  /** The serialisation, by name or ending. */
  readonly serialisation: string
  /** The document that the file is. */
  readonly documentOf: (facts: Facts, things: Things) => Omit<DocumentFacts, 'id'> & { readonly id: string }
  /** More that the file says of itself. */
  readonly more?: (saying: Saying, setting: Setting, document: DocumentFacts) => void
}

/** What stands before relative IRIs; no path of the machine does. */
const localBase = (file: string): string => `file:///${encodeURIComponent(basename(unpackedName(file)))}`
const local = 'file:///'

/** Reads RDF. Nothing is fetched; what stands before a mistake of syntax is read where the parser tells it. */
export function readSource(text: string, file: string, options: RdfOptions): Reading {
  const { base, format } = options
  const notes = sourceNotes(format)
  const read = readRdf(text, options.serialisation, file, localBase(file))
  for (const problem of read.problems) notes.problem(problem)
  tellMeaningless(read.meaningless, notes, file)
  const statements = read.statements.map(({ quad, line }) => ({
    fact: factOf({ quad, ...(line !== undefined && { line }) }),
    graph: quad.graph,
  }))
  const all = new Facts(statements.map(({ fact }) => fact))
  const things = thingsIn(all, base, local)
  const document = options.documentOf(all, things)
  const fileIri = mint(base, 'Document', options.source ?? document.id)
  const said = sayingsOf(statements, all, things, fileIri, base)

  const setting: Setting = { things, claims: said.claims, notes, file }
  /** The class of what has a name of its own. */
  const kindOf = (node: string): ClassName | undefined => documentClasses.find((one) => one === things.kindOf(node))
  const sheets = said.sources.flatMap(({ iri, name, facts, subjects }) => {
    const writer = sheetWriter(iri, base, notes)
    // A source that goes by an IRI of others is called as it is called in the file.
    if (name !== undefined) writer.thing({ kinds: ['Document'], name }, undefined, { file }, { iri, isTyped: true })
    const saying: Saying = { source: iri, isFile: iri === fileIri, facts, writer }
    const typedOnly: [string, ClassName][] = []
    for (const node of subjects) {
      const kind = kindOf(node)
      if (!kind) continue
      if (isSaidOf(node, saying, setting)) describe(node, kind, saying, setting)
      else if (all.of(node).every(({ predicate }) => predicate === typePredicate)) typedOnly.push([node, kind])
    }
    // What something was made of a statement about is known by that; else its IRI alone tells how it is called, where the file did not break off.
    const isWhole = read.problems.length === 0
    for (const [node, kind] of isWhole ? typedOnly : [])
      if (!facts.to(node).some((fact) => facts.isUsed(fact))) describe(node, kind, saying, setting)
    if (saying.isFile) options.more?.(saying, setting, document)
    tellLeft(facts, things, notes, file)
    return writer.sheets
  })
  if (read.problems.length === 0 && !said.sources.some(({ subjects }) => [...subjects].some(kindOf)))
    notes.problem({
      code: 'no-things',
      message: 'nothing in the file is of a class that is read',
      place: { file },
      hint: 'docs/sources.md lists the classes; a vocabulary or a set of shapes is no data',
    })
  const { noted, dropped } = notes.take()
  const speaks = said.sources.some(({ iri }) => iri === fileIri) && sheets.length > 0
  return { ...nothing, named: sheets, noted, dropped, ...(speaks && { document: { ...document, id: options.source ?? document.id } }) }
}

/** Whether a source says more of a thing than of which class it is; of ours that is something to say. */
const isSaidOf = (node: string, { source, facts }: Saying, { things, claims }: Setting): boolean =>
  things.ownIri(node) !== undefined ||
  facts.of(node).some(({ predicate }) => predicate !== typePredicate) ||
  claims.statusesOf(source, node).length > 0
