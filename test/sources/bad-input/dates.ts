/** Bad input: dates. */
import { type BadInput, model } from './common.ts'

export const dates: readonly BadInput[] = [
  ['a month that is none', `${model}released: 2022-13\n`, [['bad-date', '4:11', 'released', 'write 2022, 2022-03 or 2022-03-29']]],
  ['a day that is none', `${model}released: 2022-02-30\n`, [['bad-date', '4:11', 'released', 'write 2022, 2022-03 or 2022-03-29']]],
  [
    'the 29th of February of 2023',
    `${model}released: 2023-02-29\n`,
    [['bad-date', '4:11', 'released', 'write 2022, 2022-03 or 2022-03-29']],
  ],
  ['the day 0', `${model}released: 2022-01-00\n`, [['bad-date', '4:11', 'released', 'write 2022, 2022-03 or 2022-03-29']]],
  ['two digits for the year', `${model}released: 22-03\n`, [['bad-date', '4:11', 'released', 'write 2022, 2022-03 or 2022-03-29']]],
  ['a month in words', `${model}released: March 2022\n`, [['bad-date', '4:11', 'released', 'write 2022, 2022-03 or 2022-03-29']]],
  ['slashes', `${model}released: 2022/03/29\n`, [['bad-date', '4:11', 'released', 'write 2022, 2022-03 or 2022-03-29']]],
  ['the year 0', `${model}released: 0000\n`, [['bad-date', '4:11', 'released', 'write 2022, 2022-03 or 2022-03-29']]],
  ['a time', `${model}released: 2022-03-29T10:00:00Z\n`, [['bad-date', '4:11', 'released', 'write 2022, 2022-03 or 2022-03-29']]],
  [
    'a month where a day is needed',
    `id: x\nkind: Document\nsource: x\nname: X\nretrieved: 2022-03\n`,
    [['bad-date', '5:12', 'retrieved', 'write a full date, such as 2022-03-29']],
  ],
  [
    'two of several',
    `${model}released: [2022, 2022-00, { value: 2022-3 }]\n`,
    [
      ['bad-date', '4:18', 'released', 'write 2022, 2022-03 or 2022-03-29'],
      ['bad-date', '4:36', 'released', 'write 2022, 2022-03 or 2022-03-29'],
    ],
  ],
]
