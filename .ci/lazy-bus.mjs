// Part of the bundle: a bus of which the actors are made when something is published that may be for them. They are made
// in the order in which they stand in the engine's set-up, so that a bus has them in the order that it always had.

/** A bus that waits with its actors. */
export function waiting(bus) {
  const actors = bus.actors
  bus.later = []
  bus.woken = new Set()
  bus.making = 0
  bus.publish = (action) => {
    wake(bus, bus.getActionIdentifier?.(action))
    return Object.getPrototypeOf(bus).publish.call(bus, action)
  }
  // An actor that is made enters itself here; anybody else wants to see all of them.
  Object.defineProperty(bus, 'actors', {
    get() {
      if (bus.making === 0) wake(bus)
      return actors
    },
  })
  return bus
}

/** An actor that is made when it is first called for; without keys, whatever is published may be for it. */
export function later(bus, keys, make) {
  let actor
  const once = () => (actor ??= make())
  bus.later.push({ keys, once })
  return () => {
    if (!actor && bus.making === 0) wake(bus, keys?.[0])
    return once()
  }
}

function wake(bus, key) {
  if (bus.woken.has(key)) return
  bus.woken.add(key)
  bus.making++
  for (const { keys, once } of bus.later) if (key === undefined || !keys || keys.includes(key)) once()
  bus.making--
}
