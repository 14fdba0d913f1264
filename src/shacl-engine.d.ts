declare module 'shacl-engine/Validator.js' {
  export default class Validator {
    constructor(shapes: unknown, options: { factory: unknown })
    validate(data: { dataset: unknown }): Promise<unknown>
  }
}
