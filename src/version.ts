import manifest from '../package.json' with { type: 'json' }

/** The version of Stemma. */
export const version: string = manifest.version
