/** The items of a stream, some at a time. */

/** What streams of asynciterator can do. */
interface Stream<Item> extends AsyncIterable<Item> {
  destroy(): void
}

/** So many are handed out at once, and none is kept back longer than so many milliseconds once others follow. */
const most = { items: 512, milliseconds: 60 }

/** Who stops reading ends the stream. */
export async function* inBatches<Item, Made>(stream: Stream<Item>, make: (item: Item) => Made): AsyncGenerator<Made[]> {
  let batch: Made[] = []
  let begun = performance.now()
  try {
    for await (const item of stream) {
      batch.push(make(item))
      if (batch.length < most.items && performance.now() - begun < most.milliseconds) continue
      yield batch
      batch = []
      begun = performance.now()
    }
    yield batch
  } finally {
    stream.destroy()
  }
}
