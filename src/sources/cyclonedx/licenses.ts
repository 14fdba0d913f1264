/** Licences of a CycloneDX component: by SPDX identifier, by name, or as an expression. */
import { child, elsewhere, objectsOf, readFields, textOf, type Json } from '../bills/bill.ts'
import { stateLicense } from '../bills/say.ts'
import { licenseOf, licenseOfExpression } from '../licenses.ts'
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
      const isListed = id.value !== undefined
      if (named !== undefined)
        stateLicense(bom, entry, isListed ? licenseOfExpression(named) : licenseOf(named), named, isListed ? id : name, note)
    }
    readFields(bom, choice, choiceReaders, undefined)
    const expression = child(choice, 'expression')
    const text = textOf(bom, expression)
    if (text !== undefined) stateLicense(bom, entry, licenseOfExpression(text), text, expression, acknowledged(bom, choice))
  }
}

/** Whether its owner declares the licence, or somebody concluded it. */
const acknowledged = (bom: Bom, json: Json): string | undefined => textOf(bom, child(json, 'acknowledgement'))

const licenseReaders = { 'bom-ref': elsewhere, id: elsewhere, name: elsewhere, acknowledgement: elsewhere }
const choiceReaders = { 'bom-ref': elsewhere, license: elsewhere, expression: elsewhere, acknowledgement: elsewhere }
