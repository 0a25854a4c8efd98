/* One map in one frame: load the facts, build the layers once, then only paint views. */
import { holdFrame } from "./frame.js";
import { readBundle } from "./load.js";
import { openScreen } from "./screen.js";
import { listen, readView } from "./talk.js";
import { inTurn } from "./turn.js";
import { followTheme } from "./theme.js";

let screen = null;
let turn = null;
let place = null;
let early = {};

export async function start(map, options) {
  const facts = fetch(options.bundle);
  new Image().src = options.relief;
  place = holdFrame(map, options.bounds);
  followTheme(options.theme);
  const bundle = await readBundle(facts);
  const channel = listen(options.channel, hear);
  screen = await openScreen(map, bundle, options, place, (choice) => {
    turn.fromReader(choice.day ? choice : { region: choice.region });
    channel.report(choice);
  });
  turn = inTurn(screen.paint);
  turn.fromServer({ day: bundle.last, region: null, lang: "en", window: "30", ...early });
  document.documentElement.dataset.ready = "true";
}

export function show(view) {
  if (turn) turn.fromServer(view);
  else early = { ...early, ...view };
}

/** The timeline's word, by the channel or straight from the page; true if it was one. */
export function hear(message) {
  const view = readView(message);
  if (!view) return false;
  if (turn) turn.fromReader(view);
  else early = { ...early, ...view };
  return true;
}

/** Moves the map to {lat, lon}, closer if it is far or as close as `zoom` says. */
export function fly(spot) {
  place?.fly(spot);
}

export function state() {
  return screen ? screen.state() : null;
}
