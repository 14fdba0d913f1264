/** How wide a text is in a sans-serif of a size, roughly; Chinese characters are square. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + size * (/[\u2e80-\uffef]/.test(character) ? 1 : /[A-Z0-9]/.test(character) ? 0.68 : 0.57), 0)
