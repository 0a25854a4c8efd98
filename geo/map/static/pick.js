/* A crowded spot's events as a short list to choose from, by mouse, finger or keyboard. */
import { node } from "./dom.js";
import { stand } from "./tip.js";

/** Returns {open(events, words, point, onPick), close()}. */
export function drawPick(map) {
  const box = node("div", "", "atlas-pick");
  box.setAttribute("role", "dialog");
  box.hidden = true;
  map.getContainer().append(box);
  L.DomEvent.disableClickPropagation(box).disableScrollPropagation(box);

  const close = () => {
    if (box.hidden) return;
    const inside = box.contains(document.activeElement);
    box.hidden = true;
    if (inside) map.getContainer().focus({ preventScroll: true });
  };
  const open = (events, words, point, onPick) => {
    const pick = (event) => {
      close();
      onPick(event);
    };
    box.setAttribute("aria-label", words.label("events_here"));
    box.replaceChildren(head(words, close), rows(events, words, pick));
    box.hidden = false;
    stand(box, map.getSize(), point);
    box.querySelector("ul button").focus({ preventScroll: true });
  };
  box.addEventListener("keydown", (press) => {
    press.stopPropagation();
    if (press.key === "Escape") close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[press.key];
    if (step) walk(box, step, press);
  });
  map.on("movestart zoomstart", close);
  return { open, close };
}

function head(words, close) {
  const line = node("div", "", "atlas-pick-head");
  const button = node("button", "×");
  button.type = "button";
  button.setAttribute("aria-label", words.label("close"));
  button.addEventListener("click", close);
  line.append(node("strong", words.label("events_here")), button);
  return line;
}

function rows(events, words, pick) {
  const list = document.createElement("ul");
  for (const event of events) {
    const button = node("button", "");
    button.type = "button";
    const own = event.own ? [words.label("own_record")] : [];
    button.append(node("small", [words.when(event), ...own].join(" · ")), node("span", event.title));
    button.addEventListener("click", () => pick(event));
    const row = document.createElement("li");
    row.append(button);
    list.append(row);
  }
  return list;
}

function walk(box, step, press) {
  press.preventDefault();
  const buttons = [...box.querySelectorAll("ul button")];
  const place = buttons.indexOf(document.activeElement) + step;
  buttons[Math.min(Math.max(place, 0), buttons.length - 1)].focus();
}
