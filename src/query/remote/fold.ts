/** Conditions of which a part is known: `BOUND($x)` of a parameter that is given. Stores plan badly around such constants, or fail. */
import { iriNode, is, operation, type Node } from './syntax-tree.ts'

const boolean = (value: string): Node => ({
  type: 'term',
  subType: 'literal',
  value,
  langOrIri: iriNode('http://www.w3.org/2001/XMLSchema#boolean'),
})

export const yes = boolean('true')
const no = boolean('false')

/** Operators whose value is true or false, so that they are the same with and without `false ||` before them. */
const logical = new Set([
  ...['||', '&&', '!', '=', '!=', '<', '>', '<=', '>=', 'in', 'notin', 'exists', 'notexists', 'bound', 'sameterm', 'regex', 'contains'],
  ...['strstarts', 'strends', 'langmatches', 'isiri', 'isuri', 'isblank', 'isliteral', 'isnumeric'],
])

/** An operation, or what it comes to where that is known. */
export function folded(node: Node): Node {
  const [first, second] = node['args'] as readonly Node[]
  switch (node['operator']) {
    case '!':
      return first === yes ? no : first === no ? yes : node
    case '||':
      return either(node, first!, second!, no, yes)
    case '&&':
      return either(node, first!, second!, yes, no)
    default:
      return node
  }
}

/** @param idle says nothing in such an operation @param final decides it */
function either(node: Node, first: Node, second: Node, idle: Node, final: Node): Node {
  if (first === final || second === final) return final
  const rest = first === idle ? second : second === idle ? first : undefined
  return rest && (rest === idle || isLogical(rest)) ? rest : node
}

const isLogical = (node: Node): boolean => is(node, 'expression') && logical.has(node['operator'] as string)

/** HAVING takes no bare constant. */
export const asCondition = (node: Node): Node => (is(node, 'term') ? operation('||', node, node) : node)
