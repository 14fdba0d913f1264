/** Where the endpoint is, relative to the root of the site. */
export const endpointPath = 'sparql'

/** Where the list of the saved questions is; each is under it. */
export const questionsPath = 'queries'
