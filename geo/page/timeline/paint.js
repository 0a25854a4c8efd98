// What moves with the day: thumb, large day, era, aria. Writes only, never measures, so that a
// frame while dragging stays short. What is measured (label widths) is measured on layout.

const PARTS = [
  "day", "era", "note", "tools", "previous", "play", "next", "typed", "zoom-out", "zoom-in",
  "zoom-all", "help", "eras", "plot", "chart", "window", "ghost", "thumb", "overview", "frame",
  "mark", "live", "keys",
];

function findParts(root) {
  const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return Object.fromEntries(PARTS.map((name) => [camel(name), root.querySelector(`.${name}`)]));
}

function paintDay({ parts, state, model }) {
  const { day, range, width } = state;
  const x = pixelOf(day + 0.5, range, width);
  const shift = `translateX(${clamp(x, 0, width)}px)`;
  parts.thumb.style.transform = shift;
  parts.window.style.transform = shift;
  parts.thumb.classList.toggle("away", x < 0 || x > width);
  const share = (day + 0.5 - state.whole.from) / (state.whole.to - state.whole.from);
  parts.mark.style.transform = `translateX(${share * width}px)`;
  if (state.painted === day) return;
  state.painted = day;
  paintWords({ parts, state, model }, inWords(day, model.words), isoOf(day));
}

function paintWords({ parts, state, model }, words, iso) {
  parts.day.textContent = words;
  parts.day.dateTime = iso;
  parts.thumb.dataset.date = iso;
  parts.thumb.setAttribute("aria-valuenow", state.day - model.first);
  parts.thumb.setAttribute("aria-valuetext", words);
  if (parts.typed.getRootNode().activeElement !== parts.typed) parts.typed.value = iso;
  if (parts.note.textContent) parts.note.textContent = "";
  const era = eraOf(model, state.day);
  if (state.era !== era) paintEra({ parts, state, model }, era);
}

function paintEra({ parts, state, model }, era) {
  state.era = era;
  parts.era.textContent = model.eras[era]?.label ?? "";
  [...parts.eras.children].forEach((button, index) => {
    if (index === era) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  });
  markBand({ parts }, "current", era);
  const lane = parts.eras;
  const button = lane.children[era];
  if (button && lane.classList.contains("scrolling")) {
    lane.scrollLeft = button.offsetLeft - (state.width - state.labels[era]) / 2;
  }
}

/** Gives one era's band the class, and takes it from the others. */
function markBand({ parts }, name, era) {
  for (const band of parts.chart.querySelectorAll(".bands [data-era]")) {
    band.classList.toggle(name, Number(band.dataset.era) === era);
  }
}

/** After the reader has settled on a day: what happened then, aloud and beside the era. */
function paintNote({ parts, state, model }) {
  const titles = eventsOn(model, state.region, state.day).map((event) => event.title);
  if (state.day === model.last) titles.push(model.words.end);
  const spoken = [inWords(state.day, model.words), parts.era.textContent, ...titles].join(". ");
  paintMessage({ parts }, titles.join(" · "), spoken);
}

function paintMessage({ parts }, shown, spoken = shown) {
  parts.note.textContent = parts.note.title = shown;
  if (parts.live.textContent !== spoken) parts.live.textContent = spoken;
}

/** Names, tooltips and limits: whenever the model or the region changes. */
function paintNames({ parts, state, model }) {
  const { words } = model;
  const region = model.regions[state.region];
  const named = { region };
  label(parts.previous, region ? filled(words.previous_in_region, named) : words.previous_event);
  label(parts.next, region ? filled(words.next_in_region, named) : words.next_event);
  label(parts.play, state.playing ? words.pause : words.play);
  label(parts.zoomIn, words.zoom_in);
  label(parts.zoomOut, words.zoom_out);
  label(parts.zoomAll, words.zoom_all);
  label(parts.typed, words.go_to);
  label(parts.help, words.help);
  parts.overview.title = words.overview;
  parts.tools.setAttribute("aria-label", words.tools);
  parts.eras.setAttribute("aria-label", words.eras);
  parts.thumb.setAttribute("aria-label", words.slider);
  parts.thumb.setAttribute("aria-valuemin", 0);
  parts.thumb.setAttribute("aria-valuemax", model.last - model.first);
}

function label(part, words) {
  part.setAttribute("aria-label", words);
  part.title = words;
}

function paintKeys({ parts, model }) {
  parts.keys.querySelector("h2").textContent = model.words.help;
  const rows = model.words.help_rows.flatMap(([keys, meaning]) => [tag("dt", keys), tag("dd", meaning)]);
  const tones = model.groups.flatMap((group, index) => [swatch(index), tag("dd", group)]);
  parts.keys.querySelector("dl").replaceChildren(...rows, ...tones);
}

function swatch(index) {
  const node = tag("dt", "");
  node.className = `tone group-${index}`;
  return node;
}

function tag(name, words) {
  const node = document.createElement(name);
  node.textContent = words;
  return node;
}

function buildEras({ parts, state, model }, onPick) {
  state.era = null;
  parts.eras.replaceChildren(...model.eras.map((era, index) => {
    const button = tag("button", era.label);
    button.type = "button";
    button.addEventListener("click", () => onPick(index));
    for (const [type, shown] of [["pointerenter", index], ["focus", index], ["pointerleave"], ["blur"]]) {
      button.addEventListener(type, () => markBand({ parts }, "pointed", shown));
    }
    return button;
  }));
}

/** Measures the era labels and the widest day, so that nothing moves when the day changes. */
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

/** Era labels near the middle of what is seen of their band; all scroll by where none would fit. */
function placeEras({ parts, state, model }) {
  const { width, labels } = state;
  const narrow = labels.reduce((sum, label) => sum + label + 4, 0) > width;
  parts.eras.classList.toggle("scrolling", narrow);
  const edge = (day) => clamp(pixelOf(day, state.range, width), 0, width);
  const centres = model.eras.map((era) => (edge(era.start) + edge(era.end)) / 2);
  const lefts = narrow ? [] : spread(centres, labels, width, 4);
  [...parts.eras.children].forEach((button, index) => {
    button.style.transform = narrow ? "" : `translateX(${lefts[index]}px)`;
  });
}

function placeOverview({ parts, state }) {
  parts.ghost.classList.remove("shown");
  markBand({ parts }, "current", state.era);
  const { range, whole, window } = state;
  const days = whole.to - whole.from;
  parts.overview.classList.toggle("whole", isSame(range, whole));
  parts.frame.style.left = `${((range.from - whole.from) / days) * 100}%`;
  parts.frame.style.width = `${((range.to - range.from) / days) * 100}%`;
  parts.window.style.width = `${(window / (range.to - range.from)) * state.width}px`;
}
