// The box itself: typing finds, a key or a click chooses. The list follows the WAI-ARIA combobox:
// the focus stays in the box, the active row is named by aria-activedescendant.

const boxes = new WeakMap();

export default function (component) {
  const root = component.parentElement;
  const search = boxes.get(root) ?? createSearch(root);
  boxes.set(root, search);
  receive(search, component);
  // Streamlit also runs the cleanup of a call that a newer one overtook: then the page is there.
  return () => setTimeout(() => {
    if (root.isConnected) return;
    search.close();
    boxes.delete(root);
  });
}

function createSearch(root) {
  const search = { parts: findParts(root), state: { rows: [], active: null, open: false }, data: null };
  const stop = new AbortController();
  search.way = createWay();
  for (const listen of [listenTyping, listenKeys, listenPointer, listenSlash]) listen(search, stop.signal);
  search.close = () => {
    stop.abort();
    search.way.close();
  };
  return search;
}

function receive(search, component) {
  const { parts, state } = search;
  const { data } = component;
  search.way.receive(component);
  const same = search.data?.url === data.url;
  search.data = data;
  const { words } = data;
  parts.box.placeholder = words.placeholder;
  parts.box.setAttribute("aria-label", words.search);
  parts.list.setAttribute("aria-label", words.results);
  parts.list.lang = parts.note.lang = parts.live.lang = data.lang;
  parts.clear.setAttribute("aria-label", words.clear);
  parts.clear.title = words.clear;
  if (same) return;
  Object.assign(state, { index: null, loading: null });
  if (parts.box.value) find(search);
}

/** The index, fetched when it is first wanted; a failure is told and the next wish tries again. */
function load(search) {
  const { state, data } = search;
  state.loading ??= fetch(data.url)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then((index) => {
      if (data.url !== search.data.url) return;
      state.index = readIndex(index);
      find(search);
    })
    .catch(() => {
      state.loading = null;
      if (search.parts.box.value) tell(search, search.data.words.failed);
    });
}

function find(search) {
  const { parts, state, data } = search;
  const typed = parts.box.value.trim();
  parts.clear.hidden = !typed;
  if (!typed) return put(search, [], "");
  if (!state.index) {
    put(search, [], data.words.loading);
    return load(search);
  }
  const date = typedDate(typed, state.index.months);
  const within = date && dateWithin(date, state.index);
  const { hits, total } = findIn(state.index.entries, typed);
  const rows = [...(within ? [dateRow(within, search)] : []), ...hits.map((hit) => entryRow(hit, data))];
  put(search, rows, noteOn(search, { typed, date, rows, hidden: total - hits.length }));
  if (state.hasty) take(search);
  return undefined;
}

function dateRow(date, { state, data }) {
  const entry = { kind: "day", id: date.day, day: date.day };
  return { entry, label: dateInWords(date, state.index), what: data.words[date.prec] };
}

function entryRow({ entry, name }, { words, lang }) {
  const further = !fold(entry.label).includes(fold(name));
  const also = further ? filled(words.also, { name }) : null;
  return { entry, label: entry.label, what: entry.what, also, lang: entry.kind === "event" && lang !== "en" ? "en" : null };
}

function noteOn({ state, data: { words } }, { typed, date, rows, hidden }) {
  if (rows.length) {
    return hidden ? filled(words.cut, { shown: rows.length, number: rows.length + hidden }) : "";
  }
  if (!date) return filled(words.nothing, { typed });
  const wordsOf = (day) => dateInWords({ day, prec: "day" }, state.index);
  const limits = { first: wordsOf(state.index.first), last: wordsOf(state.index.last) };
  return filled(words.outside, { day: dateInWords(date, state.index), ...limits });
}

/** Shows the rows with a note below them, and says how many there are. */
function put(search, rows, note) {
  const { parts, state, data } = search;
  paintRows(search, rows);
  parts.note.textContent = note;
  unfold(search, Boolean(rows.length || note));
  const said = note || (rows.length ? filled(data.words.count, { number: rows.length }) : "");
  if (state.open || !said) parts.live.textContent = said;
}

function tell(search, note) {
  put(search, [], note);
}

/** Goes to the active row; before the index is here, to the first one once it is. */
function take(search) {
  const { parts, state } = search;
  state.hasty = Boolean(parts.box.value.trim()) && !state.index;
  const row = state.open && state.rows[state.active];
  if (row) choose(search, row);
}

function choose(search, { entry, label }) {
  const { parts, data } = search;
  search.way.go(entry);
  empty(search);
  parts.live.textContent = filled(data.words.gone, { label });
  // A phone's keyboard would hide what was gone to.
  if (matchMedia("(pointer: coarse)").matches) parts.box.blur();
}

function empty(search) {
  search.parts.box.value = "";
  search.state.hasty = false;
  find(search);
}

function listenTyping(search, signal) {
  const { parts } = search;
  parts.box.addEventListener("input", () => find(search), { signal });
  parts.box.addEventListener("focus", () => {
    load(search);
    if (parts.box.value) find(search);
  }, { signal });
  parts.box.addEventListener("blur", () => {
    search.state.hasty = false;
    unfold(search, false);
  }, { signal });
}

function listenKeys(search, signal) {
  const { parts, state } = search;
  const step = (by) => {
    if (!state.rows.length) return;
    const opened = !state.open;
    unfold(search, true);
    activate(search, opened ? state.active ?? 0 : (state.active ?? 0) + by);
  };
  const end = (index) => state.open && state.rows.length > 0 && activate(search, index);
  const keys = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Home: () => end(0),
    End: () => end(-1),
    Enter: () => take(search),
    Escape: () => (state.open ? unfold(search, false) : empty(search)),
  };
  parts.box.addEventListener("keydown", (event) => {
    const { key, isComposing, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (isComposing || altKey || ctrlKey || metaKey || shiftKey || !(key in keys)) return;
    const own = keys[key]() !== false;
    if (own) event.preventDefault();
  }, { signal });
}

function listenPointer(search, signal) {
  const { parts, state } = search;
  // The focus stays in the box, or the list would close before the click.
  for (const part of [parts.list, parts.note, parts.clear]) {
    part.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
  }
  parts.list.addEventListener("click", ({ target }) => {
    const node = target.closest("[role=option]");
    if (node) choose(search, state.rows[[...parts.list.children].indexOf(node)]);
  }, { signal });
  parts.clear.addEventListener("click", () => {
    empty(search);
    parts.box.focus();
  }, { signal });
}

/** A slash anywhere in the page, also in the map's frame, brings the focus here. */
function listenSlash({ parts }, signal) {
  const press = (event) => {
    const [target] = event.composedPath();
    const typing = target.matches?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    parts.box.focus();
  };
  document.addEventListener("keydown", press, { signal });
  addEventListener("blur", () => {
    try {
      document.activeElement?.contentDocument?.addEventListener("keydown", press, { signal });
    } catch {
      // another origin's frame keeps its keys
    }
  }, { signal });
}
