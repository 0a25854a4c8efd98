/* Elements from text and attributes; text never becomes HTML. */

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element with these attributes. */
export function make(tag, attributes = {}, className = "") {
  const element = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (className) element.setAttribute("class", className);
  return element;
}

/** An HTML element that holds this text. */
export function node(tag, content, className = "") {
  const element = document.createElement(tag);
  element.textContent = content;
  element.className = className;
  return element;
}
