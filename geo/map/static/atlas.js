/* The door: streamlit-folium loads plain scripts one by one, so this one is small, keeps calls
   in order and fetches the modules that do the work. */
(() => {
  const main = import(new URL("./main.js", document.currentScript.src).href);

  window.atlas = {
    /** Fill the Leaflet map; options: bundle, relief, bounds, channel, theme. */
    start: (map, options) => {
      const facts = fetch(options.bundle);
      return main.then((m) => m.start(map, options, facts));
    },

    /** The server's view: {day, region, lang, window}. */
    show: (view) => {
      // streamlit-folium keeps every layer it was ever given; ours are empty, so let them go
      window.feature_group = [];
      return main.then((m) => m.show(view));
    },

    /** What is on the screen now, for tests and benchmarks. */
    state: () => main.then((m) => m.state()),
  };
})();
