/** Files of weights, and their checksums. */

/** The checksum of a file of weights as the ontology writes it: `SHA-256` is `sha256:`. */
export const digestOf = (algorithm: string, content: string): string =>
  `${algorithm
    .toLowerCase()
    .replace(/^sha-?(?=1$|2|3\d\d$|5\d\d$)/, 'sha')
    .replace(/[^a-z0-9-]+/g, '-')}:${content.toLowerCase()}`

/** Whether a file of that name holds weights. */
export const isWeights = (name: string): boolean => /\.(?:safetensors|bin|gguf|ggml|pt|pth|onnx|h5|ckpt|pb|tflite|msgpack|npz)$/i.test(name)
