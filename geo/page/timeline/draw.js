// The still picture, redrawn only when the range, the width or the region changes.
// Heights are those of timeline.css; colours come from its classes, so that themes work.

const SVG = "http://www.w3.org/2000/svg";
const LAYOUT = { bars: 42, ticks: 45, ticksEnd: 52, strip: 56, stripEnd: 66, axis: 81 };

function drawAll(svg, model, state) {
  const x = (day) => pixelOf(day, state.range, state.width);
  drawBands(svg.querySelector(".bands"), model, state, x);
  drawBars(svg.querySelector(".bars"), model, state, x);
  drawTicks(svg.querySelector(".ticks"), model, state, x);
  drawStrip(svg.querySelector(".strip"), model, state, x);
  drawAxis(svg.querySelector(".axis"), model, state, x);
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

function drawBars(group, model, { range, width }, x) {
  const { grain, edges } = binEdges(range, width);
  // Logarithmic: a single event stays visible beside the fifty of October 2020.
  const scale = (LAYOUT.bars - 2) / Math.log2(1 + tallestBin(model, grain));
  const paths = model.groups.map(() => "");
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const counts = model.groups.map((_, g) => countBetween(model, g, edges[i], edges[i + 1]));
    const total = counts.reduce((sum, count) => sum + count, 0);
    const [left, right] = [Math.max(x(edges[i]), 0), Math.min(x(edges[i + 1]), width)];
    if (total && left < right) stackBar(paths, counts, (Math.log2(1 + total) * scale) / total, left, right);
  }
  group.replaceChildren(...paths.map((d, g) => element("path", { d, class: `group-${g}` })));
}

/** Adds one bar to the paths: as tall as the logarithm of its total, split by share. */
function stackBar(paths, counts, unit, left, right) {
  const gap = right - left > 5 ? 1 : 0.4;
  let y = LAYOUT.bars;
  counts.forEach((count, g) => {
    if (!count) return;
    const height = count * unit;
    paths[g] += `M${(left + gap / 2).toFixed(2)} ${y.toFixed(2)}h${(right - left - gap).toFixed(2)}`
      + `v${(-height).toFixed(2)}h${(left + gap - right).toFixed(2)}z`;
    y -= height;
  });
}

function drawTicks(group, model, { region, width }, x) {
  const paths = { exact: "", span: "", faded: "" };
  const middle = (LAYOUT.ticks + LAYOUT.ticksEnd) / 2;
  let drawn = -Infinity;
  for (const event of stepEvents(model, region)) {
    const [start, end] = [x(event.start), x(event.end + 1)];
    // A tick on top of another adds nothing to see; thousands of them cost a frame.
    const hidden = start - drawn < 0.7 && end - start <= 3;
    if (end < 0 || start > width || hidden) continue;
    const [left, right] = [Math.max(start, 0), Math.min(end, width)];
    if (event.prec > 1) {
      paths.faded += bar(left, Math.max(right, left + 3), LAYOUT.ticks, LAYOUT.ticksEnd);
      continue;
    }
    if (start >= 0) paths.exact += bar(left, left + 1.4, LAYOUT.ticks, LAYOUT.ticksEnd);
    if (right - left > 3) paths.span += bar(left, right, middle - 0.75, middle + 0.75);
    drawn = start;
  }
  for (const [name, d] of Object.entries(paths)) {
    group.querySelector(`.${name}`).setAttribute("d", d);
  }
}

function bar(left, right, top, bottom) {
  return `M${left.toFixed(1)} ${top}H${right.toFixed(1)}V${bottom}H${left.toFixed(1)}z`;
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
