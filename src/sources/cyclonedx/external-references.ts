/** Where a component's external references lead: its pages, its papers, its code. */
import { hubRepository, paperAt } from '../addresses.ts'
import { child, elsewhere, objectsOf, readFields, textOf, type Json } from '../bills/bill.ts'
import { describesIt, otherPaper } from '../bills/papers.ts'
import { sayHashes, type Reading } from './reading.ts'

/** What the address of each type of reference is of the component. */
const keys: Readonly<Record<string, 'homepage' | 'codeRepository'>> = {
  website: 'homepage',
  'model-card': 'homepage',
  documentation: 'homepage',
  vcs: 'codeRepository',
  'source-distribution': 'codeRepository',
}

/** Reads the external references of a component. */
export function readReferences(json: Json, reading: Reading): void {
  const { bom, entry, thing } = reading
  const pages = new Set<string>()
  for (const reference of objectsOf(bom, json)) {
    readFields(bom, reference, readers, undefined)
    const [type, hashes] = [textOf(bom, child(reference, 'type')) ?? 'other', child(reference, 'hashes')]
    if (type === 'distribution' && thing.kind === 'Model') sayHashes(bom, entry, hashes)
    else if (hashes.value !== undefined) bom.drop(hashes)
    const address = textOf(bom, child(reference, 'url'))
    if (address !== undefined) sayAddress(address, type, reference, reading, pages)
  }
}

/** States where a reference leads; the same address is often there under several types. */
function sayAddress(address: string, type: string, reference: Json, { bom, entry, thing }: Reading, pages: Set<string>): void {
  const comment = textOf(bom, child(reference, 'comment'))
  const beside = bom.beside(child(reference, 'url'), comment)
  const paper = paperAt(address)
  const isOwnPage = thing.hub !== undefined && hubRepository(address)?.id.toLowerCase() === thing.hub.id.toLowerCase()
  const key = isOwnPage ? 'homepage' : Object.hasOwn(keys, type) ? keys[type] : undefined
  if (paper && describesIt(type, comment)) entry.link('describedBy', paper, { ...beside, written: address })
  else if (paper) bom.drop({ ...reference, field: otherPaper('externalReferences', type) })
  else if (!key) bom.drop({ ...reference, field: `externalReferences (${type.slice(0, 40)})` })
  else if (!pages.has(`${key} ${address}`)) entry.say(key, address, beside)
  pages.add(`${key} ${address}`)
}

const readers = { type: elsewhere, url: elsewhere, comment: elsewhere, hashes: elsewhere }
