/** Which variables an operation gives values to, and their names changed. */
import { isNode } from '../remote/syntax-tree.ts'
import type { Part } from './part.ts'
import { variablesOf } from '../push-down/algebra.ts'

/** How often each variable is given a value, as far as can be read from the text: in patterns, lists of values and by BIND. */
export function settings(value: unknown, counts = new Map<string, number>()): Map<string, number> {
  if (Array.isArray(value)) for (const one of value) settings(one, counts)
  else if (isNode(value)) {
    for (const name of setBy(value as unknown as Part)) counts.set(name, (counts.get(name) ?? 0) + 1)
    for (const part of Object.values(value)) settings(part, counts)
  }
  return counts
}

function setBy(part: Part): readonly string[] {
  switch (part.type) {
    case 'pattern':
    case 'path':
      return variablesOf(part)
    case 'values':
    case 'group':
      return part.variables.map(({ value }) => value)
    case 'extend':
      return [part.variable.value]
    default:
      return []
  }
}

/** The variables that have a value in every solution of an operation. */
export function certain(part: Part): ReadonlySet<string> {
  switch (part.type) {
    case 'pattern':
    case 'path':
      return new Set(variablesOf(part))
    case 'bgp':
      return new Set(part.patterns.flatMap(variablesOf))
    case 'join':
      return new Set(part.input.flatMap((input) => [...certain(input)]))
    case 'union': {
      const [first = new Set<string>(), ...others] = part.input.map(certain)
      return new Set([...first].filter((name) => others.every((other) => other.has(name))))
    }
    case 'leftjoin':
    case 'minus':
      return certain(part.input[0])
    case 'project': {
      const asked = new Set(part.variables.map(({ value }) => value))
      return new Set([...certain(part.input)].filter((name) => asked.has(name)))
    }
    case 'filter':
    case 'extend':
    case 'orderby':
    case 'slice':
    case 'distinct':
    case 'reduced':
      return certain(part.input)
    default:
      return new Set()
  }
}

/** All variables of an operation, those of its expressions too. */
export function named(value: unknown, names = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const one of value) named(one, names)
  else if (isNode(value))
    if (value['termType'] === 'Variable') names.add(value['value'] as string)
    else for (const part of Object.values(value)) named(part, names)
  return names
}

/** The same with other names for some variables. */
export function renamed<T>(value: T, names: ReadonlyMap<string, string>): T {
  const rename = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(rename)
    if (!isNode(one)) return one
    if ('termType' in one && one['termType'] !== 'Quad')
      return one['termType'] === 'Variable' ? { termType: 'Variable', value: nameOf(one['value'] as string) } : one
    const node = Object.fromEntries(Object.entries(one).map(([key, part]) => [key, rename(part)]))
    // The rows of VALUES have the names for keys.
    return one['type'] === 'values' ? { ...node, bindings: (one['bindings'] as object[]).map(rowRenamed) } : node
  }
  const nameOf = (name: string): string => names.get(name) ?? name
  const rowRenamed = (row: object): object => Object.fromEntries(Object.entries(row).map(([name, term]) => [nameOf(name), term]))
  return rename(value) as T
}
