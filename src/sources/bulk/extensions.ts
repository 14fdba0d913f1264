/** The endings of files of records: JSON Lines, which gzip may have packed. */
export const recordExtensions: readonly string[] = ['.jsonl', '.ndjson', '.jsonl.gz', '.ndjson.gz']

/** Whether a file is one of records, by its name. */
export const isRecordFile = (file: string): boolean => recordExtensions.some((ending) => file.toLowerCase().endsWith(ending))
