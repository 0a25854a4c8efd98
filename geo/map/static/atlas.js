/* The door: streamlit-folium loads plain scripts one by one, so this one is small, keeps calls
   in order and fetches the modules that do the work. */
(() => {
  const here = document.currentScript.src;
  if (here.startsWith("http")) preload(here);
  const main = import(new URL("./main.js", here).href);

  /* All modules at once: found one by one by their imports they would cost a round trip each level. */
  function preload(base) {
    const modules =
      "crowd days describe dom events fills ground labels legend lines load main panes pointer screen " +
      "selection symbols talk theme turn units words";
    for (const name of modules.split(" ")) {
      const href = new URL(`./${name}.js`, base).href;
      document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
    }
  }

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

    /** The timeline's view, {day, region}, from the page around this frame: painted in the same frame. */
    hear: (view) => main.then((m) => m.hear(view)),

    /** What is on the screen now, for tests and benchmarks. */
    state: () => main.then((m) => m.state()),
  };
})();
