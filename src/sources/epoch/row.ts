/** One row of Epoch AI's tables: a model, its training, and the data that it was trained on. */
import type { Place } from '../../errors.ts'
import type { Mention } from '../../model/mention.ts'
import type { ClassName } from '../../model/vocabulary.ts'
import { quote } from '../../quote.ts'
import { calledAndKept, paperAt } from '../addresses.ts'
import { brief } from '../brief.ts'
import type { SourceNotes } from '../notes.ts'
import type { Beside, Entry, SheetWriter } from '../sheet-writer.ts'
import { countText, numberOf, roundedText } from '../table/figures.ts'
import { linksIn } from '../table/links.ts'
import { namesIn, plain } from '../table/lists.ts'
import type { Column } from './columns.ts'
import { sizeUnit } from './size-unit.ts'
import * as words from './words.ts'

/** What a row is read with. */
export interface RowContext {
  readonly writer: SheetWriter
  readonly notes: SourceNotes
  readonly place: Place
  /** The content of a cell, empty where there is none. */
  cell(column: Column): string
  /** Notes that something was made of a column; what is left is told to be dropped. */
  use(...columns: readonly Column[]): void
  /** The heading of a column, as the file has it. */
  heading(column: Column): string
  /** The names that a column has. */
  known(column: Column): ReadonlySet<string>
}

/**
 * Reads a row.
 *
 * @param name of its model
 */
export function readRow(name: string, row: RowContext): void {
  const { writer, place, cell } = row
  const { repository, ...called } = calledAndKept('Model', name, linksIn(cell('link')))
  const model = writer.thing(called, atRow(name), place)
  if (repository !== undefined) model.say('hubId', repository, beside(row, 'link'))
  for (const producer of list(row, 'organization')) model.link('producer', mentionOf('Organization', producer), beside(row, 'organization'))
  if (cell('released') !== '') model.say('released', cell('released').slice(0, 10), beside(row, 'released'))
  sayDocuments(model, row)
  sayAccess(model, row)
  if (cell('task') !== '') for (const task of list(row, 'task')) model.say('task', task, beside(row, 'task'))
  sayFigure(model, 'parameterCount', row, 'parameters', 'parametersNotes')
  for (const base of list(row, 'base')) model.link('derivedFrom', mentionOf('Model', base), beside(row, 'base'))
  sayTraining(model, name, row)
}

const mentionOf = (kind: ClassName, name: string): Mention => ({ kinds: [kind], name })
const atRow = (name: string): string => `row ${name}`
const list = (row: RowContext, column: Column): string[] => [...new Set(namesIn(row.cell(column), row.known(column)))]

/** What stands beside a value: its notes, cut to what is read at a glance. */
function beside({ cell, use, heading, place }: RowContext, column: Column, notes?: Column, more?: string): Beside {
  use(column, ...(notes === undefined ? [] : [notes]))
  const note = [...(more === undefined ? [] : [more]), ...(notes === undefined ? [] : [cell(notes)])].filter(Boolean).join('; ')
  return { field: heading(column), place, ...(note !== '' && { note: brief(note) }) }
}

/** The documents that its links identify; other links are pages of it, and then a title is of no use. */
function sayDocuments(model: Entry, row: RowContext): void {
  const links = linksIn(row.cell('link'))
  const title = plain(row.cell('title'))
  let titled = false
  for (const url of links) {
    const paper = paperAt(url)
    if (!paper) {
      model.say('homepage', url, beside(row, 'link'))
      continue
    }
    // The title is of the document that is linked first.
    model.link('describedBy', titled || title === '' ? paper : { ...paper, name: title }, beside(row, 'link'))
    titled = true
  }
  if (titled) row.use('title')
  if (links.length === 0 && row.cell('link') !== '') notUnderstood(row, 'link', 'it is no link')
}

function sayAccess(model: Entry, row: RowContext): void {
  const written = row.cell('access')
  if (written === '') return
  if (Object.hasOwn(words.access, written)) model.say('access', words.access[written]!, { ...beside(row, 'access'), written })
  else notUnderstood(row, 'access', words.unclearAccess[written] ?? 'no such word of access is known')
}

function notUnderstood({ notes, use, cell, heading, place }: RowContext, column: Column, why: string): void {
  use(column)
  notes.dropped(heading(column), place, { value: quote(plain(cell(column))), why })
}

/** How sure the table is of a row's figures. */
function sureness(row: RowContext): Pick<Beside, 'confidence' | 'rank' | 'reason'> {
  row.use('confidence')
  const written = row.cell('confidence')
  if (written === words.wrong) return { rank: 'deprecated', reason: 'the table says that the figures of the row are wrong' }
  return Object.hasOwn(words.confidence, written) ? { confidence: words.confidence[written]! } : {}
}

