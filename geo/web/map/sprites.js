/** Events on one canvas: each symbol and each number is drawn once, as a sprite, and put there many times. */
import { RADII, blankSprite, symbolSprite } from "./symbols.js";

const MOST_COUNTED = 99;
const RING_PX = 4;

/** Where the number of a cluster stands beside its symbol, in css pixels from the symbol's centre. */
export const numberBox = {
  right: (radius) => radius + 3,
  up: (radius) => radius,
  width: (count) => numberText(count).length * 6 + 3,
  height: 11,
};

/** The number as it stands beside a symbol. */
export function numberText(count) {
  return count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count);
}

/**
 * A painter {place, draw, restyle, setHidden, remove} with a canvas in the pane, or null where the browser
 * gives no canvas; `theme()` gives {ink, paper}.
 */
export function createCanvasPainter(pane, theme) {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  canvas.className = "leaflet-zoom-hide";
  canvas.setAttribute("aria-hidden", "true");
  pane.append(canvas);
  const sprites = new Map();
  let look = { ...theme(), ratio: 1 };

  const sprite = (key, draw) => {
    if (!sprites.has(key)) sprites.set(key, draw());
    return sprites.get(key);
  };
  const put = (picture, x, y) => {
    const { ratio } = look;
    pen.drawImage(picture, Math.round(x * ratio - picture.width / 2), Math.round(y * ratio - picture.height / 2));
  };
  const putSymbol = (records, lead, x, y) => {
    const { type, importance } = records.events[lead];
    const flags = records.flags[lead];
    const make = () => symbolSprite(records.types[type]?.symbol, RADII[importance], styleOf(look, flags));
    put(sprite((importance * 4 + flags) + type, make), x, y);
  };

  return {
    isSvg: false,
    place({ corner, width, height }) {
      const ratio = window.devicePixelRatio || 1;
      if (ratio !== look.ratio) sprites.clear();
      look = { ...look, ratio };
      canvas.width = width * ratio;
      canvas.height = height * ratio;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      L.DomUtil.setPosition(canvas, corner);
    },
    draw(clusters, records, chosen) {
      pen.clearRect(0, 0, canvas.width, canvas.height);
      for (let cluster = clusters.number - 1; cluster >= 0; cluster -= 1) {
        const lead = clusters.lead[cluster];
        const x = clusters.x[cluster];
        const y = clusters.y[cluster];
        const radius = RADII[records.events[lead].importance];
        pen.globalAlpha = lead === chosen ? 1 : clusters.alpha[cluster];
        if (lead === chosen) put(sprite(`ring ${radius}`, () => ringSprite(radius + RING_PX, look)), x, y);
        putSymbol(records, lead, x, y);
        const count = Math.min(clusters.count[cluster], MOST_COUNTED + 1);
        if (count > 1) put(sprite(count, () => numberSprite(count, look)), x + numberBox.right(radius), y - numberBox.up(radius));
      }
      pen.globalAlpha = 1;
    },
    restyle() {
      look = { ...theme(), ratio: look.ratio };
      sprites.clear();
    },
    setHidden: (on) => (canvas.hidden = on),
    remove: () => canvas.remove(),
  };
}

/* A reader's own event is the same symbol with ink and paper exchanged. */
function styleOf({ ink, paper, ratio }, flags) {
  const own = flags & 2;
  return { ink: own ? paper : ink, paper: own ? ink : paper, ratio, approximate: Boolean(flags & 1) };
}

function ringSprite(radius, { ink, paper, ratio }) {
  const { sprite, pen } = blankSprite(radius * 2 + 6, ratio);
  for (const [strokeStyle, lineWidth] of [
    [paper, 5],
    [ink, 2.4],
  ]) {
    Object.assign(pen, { strokeStyle, lineWidth });
    pen.beginPath();
    pen.arc(0, 0, radius, 0, 2 * Math.PI);
    pen.stroke();
  }
  return sprite;
}

function numberSprite(count, { ink, paper, ratio }) {
  const { sprite, pen } = blankSprite(28, ratio);
  const text = numberText(count);
  Object.assign(pen, { font: "600 9.5px system-ui, sans-serif", textAlign: "center", textBaseline: "middle" });
  Object.assign(pen, { strokeStyle: paper, fillStyle: ink, lineWidth: 3, lineJoin: "round" });
  pen.strokeText(text, 0, 0);
  pen.fillText(text, 0, 0);
  return sprite;
}
