// The list below the box: rows of what was found, written as text; which of them is active.

const PARTS = ["box", "list", "note", "live", "clear"];

function findParts(root) {
  return Object.fromEntries(PARTS.map((name) => [name, root.querySelector(`.${name}`)]));
}

/** Writes the rows, the first one active; each row is {label, what, name?, lang?}. */
function paintRows({ parts, state }, rows) {
  state.rows = rows;
  parts.list.replaceChildren(...rows.map(rowNode));
  activate({ parts, state }, rows.length ? 0 : null);
  parts.list.scrollTop = 0;
}

function rowNode({ label, what, also, lang }, index) {
  const node = tag("li", "", "row");
  node.id = `row-${index}`;
  node.setAttribute("role", "option");
  const name = tag("span", label, "label");
  if (lang) name.lang = lang;
  const parts = [name, also && tag("span", also, "also"), tag("span", what, "what")];
  node.append(...parts.filter(Boolean));
  return node;
}

/** Makes the row the active one, past either end the other end's; null for none. */
function activate({ parts, state }, index) {
  const count = state.rows.length;
  state.active = index === null ? null : (index + count) % count;
  [...parts.list.children].forEach((node, at) => {
    node.setAttribute("aria-selected", at === state.active);
    if (at === state.active) node.scrollIntoView({ block: "nearest" });
  });
  if (state.active === null) parts.box.removeAttribute("aria-activedescendant");
  else parts.box.setAttribute("aria-activedescendant", `row-${state.active}`);
}

/** Shows or hides the list and what is written below it. */
function unfold({ parts, state }, open) {
  state.open = open;
  const rows = open && state.rows.length > 0;
  parts.list.hidden = !rows;
  parts.note.hidden = !open || !parts.note.textContent;
  parts.box.setAttribute("aria-expanded", rows);
  if (!rows) parts.box.removeAttribute("aria-activedescendant");
}

function tag(name, words, className) {
  const node = document.createElement(name);
  node.textContent = words;
  node.className = className;
  return node;
}

function filled(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
