/** The columns of Epoch AI's tables, by what they are for, whatever a snapshot calls them and wherever they stand. */

/** The names of each column, the newest first; case, spaces and punctuation do not matter. */
const names = {
  model: ['Model', 'System'],
  organization: ['Organization', 'Organization(s)'],
  released: ['Publication date'],
  title: ['Reference'],
  link: ['Link'],
  parameters: ['Parameters'],
  parametersNotes: ['Parameters notes'],
  compute: ['Training compute (FLOP)', 'Training compute (FLOPs)'],
  computeLow: ['Training compute lower bound'],
  computeHigh: ['Training compute upper bound'],
  computeNotes: ['Training compute notes'],
  dataset: ['Training dataset'],
  datasetNotes: ['Training dataset notes'],
  size: ['Training dataset size (datapoints)', 'Training dataset size (gradients)', 'Training dataset size'],
  sizeNotes: ['Dataset size notes', 'Training dataset size notes'],
  epochs: ['Epochs'],
  hours: ['Training time (hours)'],
  hoursNotes: ['Training time notes'],
  hardware: ['Training hardware'],
  quantity: ['Hardware quantity'],
  method: ['Approach'],
  access: ['Model accessibility', 'Accessibility'],
  confidence: ['Confidence'],
  base: ['Base model', 'Base model(s)'],
  fineTuning: ['Finetune compute (FLOP)', 'Fine-tune compute (FLOP)'],
  fineTuningNotes: ['Finetune compute notes', 'Fine-tune compute notes'],
  task: ['Task'],
  modified: ['Last modified'],
} as const

/** A column that something is made of. */
export type Column = keyof typeof names

/** The position of each column that a header has. */
export type Columns = ReadonlyMap<Column, number>

const normal = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** The columns of a header. */
export function columnsOf(header: readonly string[]): Columns {
  const positions = new Map(header.map((name, position) => [normal(name), position] as const).reverse())
  return new Map(
    (Object.keys(names) as Column[]).flatMap((column) => {
      const position = names[column].map((name) => positions.get(normal(name))).find((found) => found !== undefined)
      return position === undefined ? [] : [[column, position] as const]
    }),
  )
}

/** Whether a header is one of these tables': it has models, their dates and what their training took. */
export function isEpochHeader(header: readonly string[]): boolean {
  const columns = columnsOf(header)
  return (['model', 'released', 'organization', 'compute'] as const).every((column) => columns.has(column))
}
