// The licences of the packages whose code is part of dist/: their authors ask that the text goes with the code.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The text of all licences, each with the packages that are under it.
 *
 * @param metafiles what esbuild tells of its inputs
 */
export function notices(metafiles) {
  const files = metafiles.flatMap(({ inputs }) => Object.keys(inputs))
  const folders = new Set(files.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []))
  const packagesOf = new Map()
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const text = licenceIn(folder) ?? `Licence: ${license}`
    packagesOf.set(text, [...(packagesOf.get(text) ?? []), `${name} ${version}`])
  }
  return [...packagesOf].map(([text, packages]) => `${packages.join('\n')}\n\n${text}\n`).join(`\n${'─'.repeat(80)}\n\n`)
}

function licenceIn(folder) {
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.|-|$)/i.test(entry))
  return file && readFileSync(join(folder, file), 'utf8').trim()
}
