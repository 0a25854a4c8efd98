/** The timeline on paper: as wide as on the screen, scaled to the sheet (timeline.css). */

/** Notes the timeline's width before it is printed. */
export function listenPrinting({ parts }, _act, signal) {
  const measure = () => parts.section.style.setProperty("--screen-width", `${parts.section.offsetWidth}px`);
  addEventListener("beforeprint", measure, { signal });
}
