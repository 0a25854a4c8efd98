/* Whose word counts: the reader's hand first, the server when the hand rests.

   The server answers every drag with a delay, so its views may be older than the picture. A
   server view that comes while the reader acts waits; one that names a day the drag has just
   passed waits longer, as the drag's last day is surely under way. The latest one is then shown. */

export const REST_MS = 700;
export const STALE_MS = 4000;

export function inTurn(paint) {
  let shown = {};
  let served = "";
  let acted = -Infinity;
  let passed = new Set();
  let waiting = 0;

  const apply = (change) => paint((shown = { ...shown, ...change }));

  return {
    fromReader(change) {
      const now = performance.now();
      if (now - acted > STALE_MS) passed = new Set();
      acted = now;
      if (change.day && shown.day) passed.add(shown.day);
      apply(change);
    },

    fromServer(view) {
      // the page may send its last word again, long after the reader has moved on
      const word = JSON.stringify(view);
      if (word === served) return;
      served = word;
      clearTimeout(waiting);
      const rest = passed.has(view.day) && view.day !== shown.day ? STALE_MS : REST_MS;
      const wait = acted + rest - performance.now();
      if (wait > 0) waiting = setTimeout(() => apply(view), wait);
      else apply(view);
    },
  };
}
