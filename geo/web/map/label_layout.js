/**
 * Where names stand on the map: boxes in pixels that never meet each other, a symbol or a control.
 *
 * Heavier names come first. A name stays where it stood as long as it can, so that a step in time moves
 * only names that a symbol would cover; one that finds no room is left out.
 */

const GAP_PX = 3;
const DOT_PX = 8;
// How far a town's name stands from its dot: near, and beyond a symbol with its number.
const NEAR_PX = 14;
const FAR_PX = 27;
const DIAGONAL_PX = 11;

/** Boxes beside a town's dot, the best first: right, left, below, above, between them, then farther. */
export function boxesBeside({ x, y }, { width, height }) {
  const middle = [x - width / 2, y - height / 2];
  const around = (away) => [
    boxAt(x + away, middle[1], width, height),
    boxAt(x - away - width, middle[1], width, height),
    boxAt(middle[0], y + away, width, height),
    boxAt(middle[0], y - away - height, width, height),
  ];
  const [right, left] = [x + DIAGONAL_PX, x - DIAGONAL_PX - width];
  const [below, above] = [y + DIAGONAL_PX, y - DIAGONAL_PX - height];
  const between = [[right, below], [left, below], [left, above], [right, above]];
  const far = [right + DIAGONAL_PX, left - DIAGONAL_PX].flatMap((at) => [[at, below + DIAGONAL_PX], [at, above - DIAGONAL_PX]]);
  const cornered = (corners) => corners.map(([at, top]) => boxAt(at, top, width, height));
  return [...around(NEAR_PX), ...cornered(between), ...around(FAR_PX), ...cornered(far)];
}

/** Boxes about the middle of an area, the best first. */
function boxesAbout({ x, y }, { width, height }) {
  const step = Math.max(12, height);
  const shifts = [[0, 0], [0, -1], [0, 1], [-1.5, 0], [1.5, 0], [0, -2], [0, 2], [-1.5, -1], [1.5, -1], [-1.5, 1], [1.5, 1], [-3, 0], [3, 0]];
  return shifts.map(([right, down]) => boxAt(x + right * step - width / 2, y + down * step - height / 2, width, height));
}

/**
 * Finds each name a box in the frame; null where there is none.
 *
 * A name is {point, size, town, spot}: `spot` is the number of the box it had (0 at first) and is set to the
 * one it gets. `controls` are boxes, `symbols` {number, left, top, right, bottom} with an array a side.
 */
export function layOut(names, frame, controls, symbols) {
  const filled = [...controls];
  return names.map((name) => {
    const { point, size, town } = name;
    if (!isWithin({ left: point.x, top: point.y, width: 0, height: 0 }, frame)) return null;
    const boxes = town ? boxesBeside(point, size) : boxesAbout(point, size);
    const near = symbolsNear(boxes, symbols);
    const isFree = (box) => isWithin(box, frame) && !filled.some((other) => overlap(box, other)) && !isCovered(box, symbols, near);
    const spot = isFree(boxes[name.spot]) ? name.spot : boxes.findIndex(isFree);
    if (spot < 0) return null;
    name.spot = spot;
    filled.push(boxes[spot]);
    if (town) filled.push(boxAt(point.x - DOT_PX / 2, point.y - DOT_PX / 2, DOT_PX, DOT_PX));
    return boxes[spot];
  });
}

/** True if the two boxes meet or all but meet. */
export function overlap(one, other) {
  return (
    one.left < other.left + other.width + GAP_PX &&
    other.left < one.left + one.width + GAP_PX &&
    one.top < other.top + other.height + GAP_PX / 2 &&
    other.top < one.top + one.height + GAP_PX / 2
  );
}

/** True if the box lies wholly in the frame, given as a box. */
export function isWithin(box, frame) {
  return (
    box.left >= frame.left &&
    box.top >= frame.top &&
    box.left + box.width <= frame.left + frame.width &&
    box.top + box.height <= frame.top + frame.height
  );
}

/* The few symbols that may meet any of a name's boxes: with ten thousand events most are far away. */
function symbolsNear(boxes, symbols) {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.left + box.width));
  const bottom = Math.max(...boxes.map((box) => box.top + box.height));
  const near = [];
  for (let index = 0; index < symbols.number; index += 1) {
    if (isMeeting(symbols, index, left, top, right, bottom)) near.push(index);
  }
  return near;
}

function isCovered({ left, top, width, height }, symbols, near) {
  return near.some((index) => isMeeting(symbols, index, left, top, left + width, top + height));
}

function isMeeting(symbols, index, left, top, right, bottom) {
  return (
    symbols.left[index] < right && symbols.right[index] > left && symbols.top[index] < bottom && symbols.bottom[index] > top
  );
}

function boxAt(left, top, width, height) {
  return { left: Math.round(left), top: Math.round(top), width, height };
}
