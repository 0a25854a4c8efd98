/** On a phone the text lies below the screen: a button at the screen's edge names the region and leads to it. */
import { h } from "../core/dom.js";
import { reducedMotion } from "../core/motion.js";

const PHONE = "(max-width: 800px)";

/** Shows the sign after a region was chosen while the text is out of sight; returns the way to remove it. */
export function hintBelow(body, store) {
  const [phone, still] = [matchMedia(PHONE), reducedMotion()];
  const lead = () => body.scrollIntoView({ behavior: still.matches ? "instant" : "smooth", block: "start" });
  const sign = h("button", { type: "button", class: "atlas-hint", hidden: true, on: { click: lead } });
  body.after(sign);
  let inSight = false;
  const observer = new IntersectionObserver(([{ isIntersecting }]) => {
    inSight = isIntersecting;
    if (inSight) sign.hidden = true;
  });
  observer.observe(body);
  const stop = store.subscribe(({ view, before, how }) => {
    const chosen = how === "step" && view.region !== before.region;
    if (!chosen && how !== "facts") return;
    const region = store.facts.regionById.get(view.region);
    if (chosen) sign.hidden = inSight || !phone.matches;
    if (!region) sign.hidden = true;
    else sign.textContent = `${store.words.name(region.name)} ↓`;
    sign.lang = store.words.lang;
  });
  return () => {
    stop();
    observer.disconnect();
    sign.remove();
  };
}
