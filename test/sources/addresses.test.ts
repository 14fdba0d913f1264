/** What addresses tell of what they lead to. */
import { expect, test } from 'vitest'
import { arxivIdIn, doiIn, hubPackage, hubRepository, keyOfPage, paperAt } from '../../src/sources/addresses.ts'

const hub = (address: string): string => {
  const { kind, id, revision } = hubRepository(address) ?? hubPackage(address) ?? {}
  return [kind, id, revision].filter((one) => one !== undefined).join(' ')
}

test.each([
  [
    'Model bigscience/bloomz',
    ['https://huggingface.co/bigscience/bloomz', 'hf.co/bigscience/bloomz/', 'https://www.huggingface.co/bigscience/bloomz.git'],
  ],
  [
    'Model bigscience/bloomz',
    ['https://huggingface.co/bigscience/bloomz/blob/main/README.md', 'http://huggingface.co/bigscience/bloomz/tree/main?x=1#use'],
  ],
  ['Dataset allenai/c4', ['https://huggingface.co/datasets/allenai/c4', 'https://hf.co/datasets/allenai/c4/viewer/en']],
  ['Model a/b 0123abc', ['https://huggingface.co/a/b/tree/0123abc', 'pkg:huggingface/a/b@0123ABC', 'pkg:huggingface/a%2Fb@0123abc']],
  [
    '',
    [
      'https://huggingface.co/spaces/bigscience/license',
      'https://huggingface.co/papers/2211.01786',
      'https://huggingface.co/bigscience/bloomz/discussions/3',
      'https://huggingface.co/bigscience',
      'https://huggingface.co.example/a/b',
      'https://example.org/huggingface.co/a/b',
      'pkg:pypi/torch@2.0',
    ],
  ],
])('at the hub: %s', (repository, addresses) => {
  expect(addresses.map(hub)).toEqual(addresses.map(() => repository))
})

test.each([
  [
    'arXiv:2211.01786',
    [
      'https://arxiv.org/abs/2211.01786v2',
      'http://www.arxiv.org/pdf/2211.01786.pdf',
      'https://export.arxiv.org/abs/2211.01786?context=cs#x',
      'https://ar5iv.labs.arxiv.org/html/2211.01786',
      'https://ar5iv.org/abs/2211.01786',
      'https://huggingface.co/papers/2211.01786',
      'https://doi.org/10.48550/arXiv.2211.01786',
      'arxiv:2211.01786',
    ],
  ],
  ['arXiv:cs/0112017', ['https://arxiv.org/pdf/cs/0112017.pdf']],
  ['doi:10.1000/x.1', ['https://doi.org/10.1000/x.1', 'http://dx.doi.org/10.1000/x.1', 'doi:10.1000/x.1']],
  ['doi:10.1101/2022.12.15.519894', ['https://www.biorxiv.org/content/10.1101/2022.12.15.519894v1.full.pdf']],
  [undefined, ['https://web.archive.org/web/2020/https://arxiv.org/abs/1706.03762', 'https://arxiv.org/list/cs.CL', 'see the paper']],
])('the paper %s', (name, addresses) => {
  const [scheme, value] = name?.split(/:(.*)/s) ?? []
  const paper = name && { kinds: ['Document'], name, identifiers: [{ scheme: scheme!.toLowerCase(), value }] }
  expect(addresses.map(paperAt)).toEqual(addresses.map(() => paper))
})

test('texts name papers: in words, and in BibTeX', () => {
  const entry = '@misc{x, eprint={2211.01786}, archivePrefix={arXiv}, doi = {https://doi.org/10.1000/y}}'
  const texts = ['see arXiv: 2211.01786 [cs.CL]', entry, '10.1000/y', 'https://doi.org/10.48550/arXiv.2211.01786', 'eprint={2211.01786}']
  expect(texts.map((text) => [arxivIdIn(text), doiIn(text)])).toEqual([
    ['2211.01786', undefined],
    ['2211.01786', '10.1000/y'],
    [undefined, '10.1000/y'],
    ['2211.01786', undefined],
    [undefined, undefined],
  ])
})

test('code is kept in repositories, and what has none has pages', () => {
  const addresses = ['https://github.com/a/b', 'git+https://example.org/x', 'https://huggingface.co/a/b.git', 'https://github.com/a']
  expect(addresses.map((address) => keyOfPage(address, 'Model'))).toEqual(['codeRepository', 'codeRepository', 'homepage', 'homepage'])
  expect(keyOfPage('https://github.com/a/b', 'Organization')).toBe('homepage')
})
