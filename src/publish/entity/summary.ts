/** What a thing is, in a sentence: `Model by BigScience, 176 billion parameters, released 2022-11, fine-tuned from BLOOM.` */
import { valueOf } from '../../graph/graph.ts'
import { classOf, labelOf, prefixes, st } from '../../model/vocabulary.ts'
import { valueText } from '../describe.ts'
import { textOf, type Here } from '../site.ts'
import { capital } from '../words.ts'

const origins = [
  'fineTunedFrom',
  'adaptedFrom',
  'quantizedFrom',
  'mergedFrom',
  'distilledFrom',
  'promptedFrom',
  'continuedFrom',
  'variantOf',
].map(st)

/** A sentence about a thing, for lists and search engines. */
export function summaryOf(here: Here, iri: string): string {
  const { graph } = here.site
  const { language } = here
  const chinese = language === 'zh'
  const kind = capital(classOf(graph.entity(iri)!.className).label[language])
  const makers = graph.values(iri, st('producer')).map(({ value }) => textOf(here, value))
  const size = valueOf(graph, iri, 'parameterCount')
  const released = valueOf(graph, iri, `${prefixes.dct}issued`)?.value
  const steps = origins.flatMap((property) =>
    graph.values(iri, property).map(({ value }) => `${labelOf(property, language)}${chinese ? '' : ' '}${textOf(here, value)}`),
  )
  const parts = [
    makers.length > 0 ? (chinese ? `${kind}，${makers.join('、')}` : `${kind} by ${makers.join(', ')}`) : kind,
    size && valueText(graph, size, st('parameterCount'), language),
    released && `${labelOf(`${prefixes.dct}issued`, language)} ${released}`,
    ...steps.slice(0, 3),
  ].filter((part) => part !== undefined && part !== '')
  return `${parts.join(chinese ? '，' : ', ')}${chinese ? '。' : '.'}`
}
