/** Whether the reader wants motion: asked at each move, as the wish may change while the page is open. */

/** The media query whose `matches` is true where the reader wants none. */
export function reducedMotion() {
  return matchMedia("(prefers-reduced-motion: reduce)");
}
