/** What the clients of an endpoint ask: light questions about things taken at random, and heavy ones that no engine answers soon. */
import { prefixes } from '../src/model/vocabulary.ts'
import { modelIri } from './hub-triples.ts'

const head = `PREFIX st: <${prefixes.st}> PREFIX rdfs: <${prefixes.rdfs}> `

/** The ancestors of a model. */
export const ancestorsOf = (id: string): string => `${head}SELECT DISTINCT ?a { <${modelIri(id)}> (st:derivedFrom|st:variantOf)+ ?a }`

/** Light questions, each made from two models. */
export const light = {
  ancestors: ancestorsOf,
  'trained on, directly or through ancestors': (id: string): string =>
    `${head}SELECT DISTINCT ?d { <${modelIri(id)}> (st:derivedFrom|st:variantOf)*/st:trainedOn ?d }`,
  'all that is said of a model': (id: string): string => `${head}SELECT ?p ?o { <${modelIri(id)}> ?p ?o }`,
  'ASK whether one comes from another': (id: string, other: string): string =>
    `${head}ASK { <${modelIri(id)}> st:derivedFrom+ <${modelIri(other)}> }`,
} as const

/** Heavy questions; the number is all that two of a kind differ by, so that a server cannot know one by its text. */
export const heavy = {
  'COUNT of a product of three': (number: number): string =>
    `${head}SELECT (COUNT(*) AS ?n) { ?a rdfs:label ?x . ?b rdfs:label ?y . ?c rdfs:label ?z FILTER(?x != ?y || ?z != "${number}") }`,
  'a regex over all pairs of labels, sorted': (number: number): string =>
    `${head}SELECT ?x ?y { ?a rdfs:label ?x . ?b rdfs:label ?y FILTER(REGEX(CONCAT(?x, ?y), "7b.*b-.*(${number}|x)$")) } ORDER BY ?y ?x`,
  '`(p|^p)*` from anything to anything': (number: number): string =>
    `${head}SELECT (COUNT(*) AS ?n) { ?a (st:derivedFrom|^st:derivedFrom)* ?b FILTER(?a != <${modelIri(`none/${number}`)}>) }`,
} as const
