/** What schemas are made of, so that each says in words what is wrong with a value. */
import { z } from 'zod'
import { didYouMean } from '../../nearest.ts'
import { quote } from '../../quote.ts'

/** What is told where a value is another than is needed; of a mapping, the keys that it does not have too. */
export const needed = (what: string, keys: readonly string[] = []) => ({
  error: ({ input, code, ...issue }: { readonly input?: unknown; readonly code?: string; readonly keys?: readonly string[] }): string => {
    if (code !== 'unrecognized_keys') return `${what} is needed, and not ${kindOf(input)}`
    const [key] = issue.keys as [string]
    return `there is no key ${quote(key)}: ${didYouMean(key, keys) ?? `its keys are ${keys.join(', ')}`}`
  },
})
export const mapping = <Shape extends z.ZodRawShape>(what: string, shape: Shape) => z.strictObject(shape, needed(what, Object.keys(shape)))
export const listOf = <Item extends z.ZodType>(what: string, item: Item) => z.array(item, needed(what))
export const such = <Value>(what: string, isSuch: (value: unknown) => boolean) => z.custom<Value>(isSuch, needed(what))
export const wordOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, {
    error: ({ input }) =>
      `one of ${words.join(', ')} is needed, and not ${kindOf(input)}${typeof input === 'string' ? nearWord(input, words) : ''}`,
  })
const nearWord = (written: string, words: readonly string[]): string => {
  const near = didYouMean(written, words)
  return near === undefined ? '' : `: ${near}`
}

export const text = z.string(needed('a text'))
/** Of more that is wrong with one thing nobody reads. */
const most = 5

/**
 * A value of a schema, as a copy that nobody else can change.
 *
 * @returns it, or all that is wrong with it: `noted[0].message: a text is needed, and not 7`
 */
export function fitting(
  schema: z.ZodType,
  value: unknown,
  name: string,
): { readonly value: unknown } | { readonly troubles: readonly string[] } {
  const { data, error } = schema.safeParse(value)
  if (!error) return { value: data }
  const troubles = error.issues.slice(0, most).map(({ path, message }) => {
    const at = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
    return `${name}${at}: ${message}`
  })
  return { troubles }
}

/** What a value is, as it is told to whoever gave it in place of another. */
export const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing'
  if (value instanceof Promise) return 'a promise'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'object') return 'an object'
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : `a ${typeof value}`
}
