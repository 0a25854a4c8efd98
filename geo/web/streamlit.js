/**
 * The instruments inside Streamlit's page: each component there mounts one, all share one store.
 *
 * The messages between server and browser are few. The server sends every component the same
 * {files, lang, query, visit}: addresses of the served files, the language it writes the rest of the
 * page in, and the query of the view to open with; a higher `visit` sends an open page to the map at
 * that view ("See it in the atlas" of an article). The browser sends back {lang} when the reader chose
 * another language. All else stays in the browser.
 */
import { followAddress } from "./core/address.js";
import { followLanguage, openStore, servedLoader } from "./core/loader.js";
import { viewFromQuery } from "./core/view.js";
import { INSTRUMENTS } from "./instruments.js";

// Streamlit writes the address of another page after it has drawn it.
const SETTLED_MS = 300;
const mounted = new WeakMap();
let page = null;

/** Mounts the instrument of that name into the component's element, once; returns what Streamlit calls at the end. */
export function mountComponent(name, component) {
  const { data, parentElement: element, setStateValue } = component;
  page ??= openPage(data);
  page.opened.then(({ store, address }) => {
    receive(store, data);
    setTimeout(address.refresh, SETTLED_MS);
    if (mounted.has(element) || !element.isConnected) return;
    mounted.set(element, mountInto(element, name, store, setStateValue));
  });
  if (name === "header") page.serverLanguage = data.lang;
  // Streamlit also runs the cleanup of a call that a newer one overtook: then the element is still there.
  return () => setTimeout(() => {
    if (element.isConnected) return;
    mounted.get(element)?.unmount();
    mounted.delete(element);
  });
}

function mountInto(element, name, store, setStateValue) {
  const instrument = INSTRUMENTS[name](element, store);
  if (name !== "header") return instrument;
  const stop = tellLanguage(store, setStateValue);
  return {
    unmount() {
      stop();
      instrument.unmount();
    },
  };
}

function openPage(data) {
  const files = addressed(data.files);
  const loader = servedLoader(files);
  const state = { files, loader, serverLanguage: data.lang, visit: data.visit };
  const opened = openStore(loader, data.query).then((store) => {
    const address = followAddress(store);
    // By way of the state: the loader is another after a record of the reader's own was accepted.
    followLanguage(store, { facts: (lang) => state.loader.facts(lang), texts: (lang) => state.loader.texts(lang) });
    globalThis.karabakhAtlas.store = store;
    dispatchEvent(new CustomEvent("atlas-store"));
    return { store, address };
  });
  return Object.assign(state, { opened });
}

/* Goes to the view that the server sends, if it sends one, and takes over other facts than before, as there are
   after a record of the reader's own was accepted. */
async function receive(store, data) {
  if (data.visit > page.visit) goToMap(store, data.query);
  page.visit = Math.max(page.visit, data.visit);
  const files = addressed(data.files);
  const { lang } = store.view;
  if (files.facts[lang] === page.files.facts[lang] && files.texts[lang] === page.files.texts[lang]) return;
  page.files = files;
  page.loader = servedLoader(files);
  const facts = await page.loader.facts(lang);
  if (store.view.lang === facts.lang) store.useFacts(facts, page.loader.texts(facts.lang));
}

/*
 * Presses the link to the map, as a reader would: Streamlit makes one entry of history of it, into which
 * the address of the view is written (refresh), and Back leads to the page that is left.
 */
function goToMap(store, query) {
  store.change(viewFromQuery(query, store.facts), "back");
  /** @type {HTMLElement | null} */ (document.querySelector(".st-key-page-atlas a"))?.click();
}

/* The rest of the page is written by the server, in the language it was told last; returns the way to stop. */
function tellLanguage(store, setStateValue) {
  const tell = () => {
    if (store.view.lang === page.serverLanguage) return;
    page.serverLanguage = store.view.lang;
    setStateValue("lang", store.view.lang);
  };
  tell();
  return store.subscribe(tell);
}

/* Addresses beside the page, wherever it is served. */
function addressed({ folder, shapes, facts, texts }) {
  const at = (name) => new URL(`${folder}${name}`, document.baseURI).href;
  const all = (names) => Object.fromEntries(Object.entries(names).map(([lang, name]) => [lang, at(name)]));
  return { shapes: at(shapes), facts: all(facts), texts: all(texts) };
}