/** Says a figure, with its notes and how sure the table is of it. */
function sayFigure(entry: Entry, key: string, row: RowContext, column: Column, notes: Column, more?: string): void {
  const written = row.cell(column)
  if (written === '') return
  const text = key === 'compute' ? roundedText(written) : countText(written)
  entry.say(key, text, { ...beside(row, column, notes, more), ...(text !== written && { written }), ...sureness(row) })
}

function sayTraining(model: Entry, name: string, row: RowContext): void {
  const { cell, heading } = row
  const columns: readonly Column[] = ['compute', 'fineTuning', 'hours', 'dataset', 'size', 'epochs', 'hardware', 'quantity', 'method']
  if (columns.every((column) => cell(column) === '')) return
  const ofTuning = (numberOf(cell('fineTuning')) ?? 0) > 0
  const training = model.nest('training')
  training.say('phase', ofTuning || cell('base') !== '' ? 'fine-tuning' : 'pre-training')
  if (cell('method') !== '') training.say('method', cell('method').toLowerCase(), beside(row, 'method'))
  if (ofTuning) sayFigure(training, 'compute', row, 'fineTuning', 'fineTuningNotes')
  if (ofTuning && cell('compute') !== '')
    notUnderstood(
      row,
      'compute',
      `beside ${heading('fineTuning')} it counts the training of the base model too, which the table does not part`,
    )
  else sayFigure(training, 'compute', row, 'compute', 'computeNotes', computeNote(row))
  if (cell('hours') !== '') training.say('duration', cell('hours'), beside(row, 'hours', 'hoursNotes'))
  sayHardware(model, training, row)
  sayData(model, training, name, row)
}

/** What is to be known of a compute beside its notes: its bounds, and whose training it may count. */
function computeNote({ cell, use }: RowContext): string | undefined {
  use('computeLow', 'computeHigh')
  const [low, high] = [roundedText(cell('computeLow')), roundedText(cell('computeHigh'))]
  const notes = [
    ...(cell('base') === '' ? [] : ['it may count the training of the base model too']),
    ...(low === '' && high === '' ? [] : [`between ${low || '?'} and ${high || '?'}`]),
  ]
  return notes.length === 0 ? undefined : notes.join('; ')
}

/** The hardware; a count is of the one kind that is named. */
function sayHardware(model: Entry, training: Entry, row: RowContext): void {
  const all = list(row, 'hardware')
  const quantity = row.cell('quantity')
  if (quantity !== '' && all.length !== 1)
    notUnderstood(row, 'quantity', `the row has ${all.length === 0 ? 'no kind' : 'several kinds'} of hardware`)
  for (const name of all) {
    const called = mentionOf('Hardware', name)
    model.link('ranOn', called, beside(row, 'hardware'))
    const usage = training.nest('usage')
    usage.link('uses', called, beside(row, 'hardware'))
    if (quantity !== '' && all.length === 1) usage.say('deviceCount', countText(quantity), beside(row, 'quantity'))
  }
}

/**
 * The datasets, and how much data there was. The size is that of all the training data together, whatever is named of it, so it is of a
 * dataset of its own: half a corpus is no size of the corpus.
 */
function sayData(model: Entry, training: Entry, name: string, row: RowContext): void {
  const { cell, writer, place } = row
  const all = list(row, 'dataset')
  const told = all.filter((one) => one !== words.untold)
  if (told.length < all.length) model.status('trainedOn', 'withheld', beside(row, 'dataset', 'datasetNotes'))
  const epochs = (usage: Entry): void => {
    if (cell('epochs') !== '') usage.say('epochs', cell('epochs'), beside(row, 'epochs'))
  }
  for (const dataset of told) {
    const called = mentionOf('Dataset', dataset)
    model.link('trainedOn', called, beside(row, 'dataset', 'datasetNotes'))
    const usage = training.nest('usage')
    usage.link('uses', called, beside(row, 'dataset'))
    if (all.length === 1) epochs(usage)
  }
  const unit = sizeUnit(cell('size'), cell('sizeNotes'), cell('epochs'))
  if (unit === 'tokensSeen') sayFigure(training, unit, row, 'size', 'sizeNotes')
  const ownSize = cell('size') !== '' && unit !== 'tokensSeen'
  const ownEpochs = cell('epochs') !== '' && !(all.length === 1 && told.length === 1)
  if (!ownSize && !ownEpochs) return
  const data = mentionOf('Dataset', `Training data of ${name}`)
  if (ownSize) sayFigure(writer.thing(data, atRow(name), place), unit ?? 'extent', row, 'size', 'sizeNotes')
  const usage = training.nest('usage')
  usage.link('uses', data)
  model.link('trainedOn', data, beside(row, 'size'))
  if (ownEpochs) epochs(usage)
}
