/** A model hub (https://huggingface.co): cards, what its API answers, and the dumps that its Python library makes. */
import type { Place } from '../errors.ts'
import { keptAt } from '../model/hub-mention.ts'
import { mint, slug } from '../model/iri.ts'
import { brokenContent, type Content } from './content.ts'
import { describe } from './hub/describe.ts'
import { readDump } from './hub/dump.ts'
import { stateResults } from './hub/evaluations.ts'
import { inApiForm, isLoose, type Loose } from './hub/forms.ts'
import { frontMatter } from './hub/front-matter.ts'
import { repositoryOf, type Repository } from './hub/where.ts'
import { sourceNotes, type SourceNotes } from './notes.ts'
import { sheetWriter, type SheetWriter } from './sheet-writer.ts'
import { nothing, type Reading, type ReadOptions, type SourceFormat } from './source.ts'
import type { DocumentFacts } from './document.ts'
import { isExcess, parseWhole } from './yaml/whole.ts'

export const modelHub: SourceFormat = {
  name: 'hub',
  title: 'cards and records of a model hub',
  extensions: ['.md', '.json', '.yaml'],
  recognises: (content) => isCard(content) || isResults(content) || recordsIn(content.json) !== undefined,
  read,
}

const isCard = ({ name }: Content): boolean => /\.md$/i.test(name)
const isResults = ({ file, name }: Content): boolean => /[\\/]\.eval_results[\\/][^\\/]+$/.test(file) && /\.yaml$/i.test(name)

/** Keys of which a record has at least one, beside its id. */
const telling = [
  'modelId',
  'cardData',
  'card_data',
  'siblings',
  'pipeline_tag',
  'base_model',
  'metadata',
  'tags',
  'createdAt',
  'created_at',
]
const isRecord = (content: unknown): content is Loose =>
  isLoose(content) && ['id', 'modelId', 'model_id'].some((key) => typeof content[key] === 'string') && telling.some((key) => key in content)

/** The records of a file of JSON: one, a list, or a list under `models`. */
function recordsIn(json: unknown): readonly unknown[] | undefined {
  const list =
    isLoose(json) && Array.isArray(json['models']) ? (json['models'] as unknown[]) : Array.isArray(json) ? (json as unknown[]) : [json]
  return list.some(isRecord) ? list : undefined
}

function read(content: Content, { base, source }: ReadOptions): Reading {
  const notes = sourceNotes('hub')
  for (const problem of content.problems) notes.problem(problem)
  const records = isCard(content) || isResults(content) ? undefined : recordsIn(content.json)
  const document = documentOf(content, records, source)
  const writer = sheetWriter(mint(base, 'Document', document.id), base, notes)
  const kept = isCard(content) ? 'cards' : isResults(content) ? 'results' : undefined
  const repository = kept && repositoryOf(content.file)
  if (repository?.isOld) notes.dropped(`${kept} of revisions that no branch leads to`, { file: content.file })
  else if (kept === 'cards') readCard(content, repository, writer, notes)
  else if (kept === 'results') readResults(content, repository, writer, notes)
  else if (records) readRecords(records, content.file, writer, notes)
  else for (const problem of brokenContent(content)) notes.problem(problem)
  const { noted, dropped } = notes.take()
  return { ...nothing, named: writer.sheets, noted, dropped, ...(writer.sheets.length > 0 && { document }) }
}

/** Cards are one document, whatever folder they are in; a dump of the models that descend from one is named for that. */
function documentOf({ name }: Content, records: readonly unknown[] | undefined, source: string | undefined): DocumentFacts {
  if (!records) return { id: source ?? 'hub-cards', name: 'Cards of a model hub', type: 'snapshot' }
  const roots = records.flatMap((record) =>
    isLoose(record) && record['depth'] === 0 && typeof record['model_id'] === 'string' ? [record['model_id']] : [],
  )
  const [root] = roots
  if (root !== undefined && roots.length === 1)
    return {
      id: source ?? slug(`${root.slice(root.indexOf('/') + 1)} hub tree`),
      name: `Model tree of ${root} in the Hugging Face Hub`,
      type: 'snapshot',
    }
  return { id: source ?? slug(name.replace(/\.json$/i, '')), name, type: 'snapshot' }
}

