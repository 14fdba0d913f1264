/** What a person reads on pages: in Chinese nothing that the house itself says stays English, and terms lead to their definitions. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openShipped } from '../../src/graph/shipped.ts'
import { siteAssets } from '../../src/publish/assets.ts'
import { contentsOf } from '../../src/publish/contents.ts'
import { html, jsonScript } from '../../src/publish/html.ts'
import { resourcesOf } from '../../src/publish/resources.ts'

const graph = openShipped()
const resources = resourcesOf(
  { graph, assets: siteAssets(join(import.meta.dirname, '../../src/publish/browser')), dumps: [] },
  contentsOf(graph),
)
const at = (path: string): string => String(resources.at(path)!.body)

describe('in Chinese', () => {
  test('the reason why a value is stated, and the rank of what is not', () => {
    const [english, chinese] = [at('model/bloom.html'), at('zh/model/bloom.html')]
    expect(english).toContain('<strong>Sources disagree.</strong> Stated because: it is ranked preferred: the announcement')
    expect(english).toContain('rank: deprecated, too early')
    expect(chinese).toContain('<strong>来源不一致。</strong> 采用理由：其等级为首选：the announcement')
    expect(chinese).toContain('等级：弃用，too early')
    expect(at('zh/source/gen2-gen3-survey.html')).toContain('等级：弃用')
  })

  test('choices in facts, tables, lists and names of trainings; the data keep the word', () => {
    expect(at('zh/model/bloom.html')).toMatch(/<td>开放<\/td>|<li>开放 /)
    expect(at('zh/model/bloom.html')).toMatch(/<h3><a [^>]*>预训练<\/a><\/h3>/)
    expect(at('zh/model/bloom.html')).toContain('<td>更差</td>')
    expect(at('zh/class/document.html')).toContain('<td>论文</td>')
    expect(at('zh/training/bloomz--fine-tuning.html')).toContain('<h1>BLOOMZ，微调 <small lang="en">BLOOMZ, fine-tuning</small></h1>')
    expect(at('zh/ontology.html')).toContain('<code>fine-tuning</code> 微调')
    expect(at('training/bloomz--fine-tuning.html')).toContain('fine-tuning')
    expect(at('training/bloomz--fine-tuning.ttl')).toContain('st:phase "fine-tuning"')
  })
})

test('a type that a source states leads to its definition here', () => {
  expect(at('source/bloom-paper.html')).toContain('<span class="key">type</span> <a href="../ontology.html#Model">model</a>')
  expect(at('zh/source/bloom-paper.html')).toContain('<span class="key">类型</span> <a href="../ontology.html#Model">模型</a>')
})

test('families are in the menu, in both languages', () => {
  const menu = (path: string): string => /<nav aria-label[\s\S]*?<\/nav>/.exec(at(path))![0]
  expect(menu('about.html')).toContain('<li><a href="families.html">Families</a></li>')
  expect(menu('zh/families.html')).toMatch(/<li><a href="[^"]*families\.html" aria-current="page">家族<\/a><\/li>/)
})

test('JSON in a page has no character that turns the direction of writing, and is the same JSON', () => {
  const value = { name: 'a\u202eb\u2066c\u2069', other: '</script>\u0085&\u2028' }
  const [, text] = /^<script type="application\/json">(.*)<\/script>$/s.exec(jsonScript('application/json', value).text)!
  expect(text).not.toMatch(/[<>&\u0080-\uffff]/)
  expect(text).toContain('a\\u202eb\\u2066c\\u2069')
  expect(JSON.parse(text!)).toEqual(value)
  expect(html`${value.name}`.text).toBe('a\ufffdb\ufffdc\ufffd')
})
