/** A small note beside a point of the map, always whole inside the frame. */
import { fill, h } from "../core/dom.js";

const AWAY_PX = 14;
const EDGE_PX = 6;

/** Returns {show(content, point), move(point), hide()} of the tooltip; the point in container pixels. */
export function createTooltip(map) {
  const tooltip = h("div", { class: "atlas-tooltip", hidden: true });
  map.getContainer().append(tooltip);
  const move = (point) => placeBeside(tooltip, map.getSize(), point);
  return {
    show(content, point) {
      fill(tooltip, content);
      tooltip.hidden = false;
      move(point);
    },
    move,
    hide: () => (tooltip.hidden = true),
  };
}

/** Places an element above the point, or below it where there is no room, inside the frame's edges. */
export function placeBeside(element, frame, { x, y }) {
  const { offsetWidth: width, offsetHeight: height } = element;
  const left = Math.min(Math.max(x - width / 2, EDGE_PX), frame.x - width - EDGE_PX);
  const above = y - AWAY_PX - height;
  const top = above >= EDGE_PX ? above : Math.min(y + AWAY_PX, frame.y - height - EDGE_PX);
  element.style.transform = `translate(${Math.round(Math.max(left, 0))}px, ${Math.round(Math.max(top, 0))}px)`;
}
