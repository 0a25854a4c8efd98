/* The map's two ways out and one way in: the channel it shares with the timeline, and Streamlit. */

/** Calls `onView` with {day, region}; returns report(choice), which tells exactly one listener. */
export function listen(name, onView) {
  if (typeof BroadcastChannel === "undefined") return { report: toStreamlit() };
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => data?.kind === "view" && onView(data);
  return { report: (choice) => channel.postMessage({ kind: "select", ...choice }) };
}

/** The view in a message, or null if it names no day. */
export function readView(message) {
  if (!/^\d{4}-\d\d-\d\d$/.test(message?.day)) return null;
  const { kind: _, ...view } = message;
  return view;
}

/* st_folium's own report waits 250 ms and sends the clicked shape; this sends the choice at once.
   The count makes the same choice twice two reports, also after the frame was built anew. */
function toStreamlit() {
  let count = 0;
  return (choice) => {
    count = Math.max(count + 1, Date.now());
    window.Streamlit?.setComponentValue({ kind: "select", ...choice, count });
  };
}
