/** Figures of how well a model does, in an SPDX document. */
import { child, objectsOf, textOf } from '../bills/bill.ts'
import type { Graph, Thing } from './graph.ts'

/** Figures become evaluations where it is known on what the model was tested; else they are kept as a finding. */
export function sayMetrics(graph: Graph, { entry, json, kind }: Thing, tested: ReadonlySet<string>): void {
  const metrics = child(json, 'ai_metric')
  if (kind !== 'Model') return metrics.value === undefined ? undefined : graph.drop(metrics)
  for (const one of objectsOf(graph, metrics, true)) {
    const [metric, score] = [textOf(graph, child(one, 'key')), textOf(graph, child(one, 'value'))]
    const [benchmark] = tested
    if (metric === undefined || score === undefined) graph.drop(one, 'a metric needs key and value')
    else if (tested.size !== 1 || !Number.isFinite(Number(score))) entry.say('finding', `${metric}: ${score}`, graph.beside(one))
    else {
      const evaluation = entry.nest('evaluation')
      evaluation.link('benchmark', { kinds: ['Benchmark'], name: benchmark! }, graph.beside(one))
      evaluation.say('metric', metric, graph.beside(one))
      evaluation.say('score', score, graph.beside(one, 'the benchmark is the one thing that the model is said to be tested on'))
    }
  }
}
