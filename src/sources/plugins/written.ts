/** Which sheets a writer of ours has written: what others put together is no sheet, whatever it looks like. */
import type { NamedSheet } from '../../model/sheet.ts'

/** Known to all files of code that the package is; what is copied from a sheet does not have it. */
const written = Symbol.for('stemma.written')

/** Notes that a writer wrote a sheet. */
export const markWritten = (sheet: NamedSheet): void => void Object.defineProperty(sheet, written, { value: true })

/** Whether a writer wrote it. */
export const isWritten = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.hasOwn(value, written)
