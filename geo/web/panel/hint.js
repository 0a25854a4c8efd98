/** On a phone the text lies below the screen: a sign at its edge says whose it is, and leads there. */
import { h } from "../core/dom.js";

const PHONE = "(max-width: 800px)";

/** Shows the sign after a region was chosen while the text is out of sight; returns the way to remove it. */
export function hintBelow(body, store) {
  const phone = matchMedia(PHONE);
  const sign = h("button", {
    type: "button",
    class: "atlas-hint",
    hidden: true,
    on: { click: () => body.scrollIntoView({ behavior: "smooth", block: "start" }) },
  });
  body.after(sign);
  let inSight = false;
  const observer = new IntersectionObserver(([{ isIntersecting }]) => {
    inSight = isIntersecting;
    if (inSight) sign.hidden = true;
  });
  observer.observe(body);
  const stop = store.subscribe(({ view, before, how }) => {
    if (how !== "step" || view.region === before.region) return;
    const region = store.facts.regionById.get(view.region);
    sign.hidden = !region || inSight || !phone.matches;
    if (region) sign.textContent = `${store.words.name(region.name)} ↓`;
  });
  return () => {
    stop();
    observer.disconnect();
    sign.remove();
  };
}
