/** The engine's own comparison of two terms, called without its detour over promises. */
import { KeysExpressionEvaluator } from '@comunica/context-entries'
import type { IActionContext } from '@comunica/types'
import { prepareEvaluatorActionContext, TermTransformer } from '@comunica/utils-expression-evaluator'
import { error, no, yes, type Compare } from './conditions.ts'

/** What this needs of the engine's mediator of functions. */
export interface Functions {
  mediate(action: { functionName: string; context: IActionContext; requireTermExpression: true }): Promise<{
    applyOnTerms(terms: unknown[], evaluator: never): { coerceEBV(): boolean }
  }>
}

const operators = ['=', '!=', '<', '<=', '>', '>=']

/** The comparison of a query. */
export async function engineComparison(functions: Functions, queryContext: IActionContext): Promise<Compare> {
  const context = prepareEvaluatorActionContext(queryContext)
  const transformer = new TermTransformer(context.getSafe(KeysExpressionEvaluator.superTypeProvider))
  const found = await Promise.all(
    operators.map(
      async (functionName) => [functionName, await functions.mediate({ functionName, context, requireTermExpression: true })] as const,
    ),
  )
  const byOperator = new Map(found)
  return (operator, left, right) => {
    try {
      const terms = [left, right].map((term) => transformer.transformRDFTermUnsafe(term))
      return byOperator
        .get(operator)!
        .applyOnTerms(terms, { context } as never)
        .coerceEBV()
        ? yes
        : no
    } catch {
      return error
    }
  }
}
