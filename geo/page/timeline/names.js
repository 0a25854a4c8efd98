// Names, tooltips, legend and help: written whenever the model or the region changes.

function paintNames({ parts, state, model }) {
  const { words } = model;
  const region = model.regions[stepRegion(state)];
  const named = { region };
  parts.section.lang = words.lang;
  label(parts.previous, region ? filled(words.previous_in_region, named) : words.previous_event);
  label(parts.next, region ? filled(words.next_in_region, named) : words.next_event);
  label(parts.play, state.playing ? words.pause : words.play);
  label(parts.zoomIn, words.zoom_in);
  label(parts.zoomOut, words.zoom_out);
  label(parts.zoomAll, words.zoom_all);
  label(parts.typed, words.go_to);
  label(parts.brush, words.brush);
  label(parts.clear, words.clear);
  label(parts.more, words.options);
  label(parts.help, words.help);
  parts.overview.title = words.overview;
  parts.options.setAttribute("aria-label", words.options);
  parts.keys.setAttribute("aria-label", words.help);
  parts.tools.setAttribute("aria-label", words.tools);
  parts.eras.setAttribute("aria-label", words.eras);
  parts.legend.setAttribute("aria-label", words.legend);
  parts.thumb.setAttribute("aria-label", words.slider);
  parts.thumb.setAttribute("aria-valuemin", 0);
  parts.thumb.setAttribute("aria-valuemax", model.last - model.first);
}

function label(part, words) {
  part.setAttribute("aria-label", words);
  part.title = words;
}

function paintLegend({ parts, model }) {
  const tones = model.groups.map((group, index) => tag("li", group, `tone group-${index}`));
  parts.legend.replaceChildren(...tones, tag("li", model.words.unsure, "tone unsure"));
}

function paintKeys({ parts, model }) {
  parts.keys.querySelector("h2").textContent = model.words.help;
  const rows = model.words.help_rows.flatMap(([keys, meaning]) => [tag("dt", keys), tag("dd", meaning)]);
  parts.keys.querySelector("dl").replaceChildren(...rows);
}
