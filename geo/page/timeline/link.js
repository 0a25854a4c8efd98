// The two listeners of the timeline: the map by BroadcastChannel, the server by component state.
// Every choice has a number; the server's answer counts only once it has heard the latest one.

const PAUSE_MS = 140;
// A server that is away, or begins anew, does not answer: it is told again, ever more seldom.
const AGAIN_MS = { first: 4_000, most: 60_000 };

function createLink(onSelect) {
  let channel = null;
  let component = null;
  let timer = null;
  let again = null;
  let number = 0;
  let served = null;

  function tune(name) {
    if (channel?.name === name || typeof BroadcastChannel === "undefined") return;
    channel?.close();
    channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => {
      if (data?.kind === "select") onSelect(data);
    };
  }

  return {
    /** Takes the newest handles from Streamlit; says what to do with the server's view.
     *
     * "adopt" it, or "keep" ours: it is an old one, or what we said or adopted last. "tell" it ours:
     * this is a server that was started anew while the page stayed open. */
    receive(next) {
      const { data } = next;
      const anew = component !== null && component.data.channel !== data.channel;
      component = next;
      tune(`atlas-${data.channel}`);
      if (anew) return "tell";
      if (data.number >= number) clearTimeout(again);
      if (timer !== null || data.number < number) return "keep";
      if (isSameView(data, served)) return "keep";
      served = data;
      return "adopt";
    },
    /** True once the server has answered the latest choice. */
    isAnswered() {
      return timer === null && component.data.number >= number;
    },
    /** Shows the map the view: straight into its frame, which paints with ours, or by the channel. */
    show(view) {
      if (!tellFrame(view)) channel?.postMessage({ kind: "view", ...view });
    },
    /** Tells the server now. */
    tell(view, wait = AGAIN_MS.first) {
      clearTimeout(timer);
      clearTimeout(again);
      timer = null;
      again = setTimeout(() => this.tell(view, Math.min(wait * 2, AGAIN_MS.most)), wait);
      served = view;
      number = Math.max(number + 1, Date.now());
      component.setStateValue("view", { ...view, number, model_id: component.data.model_id });
    },
    /** Asks for the model, which the server believes to be here already. */
    ask({ day, region, event }) {
      component.setStateValue("view", { day, region, event, number, model_id: null });
    },
    /** Tells the server what `view()` gives once the reader has paused. */
    tellSoon(view) {
      clearTimeout(timer);
      timer = setTimeout(() => this.tell(view()), PAUSE_MS);
    },
    close() {
      clearTimeout(timer);
      clearTimeout(again);
      channel?.close();
    },
  };
}

function isSameView(data, other) {
  return other !== null && ["day", "region", "event"].every((part) => data[part] === other[part]);
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
