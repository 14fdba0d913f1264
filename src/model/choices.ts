/** The words of choices as people say them in Chinese. In English, and in data, they are as the ontology has them. */
import { st } from './vocabulary.ts'

const chinese: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  access: { open: '开放', gated: '须申请', api: '仅限接口', withheld: '未公开' },
  architecture: {
    transformer: 'Transformer',
    'decoder-only': '仅解码器',
    'encoder-decoder': '编码器-解码器',
    'encoder-only': '仅编码器',
    autoregressive: '自回归',
    dense: '稠密',
    sparse: '稀疏',
  },
  documentType: {
    paper: '论文',
    'model-card': '模型卡',
    'dataset-card': '数据集卡',
    documentation: '文档',
    repository: '代码仓库',
    announcement: '公告',
    'blog-post': '博客文章',
    website: '网站',
    'bill-of-materials': '物料清单',
    table: '表格',
    snapshot: '快照',
    article: '文章',
    curation: '人工整理',
  },
  phase: { 'pre-training': '预训练', 'fine-tuning': '微调', alignment: '对齐' },
  scoreUnit: { percent: '百分比', points: '分', ratio: '比值', perplexity: '困惑度', 'bits-per-byte': '比特/字节' },
  outcome: { better: '更好', worse: '更差', similar: '相近', mixed: '互有优劣', unstated: '未说明' },
  rank: { preferred: '首选', normal: '普通', deprecated: '弃用' },
  status: { absent: '没有', unknown: '未知', withheld: '未公开' },
  // No choice, but some of its words are everyone's; a name such as BLEU is one in any language.
  metric: { accuracy: '准确率', 'exact match': '完全匹配率', perplexity: '困惑度', 'win rate': '胜率', 'bits per byte': '比特/字节' },
}

const byPath: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(
  Object.entries(chinese).map(([name, words]) => [st(name), words]),
)

/**
 * A value of a property as it is read in a language: a word of its choice in Chinese, anything else as it is.
 *
 * @param property the predicate's IRI
 */
export function choiceText(property: string, word: string, language: string): string {
  const words = language === 'zh' ? byPath.get(property) : undefined
  return words && Object.hasOwn(words, word) ? words[word]! : word
}
