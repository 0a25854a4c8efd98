/* Many events in few pixels: the most important stands for those it would hide. */

const REACH = 15;

/** Spots {x, y, events} from events in order of weight, `place(event)` in pixels; weightiest first. */
export function gather(events, place) {
  const grid = new Map();
  const spots = [];
  for (const event of events) {
    const { x, y } = place(event);
    const column = Math.floor(x / REACH);
    const row = Math.floor(y / REACH);
    const near = closest(grid, column, row, x, y);
    if (near) {
      near.events.push(event);
      continue;
    }
    const spot = { x, y, events: [event] };
    spots.push(spot);
    const key = cell(column, row);
    if (grid.has(key)) grid.get(key).push(spot);
    else grid.set(key, [spot]);
  }
  return spots;
}

function closest(grid, column, row, x, y) {
  for (let dx = -1; dx <= 1; dx += 1) {
    for (let dy = -1; dy <= 1; dy += 1) {
      for (const spot of grid.get(cell(column + dx, row + dy)) ?? []) {
        if ((spot.x - x) ** 2 + (spot.y - y) ** 2 < REACH ** 2) return spot;
      }
    }
  }
  return null;
}

function cell(column, row) {
  return column * 65_536 + row;
}
