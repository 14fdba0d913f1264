/** Pages, data and files by their own paths: nothing is negotiated but the coding. */
import { reading, type Handler } from './answer.ts'
import { answerWith } from './conditional.ts'
import { preferredEncoding } from './preferences.ts'
import type { Store } from './store.ts'

export const representations = (store: Store): Handler => ({
  route: 'site',
  methods: reading,
  at(path) {
    const representation = store.at(path)
    return (
      representation &&
      (({ headers }) => {
        const variant = representation.in(preferredEncoding(headers['accept-encoding']))
        return variant instanceof Promise ? variant.then((one) => answerWith(one, headers)) : answerWith(variant, headers)
      })
    )
  },
})
