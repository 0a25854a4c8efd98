/**
 * The one store: the view, the facts and who listens. Instruments speak to it only.
 *
 * A change names how it was made. `step` is a deliberate choice; `drag` and `play` are on the way to
 * one and end with `settle`; `back` is the browser's history; `facts` and `texts` say that other
 * facts (another language, own records) or the later texts have arrived.
 */
import { snapshotOf } from "./control.js";
import { createSignal } from "./signal.js";
import { changedView, isSameView, viewFromQuery } from "./view.js";
import { createWords } from "./words.js";

/**
 * A store of prepared facts (facts.js) that opens with the view of a query's text.
 *
 * `shapes` and `texts` are promises of the files that come later; `texts` of the store is null until
 * they are there.
 *
 * @param {any} facts
 * @param {string} query
 * @param {{ shapes?: Promise<any>, texts?: Promise<any> }} [files]
 */
export function createStore(facts, query, { shapes, texts } = {}) {
  const [changes, flights, searches, eras] = [createSignal(), createSignal(), createSignal(), createSignal()];
  let snapshot = null;
  const store = {
    facts,
    words: createWords(facts),
    /** @type {import("./types.js").View} */
    view: Object.freeze(viewFromQuery(query, facts)),
    texts: null,
    /** The Error if the later texts could not be loaded. */
    textsError: null,
    shapes,
    /** Changes parts of the view ({date, region, ...}) and tells the listeners; true if anything changed. */
    change(parts, how = "step") {
      const before = store.view;
      const view = Object.freeze(changedView(before, parts, store.facts));
      if (isSameView(view, before) && how !== "settle") return false;
      store.view = view;
      tell(before, how);
      return true;
    },
    /** The snapshot of the view, made once a day and window. */
    snapshot() {
      const { date, window } = store.view;
      if (snapshot?.date !== date || snapshot.window !== window || snapshot.facts !== store.facts) {
        snapshot = { ...snapshotOf(store.facts, store.view), date, window, facts: store.facts };
      }
      return snapshot;
    },
    /** Calls `listener({view, before, how})` after every change, at once; returns the way to stop it. */
    subscribe: changes.listen,
    /** Asks the map to move to a place, {lat, lon, zoom} (WGS84, Leaflet's zoom); no part of the view. */
    fly: flights.send,
    /** Calls `listener({lat, lon, zoom})` when the map is asked to move; returns the way to stop it. */
    onFly: flights.listen,
    /** Asks the search box for the reader's attention. */
    find: () => searches.send(undefined),
    /** Calls `listener()` when the search box is asked for; returns the way to stop it. */
    onFind: searches.listen,
    /** Asks the timeline to show the days of an era, by its id; no part of the view. */
    showEra: eras.send,
    /** Calls `listener(id)` when an era is asked for; returns the way to stop it. */
    onEra: eras.listen,
    /** Goes on with other facts (and the promise of their texts): what is no longer there is dropped from the view. */
    useFacts(next, later) {
      const before = store.view;
      Object.assign(store, { facts: next, words: createWords(next), texts: null, textsError: null });
      store.view = Object.freeze(known(before, next));
      tell(before, "facts");
      expectTexts(later);
    },
  };

  function tell(before, how) {
    changes.send({ view: store.view, before, how });
  }

  function expectTexts(later) {
    const wanted = store.facts;
    const arrive = (arrived) => {
      if (store.facts !== wanted) return;
      Object.assign(store, arrived);
      tell(store.view, "texts");
    };
    later?.then(
      (found) => arrive({ texts: found }),
      (error) => arrive({ textsError: error }),
    );
  }

  expectTexts(texts);
  return store;
}

/* The view as far as the facts know its values. */
function known(view, facts) {
  const texts = Object.entries(view).map(([name, value]) => [name, value ?? ""]);
  return { ...viewFromQuery(new URLSearchParams(texts), facts), lang: facts.lang };
}
