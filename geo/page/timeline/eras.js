// The eras: labels over their bands; one pressed shows its era at full width, pressed again the whole.

function buildEras({ parts, state, model }, onPick) {
  state.era = null;
  parts.eras.replaceChildren(...model.eras.map((era, index) => {
    const button = tag("button", era.label);
    const [first, last] = [era.start, Math.min(era.end - 1, model.last)].map((day) => inWords(day, model.words));
    button.type = "button";
    button.title = filled(model.words.era, { era: era.label, first, last });
    button.addEventListener("click", () => onPick(index));
    for (const [type, shown] of [["pointerenter", index], ["focus", index], ["pointerleave"], ["blur"]]) {
      button.addEventListener(type, () => markBand({ parts }, "pointed", shown));
    }
    return button;
  }));
}

/** The era over the whole width, with a little of what is around it. */
function eraRange({ start, end }, whole) {
  const margin = Math.max(1, (end - start) * 0.04);
  return fitted({ from: start - margin, to: end + margin }, whole);
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

/** Era labels near the middle of what is seen of their band; all scroll by where none would fit. */
function placeEras({ parts, state, model }) {
  const { width, labels, range, whole } = state;
  const narrow = labels.reduce((sum, label) => sum + label + 4, 0) > width;
  parts.eras.classList.toggle("scrolling", narrow);
  const edge = (day) => clamp(pixelOf(day, range, width), 0, width);
  const centres = model.eras.map((era) => (edge(era.start) + edge(era.end)) / 2);
  const lefts = narrow ? [] : spread(centres, labels, width, 4);
  [...parts.eras.children].forEach((button, index) => {
    button.style.transform = narrow ? "" : `translateX(${lefts[index]}px)`;
    button.setAttribute("aria-pressed", isSame(range, eraRange(model.eras[index], whole)));
  });
  markBand({ parts }, "current", state.era);
}
