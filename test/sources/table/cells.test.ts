import { expect, test } from 'vitest'
import { countText, roundedText } from '../../../src/sources/table/figures.ts'
import { linksIn } from '../../../src/sources/table/links.ts'
import { namesIn, namesOfColumn } from '../../../src/sources/table/lists.ts'

test('a comma with a space is part of a name, unless names are on both sides; commas in parentheses are', () => {
  const known = namesOfColumn(['MIT,PDB (Protein Data Bank)', ' AlphaFold database (AFDB)', 'Books (A, B)', ''])
  const names = (cell: string): string[] => namesIn(cell, known)
  expect(names('Stanford,SambaNova Systems, Inc,MIT')).toEqual(['Stanford', 'SambaNova Systems, Inc', 'MIT'])
  expect(names('PDB (Protein Data Bank), AlphaFold database (AFDB)')).toEqual(['PDB (Protein Data Bank)', 'AlphaFold database (AFDB)'])
  expect(names('Books (A, B),C4\n')).toEqual(['Books (A, B)', 'C4'])
  expect(names(' ')).toEqual([])
  expect(namesIn('P-Mistral,P-Llama2', new Set(['P-Mistral,P-Llama2', 'P-Mistral']))).toEqual(['P-Mistral,P-Llama2'])
})

test('a floating point number is the count that a person would write', () => {
  expect(
    ['11000000000.0', '176247271424.0', '2400000.0', '1570000000000.0', '4096.0', '60000.0', '1281166.9999999', 'many'].map(countText),
  ).toEqual(['11B', '176247271424', '2.4M', '1.57T', '4096', '60000', '1281167', 'many'])
  expect(['5.7700000000001e+23', '2.9', '1.6666666666'].map(roundedText)).toEqual(['5.77e+23', '2.9', '1.666666667'])
})

test('links stand in lines, behind commas or one after the other; an address within another is part of it', () => {
  const cell =
    'https://arxiv.org/abs/2211.01786v2, https://huggingface.co/bigscience/bloomz\nhttps://arxiv.org/pdf/cs/0112017.pdfhttps://doi.org/10.1000/x.1 https://web.archive.org/web/2020/https://arxiv.org/abs/1706.03762'
  expect(linksIn(cell)).toEqual([
    'https://arxiv.org/abs/2211.01786v2',
    'https://huggingface.co/bigscience/bloomz',
    'https://arxiv.org/pdf/cs/0112017.pdf',
    'https://doi.org/10.1000/x.1',
    'https://web.archive.org/web/2020/https://arxiv.org/abs/1706.03762',
  ])
  expect(linksIn('see the paper')).toEqual([])
})
