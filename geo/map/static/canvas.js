/* Events on one canvas: each symbol and each number is drawn once and stamped many times. */
import { RADII, blankStamp, symbolStamp } from "./symbols.js";

const MANY = 99;
const RING = 4;

/** Returns {place, draw, restyle, remove}, or null where the browser gives no canvas. */
export function canvasPainter(pane, types) {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  canvas.className = "leaflet-zoom-hide";
  canvas.setAttribute("aria-hidden", "true");
  pane.append(canvas);
  const stamps = new Map();
  let ratio = 1;
  let look = { ...coloursNow(), ratio };

  const stamp = (key, make) => {
    if (!stamps.has(key)) stamps.set(key, make());
    return stamps.get(key);
  };
  const symbol = ({ type, importance, approximate, own }) => {
    const key = ((importance * 2 + Boolean(approximate)) * 2 + Boolean(own)) + type;
    return stamp(key, () =>
      symbolStamp(types[type]?.symbol, RADII[importance], { ...inkOf(look, own), ratio, approximate }),
    );
  };
  const put = (picture, x, y) =>
    pen.drawImage(picture, Math.round(x * ratio - picture.width / 2), Math.round(y * ratio - picture.height / 2));

  return {
    place(corner, width, height) {
      const now = window.devicePixelRatio || 1;
      if (now !== ratio) stamps.clear();
      ratio = now;
      look = { ...look, ratio };
      canvas.width = width * ratio;
      canvas.height = height * ratio;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      L.DomUtil.setPosition(canvas, corner);
    },
    draw(spots, events, chosen) {
      pen.clearRect(0, 0, canvas.width, canvas.height);
      for (let spot = spots.number - 1; spot >= 0; spot -= 1) {
        const event = events[spots.lead[spot]];
        const [x, y] = [spots.x[spot], spots.y[spot]];
        const radius = RADII[event.importance];
        const selected = spots.lead[spot] === chosen;
        pen.globalAlpha = selected ? 1 : spots.alpha[spot];
        if (selected) put(stamp(`ring ${radius}`, () => ringStamp(radius + RING, look)), x, y);
        put(symbol(event), x, y);
        const count = Math.min(spots.count[spot], MANY + 1);
        if (count > 1) put(stamp(count, () => numberStamp(count, look)), x + radius + 3, y - radius);
      }
      pen.globalAlpha = 1;
    },
    restyle() {
      look = { ...coloursNow(), ratio };
      stamps.clear();
    },
    remove: () => canvas.remove(),
  };
}

function coloursNow() {
  const style = getComputedStyle(document.documentElement);
  return { ink: style.getPropertyValue("--ink"), paper: style.getPropertyValue("--paper") };
}

/* A reader's own event is the same symbol with ink and paper exchanged. */
function inkOf({ ink, paper }, own) {
  return own ? { ink: paper, paper: ink } : { ink, paper };
}

function ringStamp(radius, { ink, paper, ratio }) {
  const { stamp, pen } = blankStamp(radius * 2 + 6, ratio);
  for (const [strokeStyle, lineWidth] of [
    [paper, 5],
    [ink, 2.4],
  ]) {
    Object.assign(pen, { strokeStyle, lineWidth });
    pen.beginPath();
    pen.arc(0, 0, radius, 0, 2 * Math.PI);
    pen.stroke();
  }
  return stamp;
}

function numberStamp(count, { ink, paper, ratio }) {
  const { stamp, pen } = blankStamp(28, ratio);
  const text = count > MANY ? `${MANY}+` : String(count);
  Object.assign(pen, { font: "600 9.5px system-ui, sans-serif", textAlign: "center", textBaseline: "middle" });
  Object.assign(pen, { strokeStyle: paper, fillStyle: ink, lineWidth: 3, lineJoin: "round" });
  pen.strokeText(text, 0, 0);
  pen.fillText(text, 0, 0);
  return stamp;
}
