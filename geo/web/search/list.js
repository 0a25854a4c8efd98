/** The list below the box: rows of what was found, written as text; which of them is active. */
import { h, svg } from "../core/dom.js";

/** The parts of the search by name; `section` holds them. */
export function createParts() {
  const glass = svg("svg", { class: "glass", viewBox: "0 0 20 20", "aria-hidden": "true" },
    svg("circle", { cx: 8.5, cy: 8.5, r: 5 }), svg("path", { d: "M12.3 12.3L17 17" }));
  const cross = svg("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("path", { d: "M5 5l10 10M15 5L5 15" }));
  const box = h("input", {
    class: "box", type: "text", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
    "aria-controls": "found", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
    enterkeyhint: "go", maxlength: 120,
  });
  const list = h("ul", { class: "list", id: "found", role: "listbox", hidden: true });
  const note = h("p", { class: "note", hidden: true });
  const live = h("p", { class: "live atlas-unseen", "aria-live": "polite" });
  const clear = h("button", { type: "button", class: "clear", tabindex: -1, hidden: true }, cross);
  const slash = h("kbd", { class: "slash", "aria-hidden": "true" }, "/");
  const below = h("div", { class: "below" }, list, note);
  const section = h("div", { class: "search", role: "search" }, glass, box, slash, clear, below, live);
  return { section, box, list, note, live, clear };
}

/** Writes the rows, the first one active; each row is {label, what, also?, lang?}. */
export function paintRows({ parts, state }, rows) {
  state.rows = rows;
  parts.list.replaceChildren(...rows.map(rowNode));
  activate({ parts, state }, rows.length ? 0 : null);
  parts.list.scrollTop = 0;
}

/** Makes the row the active one, past either end the other end's; null for none. */
export function activate({ parts, state }, index) {
  const count = state.rows.length;
  state.active = index === null ? null : (index + count) % count;
  [...parts.list.children].forEach((node, at) => {
    node.setAttribute("aria-selected", String(at === state.active));
    if (at === state.active) node.scrollIntoView({ block: "nearest" });
  });
  if (state.active === null) parts.box.removeAttribute("aria-activedescendant");
  else parts.box.setAttribute("aria-activedescendant", `row-${state.active}`);
}

/** Shows or hides the list and what is written below it. */
export function unfold({ parts, state }, open) {
  state.open = open;
  const rows = open && state.rows.length > 0;
  parts.list.hidden = !rows;
  parts.note.hidden = !open || !parts.note.textContent;
  parts.box.setAttribute("aria-expanded", String(rows));
  if (!rows) parts.box.removeAttribute("aria-activedescendant");
}

function rowNode({ label, what, also, lang }, index) {
  return h(
    "li",
    { class: "row", id: `row-${index}`, role: "option" },
    h("span", { class: "label", lang }, label),
    also && h("span", { class: "also" }, also),
    h("span", { class: "what" }, what),
  );
}
