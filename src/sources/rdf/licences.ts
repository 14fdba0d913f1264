/** What addresses of licences stand for. */

/** Addresses that say which licence they are the text of, and what it is called. */
const addresses: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^https?:\/\/choosealicense\.com\/licenses\/([\w.-]+)\/?$/, ([, name]) => name!],
  [/^https?:\/\/(?:www\.)?opensource\.org\/licenses?\/([\w.-]+?)(?:\.php|\.html)?\/?$/i, ([, name]) => name!],
  [/^https?:\/\/(?:www\.)?apache\.org\/licenses\/LICENSE-([\d.]+?)(?:\.txt|\.html)?$/, ([, version]) => `Apache-${version}`],
  [
    /^https?:\/\/creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)(?:\/.*)?$/,
    ([, terms, version]) => `CC-${terms!.toUpperCase()}-${version}`,
  ],
  [/^https?:\/\/creativecommons\.org\/publicdomain\/zero\/([\d.]+)(?:\/.*)?$/, ([, version]) => `CC0-${version}`],
  [
    /^https?:\/\/(?:www\.)?opendatacommons\.org\/licenses\/(by|odbl|pddl)\/(\d)-(\d)\/?$/,
    ([, terms, a, b]) => `${{ by: 'ODC-By', odbl: 'ODbL', pddl: 'PDDL' }[terms!]}-${a}.${b}`,
  ],
]

/** What a licence is called whose address is known to tell it; else the address without what all addresses have. */
export function licenceName(address: string): string {
  for (const [pattern, name] of addresses) {
    const match = pattern.exec(address)
    if (match) return name(match)
  }
  return address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
}
