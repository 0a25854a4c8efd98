/* What the benchmark writes down while it uses a page; set before the page's own scripts.

   All times are performance.now() of the top frame, which also looks into the map's frame (one
   origin, one process, one rendering loop): milliseconds since its navigation began. "painted" is
   the first task after animation callbacks, style, layout and paint of all frames on the main
   thread; raster and display come after it. */
(() => {
  const LIMIT_MS = 120_000;
  const now = () => performance.now();

  let drawing = false;

  function afterTask(act) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = act;
    port2.postMessage(0);
  }

  /* What changes within an animation callback is painted in that frame, not in the next. */
  function watchDrawing(frame) {
    const request = frame.requestAnimationFrame.bind(frame);
    frame.requestAnimationFrame = (act) =>
      request((time) => {
        if (!drawing) afterTask(() => (drawing = false));
        drawing = true;
        act(time);
      });
  }

  function painted() {
    return new Promise((done) => {
      const tell = () => afterTask(() => done(now()));
      if (drawing) tell();
      else requestAnimationFrame(tell);
    });
  }

  function createBench() {
    const lists = { hands: [], moves: [], shown: [], ready: [], panel: [], wire: [] };
    const waiting = new Set();
    let times = [];
    let recording = 0;
    return {
      lists,
      /** Notes the time of every frame from now on, until `recorded` gives them. */
      record() {
        times = [];
        const tick = (time) => {
          times.push(time);
          recording = requestAnimationFrame(tick);
        };
        recording = requestAnimationFrame(tick);
      },
      recorded() {
        cancelAnimationFrame(recording);
        return times;
      },
      write(name, entry) {
        lists[name].push(entry);
        for (const look of waiting) look();
      },
      /** The first entry from place `from` on, seen at `since` or later, with the wanted values, once it is there. */
      seen(name, from, wanted, since = 0) {
        const fits = (entry) => (entry.seen ?? since) >= since && Object.entries(wanted).every(([key, value]) => entry[key] === value);
        return new Promise((done, fail) => {
          const told = `${name} ${JSON.stringify(wanted)} did not come in ${LIMIT_MS} ms`;
          const limit = setTimeout(() => fail(new Error(told)), LIMIT_MS);
          const look = () => {
            const found = lists[name].slice(from).find(fits);
            if (!found) return;
            clearTimeout(limit);
            waiting.delete(look);
            done(found);
          };
          waiting.add(look);
          look();
        });
      },
    };
  }

  /* `at` is when the frame's window gets the event, before any handler of the page. */
  function watchHand(bench, frame) {
    for (const kind of ["pointerup", "click"]) {
      frame.addEventListener(kind, () => bench.write("hands", { kind, at: now() }), true);
    }
  }

  /* A move with the button down, and the day the slider shows after the frame it led to. */
  function watchMoves(bench) {
    addEventListener("pointermove", ({ buttons, timeStamp: made }) => {
      if (!buttons) return;
      const at = now();
      painted().then(() => bench.write("moves", { at, made, day: slider()?.dataset.date ?? null }));
    }, true);
  }

  let found = null;
  function slider() {
    if (found?.isConnected) return found;
    const hosts = [document, ...document.querySelectorAll(".stBidiComponent *, [data-testid] *")];
    for (const host of hosts) {
      const root = host === document ? document : host.shadowRoot;
      found = root?.querySelector("[role=slider][data-date]");
      if (found) return found;
    }
    return null;
  }

  /* What the panel says after each change of it, also where it says the same anew. */
  function watchPanel(bench) {
    let last = "";
    new MutationObserver((changes) => {
      const told = [...document.querySelectorAll(".st-key-panel :is(h2, h3)")].map((h) => h.textContent.trim());
      const held = told.map((text) => /^Held on (.+) by$/.exec(text)?.[1]).find(Boolean);
      const key = `${told[0]}|${held}`;
      if (!held || (key === last && !changes.some(({ target }) => inPanel(target)))) return;
      last = key;
      const entry = { heading: told[0], day: held, seen: now() };
      painted().then((at) => bench.write("panel", { ...entry, painted: at }));
    }).observe(document, { childList: true, subtree: true, characterData: true });
  }

  function inPanel(node) {
    return Boolean((node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(".st-key-panel"));
  }

  function watchWire(bench) {
    const note = (kind, data) =>
      bench.write("wire", { kind, at: now(), bytes: data.byteLength ?? data.size ?? data.length });
    window.WebSocket = class extends WebSocket {
      constructor(...given) {
        super(...given);
        this.addEventListener("message", ({ data }) => note("received", data));
      }
      send(data) {
        note("sent", data);
        super.send(data);
      }
    };
  }

  /* A frame's first document is an empty one whose listeners go with it: wait for the true one. */
  function watchFrames(bench) {
    document.addEventListener("load", ({ target: { contentWindow: frame } }) => {
      if (!frame?.location.pathname.includes("st_folium")) return;
      watchDrawing(frame);
      watchHand(bench, frame);
      watchMap(bench, frame.document.documentElement);
    }, true);
  }

  function watchMap(bench, root) {
    const said = {};
    const look = () => {
      const dom = now();
      for (const [name, list] of [["date", "shown"], ["ready", "ready"]]) {
        const value = root.dataset[name];
        if (!value || value === said[name]) continue;
        said[name] = value;
        const day = root.dataset.date;
        painted().then((at) => bench.write(list, { day, dom, painted: at }));
      }
    };
    new MutationObserver(look).observe(root, { attributeFilter: ["data-date", "data-ready"] });
    look();
  }

  if (window !== top) return;
  watchDrawing(window);
  window.bench = createBench();
  for (const watch of [watchMoves, watchPanel, watchWire, watchFrames]) watch(window.bench);
  watchHand(window.bench, window);
})();
