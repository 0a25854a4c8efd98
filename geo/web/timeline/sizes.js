/** Heights inside the track, in pixels; they agree with styles/timeline.css. */
export const HEIGHTS = { bars: 42, ticks: 47, ticksEnd: 55, strip: 59, stripEnd: 70, axis: 85 };

/** How far beside an event's mark a press still picks it, in pixels. */
export const REACH_PX = { mouse: 5, finger: 14 };
