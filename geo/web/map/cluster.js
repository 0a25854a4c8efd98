/**
 * Many events in few pixels: the first stands for those it would hide. Flat arrays, made once, so
 * that a step with ten thousand events makes no garbage.
 */

/** Events nearer to each other than this share a symbol, in pixels. */
const REACH = 15;

/**
 * A function that gathers points into clusters, over and over; `xs` and `ys` are the points on a map of size 1.
 *
 * The clusters are one object, used again: {number, x, y, lead, count, alpha, of}; `lead` is the point that
 * stands for the others, `of` gives each point's cluster, -1 outside the canvas.
 */
export function createClusters(xs, ys) {
  const clusters = {
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

  /** Clusters of the first `number` points of `live`, which come in order of weight. */
  function gather(live, number, strengthOf, { scale, left, top, width, height }) {
    const columns = Math.ceil(width / REACH) + 2;
    const cells = columns * (Math.ceil(height / REACH) + 2);
    if (heads.length < cells) heads = new Int32Array(cells);
    heads.fill(-1);
    clusters.number = 0;
    for (let index = 0; index < number; index += 1) {
      const point = live[index];
      const x = xs[point] * scale - left;
      const y = ys[point] * scale - top;
      clusters.of[point] = -1;
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const cell = (Math.floor(y / REACH) + 1) * columns + Math.floor(x / REACH) + 1;
      let cluster = nearest(cell, columns, x, y);
      if (cluster < 0) {
        cluster = add(point, x, y);
        next[cluster] = heads[cell];
        heads[cell] = cluster;
      }
      clusters.of[point] = cluster;
      clusters.count[cluster] += 1;
      clusters.alpha[cluster] = Math.max(clusters.alpha[cluster], strengthOf(point));
    }
    return clusters;
  }

  function add(point, x, y) {
    const cluster = clusters.number;
    clusters.number += 1;
    clusters.x[cluster] = x;
    clusters.y[cluster] = y;
    clusters.lead[cluster] = point;
    clusters.count[cluster] = 0;
    clusters.alpha[cluster] = 0;
    return cluster;
  }

  function nearest(cell, columns, x, y) {
    for (let row = cell - columns; row <= cell + columns; row += columns) {
      for (let here = row - 1; here <= row + 1; here += 1) {
        for (let cluster = heads[here]; cluster >= 0; cluster = next[cluster]) {
          if ((clusters.x[cluster] - x) ** 2 + (clusters.y[cluster] - y) ** 2 < REACH ** 2) return cluster;
        }
      }
    }
    return -1;
  }

  return gather;
}

/** The point on a map of size 1 in Web Mercator, as Leaflet projects before it scales. */
export function mercatorX(lon) {
  return lon / 360 + 0.5;
}

/** See mercatorX. */
export function mercatorY(lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
