/** The map on paper: light, with patterns, its legend open, and as large as the sheet lets it be (map.css). */

/** Calls `onPrint(true)` before printing and `onPrint(false)` after; returns the way to stop. */
export function followPrinting(map, onPrint) {
  const before = () => {
    measure(map);
    onPrint(true);
  };
  const after = () => onPrint(false);
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  return () => {
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
}

/* On paper each map keeps its pixels, and their box is scaled to the sheet. */
function measure(map) {
  const box = map.getContainer().parentElement;
  const maps = [...box.querySelectorAll(":scope > .atlas-map")].map((one) => one.getBoundingClientRect());
  for (const [index, one] of [...box.querySelectorAll(":scope > .atlas-map")].entries()) {
    one.style.setProperty("--own-width", `${maps[index].width}px`);
    one.style.setProperty("--own-height", `${maps[index].height}px`);
  }
  const left = Math.min(...maps.map(({ left: edge }) => edge));
  const top = Math.min(...maps.map(({ top: edge }) => edge));
  box.classList.add("atlas-paper");
  box.style.setProperty("--screen-width", `${Math.max(...maps.map(({ right }) => right)) - left}px`);
  box.style.setProperty("--screen-height", `${Math.max(...maps.map(({ bottom }) => bottom)) - top}px`);
}