function readCard({ file, name, text }: Content, repository: Repository | undefined, writer: SheetWriter, notes: SourceNotes): void {
  if (text === undefined) return
  const place: Place = { file, line: 1 }
  const { data, problems, text: rest, lines } = frontMatter(text, file)
  for (const problem of problems) notes.problem(problem)
  if (!data) {
    if (problems.length === 0) notes.dropped('files without front matter', { file })
    return
  }
  const kind = repository?.kind === 'Dataset' || isDatasetCard(data) ? 'Dataset' : 'Model'
  const id = repository?.id ?? titleOf(data, rest, name)
  const record = { cardData: data, ...(repository?.revision !== undefined && { sha: repository.revision }) }
  describe(writer, { kind, id, record, place, lines }, notes)
}

/** Keys that only the card of a dataset has. */
const ofDatasets = [
  'task_categories',
  'size_categories',
  'annotations_creators',
  'source_datasets',
  'dataset_info',
  'configs',
  'multilinguality',
  'task_ids',
]
const isDatasetCard = (data: Loose): boolean => ofDatasets.some((key) => key in data)

/** What a card without a repository is of: its name in the head, its heading, or its file. */
function titleOf(data: Loose, text: string, fileName: string): string {
  const heading = /^#[ \t]+(?:(?:model|dataset) card (?:for|of) )?(.+?)\s*$/im.exec(text)?.[1]
  const named = [data['pretty_name'], data['model_name'], heading].find(
    (name) => typeof name === 'string' && name.trim() !== '' && !name.includes('{'),
  )
  return (named as string | undefined)?.trim() ?? fileName.replace(/\.md$/i, '')
}

function readResults({ file, text }: Content, repository: Repository | undefined, writer: SheetWriter, notes: SourceNotes): void {
  if (text === undefined || repository?.kind !== 'Model') return notes.dropped('results of no known model', { file })
  const place: Place = { file }
  try {
    const at = `model ${repository.id}, .eval_results`
    const document = parseWhole(text, { logLevel: 'silent' })
    if (isExcess(document)) throw new Error(document.message)
    const [wrong] = document.errors
    if (wrong) throw wrong
    const results: unknown = document.toJS({ maxAliasCount: 100 })
    stateResults(writer.thing(keptAt('Model', repository.id), at, place), results, notes, { field: '.eval_results', at, place })
  } catch (error) {
    notes.problem({
      code: 'bad-yaml',
      message: (error as Error).message.split('\n', 1)[0]!,
      place,
      hint: 'mend it: nothing of it was read',
    })
  }
}

function readRecords(records: readonly unknown[], file: string, writer: SheetWriter, notes: SourceNotes): void {
  const place: Place = { file }
  const dump = readDump(
    records.flatMap((content, index) => {
      if (isRecord(content)) return [inApiForm(content)]
      notes.problem({ code: 'bad-record', message: `record ${index + 1} has no id`, place, hint: 'it was not read' })
      return []
    }),
  )
  for (const trouble of dump.troubles) notes.problem({ ...trouble, place })
  for (const { id, record } of dump.records)
    describe(writer, { kind: isDatasetRecord(record) ? 'Dataset' : 'Model', id, record, place }, notes)
  dump.describeChildren(writer, notes, place)
}

/** The API says of no record what it is of; a dataset's tags have prefixes of their own. */
const isDatasetRecord = (record: Loose): boolean =>
  !('modelId' in record) &&
  Array.isArray(record['tags']) &&
  record['tags'].some(
    (tag) => typeof tag === 'string' && /^(?:task_categories|size_categories|modality|format|annotations_creators):/.test(tag),
  )
