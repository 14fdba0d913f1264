/** What the query page says, in each language. */
import type { Problem } from '../../../errors.ts'
import type { Language } from '../config.ts'
import type { Mark } from '../protocol.ts'

const en = {
  saved: 'Saved questions',
  topics: {} as Readonly<Record<string, string>>,
  own: 'Your question',
  editor: 'Question in SPARQL',
  keys: 'Ctrl+Enter (⌘+Enter) asks, Ctrl+Space completes, Tab leaves the editor.',
  fill: 'Put into the question',
  optional: 'optional',
  example: 'for example',
  run: 'Ask',
  stop: 'Stop',
  withSources: 'with sources',
  share: 'Copy link',
  copied: 'The link is copied.',
  link: 'Link to this question',
  ready: 'Write a question, or choose a saved one.',
  opened: 'Question filled in; press Ask.',
  loading: (percent: number, size: string) => `Loading the graph: ${percent}% of ${size}`,
  asking: 'Asking…',
  coming: (rows: string) => `Asking… ${rows} rows so far`,
  stopped: (rows: string) => `Stopped, with ${rows} rows found so far.`,
  rows: (rows: string, time: string) => `${rows} ${rows === '1' ? 'row' : 'rows'} in ${time}`,
  triples: (triples: string, time: string) => `${triples} ${triples === '1' ? 'triple' : 'triples'} in ${time}`,
  answer: (yes: boolean, time: string) => `${yes ? 'Yes' : 'No'}, in ${time}`,
  cut: (most: string) => `There is more: these are the first ${most} rows. Add LIMIT, or ask on the command line.`,
  large: (size: string) => `The graph has ${size}, which your browser must load before it can answer.`,
  load: 'Load it and ask',
  failed: 'The question cannot be answered',
  warning: 'Perhaps a slip',
  table: 'Table',
  chart: 'Chart',
  graph: 'Lineage graph',
  views: 'Ways to see the answer',
  results: 'Answer',
  sort: (column: string) => `Sort by ${column}`,
  more: (rows: string) => `Show ${rows} more`,
  shown: (shown: string, all: string) => `${shown} of ${all} rows shown`,
  download: 'Download',
  noRows: 'Nothing fits.',
  noChart: 'A chart needs a column of numbers, and one of names or dates.',
  noGraph: 'A graph needs two columns of things, or triples.',
  tooMany: (nodes: string, most: number) =>
    `${nodes} things are too many for a picture (${most} are the most); the table shows all of them.`,
  chartOf: (value: string, label: string) => `${value} by ${label}`,
  firstBars: (most: number) => `The first ${most} rows are drawn; the table shows all.`,
  values: 'Values',
  labels: 'Names or dates',
  count: 'number of rows',
  graphOf: (nodes: string, edges: string) => `${nodes} things and ${edges} links; the table says the same as text.`,
  from: 'From',
  to: 'To',
  mistake: (line: number, column: number, why: string) => `Line ${line}, column ${column}: ${why}`,
  why: (why: Mark['why']): string => {
    switch (why.kind) {
      case 'at':
        return why.token === '' ? 'this is not SPARQL' : `this is not SPARQL, at ${why.token}`
      case 'early':
        return 'the question ends too early'
      case 'depth':
        return 'the question is nested too deeply'
      case 'prefix':
        return `the prefix ${why.prefix}: is not declared`
      case 'other':
        return why.message
    }
  },
  problem: ({ message }: Problem): string => message,
  class: 'class',
  property: 'property',
}

export type Words = typeof en

const problems: Readonly<Record<string, string>> = {
  'graph-unreachable': '无法取得图谱文件',
  'broken-graph': '图谱文件不完整或已损坏',
  'endpoint-unreachable': '无法连接查询端点',
  'endpoint-refused': '查询端点拒绝了此查询',
  'empty-query': '查询为空',
  'not-a-question': '这是更新操作；图谱只读',
  'foreign-source': '此引擎只查询自身的图谱，不支持 SERVICE 与 LOAD',
  'no-why': '这种查询的结果不能附来源',
  'unknown-graph': '没有这个图',
  'unknown-name': '没有这个名称',
  'ambiguous-name': '名称有歧义',
  'missing-parameter': '缺少参数',
  'unknown-term': '本体中没有这个术语',
}

const zh: Words = {
  saved: '已存查询',
  topics: {
    lineage: '谱系',
    data: '数据',
    models: '模型',
    scores: '评测',
    sources: '来源',
    training: '训练',
    vocabularies: '词汇表',
  },
  own: '自定义查询',
  editor: 'SPARQL 查询',
  keys: 'Ctrl+Enter（⌘+Enter）执行，Ctrl+空格补全，Tab 离开编辑器。',
  fill: '填入查询',
  optional: '可选',
  example: '例如',
  run: '查询',
  stop: '停止',
  withSources: '附来源',
  share: '复制链接',
  copied: '链接已复制。',
  link: '此查询的链接',
  ready: '请写一个查询，或选择一个已存查询。',
  opened: '查询已填入，请按“查询”。',
  loading: (percent, size) => `正在载入图谱：${size} 的 ${percent}%`,
  asking: '正在查询…',
  coming: (rows) => `正在查询…已有 ${rows} 行`,
  stopped: (rows) => `已停止，此前找到 ${rows} 行。`,
  rows: (rows, time) => `${rows} 行，用时 ${time}`,
  triples: (triples, time) => `${triples} 个三元组，用时 ${time}`,
  answer: (yes, time) => `${yes ? '是' : '否'}，用时 ${time}`,
  cut: (most) => `结果不止这些：这里是前 ${most} 行。请加 LIMIT，或改用命令行。`,
  large: (size) => `图谱共 ${size}，浏览器须先载入才能回答。`,
  load: '载入并查询',
  failed: '无法回答此查询',
  warning: '可能有误',
  table: '表格',
  chart: '图表',
  graph: '谱系图',
  views: '结果的显示方式',
  results: '结果',
  sort: (column) => `按 ${column} 排序`,
  more: (rows) => `再显示 ${rows} 行`,
  shown: (shown, all) => `已显示 ${shown} 行，共 ${all} 行`,
  download: '下载',
  noRows: '没有符合的结果。',
  noChart: '图表需要一列数值和一列名称或日期。',
  noGraph: '谱系图需要两列事物，或三元组。',
  tooMany: (nodes, most) => `共 ${nodes} 个事物，超出图的上限（${most} 个）；表格会显示全部。`,
  chartOf: (value, label) => `${value}（按 ${label}）`,
  firstBars: (most) => `图中为前 ${most} 行，表格显示全部。`,
  values: '数值',
  labels: '名称或日期',
  count: '行数',
  graphOf: (nodes, edges) => `${nodes} 个事物，${edges} 条连线；表格以文字给出同样内容。`,
  from: '起点',
  to: '终点',
  mistake: (line, column, why) => `第 ${line} 行第 ${column} 列：${why}`,
  why: (why) => {
    switch (why.kind) {
      case 'at':
        return why.token === '' ? '此处不符合 SPARQL 语法' : `“${why.token}”处不符合 SPARQL 语法`
      case 'early':
        return '查询提前结束'
      case 'depth':
        return '查询嵌套过深'
      case 'prefix':
        return `前缀 ${why.prefix}: 未声明`
      case 'other':
        return why.message
    }
  },
  problem: ({ code, message }) => (problems[code] ? `${problems[code]}（${message}）` : message),
  class: '类',
  property: '属性',
}

/** The words of a language. */
export const wordsOf = (language: Language): Words => ({ en, zh })[language]
