/* Light or dark: the page's choice if it makes one, else Streamlit's, else the reader's system. */

export function followTheme(fixed) {
  const set = (theme) => (document.documentElement.dataset.theme = theme);
  if (fixed) return set(fixed);
  const system = matchMedia("(prefers-color-scheme: dark)");
  const guess = () => set(ofStreamlit() ?? (system.matches ? "dark" : "light"));
  system.addEventListener("change", guess);
  window.Streamlit?.events.addEventListener(window.Streamlit.RENDER_EVENT, ({ detail }) => {
    if (detail.theme?.base) set(detail.theme.base);
  });
  guess();
}

/* Streamlit writes its colours into the frame before our first line runs. */
function ofStreamlit() {
  const ground = getComputedStyle(document.documentElement).getPropertyValue("--background-color");
  const digits = ground.trim().match(/^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i);
  if (!digits) return null;
  const [red, green, blue] = digits.slice(1).map((pair) => parseInt(pair, 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110 ? "dark" : "light";
}
