/** What goes wrong, told as a page in the site's shell, as `application/problem+json` (RFC 9457) or as plain text. */
import { STATUS_CODES, type OutgoingHttpHeaders } from 'node:http'
import { languages, pageAt, pagePath, type Language } from '../address.ts'
import { html } from '../html.ts'
import { documentOf } from '../pages/shell.ts'
import { wordsIn } from '../words.ts'
import { openToAll, variesByAccept, type Answer, type Asked } from './answer.ts'
import { preferredLanguage, preferredType } from './preferences.ts'
import { contentType } from './representation.ts'
import { pagePolicy, type Store } from './store.ts'

const kinds = ['application/problem+json', 'text/html', 'text/plain'].map((mediaType) => ({ mediaType }))

/** What a person reads; in other languages than English where the site has them. */
const details: Readonly<Record<number, Readonly<Record<Language, string>>>> = {
  400: { en: 'The address or the request is not well formed.', zh: '地址或请求的格式不正确。' },
  404: { en: wordsIn('en').notFoundText, zh: wordsIn('zh').notFoundText },
  405: { en: 'This can only be read: use GET or HEAD.', zh: '此处只能读取：请使用 GET 或 HEAD。' },
  406: { en: 'None of the forms that there are is acceptable to the request.', zh: '现有的格式都不符合请求的要求。' },
  413: { en: 'A request for something to read has no body.', zh: '读取请求不应带有正文。' },
  414: { en: 'The address is too long: send a long question by POST.', zh: '地址过长；长的查询请用 POST 发送。' },
  500: { en: 'Something went wrong here. It is not the fault of the request.', zh: '服务器出错，与请求无关。' },
}

/** What more is to be told. */
interface More {
  readonly headers?: OutgoingHttpHeaders
  /** Of what is not acceptable, what there is instead. */
  readonly available?: readonly { readonly url: string; readonly mediaType: string; readonly language?: string }[]
}

/** A page so deep that its links would be longer than what they say is not made. */
const deepest = 8

/** What is known of a request that could not be read is only its headers. */
export type Unread = Pick<Asked, 'headers' | 'path'>

/** The answer to a request that is refused or fails, in the form and language that it accepts. */
export function problem(store: Store, { headers: asked, path }: Unread, status: number, { headers, available }: More = {}): Answer {
  const detail = details[status]!
  // What accepts nothing of this is told in the form that programs read.
  const kind = preferredType(kinds, asked.accept)?.mediaType ?? kinds[0]!.mediaType
  const depth = path.split('/').length
  // The address of a page says its language, there or not.
  const language = pageAt(path)?.language ?? preferredLanguage(languages, asked['accept-language'])
  const isPage = kind === 'text/html' && depth <= deepest
  const body = isPage
    ? page(store, status, language, depth)
    : kind === 'text/plain'
      ? `${[detail.en, ...(available ?? []).map(({ url, mediaType, language: tag }) => [mediaType, tag, url].filter(Boolean).join(' '))].join('\n')}\n`
      : `${JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, detail: detail.en, ...(available && { available }) }, null, 2)}\n`
  const bytes = Buffer.from(body)
  return {
    status,
    headers: {
      ...openToAll,
      ...pagePolicy,
      'Content-Type': contentType(isPage || kind === 'text/plain' ? kind : kinds[0]!.mediaType),
      'Content-Language': isPage ? language : 'en',
      'Content-Length': bytes.length,
      'Cache-Control': 'no-cache',
      Vary: variesByAccept,
      ...headers,
    },
    body: bytes,
  }
}

/**
 * The page of an error. Its links are relative to the folder that was asked for, whose name plays no part: what came with the request
 * never stands in a page.
 */
function page({ site }: Store, status: number, language: Language, depth: number): string {
  const words = wordsIn(language)
  const here = { site, language, path: pagePath(`${'-/'.repeat(depth - 1)}${status}`, languages[0]) }
  const title = status === 404 ? words.notFound : `${status} ${STATUS_CODES[status]}`
  const detail = details[status]![language]
  return documentOf(here, { title, description: detail, hidden: true, body: html`<h1>${title}</h1>\n<p class="lead">${detail}</p>` })
}
