/** The line beside the title: the search box, the language of the page, a second one on the map. */
import { h } from "../core/dom.js";
import { mountSearch } from "../search/search.js";
import { selectBox } from "./choices.js";
import { mountReading } from "./reading.js";

/** Mounts search box and languages; returns {unmount}. */
export function mountHeader(element, store) {
  const [searchBox, languages] = [h("div", { class: "atlas-search" }), h("div", { class: "atlas-languages" })];
  element.replaceChildren(h("div", { class: "atlas-header" }, searchBox, languages));
  const search = mountSearch(searchBox, store);
  const reading = mountReading(languages, store, () => languageBoxes(store), { name: "boxes" });
  reading.body.addEventListener("change", ({ target }) => {
    if (target.dataset.focus === "lang") store.change({ lang: target.value });
    if (target.dataset.focus === "second") store.change({ second_language: target.value || null });
  });
  return {
    unmount() {
      search.unmount();
      reading.unmount();
    },
  };
}

/* In the order of their codes: no side comes first by choice. */
function languageBoxes({ words, view, facts }) {
  const all = facts.languages.map(({ code, name }) => [code, name]);
  const others = all.filter(([code]) => code !== view.lang);
  const second = view.second_language === view.lang ? "" : (view.second_language ?? "");
  return h(
    "div",
    { class: "choices" },
    selectBox(words.say("Language"), "lang", view.lang, all),
    selectBox(words.say("Also on the map"), "second", second, [["", words.say("none")], ...others]),
  );
}
