/** Files that the browser writes itself. */
import { h } from "../core/dom.js";

// Spreadsheets take UTF-8 for what it is only where this stands first.
const BYTE_ORDER_MARK = "\uFEFF";
const RISKY = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A button with the label that saves the text of `content()` in a file of that name. */
export function downloadButton(label, name, content) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([content()], { type: "text/csv;charset=utf-8" }));
    h("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return h("button", { type: "button", class: "way", on: { click: save } }, label);
}

/**
 * A CSV text of the columns, [name, row => value] each: lists are joined by ";", a cell that a
 * spreadsheet would take for a formula begins with an apostrophe.
 */
export function csvText(columns, rows) {
  const lines = [columns.map(([name]) => name), ...rows.map((row) => columns.map(([, read]) => read(row)))];
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(cellText).join(",")}\r\n`).join("");
}

function cellText(value) {
  const text = value === null || value === undefined ? "" : Array.isArray(value) ? value.join(";") : String(value);
  const safe = RISKY.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
