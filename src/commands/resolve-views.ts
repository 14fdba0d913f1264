/** The parts of what `stemma resolve` shows. */
export const views = ['merged', 'apart', 'stubs', 'candidates'] as const
export type View = (typeof views)[number]
