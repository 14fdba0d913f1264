import { expect, test } from 'vitest'
import { readValue } from '../../src/model/value.ts'
import { classOf } from '../../src/model/vocabulary.ts'

const base = 'https://w3id.org/stemma/'
const producer = classOf('Model').properties.get('producer')!

test.each(['deepmind', 'organization/deepmind', 'organization:deepmind', `${base}organization/deepmind`])(
  'a reference may be an id, an id with its class, a CURIE or an IRI: %s',
  (written) => {
    expect(readValue(written, producer, base)).toMatchObject({ term: { value: `${base}organization/deepmind` } })
  },
)

test.each([
  ['duration', '0', 'out-of-range', '"0" is not more than 0', 'duration is more than 0 hours'],
  ['duration', '-3 h', 'out-of-range', '"-3 h" is not more than 0', 'duration is more than 0 hours'],
])('%s: %s is refused', (key, written, code, message, hint) => {
  expect(readValue(written, classOf('Training').properties.get(key)!, base)).toMatchObject({ code, message, hint })
})

test('a count in bytes is of the wrong unit', () => {
  expect(readValue('7 GiB', classOf('Model').properties.get('parameterCount')!, base)).toMatchObject({
    code: 'wrong-unit',
    message: '"7 GiB" is in bytes',
  })
})
