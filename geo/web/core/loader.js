/**
 * Where the facts come from, and the language they are in: served files, or those inside a saved page.
 *
 * A loader is {facts(lang), texts(lang), shapes()}, each the promise of a file's JSON.
 */
import { embeddedJson, fetchJson, prepareFacts } from "./facts.js";
import { createStore } from "./store.js";

/** A loader of served files: {shapes, facts: {lang: address}, texts: {lang: address}}. */
export function servedLoader(files) {
  return {
    facts: async (lang) => prepareFacts(await fetchJson(files.facts[lang] ?? files.facts.en)),
    texts: (lang) => fetchJson(files.texts[lang] ?? files.texts.en),
    shapes: () => fetchJson(files.shapes),
  };
}

/** A loader of what a saved page holds in elements: `facts-en`, `texts-en`, ..., `shapes`. */
export function embeddedLoader() {
  const present = (stem, lang) => (document.getElementById(`${stem}-${lang}`) ? `${stem}-${lang}` : `${stem}-en`);
  return {
    facts: async (lang) => prepareFacts(await embeddedJson(present("facts", lang))),
    texts: (lang) => embeddedJson(present("texts", lang)),
    shapes: () => embeddedJson("shapes"),
  };
}

/** A store that opens with the query's view once the facts of its language are there. */
export async function openStore(loader, query) {
  const lang = new URLSearchParams(query).get("lang") ?? "en";
  const [shapes, facts] = [loader.shapes(), await loader.facts(lang)];
  return createStore(facts, query, { shapes, texts: loader.texts(facts.lang) });
}

/**
 * Brings the facts of the language that the view asks for; returns the way to stop.
 *
 * Where they do not come, as from a server that is away, the view goes back to the language that is there.
 */
export function followLanguage(store, loader) {
  return store.subscribe(async ({ view, how }) => {
    if (how === "facts" || view.lang === store.facts.lang) return;
    try {
      const facts = await loader.facts(view.lang);
      if (store.view.lang === facts.lang) store.useFacts(facts, loader.texts(facts.lang));
    } catch (error) {
      console.warn(error);
      if (store.view.lang === view.lang) store.change({ lang: store.facts.lang });
    }
  });
}
