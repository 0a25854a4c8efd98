/** What the script offers to the pages that load it, as globalThis.karabakhAtlas. */
import { followAddress } from "./core/address.js";
import { embeddedLoader, followLanguage, openStore, servedLoader } from "./core/loader.js";
import { viewFromQuery } from "./core/view.js";
import { INSTRUMENTS } from "./instruments.js";
import { startInFrame } from "./map/frame.js";
import { createLeafletMap } from "./map/leaflet_map.js";
import { mountMap } from "./map/map.js";
import { mountComponent } from "./streamlit.js";

/**
 * Mounts every instrument of a plain page into the elements with its name in `data-atlas`, and returns
 * the store; without `files` the facts are those that the page holds.
 *
 * @param {{ files?: any, relief?: string }} [options]
 */
export async function startPage({ files, relief } = {}) {
  const loader = files ? servedLoader(files) : embeddedLoader();
  const { protocol, hash, search } = location;
  const store = await openStore(loader, protocol === "file:" ? hash.slice(1) : search.slice(1));
  followAddress(store);
  followLanguage(store, loader);
  globalThis.karabakhAtlas.store = store;
  const mounts = { ...INSTRUMENTS, map: (element) => mountMap(createLeafletMap(element), store, { relief }) };
  /** @type {any[]} */
  const elements = [...document.querySelectorAll("[data-atlas]")];
  await Promise.all(elements.map((element) => mounts[element.dataset.atlas]?.(element, store)));
  document.documentElement.dataset.ready = "true";
  return store;
}

/** Shows the view of a query, as `date=1993-04-10&region=kalbajar`, in a page that has a store. */
export function show(query) {
  const { store } = globalThis.karabakhAtlas;
  store.change(viewFromQuery(query, store.facts));
}

/** Mounts one instrument of Streamlit's page. */
export function mountStreamlit(name, component) {
  return mountComponent(name, component);
}

/** Starts the map in the frame that streamlit-folium made for it, or in a map's own file. */
export function startMap(map, options) {
  return startInFrame(map, options);
}
