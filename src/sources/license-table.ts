/**
 * The licences that are known: by their identifier in the SPDX licence list (https://spdx.org/licenses/), or for those that models have and
 * SPDX does not list, by the hub's word for them.
 */

/** A licence that is known. */
export interface KnownLicense {
  /** The SPDX identifier, or the word for it where models are kept. */
  readonly name: string
  readonly spdxId?: string
}

/**
 * Identifiers of the SPDX list that models, data and code have. Not here are those that SPDX gave up because they do not tell whether
 * later versions are allowed (`gpl-3.0`).
 */
const identifiers = `0BSD AFL-3.0 AGPL-3.0-only AGPL-3.0-or-later Apache-1.1 Apache-2.0 Artistic-2.0 BSD-2-Clause BSD-3-Clause
BSD-3-Clause-Clear BSL-1.0 C-UDA-1.0 CC-BY-2.0 CC-BY-2.5 CC-BY-3.0 CC-BY-4.0 CC-BY-NC-2.0 CC-BY-NC-3.0 CC-BY-NC-4.0 CC-BY-NC-ND-3.0
CC-BY-NC-ND-4.0 CC-BY-NC-SA-2.0 CC-BY-NC-SA-3.0 CC-BY-NC-SA-4.0 CC-BY-ND-4.0 CC-BY-SA-3.0 CC-BY-SA-4.0 CC0-1.0 CDLA-Permissive-1.0
CDLA-Permissive-2.0 CDLA-Sharing-1.0 ECL-2.0 EPL-1.0 EPL-2.0 etalab-2.0 EUPL-1.1 EUPL-1.2 GPL-2.0-only GPL-2.0-or-later GPL-3.0-only
GPL-3.0-or-later ISC LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0-only LGPL-3.0-or-later LPPL-1.3c MIT MIT-0 MPL-2.0 MS-PL MulanPSL-2.0
NCSA ODbL-1.0 ODC-By-1.0 OFL-1.1 OSL-3.0 PDDL-1.0 PostgreSQL Unlicense WTFPL Zlib`

/** What else those are called, without what `keyOf` takes away. A licence that has one version only is known without it. */
const otherNames: Readonly<Record<string, string>> = {
  'Apache-2.0': 'Apache Software 2.0|ASL 2.0',
  MIT: 'Expat',
  'BSD-2-Clause': 'BSD 2|Simplified BSD|FreeBSD|BSD 2-Clause "Simplified"',
  'BSD-3-Clause': 'BSD 3|New BSD|Modified BSD|BSD 3-Clause "New" or "Revised"',
  'CC0-1.0': 'CC0|CC 0|CC0 1.0 Universal|Creative Commons Zero 1.0 Universal',
  'GPL-3.0-only': 'GNU General Public 3.0 only',
  'GPL-3.0-or-later': 'GNU General Public 3.0 or later|GPLv3+|GPL-3.0+',
  'MPL-2.0': 'Mozilla Public 2.0|MPL2',
  'ODbL-1.0': 'ODbL|ODC-ODbL|Open Database|Open Data Commons Open Database 1.0',
  'ODC-By-1.0': 'ODC-By|Open Data Commons Attribution 1.0|Open Data Commons Attribution',
  Unlicense: 'The Unlicense',
  WTFPL: 'Do What The F*ck You Want To Public',
}

