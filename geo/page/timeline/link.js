// The two listeners of the timeline: the map by BroadcastChannel, the server by component state.
// Every choice has a number; the server's answer counts only once it has heard the latest one.

const PAUSE_MS = 140;

function createLink(onSelect) {
  let channel = null;
  let component = null;
  let timer = null;
  let number = 0;

  function tune(name) {
    if (channel?.name === name || typeof BroadcastChannel === "undefined") return;
    channel?.close();
    channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => {
      if (data?.kind === "select") onSelect(data);
    };
  }

  return {
    /** Takes the newest handles from Streamlit; true if its day and region may be adopted. */
    receive(next) {
      component = next;
      tune(`atlas-${next.data.channel}`);
      return timer === null && next.data.number >= number;
    },
    /** Shows the map the view: straight into its frame, which paints with ours, or by the channel. */
    show(view) {
      if (!tellFrame(view)) channel?.postMessage({ kind: "view", ...view });
    },
    /** Tells the server now. */
    tell(view) {
      clearTimeout(timer);
      timer = null;
      number = Math.max(number + 1, Date.now());
      component.setStateValue("view", { ...view, number, model_id: component.data.model_id });
    },
    /** Asks for the model, which the server believes to be here already. */
    ask({ day, region }) {
      component.setStateValue("view", { day, region, number, model_id: null });
    },
    /** Tells the server what `view()` gives once the reader has paused. */
    tellSoon(view) {
      clearTimeout(timer);
      timer = setTimeout(() => this.tell(view()), PAUSE_MS);
    },
    close() {
      clearTimeout(timer);
      channel?.close();
    },
  };
}

/** True if the map's frame is there and took the view. */
function tellFrame(view) {
  for (const frame of document.querySelectorAll("iframe")) {
    try {
      if (frame.contentWindow.atlas) return Boolean(frame.contentWindow.atlas.hear(view));
    } catch {
      // another origin's frame is not the map
    }
  }
  return false;
}
