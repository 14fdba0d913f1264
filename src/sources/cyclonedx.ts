/** CycloneDX 1.5 to 1.7 in JSON (https://cyclonedx.org/docs/1.7/json/): bills of materials with machine learning models in them. */
import type { Problem } from '../errors.ts'
import { quote } from '../quote.ts'
import { child, elsewhere, isObject, objectsOf, readFields, textOf, type FieldReaders, type Json } from './bills/bill.ts'
import { readBill } from './bills/read.ts'
import type { Content } from './content.ts'
import { nothing, type Reading, type ReadOptions, type SourceFormat } from './source.ts'
import { openBom, type Bom } from './cyclonedx/bom.ts'
import { readCitations } from './cyclonedx/citations.ts'
import { readComponent } from './cyclonedx/component.ts'
import { readDependencies } from './cyclonedx/dependencies.ts'
import { readMetadata } from './cyclonedx/metadata.ts'

export const cyclonedx: SourceFormat = {
  name: 'cyclonedx',
  title: 'bills of materials of CycloneDX',
  extensions: ['.json', '.xml'],
  // Its JSON schema has the key, too, but deeper down. Of what is cut off, the beginning tells.
  recognises: ({ text, json }) =>
    json === undefined
      ? text !== undefined && (/^\s*\{[^{[]*"bomFormat"\s*:\s*"/.test(text.slice(0, 2_000)) || isXml(text))
      : isObject(json) && typeof json['bomFormat'] === 'string',
  read,
}

const isXml = (text: string): boolean => /^\s*<(?:[^>]*>\s*<)*[\w:]*bom\b[^>]*cyclonedx\.org\/schema\/bom\//.test(text.slice(0, 2_000))

function read(content: Content, options: ReadOptions): Reading {
  if (isXml(content.text ?? '')) return { ...nothing, noted: [ofXml(content.file)] }
  return readBill('cyclonedx', content, options, (bill, root) => {
    const bom = openBom(bill, root)
    const { cited, unused } = readCitations(bom, root)
    bom.cited = cited
    checkVersion(bom, root)
    readMetadata(bom, root)
    readFields(bom, root, rootReaders, bom)
    readDependencies(bom, child(root, 'dependencies'))
    for (const citation of unused()) bom.drop({ ...citation, field: 'citations (of what nothing is made of)' })
  })
}

const rootReaders: FieldReaders<Bom> = {
  $schema: elsewhere,
  bomFormat: elsewhere,
  specVersion: elsewhere,
  serialNumber: elsewhere,
  version: elsewhere,
  metadata: elsewhere,
  citations: elsewhere,
  dependencies: elsewhere,
  components: readAll,
  services: readAll,
}

function readAll(json: Json, bom: Bom): void {
  for (const one of objectsOf(bom, json)) readComponent(bom, { ...one, field: '' })
}

const versions = ['1.5', '1.6', '1.7']

function checkVersion(bom: Bom, root: Json): void {
  const format = textOf(bom, child(root, 'bomFormat'))
  if (format !== 'CycloneDX')
    bom.problem('bad-format', '/bomFormat', `${quote(format ?? '')} is not CycloneDX`, 'it was read as though it were')
  const version = textOf(bom, child(root, 'specVersion'))
  if (version === undefined || !versions.includes(version))
    bom.problem(
      'bad-version',
      '/specVersion',
      version === undefined
        ? 'the bill does not say of which version of CycloneDX it is'
        : `${quote(version)} is no version of CycloneDX that is known`,
      `it was read as ${versions.at(-1)}; known are ${versions.join(', ')}`,
    )
}

const ofXml = (file: string): Problem => ({
  code: 'not-json',
  message: 'this is CycloneDX in XML, which is not read',
  place: { file, line: 1 },
  hint: 'convert it: cyclonedx convert --input-file bom.xml --output-file bom.json',
})
