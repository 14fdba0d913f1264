/** Licences of a CycloneDX component: by SPDX identifier, by name, or as an expression. */
import { child, elsewhere, objectsOf, readFields, textOf, type Json } from '../bills/bill.ts'
import { isCompound, licenseNamed, licensesIn } from '../bills/licenses.ts'
import type { Entry } from '../sheet-writer.ts'
import type { Bom } from './bom.ts'

/** Reads the licences of something. */
export function readLicenses(bom: Bom, entry: Entry, json: Json): void {
  for (const choice of objectsOf(bom, json)) {
    const license = child(choice, 'license')
    if (license.value !== undefined) {
      const [id, name] = [child(license, 'id'), child(license, 'name')]
      const named = textOf(bom, id) ?? textOf(bom, name)
      const note = acknowledged(bom, license)
      readFields(bom, license, licenseReaders, undefined)
      if (named !== undefined) entry.link('license', licenseNamed(named), bom.beside(id.value === undefined ? name : id, note))
    }
    readFields(bom, choice, choiceReaders, undefined)
    const expression = child(choice, 'expression')
    const text = textOf(bom, expression)
    if (text === undefined) continue
    const said = licensesIn(text)
    const note = [isCompound(text) ? `of: ${text}` : undefined, acknowledged(bom, choice)].filter((one) => one !== undefined).join('; ')
    const beside = bom.beside(expression, note === '' ? undefined : note)
    if ('status' in said) entry.status('license', said.status, beside)
    else for (const one of said.licenses) entry.link('license', one, beside)
  }
}

/** Whether its owner declares the licence, or somebody concluded it. */
const acknowledged = (bom: Bom, json: Json): string | undefined => textOf(bom, child(json, 'acknowledgement'))

const licenseReaders = { 'bom-ref': elsewhere, id: elsewhere, name: elsewhere, acknowledgement: elsewhere }
const choiceReaders = { 'bom-ref': elsewhere, license: elsewhere, expression: elsewhere, acknowledgement: elsewhere }
