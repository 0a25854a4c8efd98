/**
 * The map in a frame of its own: folium's, inside Streamlit's page or as a file that was exported.
 *
 * In the page it shows the store of the page around it; a map with facts in its options has a store of
 * its own, which follows its address.
 */
import { followAddress } from "../core/address.js";
import { embeddedJson, fetchJson, prepareFacts } from "../core/facts.js";
import { createStore } from "../core/store.js";
import { mountMap } from "./map.js";

/**
 * Starts the map in the frame's document; `options` are those of mountMap, and for a map of its own
 * {facts, shapes, query}: addresses or, with "#" before it, ids of elements that hold them, and the first view.
 */
export async function startInFrame(leafletMap, options) {
  const root = document.documentElement;
  root.classList.add("atlas-frame");
  // Folium forbids enlarging the page with two fingers, which would hold in the exported file.
  for (const meta of document.querySelectorAll("meta[name=viewport]")) meta.setAttribute("content", "width=device-width");
  if (options.relief) new Image().src = options.relief;
  const opening = openStore(options).then(async (store) => ({ store, mounted: await mountMap(leafletMap, store, options) }));
  window.atlas = { state: async () => (await opening).mounted.state(), store: null };
  const { store, mounted } = await opening;
  window.atlas.store = store;
  const describe = () => describeView(root, store.view);
  const stop = store.subscribe(describe);
  describe();
  root.dataset.ready = "true";
  // The page's store outlives the frame.
  addEventListener("pagehide", ({ persisted }) => {
    if (persisted) return;
    stop();
    mounted.unmount();
  });
}

function describeView(root, { date, compare, lang }) {
  // Written again, even alike, it makes the browser style every shape anew.
  if (root.lang !== lang) root.lang = lang;
  root.dataset.date = date;
  if (compare) root.dataset.compare = compare;
  else delete root.dataset.compare;
}

/* A query in the frame's own address goes before that of the options. */
async function openStore({ facts, shapes, query }) {
  if (!facts) return pageStore();
  const later = readJson(shapes);
  const saved = window.location.protocol === "file:";
  const asked = (saved ? window.location.hash : window.location.search).slice(1);
  const store = createStore(prepareFacts(await readJson(facts)), asked || query || "", { shapes: later });
  if (window.parent === window) followAddress(store);
  return store;
}

function readJson(place) {
  return place.startsWith("#") ? embeddedJson(place.slice(1)) : fetchJson(place);
}

/* The store of the page around the frame, as soon as it has one. */
function pageStore() {
  const page = window.parent;
  const found = page.karabakhAtlas?.store;
  if (found) return Promise.resolve(found);
  return new Promise((resolve) => {
    page.addEventListener("atlas-store", () => resolve(page.karabakhAtlas.store), { once: true });
  });
}
