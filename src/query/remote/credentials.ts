/** Who is asking: a user with a password or a token, from the environment, so that neither is in a command's history. */
import { StemmaError } from '../../errors.ts'

/** What an endpoint knows a user by. */
export type Credentials = { readonly user: string; readonly password: string } | { readonly token: string }

/** The variables that credentials are read from. */
export const variables = {
  user: 'STEMMA_ENDPOINT_USER',
  password: 'STEMMA_ENDPOINT_PASSWORD',
  token: 'STEMMA_ENDPOINT_TOKEN',
} as const

/**
 * The credentials of an environment, if it has any.
 *
 * @throws StemmaError `bad-credentials` when a half is missing, or one could not be sent; no message ever holds a value
 */
export function credentialsFrom(env: Readonly<Record<string, string | undefined>>): Credentials | undefined {
  const [user, password, token] = [env[variables.user], env[variables.password], env[variables.token]].map((value) => value || undefined)
  if (token !== undefined) {
    if (user !== undefined || password !== undefined)
      throw bad('a token and a user are given', `set ${variables.token}, or ${variables.user} and ${variables.password}`)
    if (!/^[\x21-\x7e]+$/.test(token)) throw bad('the token has a space or a character that no token has', `look at ${variables.token}`)
    return { token }
  }
  if (user === undefined && password === undefined) return undefined
  if (user === undefined || password === undefined)
    throw bad(
      `a ${user === undefined ? 'password' : 'user'} is given alone`,
      `set ${variables.user} and ${variables.password}, or ${variables.token}`,
    )
  if (user.includes(':') || /[\u0000-\u001f\u007f]/.test(user + password))
    throw bad('the user has a colon, or one of the two a control character', 'no endpoint takes them so')
  return { user, password }
}

const bad = (message: string, hint: string): StemmaError => new StemmaError({ code: 'bad-credentials', message, hint }, 'usage')

/** A text without the secrets that it may hold, as a server that repeats what it was sent. */
export function withoutSecrets(text: string, credentials: Credentials | undefined): string {
  if (!credentials) return text
  const secrets = 'token' in credentials ? [credentials.token] : [basic(credentials), credentials.password]
  return secrets.reduce((clean, secret) => clean.replaceAll(secret, '…'), text)
}

/** A user and a password as HTTP's Basic scheme has them (RFC 7617, in UTF-8). */
export const basic = ({ user, password }: { readonly user: string; readonly password: string }): string =>
  Buffer.from(`${user}:${password}`, 'utf8').toString('base64')
