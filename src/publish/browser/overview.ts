/** Moves an overview that is wider than its place to the root of its first family, which is the largest. */
export function showStart(place: Element): void {
  if (place.scrollWidth <= place.clientWidth) return
  const root = place.querySelector<SVGCircleElement>('svg.time circle.root')
  if (root) place.scrollLeft = Math.max(0, root.cx.baseVal.value - 40)
}
