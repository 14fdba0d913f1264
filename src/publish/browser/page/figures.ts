/** Numbers, sizes and times as a person reads them. */
import type { Language } from '../config.ts'

export interface Figures {
  number(value: number): string
  /** Bytes. */
  size(bytes: number): string
  /** Milliseconds. */
  time(milliseconds: number): string
  /** A number in little room: `176B`. */
  short(value: number): string
}

export function figuresOf(language: Language): Figures {
  const locale = language === 'zh' ? 'zh-CN' : 'en'
  const plain = new Intl.NumberFormat(locale)
  const three = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 })
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 })
  return {
    number: (value) => plain.format(value),
    size: (bytes) =>
      bytes < 1e6 ? `${three.format(bytes / 1e3)} kB` : bytes < 1e9 ? `${three.format(bytes / 1e6)} MB` : `${three.format(bytes / 1e9)} GB`,
    time: (milliseconds) =>
      milliseconds < 1000 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${three.format(milliseconds / 1000)} s`,
    short: (value) => short.format(value),
  }
}
