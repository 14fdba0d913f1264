declare module 'shacl-engine/Validator.js' {
  export default class Validator {
    constructor(shapes: unknown, options: { factory: unknown })
    /** @param shapes those that are held against the terms of the data, whatever their targets */
    validate(data: { dataset: unknown; terms: readonly unknown[] }, shapes: readonly { terms: readonly unknown[] }[]): Promise<unknown>
  }
}
