/** Records of real models, taken out of dumps of a hub's family trees (`hf-model-trees` beside the project, or where STEMMA_HUB_DUMPS says). */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { packageFile } from '../src/package-files.ts'
import type { HubRecord } from './hub-records.ts'
import { kept } from './hub-files.ts'

const folder = process.env['STEMMA_HUB_DUMPS'] ?? packageFile('../shared/data/hf-model-trees')

/** What a dump tells of a model; metadata is JSON again, or N/A. */
interface Dumped {
  readonly metadata: string
}

/** What the hub says of a model, as its Python library writes it. */
interface Metadata {
  readonly id: string
  readonly author?: string
  readonly created_at?: string
  readonly tags?: readonly string[]
  readonly pipeline_tag?: string | null
  readonly card_data?: string | null
  readonly safetensors?: { readonly total?: number } | null
}

/** The front matter of a card, of which only what is well formed is used. */
function cardOf(text: string | null | undefined): Record<string, unknown> {
  try {
    return (parse(text ?? '') ?? {}) as Record<string, unknown>
  } catch {
    return {}
  }
}

const texts = (value: unknown): string[] => [value].flat().filter((item) => typeof item === 'string')

/** What stands behind `head:` in tags. */
const tagged = (tags: readonly string[], head: string): string[] =>
  tags.flatMap((tag) => (tag.startsWith(`${head}:`) ? [tag.slice(head.length + 1)] : []))

function recordOf({ id, author, created_at, tags = [], pipeline_tag, card_data, safetensors }: Metadata): HubRecord {
  const card = cardOf(card_data)
  const relation = ['finetune', 'adapter', 'quantized', 'merge'].find((name) => tagged(tags, `base_model:${name}`).length > 0)
  const bases = relation ? tagged(tags, `base_model:${relation}`) : texts(card['base_model'])
  const datasets = [...new Set(tagged(tags, 'dataset'))]
  const languages = texts(card['language'])
  const license = tagged(tags, 'license')[0]
  return {
    id,
    author: author ?? id.split('/')[0]!,
    ...(bases.length > 0 && { base_model: bases, base_model_relation: relation ?? 'finetune' }),
    ...(datasets.length > 0 && { datasets }),
    ...(license !== undefined && { license }),
    tags,
    createdAt: new Date(created_at ?? 0).toISOString(),
    ...(safetensors?.total !== undefined && { params: safetensors.total }),
    ...(pipeline_tag && { pipeline_tag }),
    ...(languages.length > 0 && { language: languages }),
  }
}

/** The models of all dumps, each once, as a file of records; undefined where there are no dumps. */
export function hubSample(): string | undefined {
  if (!existsSync(folder)) return undefined
  const records = new Map<string, HubRecord>()
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue
    const { models } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { models: readonly Dumped[] }
    for (const { metadata } of models) {
      if (!metadata.startsWith('{')) continue
      const record = recordOf(JSON.parse(metadata) as Metadata)
      records.set(record.id, record)
    }
  }
  const file = kept('hub-sample.jsonl')
  writeFileSync(file, [...records.values()].map((record) => `${JSON.stringify(record)}\n`).join(''))
  return file
}
