/** What lies under a resting mouse: over the bars counts, over the ticks an event, then the shares. */
import { lastAtOrBefore, partsOf } from "../core/days.js";
import { h } from "../core/dom.js";
import { eventsAt } from "./event_steps.js";
import { binned, sharesOn } from "./model.js";
import { binGrain, dayUnder } from "./scale.js";
import { HEIGHTS, REACH_PX } from "./sizes.js";

/** Listens to the mouse over the track and shows what is under it. */
export function listenHover(line, _act, signal) {
  const { plot, ghost } = line.parts;
  let shown = "";
  plot.addEventListener("pointermove", (event) => {
    const { left, top } = plot.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    const day = Math.floor(dayUnder(x, line.state.range, line.state.width));
    const { first, last } = line.model;
    const hidden = event.pointerType !== "mouse" || event.buttons || day > last || day < first;
    ghost.classList.toggle("shown", !hidden);
    if (hidden) return;
    ghost.style.transform = `translateX(${x}px)`;
    ghost.classList.toggle("left", x > line.state.width / 2);
    const lines = hoverLines(line, x, y, day);
    const key = lines.map(([text]) => text).join("\n");
    if (key === shown) return;
    shown = key;
    ghost.firstElementChild.replaceChildren(...lines.map(([text, tone]) => h("span", { class: tone }, text)));
  }, { signal });
  plot.addEventListener("pointerleave", () => ghost.classList.remove("shown"), { signal });
}

/* Lines of [text, class] for the place; the first is the day or the event's date. */
function hoverLines({ model, state, store }, x, y, day) {
  const { words } = store;
  const head = [words.days(day), "head"];
  if (y > HEIGHTS.strip - 2) return [head, ...shareLines(model, state.region, day, words)];
  if (y < HEIGHTS.ticks - 4) return [head, ...countLines(model, state, day, words)];
  const [event, ...others] = eventsAt(model, state, x, REACH_PX.mouse);
  if (!event) return [head];
  const more = others.length ? [[`+ ${others.length}`, ""]] : [];
  return [[words.when(event.record), "head"], [words.title(event.record), ""], ...more];
}

function shareLines(model, region, day, words) {
  return sharesOn(model, region, day).map(({ holder, share }) => {
    const part = share > 0 && share < 0.01 ? `<${words.percent(0.01)}` : words.percent(share);
    return [`${words.name(model.facts.holders[holder].name)} ${part}`, ""];
  });
}

/* The bin's period, unless it is the day, and its counts by group, with the group's tone. */
function countLines(model, state, day, words) {
  const grain = binGrain(state.range, state.width);
  const { edges, groups, unsure } = binned(model, grain);
  const bin = lastAtOrBefore(edges, day);
  const counts = groups.map((tone, index) => [tone[bin], words.name(model.groups[index].name), `tone group-${index}`]);
  counts.push([unsure[bin], words.say("Date uncertain"), "tone unsure"]);
  const some = counts.filter(([count]) => count).map(([count, name, tone]) => [`${name} ${count}`, tone]);
  const period = grain.unit === "day" ? [] : [[periodText(edges[bin], edges[bin + 1] - 1, grain.unit, words), "period"]];
  return [...period, ...(some.length ? some : [[words.say("no events in our records"), ""]])];
}

function periodText(first, last, unit, words) {
  if (unit === "year") return String(partsOf(first).year);
  return words.days(first, { last, prec: unit === "month" ? 4 : 1 });
}
