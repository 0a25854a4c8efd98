/** The toy world of the browser's tests: facts made ready, texts, a store that notes its changes. */
import { readFileSync } from "node:fs";

import { prepareFacts } from "../../geo/web/core/facts.js";
import { createStore } from "../../geo/web/core/store.js";

const HERE = new URL(".", import.meta.url);

/** The toy facts, made ready anew, with parts of them replaced. */
export function toyFacts(changed = {}) {
  return prepareFacts({ ...readJson("toy_facts.json").facts, ...changed });
}

/** The texts that come later. */
export function toyTexts() {
  return readJson("toy_facts.json").texts;
}

/** A store of the toy facts; `changes` holds how each change was made, with its view. */
export function toyStore(query = "", facts = toyFacts()) {
  const store = createStore(facts, query, { texts: Promise.resolve(toyTexts()) });
  const changes = [];
  store.subscribe(({ view, how }) => changes.push({ how, ...view }));
  return { store, changes };
}

/** A table of tests/cases. */
export function table(name) {
  return readJson(`../cases/${name}.json`);
}

/** The cases of a table in tests/cases. */
export function cases(name) {
  return table(name).cases;
}

function readJson(name) {
  return JSON.parse(readFileSync(new URL(name, HERE), "utf-8"));
}
