/** How figures are put into words: one of a thing is told in the singular, wherever its unit stands. */
import { expect, test } from 'vitest'
import { literal } from '../../src/model/claim.ts'
import { allProperties, labelOf } from '../../src/model/vocabulary.ts'
import { factText, valueBeside, valueText } from '../../src/publish/describe.ts'
import { graphOf } from '../graph-of.ts'

const graph = graphOf('id: m\nsource: article\nname: M')
const units = new Map(allProperties.flatMap(({ path, unit }) => (unit ? [[unit, path]] : [])))

test('one of each unit, and several', () => {
  const told = [...units].map(([, path]) => ['1', '2'].map((number) => valueText(graph, literal(number), path)).join(' | '))
  expect(told).toMatchInlineSnapshot(`
    [
      "1 parameter | 2 parameters",
      "1 model | 2 models",
      "1 layer | 2 layers",
      "1 head | 2 heads",
      "1 dimension | 2 dimensions",
      "1 token of context | 2 tokens of context",
      "1 token | 2 tokens",
      "1 person | 2 people",
      "1 rule | 2 rules",
      "1 character | 2 characters",
      "1 language | 2 languages",
      "1 (unit not stated) | 2 (unit not stated)",
      "1 byte | 2 bytes",
      "1 word | 2 words",
      "1 document | 2 documents",
      "1 example | 2 examples",
      "1 source | 2 sources",
      "1 task | 2 tasks",
      "1 type | 2 types",
      "1 FLOP/s | 2 FLOP/s",
      "1 device | 2 devices",
      "1e0 FLOP | 2e0 FLOP",
      "1 kWh | 2 kWh",
      "1 kg CO2e | 2 kg CO2e",
      "1 hour | 2 hours",
      "1 node | 2 nodes",
      "1 epoch | 2 epochs",
      "1% | 2%",
    ]
  `)
})

test('beside the label that has the unit, in English and in Chinese', () => {
  const told = allProperties
    .filter(({ path, unit }) => unit && factText(graph, literal('2'), path, 'en') === `2 ${labelOf(path)}`)
    .map(({ path }) => [
      ...['1', '1.0', '2', '0.75'].map((number) => factText(graph, literal(number), path, 'en')),
      valueBeside(graph, literal('1'), path),
      factText(graph, literal('1'), path, 'zh'),
    ])
  expect(told).toMatchInlineSnapshot(`
    [
      [
        "1 parameter",
        "1 parameter",
        "2 parameters",
        "0.75 parameters",
        "1",
        "参数量 1 参数",
      ],
      [
        "1 layer",
        "1 layer",
        "2 layers",
        "0.75 layers",
        "1",
        "层数 1 层",
      ],
      [
        "1 attention head",
        "1 attention head",
        "2 attention heads",
        "0.75 attention heads",
        "1",
        "注意力头数 1 个头",
      ],
      [
        "1 rule",
        "1 rule",
        "2 rules",
        "0.75 rules",
        "1",
        "规则数 1 条规则",
      ],
      [
        "1 natural language",
        "1 natural language",
        "2 natural languages",
        "0.75 natural languages",
        "1",
        "自然语言数 1 种语言",
      ],
      [
        "1 programming language",
        "1 programming language",
        "2 programming languages",
        "0.75 programming languages",
        "1",
        "编程语言数 1 种语言",
      ],
      [
        "1 token",
        "1 token",
        "2 tokens",
        "0.75 tokens",
        "1",
        "词元数 1 词元",
      ],
      [
        "1 word",
        "1 word",
        "2 words",
        "0.75 words",
        "1",
        "单词数 1 词",
      ],
      [
        "1 document",
        "1 document",
        "2 documents",
        "0.75 documents",
        "1",
        "文档数 1 篇文档",
      ],
      [
        "1 example",
        "1 example",
        "2 examples",
        "0.75 examples",
        "1",
        "样本数 1 个样本",
      ],
      [
        "1 source",
        "1 source",
        "2 sources",
        "0.75 sources",
        "1",
        "来源数 1 个来源",
      ],
      [
        "1 task",
        "1 task",
        "2 tasks",
        "0.75 tasks",
        "1",
        "任务数 1 个任务",
      ],
      [
        "1 task type",
        "1 task type",
        "2 task types",
        "0.75 task types",
        "1",
        "任务类型数 1 种",
      ],
      [
        "1 token seen",
        "1 token seen",
        "2 tokens seen",
        "0.75 tokens seen",
        "1",
        "训练词元数 1 词元",
      ],
      [
        "1 device",
        "1 device",
        "2 devices",
        "0.75 devices",
        "1",
        "设备数 1 个设备",
      ],
      [
        "1 node",
        "1 node",
        "2 nodes",
        "0.75 nodes",
        "1",
        "节点数 1 个节点",
      ],
      [
        "1 device per node",
        "1 device per node",
        "2 devices per node",
        "0.75 devices per node",
        "1",
        "每节点设备数 1 个设备",
      ],
      [
        "1 epoch",
        "1 epoch",
        "2 epochs",
        "0.75 epochs",
        "1",
        "训练轮数 1 轮",
      ],
      [
        "1 example per task",
        "1 example per task",
        "2 examples per task",
        "0.75 examples per task",
        "1",
        "每任务样本数 1 个样本",
      ],
    ]
  `)
})
