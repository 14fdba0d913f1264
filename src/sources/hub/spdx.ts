/**
 * Licences that the hub knows by their identifier in the SPDX list, but for its case. Not here are those whose identifier
 * SPDX gave up because it does not tell whether later versions are allowed (`gpl-3.0`), and those that the hub calls otherwise.
 */
const identifiers = `AFL-3.0 Apache-2.0 Artistic-2.0 BSD-2-Clause BSD-3-Clause BSD-3-Clause-Clear BSL-1.0 CC-BY-2.0 CC-BY-2.5
CC-BY-3.0 CC-BY-4.0 CC-BY-NC-2.0 CC-BY-NC-3.0 CC-BY-NC-4.0 CC-BY-NC-ND-3.0 CC-BY-NC-ND-4.0 CC-BY-NC-SA-2.0 CC-BY-NC-SA-3.0
CC-BY-NC-SA-4.0 CC-BY-ND-4.0 CC-BY-SA-3.0 CC-BY-SA-4.0 CC0-1.0 CDLA-Permissive-1.0 CDLA-Permissive-2.0 CDLA-Sharing-1.0 ECL-2.0
EPL-1.0 EPL-2.0 etalab-2.0 EUPL-1.1 EUPL-1.2 ISC LPPL-1.3c MIT MPL-2.0 MS-PL MulanPSL-2.0 NCSA OFL-1.1 OSL-3.0 PostgreSQL
Unlicense WTFPL Zlib`

const byHubName = new Map(identifiers.split(/\s/).map((identifier) => [identifier.toLowerCase(), identifier]))

/** The SPDX identifier of a licence as the hub calls it, if it is one. */
export const spdxIdOf = (license: string): string | undefined => byHubName.get(license.toLowerCase())
