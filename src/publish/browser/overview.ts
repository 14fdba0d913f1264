/** Moves a picture of lineage that is wider than its place so that the thing that it is about is in the middle. */
export function showRoot(place: Element): void {
  const root = place.querySelector('.node.root rect')
  if (!root || place.scrollWidth <= place.clientWidth) return
  const [own, around] = [root.getBoundingClientRect(), place.getBoundingClientRect()]
  place.scrollLeft += own.x + own.width / 2 - (around.x + around.width / 2)
}

/** Moves an overview that is wider than its place to the root of its first family, which is the largest. */
export function showStart(place: Element): void {
  if (place.scrollWidth <= place.clientWidth) return
  const root = place.querySelector<SVGCircleElement>('svg.time circle.root')
  if (root) place.scrollLeft = Math.max(0, root.cx.baseVal.value - 40)
}
