/**
 * Style sheets by name (tokens, timeline, map, search, panel), which bundle.py puts before the script.
 */

/** @type {Record<string, string>} */
const SHEETS = globalThis.ATLAS_SHEETS ?? {};
const SHADOWS = new WeakMap();

/** Gives the document (or another root) the tokens and the named sheets, each once. */
export function useSheets(names, root = document) {
  const home = root === document ? document.head : root;
  for (const name of ["tokens", ...names]) {
    if (home.querySelector(`style[data-sheet="${name}"]`)) continue;
    const style = document.createElement("style");
    style.dataset.sheet = name;
    style.textContent = SHEETS[name] ?? "";
    home.append(style);
  }
}

/** An open shadow root of the element with the named sheets, whose styles and the page's leave each other alone. */
export function isolated(element, names) {
  const root = SHADOWS.get(element) ?? element.attachShadow({ mode: "open" });
  SHADOWS.set(element, root);
  root.replaceChildren();
  useSheets(names, root);
  return root;
}
