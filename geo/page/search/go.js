// The ways out: the map's frame moves at once; the timeline takes the choice by the channel it shares
// with the map and tells the server. Without a channel the box tells the server itself.

function createWay() {
  let channel = null;
  let component = null;
  let number = 0;

  return {
    /** Takes the newest handles from Streamlit. */
    receive(next) {
      component = next;
      const name = `atlas-${next.data.channel}`;
      if (channel?.name === name || typeof BroadcastChannel === "undefined") return;
      channel?.close();
      channel = new BroadcastChannel(name);
    },
    go({ kind, id, regions, day, at, zoom }) {
      if (at) flyTo({ lat: at[0], lon: at[1], zoom });
      if (!channel) {
        number = Math.max(number + 1, Date.now());
        component.setStateValue("choice", { kind, id, number });
        return;
      }
      const event = kind === "event" ? id : null;
      channel.postMessage({ kind: "select", region: chosenRegion(regions), day, event });
    },
    close() {
      channel?.close();
    },
  };
}

/** The region selected already if it is among them or none are given, else the first. */
function chosenRegion(regions) {
  const selected = new URLSearchParams(location.search).get("region") || null;
  if (!regions || regions.includes(selected)) return selected;
  return regions[0] ?? null;
}

function flyTo(target) {
  for (const frame of document.querySelectorAll("iframe")) {
    try {
      if (frame.contentWindow.atlas?.fly) return frame.contentWindow.atlas.fly(target);
    } catch {
      // another origin's frame is not the map
    }
  }
  return null;
}
