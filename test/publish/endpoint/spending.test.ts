/** What clients have used, over time. */
import { expect, test } from 'vitest'
import { Spending } from '../../../src/publish/endpoint/spending.ts'

test('who has used more than a share waits until time has made up for it, and others do not', () => {
  const spending = new Spending(30_000)
  spending.add('a', 30_000, 0)
  expect([spending.wait('a', 0), spending.wait('b', 0)]).toEqual([0, 0])
  spending.add('a', 6000, 0)
  expect([spending.wait('a', 0), spending.wait('a', 2000), spending.wait('a', 12_000)]).toEqual([12_000, 10_000, 0])
  expect(spending.wait('b', 0)).toBe(0)
})

test('who asks one question after the other, however long each takes, never waits for a share of a minute', () => {
  const spending = new Spending(60_000)
  for (let now = 30_000; now < 3_600_000; now += 30_000) {
    spending.add('a', 30_000, now)
    expect(spending.wait('a', now)).toBe(0)
  }
})

test('those that asked long ago are forgotten when there are many', () => {
  const spending = new Spending(1000)
  spending.add('first', 1e6, 0)
  spending.add('kept', 1e6, 0)
  for (let number = 0; number < 9999; number++) {
    spending.add(String(number), 1, 0)
    spending.add('kept', 1, 0)
  }
  expect([spending.wait('first', 0), spending.wait('kept', 0) > 0]).toEqual([0, true])
})
