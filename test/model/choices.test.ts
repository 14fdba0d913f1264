import { expect, test } from 'vitest'
import { choiceText } from '../../src/model/choices.ts'
import { classNames, classOf, st } from '../../src/model/vocabulary.ts'

const choices = classNames.flatMap((name) =>
  [...classOf(name).properties.values()].flatMap(({ path, in: words }) => (words ?? []).map((word) => [path, word] as const)),
)

test('every word of every choice of the ontology is said in Chinese', () => {
  const unsaid = choices.filter(([path, word]) => word !== 'transformer' && !/\p{Script=Han}/u.test(choiceText(path, word, 'zh')))
  expect(unsaid).toEqual([])
})

test('in English it is the word itself, and so is what is no word of the choice', () => {
  for (const [path, word] of choices) expect(choiceText(path, word, 'en')).toBe(word)
  expect(choiceText(st('phase'), 'constructor', 'zh')).toBe('constructor')
  expect(choiceText(st('metric'), 'ROUGE-L', 'zh')).toBe('ROUGE-L')
})
