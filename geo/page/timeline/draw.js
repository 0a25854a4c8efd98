// The still picture, redrawn only when the range, the width or the region changes.
// Heights are those of timeline.css; colours come from its classes, so that themes work.

const SVG = "http://www.w3.org/2000/svg";
const LAYOUT = { bars: 42, ticks: 47, ticksEnd: 55, strip: 59, stripEnd: 70, axis: 85 };

function drawAll(svg, model, state) {
  const x = (day) => pixelOf(day, state.range, state.width);
  drawBands(svg.querySelector(".bands"), model, state, x);
  drawBars(svg.querySelector(".bars"), model, state, x);
  drawTicks(svg.querySelector(".ticks"), model, state, x);
  drawStrip(svg.querySelector(".strip"), model, state, x);
  drawAxis(svg.querySelector(".axis"), model, state, x);
}

/** Only the chosen event's mark, which moves without the rest. */
function drawChosen(svg, model, state) {
  const x = (day) => pixelOf(day, state.range, state.width);
  svg.querySelector(".chosen").setAttribute("d", chosenTick(model.byId.get(state.event), state.width, x));
}

function drawBands(group, model, { width }, x) {
  const bands = model.eras.flatMap((era, index) => {
    const spot = [x(era.start), x(era.end)];
    return [
      box("rect", { class: index % 2 ? "odd" : "even" }, ...spot, 0, LAYOUT.stripEnd, width),
      box("rect", { class: "lid", "data-era": index }, ...spot, -2, 0, width),
    ];
  });
  const end = x(model.last + 1);
  const beyond = box("rect", { class: "beyond" }, end, width, 0, LAYOUT.stripEnd, width);
  const parts = [...bands, beyond].filter(Boolean);
  const words = model.words.no_data;
  if (width - end > words.length * 6 + 6) {
    parts.push(text(words, (end + width) / 2, LAYOUT.bars / 2 + 4, "beyond-words"));
  }
  group.replaceChildren(...parts);
}

function drawStrip(group, model, { region, width }, x) {
  const steps = model.control[region ?? ""] ?? [];
  const height = LAYOUT.stripEnd - LAYOUT.strip;
  const parts = [];
  for (const [start, end, shares] of steps) {
    let y = LAYOUT.strip;
    for (const [holder, status, share] of shares) {
      const spot = [x(start), x(end), y, y + share * height, width];
      parts.push(box("rect", { style: holderFill(model.holders[holder]) }, ...spot));
      if (status !== "held") parts.push(box("rect", { class: status }, ...spot));
      y += share * height;
    }
  }
  const outline = box("rect", { class: "outline" }, x(model.first), x(model.last + 1), LAYOUT.strip, LAYOUT.stripEnd, width);
  group.replaceChildren(...[...parts, outline].filter(Boolean));
}

function holderFill({ colour, colour_dark: dark }) {
  return `fill: ${colour}; fill: light-dark(${colour}, ${dark || colour})`;
}

function drawAxis(group, model, { range, width }, x) {
  const ticks = axisTicks(range, width, model.words).filter(({ day }) => day <= model.last);
  const parts = ticks.flatMap(({ day, text: words, major }) => {
    const at = x(day);
    const fits = at + words.length * 3.4 < width && at - words.length * 3.4 > -12;
    const line = element("path", { d: `M${at.toFixed(1)} ${LAYOUT.stripEnd}v4`, class: "tick" });
    const anchor = at < words.length * 3.4 ? "start" : "middle";
    const label = text(words, anchor === "start" ? Math.max(at, 0) : at, LAYOUT.axis, major ? "major" : "minor");
    label.style.textAnchor = anchor;
    return fits ? [line, label] : [line];
  });
  group.replaceChildren(...parts);
}

/** A rectangle cut to [0, width], at least half a pixel wide; null when it is out of sight. */
function box(name, attributes, left, right, top, bottom, width) {
  const [from, to] = [Math.max(left, 0), Math.min(right, width)];
  if (to <= 0 || from >= width || right <= left) return null;
  const size = { x: from, y: top, width: Math.max(to - from, 0.5), height: bottom - top };
  return element(name, { ...attributes, ...size });
}

function text(words, x, y, name) {
  const node = element("text", { x: x.toFixed(1), y, class: name });
  node.textContent = words;
  return node;
}

function element(name, attributes) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}
