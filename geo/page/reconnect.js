// Asks for a whole run once the connection is back after it was lost.

export default function ({ setTriggerValue }) {
  const app = document.querySelector("[data-test-connection-state]");
  if (!app) return undefined;
  let lost = false;
  const watch = new MutationObserver(() => {
    const connected = app.dataset.testConnectionState === "CONNECTED";
    if (connected && lost) setTriggerValue("again", Date.now());
    lost = !connected;
  });
  watch.observe(app, { attributeFilter: ["data-test-connection-state"] });
  return () => watch.disconnect();
}
