/* Rectangles on the map in pixels: where a name may stand, and whether two of them meet. */

const GAP = 3;
const LIFT = 14;

/** Beside a town's dot: right, left, below, above. */
export function besidesOf({ x, y }, { width, height }) {
  const middle = y - height / 2;
  return [
    boxOf(x + LIFT, middle, width, height),
    boxOf(x - LIFT - width, middle, width, height),
    boxOf(x - width / 2, y + LIFT, width, height),
    boxOf(x - width / 2, y - LIFT - height, width, height),
  ];
}

/** With the point in its middle. */
export function around({ x, y }, { width, height }) {
  return boxOf(x - width / 2, y - height / 2, width, height);
}

/** True if the two meet or all but meet. */
export function overlap(one, other) {
  return (
    one.left < other.left + other.width + GAP &&
    other.left < one.left + one.width + GAP &&
    one.top < other.top + other.height + GAP / 2 &&
    other.top < one.top + one.height + GAP / 2
  );
}

/** True if the box lies wholly in the frame, given as a box. */
export function within(box, frame) {
  return (
    box.left >= frame.left &&
    box.top >= frame.top &&
    box.left + box.width <= frame.left + frame.width &&
    box.top + box.height <= frame.top + frame.height
  );
}

function boxOf(left, top, width, height) {
  return { left: Math.round(left), top: Math.round(top), width, height };
}
