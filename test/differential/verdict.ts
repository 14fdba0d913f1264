/** Whether our engine answers a question as it should. */
import type { Quad } from '@rdfjs/types'
import { questionOf, type Question } from './algebra.ts'
import { areAmong, byKind, byValue, linesOf, outcomeOf, sameLines, type Outcome, type Spelling } from './answers.ts'
import { sparqlOf, unlimited, type Case } from './case.ts'
import { askComunica } from './comunica.ts'
import type { Answers, KnownDifference } from './differences/difference.ts'
import { kindsOf } from './differences/literals.ts'
import { knownDifferences } from './known-differences.ts'
import { askOxigraph } from './oxigraph.ts'
import { termText } from './terms.ts'
import { answer } from './under-test.ts'

export interface Verdict extends Said {
  /** What is wrong, where something is. */
  readonly fault?: string
  /** Why they need not agree, where they do not. */
  readonly known: readonly KnownDifference[]
}

/** What the three said. */
interface Said extends Answers {
  readonly ours: Outcome
}

/**
 * Our answer has to be Comunica's, and Oxigraph's too unless a difference between them is known. Where Comunica is known
 * to be wrong, Oxigraph's is as good. Where they disagree for two reasons nobody may be right in both, and where Comunica
 * is wrong by chance ours may be, too: such questions are left undecided.
 */
export async function verdictOn(one: Case): Promise<Verdict> {
  const verdict = await judge(one)
  // To some paths Comunica gives another answer now and then: who is wrong is wrong twice.
  return verdict.fault === undefined ? verdict : judge(one)
}

async function judge(one: Case): Promise<Verdict> {
  const sparql = unlimited(one)
  const said: Said = {
    ours: await oursTo(one.quads, sparql),
    comunica: await outcomeOf(() => askComunica(one.quads, sparql)),
    oxigraph: await outcomeOf(() => askOxigraph(one.quads, sparql)),
  }
  const known = allAgree(said) ? [] : reasonsFor(questionOf(one.quads, sparql), said)
  // What is contested as a whole says nothing of its parts.
  const partFault = known.length === 0 ? await sliceFault(one, said) : undefined
  const fault =
    faultOf(said, known, spellingFor(one.quads, sparql)) ?? headingFault(questionOf(one.quads, sparql), sparql, said) ?? partFault
  return { ...said, known, ...(fault !== undefined && { fault }) }
}

const oursTo = (quads: readonly Quad[], sparql: string): Promise<Outcome> => outcomeOf(() => answer(quads, sparql))

const allAgree = ({ ours, comunica, oxigraph }: Said): boolean => same(ours, comunica, termText) && same(comunica, oxigraph, byValue)

const reasonsFor = (question: Question, answers: Answers): KnownDifference[] =>
  knownDifferences.filter(({ applies }) => applies(question, answers))

function faultOf({ ours, comunica, oxigraph }: Said, known: readonly KnownDifference[], spelling: Spelling): string | undefined {
  const loosely = spelling === byKind ? byKind : byValue
  const likeComunica = same(ours, comunica, spelling)
  const likeOxigraph = same(ours, oxigraph, loosely)
  if (likeComunica && (likeOxigraph || known.length > 0)) return undefined
  if (likeOxigraph && known.some(({ right }) => right === 'Oxigraph' || right === 'both')) return undefined
  if (likeComunica) return "ours is Comunica's answer, not Oxigraph's, and no reason for that is known"
  if (likeOxigraph) return "ours is Oxigraph's answer, not Comunica's, and no reason for that is known"
  if (ours.type === 'error') return `ours fails: ${ours.message.split('\n', 1)[0]!}`
  if (known.some(({ byPlan }) => byPlan) || (!same(comunica, oxigraph, loosely) && known.length > 1)) return undefined
  // Ours may have one of the errors of Comunica, and not the other.
  if (known.filter(({ right }) => right === 'Oxigraph').length > 1) return undefined
  // Each may be wrong, or free, for a reason of its own, and say the same.
  if (known.length > 1 && ['Comunica', 'Oxigraph'].every((engine) => known.some(({ right }) => right !== engine))) return undefined
  return "ours is neither Comunica's answer nor Oxigraph's"
}

export const same = (some: Outcome, others: Outcome, spelling: Spelling): boolean =>
  some.type === others.type && sameLines(linesOf(some, spelling), linesOf(others, spelling))

/** How exactly an answer can be compared that depends on the order in which values come. */
function spellingFor(quads: readonly Quad[], sparql: string): Spelling {
  if (/\b(MIN|MAX)\(/.test(sparql)) {
    const kinds = kindsOf(questionOf(quads, sparql))
    return kinds.size === 1 && kinds.has('number') ? byValue : byKind
  }
  return /\b(SUM|AVG)\(/.test(sparql) ? byValue : termText
}

/**
 * What is selected by name is in the heading of a table, whether it has a value or not; Comunica forgets it at times where there is
 * nothing for certain. Of * each engine makes what it will.
 */
function headingFault({ nodes }: Question, sparql: string, { ours }: Said): string | undefined {
  if (ours.type !== 'bindings' || /SELECT\s+(DISTINCT )?\*/.test(sparql)) return undefined
  const selected = nodes.find(({ type }) => type === 'project')!['variables'] as readonly { readonly value: string }[]
  const [some, others] = [ours.variables.join(' '), selected.map(({ value }) => value).join(' ')]
  return some === others ? undefined : `ours has the variables ${some || 'none'}, not ${others}`
}

/** The plan of a part may be another one than that of the whole. */
const dependsOnPlan = (question: Question, answers: Answers): boolean => reasonsFor(question, answers).some(({ byPlan }) => byPlan)

/** LIMIT and OFFSET leave open which rows are given, but not how many, and that they are rows of the whole answer. */
async function sliceFault(one: Case, said: Said): Promise<string | undefined> {
  const { ours } = said
  if (!one.slice || ours.type !== 'bindings' || dependsOnPlan(questionOf(one.quads, unlimited(one)), said)) return undefined
  const some = await oursTo(one.quads, sparqlOf(one))
  const [limit, offset] = [Number(/LIMIT (\d+)/.exec(one.slice)?.[1] ?? Infinity), Number(/OFFSET (\d+)/.exec(one.slice)?.[1] ?? 0)]
  const count = Math.min(limit, Math.max(0, ours.rows.length - offset))
  if (some.type !== 'bindings' || some.rows.length !== count) return `ours has not ${count} rows with${one.slice.replace('\n', ' ')}`
  return areAmong(linesOf(some), linesOf(ours)) ? undefined : `ours has rows with${one.slice.replace('\n', ' ')} that it has not without`
}
