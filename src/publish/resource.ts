/** What is at a path of a site. */
export interface Resource {
  readonly mediaType: string
  readonly body: string | Uint8Array
}
