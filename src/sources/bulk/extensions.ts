import { packedEndings } from '../packing/endings.ts'

/** The endings of files of records: JSON Lines, packed or not. */
export const recordExtensions: readonly string[] = ['', ...packedEndings].flatMap((packed) => [`.jsonl${packed}`, `.ndjson${packed}`])

/** Whether a file is one of records, by its name. */
export const isRecordFile = (file: string): boolean => recordExtensions.some((ending) => file.toLowerCase().endsWith(ending))
