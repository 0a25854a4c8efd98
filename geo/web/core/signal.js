/** Something that listeners can hear, each until it stops listening. */

/** A signal: `send(message)` calls every listener at once, `listen(listener)` returns the way to stop. */
export function createSignal() {
  const listeners = new Set();
  return {
    send(message) {
      for (const listener of [...listeners]) call(listener, message);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/* One listener that fails must not silence the others. */
function call(listener, message) {
  try {
    listener(message);
  } catch (error) {
    reportError(error);
  }
}
