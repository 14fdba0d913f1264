/** Names that say nothing by themselves. */

const kindsOfData =
  'raw|clean(?:ed)?|(?:pre-?)?processed|pre-?train(?:ing)?|fine-?tuning|train(?:ing)?|test(?:ing)?|valid(?:ation)?|dev(?:elopment)?|eval(?:uation)?'
const ofAny = new RegExp(
  `^(?:the )?(?:(?:${kindsOfData})[ _-])*(?:data ?sets?|data|sets?|corpus|${kindsOfData})(?: (?:after|before) .*)?$`,
  'i',
)

/** Whether data has such a name in any bill: without the name of what it is of, data of different models would be taken for one. */
export const isOfAny = (name: string): boolean => ofAny.test(name)