/** Licences that SPDX does not list, by the hub's word where it has one, and what else they are called. */
const modelLicenses: Readonly<Record<string, string>> = {
  llama: 'LLaMA 1',
  llama2: 'Llama 2 Community|Meta Llama 2 Community|Llama 2',
  llama3: 'Llama 3 Community|Meta Llama 3 Community|Llama 3',
  'llama3.1': 'Llama 3.1 Community|Meta Llama 3.1 Community|Llama 3.1',
  'llama3.2': 'Llama 3.2 Community|Meta Llama 3.2 Community|Llama 3.2',
  'llama3.3': 'Llama 3.3 Community|Meta Llama 3.3 Community|Llama 3.3',
  llama4: 'Llama 4 Community|Llama 4',
  gemma: 'Gemma Terms of Use|Gemma Terms',
  'bigscience-rail-1.0': 'BigScience RAIL 1.0|BigScience BLOOM RAIL 1.0|BigScience RAIL',
  'bigscience-openrail-m': 'BigScience OpenRAIL-M|BigScience Open RAIL-M',
  'bigcode-openrail-m': 'BigCode OpenRAIL-M|BigCode Open RAIL-M|BigCode OpenRAIL-M 1|BigCode Open RAIL-M 1',
  'creativeml-openrail-m': 'CreativeML OpenRAIL-M|CreativeML Open RAIL-M|CreativeML OpenRAIL M 1',
  'openrail++': 'OpenRAIL++|Open RAIL++|CreativeML Open RAIL++-M|OpenRAIL++-M',
  openrail: 'OpenRAIL|Open RAIL',
  deepseek: 'DeepSeek|DeepSeek Model',
  'tongyi-qianwen': 'Tongyi Qianwen',
  qwen: 'Qwen',
  'qwen-research': 'Qwen Research',
  'apple-amlr': 'Apple Machine Learning Research Model|Apple AMLR',
  'apple-ascl': 'Apple Sample Code|Apple ASCL',
  'deepfloyd-if-license': 'DeepFloyd IF',
  'stabilityai-ai-community': 'Stability AI Community|Stability Community|StabilityAI Community',
  mrl: 'Mistral Research|Mistral AI Research|MRL',
  mnpl: 'Mistral AI Non-Production|MNPL',
  'coqui-public-model-license': 'Coqui Public Model|CPML',
  'ai2-impact': 'AI2 ImpACT',
  'gpl-2.0': 'GNU General Public 2|GPL 2|GPLv2',
  'gpl-3.0': 'GNU General Public 3|GPL 3|GPLv3',
  'lgpl-2.1': 'GNU Lesser General Public 2.1|LGPLv2.1',
  'lgpl-3.0': 'GNU Lesser General Public 3|LGPL 3|LGPLv3',
  'agpl-3.0': 'GNU Affero General Public 3|AGPL 3|AGPLv3',
}

/** Long words for short ones. */
const shortWords: readonly (readonly [RegExp, string])[] = [
  [/creative commons/g, 'cc'],
  [/(?<=\bcc\b.*)attribution/g, 'by'],
  [/non-?commercial/g, 'nc'],
  [/share-?alike/g, 'sa'],
  [/no-?deriv(?:ative)?s/g, 'nd'],
]

/** What is longer is not even looked at: patterns take the longer for it, and some of them its square. */
const longestText = 500

/** What is the same for all ways to write a licence: `Apache License, Version 2.0` and `apache-2.0` are `apache2`. */
function keyOf(written: string): string {
  const short = shortWords.reduce((text, [long, word]) => text.replace(long, word), written.toLowerCase())
  return short
    .replace(/\b(?:the|licen[sc]es?|agreement|version|international|unported)\b/g, ' ')
    .replace(/\bv\.? ?(?=\d)/g, '')
    .replace(/(?<=\d)\.0(?![\d.])/g, '')
    .replace(/(?<!\d)\.|\.(?!\d)|[^a-z0-9.+]/g, '')
}

const byKey = new Map<string, KnownLicense>()
for (const spdxId of identifiers.split(/\s+/))
  for (const name of [spdxId, ...(otherNames[spdxId]?.split('|') ?? [])]) byKey.set(keyOf(name), { name: spdxId, spdxId })
for (const [name, others] of Object.entries(modelLicenses)) for (const one of [name, ...others.split('|')]) byKey.set(keyOf(one), { name })

/** The licence that a text names, if it is one of those that are known here. */
export const knownLicense = (written: string): KnownLicense | undefined =>
  written.length > longestText ? undefined : byKey.get(keyOf(written))
