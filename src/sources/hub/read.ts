/** Reads a line as a record. */
import { inApiForm, isLoose, isSnakeCase, type Loose } from './forms.ts'
import { isSurelyGood, type Unused } from './glance.ts'
import { troublesOf, type HubRecord, type Trouble } from './record.ts'

/** Is told of what is wrong with a line, and of the fields that nothing is made of. */
export interface RecordNotes {
  problem(trouble: Trouble): void
  readonly unused: Unused
}

/** The record of a line, or nothing when there is a problem with it; all of its problems are told. */
export function readRecord(line: string, notes: RecordNotes): HubRecord | undefined {
  const read = parsed(line, notes)
  if (read === undefined) return undefined
  const content = isLoose(read) && isSnakeCase(read) ? fromDump(read, notes) : read
  if (isSurelyGood(content, notes.unused)) return content
  const troubles = troublesOf(content)
  for (const trouble of troubles) notes.problem(trouble)
  return troubles.length === 0 ? (content as HubRecord) : undefined
}

/** A record of a dump, without the text of its card: here only the mapping that its head is says something. */
function fromDump(content: Loose, notes: RecordNotes): Loose {
  const {
    record: { card, ...record },
    troubles,
    children,
  } = inApiForm(content)
  for (const message of troubles) notes.problem({ code: 'bad-record', message, hint: 'the rest of it was read' })
  if (typeof card === 'string' && !isLoose(record['cardData'])) notes.unused('card', '')
  if (children.some(([, ids]) => ids.length > 0)) notes.unused('lists of what was made of a model', '')
  return record
}

function parsed(line: string, notes: RecordNotes): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch (error) {
    notes.problem(notJson(line, error as SyntaxError))
    return undefined
  }
}

/** V8 tells in words what is wrong, and where only at times. */
function notJson(line: string, { message }: SyntaxError): Trouble {
  const position = /at position (\d+)/.exec(message)?.[1]
  if (message.startsWith('Unexpected end') || Number(position) >= line.trimEnd().length)
    return {
      code: 'bad-json',
      message: 'the line ends before its record does',
      hint: 'one record is one line; if it is the last one, the file was cut off',
    }
  return {
    code: 'bad-json',
    message: 'the line is not JSON',
    hint: 'each line is one record in braces',
    ...(position !== undefined && { column: Number(position) + 1 }),
  }
}
