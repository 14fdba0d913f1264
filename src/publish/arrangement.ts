/** Where the boxes of a drawing lie, before its edges are drawn. */

/** What is to be placed. */
export interface Placed {
  readonly nodes: readonly { readonly iri: string }[]
  /** From the later thing to what it came from. */
  readonly edges: readonly Ends[]
  /** From left to right instead of from top to bottom. */
  readonly sideways: boolean
}

/** The two ends of an edge. */
export interface Ends {
  readonly from: string
  readonly to: string
}

/** A box by its middle. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How large something is. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** A place in the picture. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** How large everything is, by its place in the drawing. */
export interface Sizes {
  readonly ofNode: (index: number) => Size
  readonly ofLabel: (index: number) => Size
}

/** The box of an edge's label, and the points that the edge goes through, from the parent to the child. */
export interface Label extends Box {
  readonly points: readonly Point[]
}

/** Where everything lies. */
export interface Arrangement extends Size {
  readonly boxes: ReadonlyMap<string, Box>
  /** In the order of the edges. */
  readonly labels: readonly Label[]
}

/** How far boxes are apart: side by side, and from rank to rank; and how far all are from the border. */
export const gaps = {
  down: { beside: 28, edges: 18, ranks: 76, border: 16 },
  right: { beside: 14, edges: 10, ranks: 96, border: 16 },
} as const
