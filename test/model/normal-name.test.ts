/** The quick look at very many names sees what the form in which names are compared says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameName, normalName } from '../../src/model/normal-name.ts'

test('a name is the same as another exactly where their forms are', () => {
  const piece = fc.constantFrom(...'aAbÉé7١8ß-_ .+(,ﬁＡ가', ' +', '--', '.7', 'con', '9'.repeat(70))
  const name = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(isSameName(one)(other)).toBe(normalName(one) === normalName(other))
    }),
    {
      numRuns: 20_000,
      examples: [
        ['GPT-3', 'gpt3'],
        ['Llama 2-7B', 'Llama 27B'],
        ['Command R+', 'Command R +'],
        ['é', 'E'],
      ],
    },
  )
})
