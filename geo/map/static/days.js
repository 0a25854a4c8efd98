/* Dates as whole days since 1970, so that a day change is integer arithmetic. */

export function toDay(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** Index of the last start at or before the day; starts ascend; -1 if all are later. */
export function lastAtOrBefore(starts, day) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
