// What the reader sets once: speed and direction of play, repeat, which events to step through, the
// scale of the bars. Kept for the session where the browser lets us.

const OPTIONS = {
  speed: [["0.5", "½×"], ["1", "1×"], ["2", "2×"], ["4", "4×"]],
  direction: ["forwards", "backwards"],
  loop: ["once", "era"],
  steps: ["region", "all"],
  heights: ["log", "linear"],
};
const SPEEDS = OPTIONS.speed.map(([value]) => value);
const OPTIONS_KEY = "atlas-timeline";

function openOptions() {
  const usual = { speed: "1", direction: "forwards", loop: "once", steps: "region", heights: "log" };
  try {
    const kept = Object.entries(JSON.parse(sessionStorage.getItem(OPTIONS_KEY)) ?? {});
    return { ...usual, ...Object.fromEntries(kept.filter(([name, value]) => valuesOf(name).includes(value))) };
  } catch {
    return usual; // no storage, or not ours
  }
}

function keepOptions(options) {
  try {
    sessionStorage.setItem(OPTIONS_KEY, JSON.stringify(options));
  } catch {
    // then they last as long as the page
  }
}

function valuesOf(name) {
  return (OPTIONS[name] ?? []).map((value) => (Array.isArray(value) ? value[0] : value));
}

function buildOptions({ parts, state, model }, onSet) {
  const { option_names: names, option_values: values } = model.words;
  const groups = Object.entries(OPTIONS).map(([name, choices]) => {
    const group = tag("fieldset", "");
    const radios = choices.map((choice) => {
      const [value, words] = Array.isArray(choice) ? choice : [choice, values[choice]];
      return radio(name, value, words, state.options[name] === value, onSet);
    });
    group.append(tag("legend", names[name]), ...radios);
    return group;
  });
  const zooms = parts.options.querySelector(".zooms");
  parts.options.replaceChildren(...(zooms ? [zooms] : []), ...groups);
}

function radio(name, value, words, checked, onSet) {
  const input = Object.assign(document.createElement("input"), { type: "radio", name, value, checked });
  const node = tag("label", "");
  input.addEventListener("change", () => onSet(name, value));
  node.append(input, words);
  return node;
}

/** Marks in the open box what was set by a key. */
function paintOptions({ parts, state }) {
  for (const input of parts.options.querySelectorAll("input")) {
    input.checked = state.options[input.name] === input.value;
  }
}
