/** Where more of an asset is told: its paper, its page, its card. */
import { quote } from '../../quote.ts'
import { hubRepository, identifierName, paperAt } from '../addresses.ts'
import { brief } from '../brief.ts'
import type { Context } from './context.ts'
import type { Field } from './field.ts'

/** Reads the address that the catalogue gives for more: a paper describes the asset, anything else is a page of it. */
export function readAddress({ entry }: Context, { beside }: Field, address: string): void {
  const paper = paperAt(address)
  if (paper) entry.link('describedBy', paper, { ...beside, written: address })
  else entry.say('homepage', address, beside)
}

/**
 * Reads the address of a card. Where it is that of the asset at a hub it is its identifier there, if the name is the same but for how it
 * is written: the card of a family is most often that of one of its sizes (`01-ai/Yi-34B` for Yi), which is another model.
 */
export function readCard({ name, kind, entry, writer, notes }: Context, field: Field, address: string, type: string): void {
  const { key, beside } = field
  const paper = paperAt(address)
  if (paper) return entry.link('describedBy', paper, { ...beside, written: address })
  if (!/^https?:\/\/\S+$/.test(address)) return notes.dropped(key, beside.place, { value: quote(brief(address)), why: 'no address' })
  const hub = hubRepository(address)
  const isThat = hub && plain(identifierName({ scheme: 'hub', value: hub.id })) === plain(name) && hub.kind === kind
  if (isThat) entry.say('hubId', hub.id, { ...beside, written: address })
  const card = {
    kinds: ['Document'],
    name: `${type === 'model-card' ? 'Model card' : 'Data sheet'} at ${address.replace(/^https?:\/\//, '')}`,
  } as const
  const document = writer.thing(card, `asset ${name}`, beside.place)
  document.say('documentType', type)
  document.say('homepage', address, beside)
  entry.link('describedBy', card, { ...beside, written: address })
}

/** A name without case and what is put between words at will. */
const plain = (text: string): string => text.toLowerCase().replace(/(?<!\d)[\s_-]+|[\s_-]+(?!\d)/g, '')
