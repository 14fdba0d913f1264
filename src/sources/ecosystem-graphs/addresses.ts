/** Addresses of an asset: of its paper, its page, its card. */
import { quote } from '../../quote.ts'
import { brief } from '../brief.ts'
import type { Context } from './context.ts'
import type { Field } from './field.ts'

/** A paper at arXiv, whichever of its forms and places is linked. */
const atArxiv = /^https?:\/\/(?:www\.)?(?:ar5iv\.labs\.)?arxiv\.org\/(?:abs|pdf|html)\/(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?(?:#.*)?$/i

/** A model or dataset at the hub, and nothing inside of it. */
const atHub = /^https?:\/\/huggingface\.co\/(datasets\/)?(?!spaces\/|datasets\/|papers\/|blog\/|docs\/)([\w.-]+\/([\w.-]+?))\/?(?:#.*)?$/

/** Reads the address that the catalogue gives for more: a paper describes the asset, anything else is a page of it. */
export function readAddress({ entry }: Context, { beside }: Field, address: string): void {
  const [, arxiv] = atArxiv.exec(address) ?? []
  if (arxiv === undefined) entry.say('homepage', address, beside)
  else entry.link('describedBy', paper(arxiv), { ...beside, written: address })
}

const paper = (arxiv: string) =>
  ({ kinds: ['Document'], name: `arXiv:${arxiv}`, identifiers: [{ scheme: 'arxiv', value: arxiv }] }) as const

/**
 * Reads the address of a card. Where it is that of the asset at a hub it is its identifier there, if the name is the same but for how it
 * is written: the card of a family is most often that of one of its sizes (`01-ai/Yi-34B` for Yi), which is another model.
 */
export function readCard({ name, kind, entry, writer, notes }: Context, field: Field, address: string, type: string): void {
  const { key, beside } = field
  const [, arxiv] = atArxiv.exec(address) ?? []
  if (arxiv !== undefined) return entry.link('describedBy', paper(arxiv), { ...beside, written: address })
  if (!/^https?:\/\/\S+$/.test(address)) return notes.dropped(key, beside.place, { value: quote(brief(address)), why: 'no address' })
  const [, datasets, hubId, own] = atHub.exec(address) ?? []
  const isThat = own !== undefined && plain(own) === plain(name) && (datasets !== undefined) === (kind === 'Dataset')
  if (isThat) entry.say('hubId', hubId!, { ...beside, written: address })
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
