/** The query page: where its script works, and without scripts the saved questions with their texts. */
import { prefixesFor, toCurie } from '../../model/iri.ts'
import { allProperties, classNames, classOf, commentOf, labelOf } from '../../model/vocabulary.ts'
import { savedEnding } from '../../graph/file/ending.ts'
import { savedQueries } from '../../query/saved.ts'
import type { Language, OfferedTerm, QueryConfig, Question } from '../browser/config.ts'
import { html, jsonScript } from '../html.ts'
import { urlTo, urlToRoot, type Here } from '../site.ts'
import type { Page } from './shell.ts'

const words = {
  en: {
    title: 'Ask the graph',
    lead: 'Questions in SPARQL 1.1, answered in your browser. The prefixes of the ontology and of each class of things need no declaration.',
    endpoint: 'Questions in SPARQL 1.1. The prefixes of the ontology and of each class of things need no declaration.',
    noScript: 'Asking here needs JavaScript. The saved questions can be asked on the command line too, by their names: stemma query NAME.',
    saved: 'Saved questions',
  },
  zh: {
    title: '查询图谱',
    lead: '用 SPARQL 1.1 提问，由您的浏览器回答。本体的前缀和各类事物的前缀无须声明。',
    endpoint: '用 SPARQL 1.1 提问。本体的前缀和各类事物的前缀无须声明。',
    noScript: '在此提问需要 JavaScript。已存查询也可在命令行按名称执行：stemma query 名称。',
    saved: '已存查询',
  },
} as const

/** The query page. Without its script, which the source tree lacks, it has the list of the questions alone. */
export function queryPage(here: Here): Page {
  const { site, language } = here
  const { title, lead, endpoint, noScript, saved } = words[language]
  const questions = savedQueries()
  const config = configOf(here, questions)
  const listed = questions.map(({ name, help }) => html`<dt><code>${name}</code></dt><dd lang="en">${help}</dd>\n`)
  const text = site.endpoint === undefined ? lead : endpoint
  const body = html`<h1>${title}</h1>
<p class="lead">${text}</p>
<noscript><p><strong>${noScript}</strong></p>
<h2>${saved}</h2>
<dl>
${listed}</dl></noscript>
<div id="query-app" class="query"></div>
${config && jsonScript('application/json', config, 'query-config')}`
  return { title, description: lead, body, styles: ['query.css'], scripts: config ? ['query.js'] : [] }
}

/** What the page's script is told; nothing where there is no script, or no graph to ask. */
function configOf(here: Here, questions: readonly Question[]): QueryConfig | undefined {
  const { site, language } = here
  const { base } = site.graph
  const worker = site.assets.get('query-worker.js')
  const graph = site.dumps.find(({ path }) => path.endsWith(savedEnding))
  if (!worker || !graph) return undefined
  const prefixes = prefixesFor(base)
  return {
    language,
    base,
    root: urlToRoot(here),
    worker: urlTo(here, worker.path),
    graph: { path: graph.path, bytes: graph.bytes, sha256: graph.sha256 },
    ...(site.endpoint !== undefined && { endpoint: urlTo(here, site.endpoint) }),
    prefixes,
    terms: termsIn(language, prefixes),
    questions,
  }
}

/** The ontology's classes and properties, those that the data uses. */
function termsIn(language: Language, prefixes: Readonly<Record<string, string>>): OfferedTerm[] {
  const classes = classNames.map((name): OfferedTerm => {
    const { iri, label, comment } = classOf(name)
    return { curie: toCurie(iri, prefixes), iri, kind: 'class', label: label[language], comment }
  })
  const properties = allProperties.map(({ path }): OfferedTerm => ({
    curie: toCurie(path, prefixes),
    iri: path,
    kind: 'property',
    label: labelOf(path, language),
    comment: commentOf(path),
  }))
  return [...classes, ...properties]
}
