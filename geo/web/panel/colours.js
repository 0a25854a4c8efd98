/** The holders' colours as CSS variables, from the data: --holder-azerbaijan and so on. */
import { h } from "../core/dom.js";

/** A style element that gives the panel the holders' colours in both themes. */
export function holderColours({ holders }) {
  const lines = Object.entries(holders).map(
    ([id, { colour, colour_dark: dark }]) => `--holder-${id}: light-dark(${colour}, ${dark || colour});`,
  );
  return h("style", {}, `.atlas-panel { ${lines.join(" ")} }`);
}
