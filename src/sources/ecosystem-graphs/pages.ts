/** Where more of an asset is told: its paper, its page, its card. */
import { quote } from '../../quote.ts'
import { hubRepository, paperAt } from '../addresses.ts'
import { brief } from '../brief.ts'
import type { Context } from './context.ts'
import type { Field } from './field.ts'

/** Reads the address that the catalogue gives for more: a paper describes the asset, anything else is a page of it. */
export function readAddress({ entry }: Context, { beside }: Field, address: string): void {
  const paper = paperAt(address)
  if (paper) entry.link('describedBy', paper, { ...beside, written: address })
  else entry.say('homepage', address, beside)
}

/** Reads the address of a card, which may be that of the asset at a hub. */
export function readCard({ name, repository, entry, writer, notes }: Context, field: Field, address: string, type: string): void {
  const { key, beside } = field
  const paper = paperAt(address)
  if (paper) return entry.link('describedBy', paper, { ...beside, written: address })
  if (!/^https?:\/\/\S+$/.test(address)) return notes.dropped(key, beside.place, { value: quote(brief(address)), why: 'no address' })
  const id = hubRepository(address)?.id
  if (id !== undefined && id === repository) entry.say('hubId', id, { ...beside, written: address })
  const card = {
    kinds: ['Document'],
    name: `${type === 'model-card' ? 'Model card' : 'Data sheet'} at ${address.replace(/^https?:\/\//, '')}`,
  } as const
  const document = writer.thing(card, `asset ${name}`, beside.place)
  document.say('documentType', type)
  document.say('homepage', address, beside)
  entry.link('describedBy', card, { ...beside, written: address })
}
