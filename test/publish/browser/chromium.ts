/** The browser that pages are tried in. */
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

/** Where it is: at CHROMIUM, or where Debian puts it; undefined where there is none. */
export const chromiumPath = [process.env['CHROMIUM'], '/usr/bin/chromium'].find((path) => path !== undefined && existsSync(path))

/** Says that something is not tried, where there is no browser. */
export function tellIfMissing(what: string): void {
  if (chromiumPath === undefined) console.warn(`${what} is not tried: no Chromium was found`)
}

/** Starts it. */
export const startChromium = (): Promise<Browser> => chromium.launch({ executablePath: chromiumPath! })
