/** A graph whose texts try to break out of wherever they are put. */
import type { Graph } from '../../../src/graph/graph.ts'
import { graphOf } from '../../graph-of.ts'

export const script = '</script><img src=x onerror=alert(1)>'

/** Two models, a dataset and a licence with texts that are markup, links that are code, and names that are alike. */
export const evilGraph = (base?: string): Graph =>
  graphOf(
    `
id: evil
source: paper
kind: Model
name: '${script}'
altName: ['" onmouseover="alert(2)', "' autofocus onfocus='alert(3)", '{{constructor}}', '\${alert(4)}']
description: '<svg onload=alert(5)> & &amp; ]]> <!-- -->'
homepage: ['javascript:alert(6)', 'data:text/html,alert(7)', "https://example.org/?a=1&b='2'"]
released: 2022
parameterCount: { value: 70B, at: '${script}', note: '${script}', written: '"><script>alert(8)</script>' }
fineTunedFrom: plain
trainedOn: data
---
id: evil
source: article
kind: Model
parameterCount: 560B
---
id: plain
source: paper
kind: Model
name: { en: Plain, zh: 普通 }
released: 2021-05
---
id: data
source: article
kind: Dataset
name: "Data\\u202eevil"
`,
    base,
  )
