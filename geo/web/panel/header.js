/** The line beside the title: the search box, the language of the page, a second one on the map. */
import { h } from "../core/dom.js";
import { mountSearch } from "../search/search.js";
import { selectBox } from "./choices.js";
import { TEXT_ID } from "./panel.js";
import { mountReading } from "./reading.js";

/** Mounts search box and languages; returns {unmount}. */
export function mountHeader(element, store) {
  const [skipBox, searchBox, languages] = ["atlas-skip", "atlas-search", "atlas-languages"].map((name) => h("div", { class: name }));
  element.replaceChildren(h("div", { class: "atlas-header" }, skipBox, searchBox, languages));
  const search = mountSearch(searchBox, store);
  const reading = mountReading(languages, store, () => languageBoxes(store), { name: "boxes", uses: ["lang", "second_language"] });
  const skip = mountReading(skipBox, store, () => skipLink(store), { name: "skip", uses: ["lang"] });
  reading.body.addEventListener("change", ({ target }) => {
    if (target.dataset.focus === "lang") store.change({ lang: target.value });
    if (target.dataset.focus === "second") store.change({ second_language: target.value || null });
  });
  return {
    unmount() {
      search.unmount();
      skip.unmount();
      reading.unmount();
    },
  };
}

/* For the keyboard: past map and timeline, straight to what there is to read. */
function skipLink({ words }) {
  const skip = (press) => {
    press.preventDefault();
    document.getElementById(TEXT_ID)?.focus();
  };
  return h("a", { href: `#${TEXT_ID}`, class: "skip-link", on: { click: skip } }, words.say("Skip to the text"));
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
