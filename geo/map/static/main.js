/* One map in one frame: load the facts, build the layers once, then only paint views. */
import { readBundle, settled } from "./load.js";
import { openScreen } from "./screen.js";
import { listen, readView } from "./talk.js";
import { inTurn } from "./turn.js";
import { followTheme } from "./theme.js";

let screen = null;
let turn = null;
let early = {};

export async function start(map, options, facts) {
  frame(map, options.bounds);
  followTheme(options.theme);
  const [bundle] = await Promise.all([readBundle(facts), settled(map)]);
  const channel = listen(options.channel, hear);
  screen = await openScreen(map, bundle, options, (choice) => {
    turn.fromReader(choice.day ? choice : { region: choice.region });
    channel.report(choice);
  });
  turn = inTurn(screen.paint);
  turn.fromServer({ day: bundle.last, region: null, lang: "en", window: 30, ...early });
  document.documentElement.dataset.ready = "true";
}

export function show(view) {
  if (turn) turn.fromServer(view);
  else early = { ...early, ...view };
}

/** The timeline's word, by the channel or straight from the page. */
export function hear(message) {
  const view = readView(message);
  if (!view) return;
  if (turn) turn.fromReader(view);
  else early = { ...early, ...view };
}

export function state() {
  return screen ? screen.state() : null;
}

/* The whole area at any size of the frame, until the reader moves the map. */
function frame(map, bounds) {
  let untouched = true;
  const fit = () => {
    map.invalidateSize({ animate: false, pan: false });
    if (untouched) map.fitBounds(bounds, { animate: false, padding: [6, 6] });
  };
  const touched = () => (untouched = false);
  for (const sign of ["pointerdown", "wheel", "keydown"]) {
    map.getContainer().addEventListener(sign, touched, { passive: true, once: true });
  }
  new ResizeObserver(fit).observe(map.getContainer());
  fit();
}
