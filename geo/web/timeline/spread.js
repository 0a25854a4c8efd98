/** Labels in a row, each near its place, none over another. */
import { clamp } from "../core/days.js";

/** Left edges of labels of the given widths, in order, near their centres inside [0, room]. */
export function spread(centres, widths, room, gap) {
  const groups = [];
  centres.forEach((centre, index) => {
    let group = { members: [index], width: widths[index], left: centre - widths[index] / 2 };
    group.left = clamp(group.left, 0, Math.max(0, room - group.width));
    while (groups.length && groups.at(-1).left + groups.at(-1).width + gap > group.left) {
      group = merged(groups.pop(), group, room, gap);
    }
    groups.push(group);
  });
  return leftEdges(groups, widths, gap);
}

function leftEdges(groups, widths, gap) {
  const lefts = [];
  for (const { members, left } of groups) {
    let x = left;
    for (const index of members) {
      lefts[index] = x;
      x += widths[index] + gap;
    }
  }
  return lefts;
}

function merged(before, after, room, gap) {
  const width = before.width + gap + after.width;
  const [a, b] = [before.members.length, after.members.length];
  const left = (before.left * a + (after.left - before.width - gap) * b) / (a + b);
  const members = [...before.members, ...after.members];
  return { members, width, left: clamp(left, 0, Math.max(0, room - width)) };
}
