/** Light or dark: the page's choice if it makes one, else Streamlit's, else the reader's system. */

/** Calls `set("light" | "dark")` now and after each change; returns the way to stop. */
export function followTheme(fixed, set) {
  if (fixed) {
    set(fixed);
    return () => {};
  }
  const system = matchMedia("(prefers-color-scheme: dark)");
  const guess = () => set(streamlitTheme() ?? (system.matches ? "dark" : "light"));
  const follow = ({ detail }) => detail.theme?.base && set(detail.theme.base);
  const { Streamlit } = window;
  system.addEventListener("change", guess);
  Streamlit?.events.addEventListener(Streamlit.RENDER_EVENT, follow);
  guess();
  return () => {
    system.removeEventListener("change", guess);
    Streamlit?.events.removeEventListener(Streamlit.RENDER_EVENT, follow);
  };
}

/* Streamlit writes its colours into the frame before our first line runs. */
function streamlitTheme() {
  const ground = getComputedStyle(document.documentElement).getPropertyValue("--background-color");
  const digits = ground.trim().match(/^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i);
  if (!digits) return null;
  const [red, green, blue] = digits.slice(1).map((pair) => parseInt(pair, 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110 ? "dark" : "light";
}
