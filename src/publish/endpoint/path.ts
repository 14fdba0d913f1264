/** Where the endpoint is, relative to the root of the site. */
export const endpointPath = 'sparql'
