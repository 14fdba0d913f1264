/** So many different answers are kept at most; then all are found out anew. */
const mostAnswers = 10_000

/** The same function, which does not find out twice what it is asked often. */
export function remembered<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>()
  return (text) => {
    if (answers.has(text)) return answers.get(text)!
    if (answers.size >= mostAnswers) answers.clear()
    const found = answer(text)
    answers.set(text, found)
    return found
  }
}
