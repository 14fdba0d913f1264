/** Training hardware as the catalogue writes it: which devices, and how many only where one explicit pattern says so. */

/** Devices, or a machine, on which a model was trained. */
export interface Devices {
  readonly name: string
  /** Values of a usage, by property. */
  readonly counts: Readonly<Record<string, string>>
}

/** How devices are written, what they are called, and the memories in GB with which they are sold, where there are several or it is part of the name. */
const models: readonly (readonly [pattern: RegExp, name: string, ...memories: number[]])[] = [
  [/\bA100s?\b/, 'NVIDIA A100', 40, 80],
  [/\bH100s?\b/, 'NVIDIA H100', 80],
  [/\bA800s?\b/, 'NVIDIA A800', 40, 80],
  [/\bH800s?\b/, 'NVIDIA H800'],
  [/\bV100s?\b/, 'V100', 16, 32],
  [/\bA40\b/, 'NVIDIA A40'],
  [/\bA10\b/, 'NVIDIA A10'],
  [/\bA5000\b/, 'NVIDIA RTX A5000'],
  [/\bA6000\b/, 'NVIDIA A6000', 48],
  [/\bRTX 8000\b/, 'NVIDIA Quadro RTX 8000'],
  [/\bRTX[- ]3090\b/, 'NVIDIA GeForce RTX 3090'],
  [/\bK80\b/, 'NVIDIA Tesla K80'],
  [/\bP100\b/, 'NVIDIA Tesla P100'],
  [/\bMI250X\b/, 'AMD Instinct MI250X'],
  [/\bMI250\b/, 'AMD Instinct MI250'],
  [/\bAscend 910\b/, 'Huawei Ascend 910'],
  [/\bCS-2\b/, 'Cerebras CS-2'],
  [/\bTPU[- ]?v3\b|\bv3 TPU\b/i, 'TPU v3'],
  [/\bTPU[- ]?v4s?\b|\bv4 TPU\b/i, 'TPU v4'],
  [/\bTPU[- ]?v5e\b/i, 'TPU v5e'],
  [/\bJean Zay\b/, 'Jean Zay'],
  [/\bLUMI\b/, 'LUMI'],
  [/\bCondor Galaxy\b/, 'Condor Galaxy'],
]

/** What a device is called in these patterns, once its name is found. */
const device = String.raw`DEVICE(?:\s+(?:GPUs?|chips|cores|SXM5 GPUs|wafer scale systems|tensor core GPUs?))*`

/** The whole text, its device written DEVICE; the usage that each pattern states. */
const patterns: readonly (readonly [RegExp, (...numbers: string[]) => Record<string, string>])[] = [
  [new RegExp(String.raw`^(?:a single|single|one|1)\s+${device}$`, 'i'), () => ({ deviceCount: '1' })],
  // 4480 A100s (560 x 8): what stands in parentheses says the same again.
  [
    new RegExp(String.raw`^([\d,]+)\s*x?\s*${device}(?:\s+\(\d+ x \d+\)|\s+\(Cloud TPU Pods\)|\s+\(first-gen\)(?: GPUs)?)?$`, 'i'),
    (n) => ({ deviceCount: n }),
  ],
  [new RegExp(String.raw`^(\d+) x (\d+) ${device}$`), (n, each) => ({ deviceCount: String(Number(n) * Number(each)) })],
  [
    new RegExp(String.raw`^([\d,]+)\s+${device} (?:distributed )?across (\d+) (?:DEVICE )?(?:DGX )?(?:\w+ )?nodes$`, 'i'),
    (n, nodes) => ({ deviceCount: n, nodeCount: nodes }),
  ],
  [new RegExp(String.raw`^([\d,]+)x?\s*${device} on a single node$`, 'i'), (n) => ({ deviceCount: n, nodeCount: '1' })],
  [new RegExp(String.raw`^(\d+) \* (\d+)x\s*${device} nodes$`), (nodes, each) => ({ nodeCount: nodes, devicesPerNode: each })],
  [
    new RegExp(String.raw`^([\d,]+) ${device} with (\d+) GPUs per node \((\d+) nodes\)`),
    (n, each, nodes) => ({ deviceCount: n, devicesPerNode: each, nodeCount: nodes }),
  ],
  [
    new RegExp(String.raw`^([\d,]+) ${device} \((\d+) (\d+)x\s*${device} nodes\)$`),
    (n, nodes, each) => ({ deviceCount: n, nodeCount: nodes, devicesPerNode: each }),
  ],
  [
    new RegExp(String.raw`^(\d+) nodes, (?:with each node containing|each consisting of) (\d+)x?\s*${device}`),
    (nodes, each) => ({ nodeCount: nodes, devicesPerNode: each }),
  ],
]

/** What stands around the part that counts, and says nothing of how many. */
const around =
  /^(?:Meta AI Cluster\. Trained on |LUMI supercomputer, using )|,? according to .*$| connected by .*$|(?<=GPUs) with 80 ?GB of RAM$/gi

/** Reads training hardware; nothing, where no device or machine is known in it, or where it is told of something else than the training. */
export function devicesOf(written: string): readonly Devices[] {
  if (/^for speed comparisons/i.test(written)) return []
  const text = written.replace(/(?<=\d)x(?=[A-Z])/g, 'x ')
  const found = models.filter(([pattern]) => pattern.test(text))
  const machines = found.filter(([, name]) => isMachine(name))
  const chips = found.filter(([, name]) => !isMachine(name))
  return [
    ...machines.map(([, name]) => ({ name, counts: {} })),
    ...chips.map((chip) => ({ name: nameOf(chip, text), counts: chips.length === 1 ? countsIn(text, chip[0]) : {} })),
  ]
}

const isMachine = (name: string): boolean => ['Jean Zay', 'LUMI', 'Condor Galaxy'].includes(name)

function nameOf([, name, ...memories]: (typeof models)[number], text: string): string {
  const memory = memories.find((gigabytes) => new RegExp(String.raw`\b${gigabytes} ?GB?\b`).test(text))
  return memory === undefined ? name : `${name} ${memory}GB`
}

function countsIn(text: string, pattern: RegExp): Record<string, string> {
  const [, inside = text] = /^(?:Jean Zay) \((.*)\)$/.exec(text.trim()) ?? []
  const plain = inside
    .replace(around, '')
    .replace(new RegExp(pattern.source, `${pattern.flags}g`), 'DEVICE')
    .replace(/\b(?:NVIDIA|AMD|Instinct|Tesla|Amazon|Cerebras|Google)[ -]/g, '')
    .replace(/[ -]?\(?\b(?:16|32|40|48|80) ?GB?\b\)?-?/g, ' ')
    .replace(/\bDEVICE (NVIDIA|AMD)\b/g, 'DEVICE')
    .replace(/\s+/g, ' ')
    .trim()
  for (const [shape, counts] of patterns) {
    const match = shape.exec(plain)
    if (match) return counts(...match.slice(1))
  }
  return {}
}
