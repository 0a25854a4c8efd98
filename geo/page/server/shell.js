{
  // Gone when the page has drawn what the text stands in for: the panel, or any other page's last element.
  const drawn = () =>
    document.querySelector(".st-key-panel :is(h2, h3)") ||
    document.querySelector('[data-test-script-state="notRunning"] .stMain .stElementContainer');
  const watch = new MutationObserver(() => {
    if (!drawn()) return;
    watch.disconnect();
    document.getElementById("first-text").remove();
  });
  watch.observe(document, { attributes: true, childList: true, subtree: true });
}
