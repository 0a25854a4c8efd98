/**
 * The address bar reproduces the view: one history entry a deliberate step, none for a drag or play.
 *
 * A page that a server serves writes the query (`?date=…`), a saved page the hash (`#date=…`).
 */
import { queryFromView, viewFromQuery } from "./view.js";

// Days in quicker succession (a held arrow key) share one entry.
const APART_MS = 900;
const OF_A_DAY = ["date", "event"];

/**
 * Writes the store's views to the window's address and follows Back and Forward.
 *
 * Returns {refresh, stop}: `refresh` writes the view again where somebody else has changed the address,
 * as Streamlit does when it goes to another of its pages.
 */
export function followAddress(store) {
  const saved = location.protocol === "file:";
  let pushed = -Infinity;
  let written = null;
  let shown = store.view;

  const write = (how, view = store.view) => {
    const query = queryFromView(view, store.facts);
    if (query === written) return;
    written = query;
    const address = saved ? `#${query}` : `?${query}${otherKeys(location.search, store.facts)}${location.hash}`;
    const now = performance.now();
    const dayOnly = Object.keys(view).every((name) => OF_A_DAY.includes(name) || view[name] === shown[name]);
    const entry = (how === "step" || how === "settle") && (!dayOnly || now - pushed > APART_MS);
    if (entry) pushed = dayOnly ? now : -Infinity;
    shown = view;
    history[entry ? "pushState" : "replaceState"](history.state, "", address);
  };
  const goBack = () => {
    const text = saved ? location.hash.slice(1) : location.search.slice(1);
    const view = viewFromQuery(text, store.facts);
    written = queryFromView(view, store.facts);
    pushed = -Infinity;
    shown = view;
    store.change(view, "back");
  };

  const refresh = () => {
    const query = queryFromView(store.view, store.facts);
    if (saved || sameKeys(viewKeys(location.search, store.facts), query)) return;
    written = null;
    write("refresh");
  };
  const onEntryChange = ({ navigationType }) => navigationType !== "traverse" && refresh();

  const unsubscribe = store.subscribe(({ view, how }) => {
    // After the picture: an entry of the history costs the browser several milliseconds.
    if (how === "step" || how === "settle" || how === "facts") setTimeout(write, 0, how, view);
  });
  addEventListener("popstate", goBack);
  if (saved) addEventListener("hashchange", goBack);
  window.navigation?.addEventListener("currententrychange", onEntryChange);
  write("open");
  return {
    refresh,
    stop() {
      unsubscribe();
      removeEventListener("popstate", goBack);
      removeEventListener("hashchange", goBack);
      window.navigation?.removeEventListener("currententrychange", onEntryChange);
    },
  };
}

/* The keys of the view in a query, as a query. */
function viewKeys(search, { keys }) {
  const names = new Set(keys.map(({ name }) => name));
  return new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => names.has(name))).toString();
}

function sameKeys(one, other) {
  const sorted = (query) => [...new URLSearchParams(query)].map((pair) => pair.join("=")).sort().join("&");
  return sorted(one) === sorted(other);
}

/* What the address says beside the view, as an article's id does, stays in it. */
function otherKeys(search, { keys }) {
  const names = new Set(keys.flatMap(({ name, alias }) => [name, alias]));
  const others = [...new URLSearchParams(search)].filter(([name]) => !names.has(name));
  return others.length ? `&${new URLSearchParams(others)}` : "";
}
