// The events behind the track: bars of counts in the tones of their groups, and a tick for each step.

function drawBars(group, model, { range, width, options }, x) {
  const { edges, groups, unsure, tallest } = binned(model, binGrain(range, width));
  const height = barHeight(options.heights, tallest);
  const tones = [...groups, unsure];
  const paths = tones.map(() => "");
  const end = Math.min(binAt(edges, range.to), edges.length - 2);
  for (let bin = Math.max(binAt(edges, range.from), 0); bin <= end; bin += 1) {
    const counts = tones.map((tone) => tone[bin]);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const [left, right] = [Math.max(x(edges[bin]), 0), Math.min(x(edges[bin + 1]), width)];
    if (total && left < right) stackBar(paths, counts, height(total) / total, left, right);
  }
  const name = (tone) => (tone < groups.length ? `group-${tone}` : "unsure");
  group.replaceChildren(...paths.map((d, tone) => element("path", { d, class: name(tone) })));
}

/** Pixels for a total. Logarithmic, a single event stays visible beside the fifty of one month. */
function barHeight(heights, tallest) {
  const most = LAYOUT.bars - 2;
  return heights === "linear"
    ? (total) => Math.max((total / tallest) * most, 1)
    : (total) => (Math.log2(1 + total) / Math.log2(1 + tallest)) * most;
}

/** Adds one bar to the paths: its height split by share. */
function stackBar(paths, counts, unit, left, right) {
  const gap = right - left > 5 ? 1 : 0.4;
  let y = LAYOUT.bars;
  counts.forEach((count, tone) => {
    if (!count) return;
    const height = count * unit;
    paths[tone] += `M${(left + gap / 2).toFixed(2)} ${y.toFixed(2)}h${(right - left - gap).toFixed(2)}`
      + `v${(-height).toFixed(2)}h${(left + gap - right).toFixed(2)}z`;
    y -= height;
  });
}

function drawTicks(group, model, state, x) {
  const { width } = state;
  const middle = (LAYOUT.ticks + LAYOUT.ticksEnd) / 2;
  const faded = spans(LAYOUT.ticks, LAYOUT.ticksEnd);
  const lasting = spans(middle - 0.75, middle + 0.75);
  let exact = "";
  let drawn = -Infinity;
  for (const event of stepEvents(model, stepRegion(state))) {
    const [left, right] = [Math.max(x(event.from), 0), Math.min(x(event.to + 1), width)];
    if (right < 0 || left > width) continue;
    if (event.prec > 1) {
      faded.add(left, Math.max(right, left + 3));
      continue;
    }
    const at = x(event.start + 0.5);
    // A tick on top of another adds nothing to see; thousands of them cost a frame.
    if (at >= 0 && at - drawn >= 0.7) {
      exact += bar(at - 0.7, at + 0.7, LAYOUT.ticks, LAYOUT.ticksEnd);
      drawn = at;
    }
    if (event.from < event.to && right - left > 3) lasting.add(left, right);
  }
  const chosen = chosenTick(model.byId.get(state.event), width, x);
  const paths = { exact, span: lasting.path(), faded: faded.path(), chosen };
  for (const [name, d] of Object.entries(paths)) group.querySelector(`.${name}`).setAttribute("d", d);
}

/** Spans at one height, those that touch drawn as one. */
function spans(top, bottom) {
  let path = "";
  let open = null;
  const close = () => (open ? bar(open.left, open.right, top, bottom) : "");
  return {
    add(left, right) {
      if (open && left <= open.right && right >= open.left) {
        open = { left: Math.min(left, open.left), right: Math.max(right, open.right) };
        return;
      }
      path += close();
      open = { left, right };
    },
    path: () => path + close(),
  };
}

/** The chosen event's mark: a taller tick with a point above, and the days it took or may have been on. */
function chosenTick(event, width, x) {
  if (!event) return "";
  const [left, right] = [Math.max(x(event.from), 0), Math.min(x(event.to + 1), width)];
  const at = x(event.start + 0.5);
  const span = right - left > 3 ? bar(left, right, LAYOUT.ticksEnd, LAYOUT.ticksEnd + 2) : "";
  if (at < 0 || at > width) return span;
  const top = LAYOUT.ticks - 1;
  const point = `M${at.toFixed(1)} ${top + 1}l-3.5 -5h7z`;
  return span + point + bar(at - 1, at + 1, top, LAYOUT.ticksEnd + 2);
}

function bar(left, right, top, bottom) {
  return `M${left.toFixed(1)} ${top}H${right.toFixed(1)}V${bottom}H${left.toFixed(1)}z`;
}
