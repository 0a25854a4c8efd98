// What lies under a resting mouse: over the bars counts, over the ticks an event, then the shares.

function listenHover(line, _act, signal) {
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
    const key = lines.map(([words]) => words).join("\n");
    if (key === shown) return;
    shown = key;
    ghost.firstElementChild.replaceChildren(...lines.map(([words, tone]) => tag("span", words, tone)));
  }, { signal });
  plot.addEventListener("pointerleave", () => ghost.classList.remove("shown"), { signal });
}

/** Lines of [words, class] for the place; the first is the day, the bin's period or the event's date. */
function hoverLines({ model, state }, x, y, day) {
  const words = inWords(day, model.words);
  if (y > LAYOUT.strip - 2) return [[words, "head"], ...sharesOn(model, state.region, day).map((share) => [share, ""])];
  if (y < LAYOUT.ticks - 4) {
    const lines = countLines(model, state, day);
    const [[period]] = lines;
    return [[words, "head"], ...(period === words ? lines.slice(1) : lines)];
  }
  const near = eventsAt(model, stepRegion(state), state.range, state.width, x, REACH_PX.mouse);
  if (!near.length) return [[words, "head"]];
  const [event] = near;
  const more = near.length > 1 ? [[`+ ${near.length - 1}`, ""]] : [];
  return [[whenWords(event, model.words), "head"], [event.title, ""], ...more];
}

/** The bin's period and its counts by group, with the group's tone. */
function countLines(model, state, day) {
  const grain = binGrain(state.range, state.width);
  const { edges, groups, unsure } = binned(model, grain);
  const bin = binAt(edges, day);
  const counts = groups.map((tone, index) => [tone[bin], model.groups[index], `tone group-${index}`]);
  counts.push([unsure[bin], model.words.unsure, "tone unsure"]);
  const some = counts.filter(([count]) => count).map(([count, name, tone]) => [`${name} ${count}`, tone]);
  const period = [periodWords(edges[bin], edges[bin + 1], grain.unit, model.words), "period"];
  return [period, ...(some.length ? some : [[model.words.no_events, ""]])];
}

function periodWords(from, to, unit, words) {
  if (unit === "year") return String(partsOf(from).year);
  const short = (day) => `${words.months_short[partsOf(day).month]} ${partsOf(day).year}`;
  const name = unit === "month" ? short : (day) => inWords(day, words);
  return daysWords(name(from), name(to - 1), words);
}
