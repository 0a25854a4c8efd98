{
  // Streamlit asks for its icons (375 kB) before anything else; the atlas draws none, so they come after it.
  const load = document.fonts.load.bind(document.fonts);
  const icons = [];
  document.fonts.load = (font, ...rest) => {
    if (!font.includes("Material Symbols")) return load(font, ...rest);
    return new Promise((done) => icons.push(() => done(load(font, ...rest))));
  };
  const loadIcons = () => {
    document.fonts.load = load;
    for (const start of icons) start();
  };
  // Gone when the page has drawn what the text stands in for: the panel, or any other page's last element.
  const drawn = () =>
    document.querySelector(".st-key-panel :is(h2, h3)") ||
    document.querySelector('[data-test-script-state="notRunning"] .stMain .stElementContainer');
  const watch = new MutationObserver(() => {
    if (!drawn()) return;
    watch.disconnect();
    document.getElementById("first-text").remove();
    (window.requestIdleCallback ?? setTimeout)(loadIcons);
  });
  watch.observe(document, { attributes: true, childList: true, subtree: true });
}
