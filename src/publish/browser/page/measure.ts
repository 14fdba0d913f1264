/** How wide texts are, so that pictures have room for them. */
let context: CanvasRenderingContext2D | null | undefined

/** @param font as CSS writes it: `14px sans-serif` */
export function widthOf(text: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d')
  context!.font = font
  return Math.ceil(context!.measureText(text).width)
}

/** A text as far as there is room for it. */
export function shortened(text: string, font: string, room: number): string {
  if (text.length <= 200 && widthOf(text, font) <= room) return text
  // Of a very long text nothing more is to be measured.
  const characters = [...text.slice(0, 200)]
  while (characters.length > 1 && widthOf(`${characters.join('')}…`, font) > room) characters.pop()
  return `${characters.join('')}…`
}
