/* Many events in few pixels: the first stands for those it would hide. Flat arrays, made once, so
   that a step with ten thousand events makes no garbage. */

const REACH = 15;

/** Gathers points into spots, over and over; `xs` and `ys` are the points on a map of size 1. */
export function createCrowd(xs, ys) {
  const spots = {
    number: 0,
    x: new Float32Array(xs.length),
    y: new Float32Array(xs.length),
    lead: new Int32Array(xs.length),
    count: new Int32Array(xs.length),
    alpha: new Float32Array(xs.length),
    of: new Int32Array(xs.length),
  };
  const next = new Int32Array(xs.length);
  let heads = new Int32Array(0);

  /** Spots of the first `number` points of `live`, which come in order of weight; off-canvas ones in none. */
  function gather(live, number, strengthOf, { scale, left, top, width, height }) {
    const columns = Math.ceil(width / REACH) + 2;
    const cells = columns * (Math.ceil(height / REACH) + 2);
    if (heads.length < cells) heads = new Int32Array(cells);
    heads.fill(-1);
    spots.number = 0;
    for (let index = 0; index < number; index += 1) {
      const point = live[index];
      const x = xs[point] * scale - left;
      const y = ys[point] * scale - top;
      spots.of[point] = -1;
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const cell = (Math.floor(y / REACH) + 1) * columns + Math.floor(x / REACH) + 1;
      let spot = nearest(cell, columns, x, y);
      if (spot < 0) {
        spot = add(point, x, y);
        next[spot] = heads[cell];
        heads[cell] = spot;
      }
      spots.of[point] = spot;
      spots.count[spot] += 1;
      spots.alpha[spot] = Math.max(spots.alpha[spot], strengthOf(point));
    }
    return spots;
  }

  function add(point, x, y) {
    const spot = spots.number;
    spots.number += 1;
    spots.x[spot] = x;
    spots.y[spot] = y;
    spots.lead[spot] = point;
    spots.count[spot] = 0;
    spots.alpha[spot] = 0;
    return spot;
  }

  function nearest(cell, columns, x, y) {
    for (let row = cell - columns; row <= cell + columns; row += columns) {
      for (let here = row - 1; here <= row + 1; here += 1) {
        for (let spot = heads[here]; spot >= 0; spot = next[spot]) {
          if ((spots.x[spot] - x) ** 2 + (spots.y[spot] - y) ** 2 < REACH ** 2) return spot;
        }
      }
    }
    return -1;
  }

  return gather;
}
