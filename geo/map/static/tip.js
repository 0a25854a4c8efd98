/* A small note beside a point of the map, always whole inside the frame. */
import { node } from "./dom.js";

const AWAY = 14;
const EDGE = 6;

/** Returns {show(content, point), hide()}; the point in container pixels. */
export function drawTip(map) {
  const tip = node("div", "", "atlas-tip");
  tip.hidden = true;
  map.getContainer().append(tip);
  return {
    show(content, point) {
      if (content) tip.replaceChildren(content);
      tip.hidden = false;
      stand(tip, map.getSize(), point);
    },
    hide: () => (tip.hidden = true),
  };
}

/** Places an element above the point, or below it where there is no room, inside the frame's edges. */
export function stand(element, frame, { x, y }) {
  const { offsetWidth: width, offsetHeight: height } = element;
  const left = Math.min(Math.max(x - width / 2, EDGE), frame.x - width - EDGE);
  const above = y - AWAY - height;
  const top = above >= EDGE ? above : Math.min(y + AWAY, frame.y - height - EDGE);
  element.style.transform = `translate(${Math.round(Math.max(left, 0))}px, ${Math.round(Math.max(top, 0))}px)`;
}
