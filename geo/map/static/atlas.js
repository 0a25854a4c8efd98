/* The door: what folium's script, streamlit-folium and the page around the frame may call. All modules
   reach the browser as one plain script (joined.py), so that the map costs one request. */
import { fly, hear, show, start, state } from "./main.js";

window.atlas = {
  /** Fill the Leaflet map; options: bundle, relief, bounds, channel, theme. */
  start,

  /** The server's view: {day, region, event, compare, lang, beside, window}. */
  show(view) {
    // streamlit-folium keeps every layer it was ever given; ours are empty, so let them go
    window.feature_group = [];
    show(view);
  },

  /** The timeline's view, {day, region, event?, window?}: painted in the same frame; true if understood. */
  hear,

  /** Moves the map to {lat, lon, zoom?}. */
  fly,

  /** What is on the screen now, for tests and benchmarks. */
  state: async () => state(),
};
