/** Elements from tags, attributes and children; text from data only ever becomes text nodes. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An HTML element. `attributes` are set as attributes, but `class`, `on` ({type: listener}), `data`
 * (dataset) and properties in `set`; null and false attributes are left out, true is empty.
 * Children are nodes, texts, numbers or nested lists; null, false and "" are left out.
 */
export function h(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** An SVG element, as `h` makes an HTML one. */
export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/** Puts the children, as `h` takes them, in place of what the element holds. */
export function fill(element, ...children) {
  element.replaceChildren(...nodesOf(children));
  return element;
}

/** The address if it is one of the web, else "": no other may become a link. */
export function webAddress(text) {
  const given = (text ?? "").trim();
  return /^https?:\/\/\S+$/i.test(given) ? given : "";
}

function filled(element, { on = {}, data = {}, set = {}, ...attributes }, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const [name, value] of Object.entries(data)) if (value !== null && value !== undefined) element.dataset[name] = value;
  for (const [type, listener] of Object.entries(on)) element.addEventListener(type, listener);
  Object.assign(element, set);
  element.append(...nodesOf(children));
  return element;
}

function nodesOf(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== "");
}
