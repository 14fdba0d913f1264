/** Addresses of IRIs that went out of use, in all forms: each leads to the same form of what stands in their place. */
import { nameAt, pagePath } from '../address.ts'
import { reading, type Handler } from './answer.ts'
import { nameOfForm } from './forms.ts'
import { movedTo } from './moved.ts'
import type { Store } from './store.ts'

/** Answers with 308, before the site does: on hosts that only give out files there is a page that leads on. */
export const retired = (store: Store): Handler => ({
  route: 'moved',
  methods: reading,
  at(path) {
    const form = nameOfForm(path)
    const { base, retired: all } = store.site.graph
    const name = form?.name ?? path
    const replacement = all.get(base + name)
    const right = replacement === undefined ? undefined : nameAt(replacement, base)
    if (right === undefined) return undefined
    return () => movedTo(path, form?.language ? pagePath(right, form.language) : right + path.slice(name.length))
  },
})
