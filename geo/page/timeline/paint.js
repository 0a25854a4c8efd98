// What moves with the day: thumb, window, large day, era, aria. Writes only, never measures, so that
// a frame while dragging stays short. What is measured (label widths) is measured on layout.

const EDGES_PX = 14;
const PARTS = [
  "day", "era", "note", "said", "tools", "previous", "play", "next", "typed", "brush", "more", "zooms", "zoom-out",
  "zoom-in", "zoom-all", "help", "eras", "plot", "chart", "window", "other", "ghost", "thumb", "overview",
  "frame", "mark", "legend", "chip", "clear", "live", "compared", "options", "keys",
];

function findParts(root) {
  const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const parts = Object.fromEntries(PARTS.map((name) => [camel(name), root.querySelector(`.${name}`)]));
  const [from, to] = root.querySelectorAll(".edge");
  return { ...parts, section: root.querySelector(".timeline"), edges: { from, to } };
}

function paintDay({ parts, state, model }) {
  const { day, range, width, whole } = state;
  const x = pixelOf(state.at ?? day + 0.5, range, width);
  parts.thumb.style.transform = `translateX(${clamp(x, 0, width)}px)`;
  parts.thumb.classList.toggle("away", x < 0 || x > width);
  const share = (day + 0.5 - whole.from) / (whole.to - whole.from);
  parts.mark.style.transform = `translateX(${share * width}px)`;
  paintWindow({ parts, state, model });
  if (state.painted === day) return;
  state.painted = day;
  paintWords({ parts, state, model }, inWords(day, model.words), isoOf(day));
}

/** The window's days as a shade; the ends of a chosen range as handles. */
function paintWindow({ parts, state, model }) {
  const { range, width, window } = state;
  const span = daysOf(window, state.day, model.first);
  const edges = { from: pixelOf(span.from, range, width), to: pixelOf(span.to + 1, range, width) };
  const [left, right] = [clamp(edges.from, 0, width), clamp(edges.to, 0, width)];
  parts.window.style.transform = `translateX(${left}px) scaleX(${right - left})`;
  for (const [name, edge] of Object.entries(parts.edges)) {
    // Closer together they could not be told apart: then zoom in first.
    const apart = right - left > EDGES_PX || left === 0 || right === width;
    const seen = window.fixed && apart && edges[name] >= 0 && edges[name] <= width;
    edge.classList.toggle("shown", seen);
    if (seen) edge.style.transform = `translateX(${edges[name]}px)`;
  }
}

function paintWords({ parts, state, model }, words, iso) {
  parts.day.textContent = words;
  parts.day.dateTime = iso;
  parts.thumb.dataset.date = iso;
  parts.thumb.setAttribute("aria-valuenow", state.day - model.first);
  parts.thumb.setAttribute("aria-valuetext", words);
  if (parts.typed.getRootNode().activeElement !== parts.typed) parts.typed.value = iso;
  if (parts.said.textContent) parts.said.textContent = "";
  const hint = dragHint({ state, model });
  if (parts.note.textContent !== hint) parts.note.textContent = hint;
  const era = eraOf(model, state.day);
  if (state.era !== era) paintEra({ parts, state, model }, era);
}

/** While a day is less than a pixel, so that a plain drag cannot reach each, how to reach it. */
function dragHint({ state: { dragging, range, width }, model }) {
  return dragging && range.to - range.from > width ? model.words.fine : "";
}

/** After the reader has settled on a day: what happened then, aloud and beside the era. */
function paintNote({ parts, state, model }) {
  const { brush_first: first, brush_last: last } = model.words;
  if (state.armed) return paintMessage({ parts }, state.anchor === null ? first : last);
  const told = (event) => (event.when ? `${event.when}: ${event.title}` : event.title);
  const titles = eventsOn(model, state).map(told);
  if (state.day === model.last) titles.push(model.words.end);
  const spoken = [inWords(state.day, model.words), parts.era.textContent, ...titles].join(". ");
  parts.said.textContent = "";
  parts.note.textContent = parts.note.title = titles.join(" · ") || dragHint({ state, model });
  return speak({ parts }, spoken);
}

/** A sentence to the reader, which stays until the day moves or what it asks for is done. */
function paintMessage({ parts }, sentence) {
  parts.said.textContent = sentence;
  speak({ parts }, sentence);
}

function speak({ parts }, words) {
  if (parts.live.textContent !== words) parts.live.textContent = words;
}

/** The second day of a comparison: a lighter mark with its date, and the thumb's description. */
function paintCompared({ parts, state, model }) {
  const { compare, range, width } = state;
  const x = compare === null ? -1 : pixelOf(compare + 0.5, range, width);
  const seen = x >= 0 && x <= width;
  const words = compare === null ? "" : inWords(compare, model.words);
  parts.other.classList.toggle("shown", seen);
  parts.other.classList.toggle("left", x > width / 2);
  if (seen) parts.other.style.transform = `translateX(${x}px)`;
  parts.other.firstElementChild.textContent = words;
  parts.compared.textContent = words && filled(model.words.compared, { day: words });
}

/** The chosen range in words, with the way to clear it; in its place nothing for other windows. */
function paintChip({ parts, state, model }) {
  const { window } = state;
  parts.chip.hidden = !window.fixed;
  if (!window.fixed) return;
  const days = daysWords(inWords(window.from, model.words), inWords(window.to, model.words), model.words);
  parts.chip.firstElementChild.textContent = filled(model.words.brushed, { days });
}

/** The widest day, so that nothing moves when the day changes, and the widths of the era labels. */
function measure({ parts, state, model }) {
  const days = model.words.months.map((_, month) => inWords(dayAt(2000, month, 28), model.words));
  const probe = tag("span", days.join("\n"));
  probe.className = "probe";
  parts.day.append(probe);
  const widest = probe.offsetWidth;
  state.width = parts.plot.clientWidth;
  state.labels = [...parts.eras.children].map((button) => button.offsetWidth);
  probe.remove();
  parts.day.style.minWidth = `${widest}px`;
}

function placeOverview({ parts, state }) {
  const { range, whole } = state;
  const days = whole.to - whole.from;
  parts.ghost.classList.remove("shown");
  parts.overview.classList.toggle("whole", isSame(range, whole));
  parts.frame.style.left = `${((range.from - whole.from) / days) * 100}%`;
  parts.frame.style.width = `${((range.to - range.from) / days) * 100}%`;
}

function tag(name, words, className = "") {
  const node = document.createElement(name);
  node.textContent = words;
  node.className = className;
  return node;
}
