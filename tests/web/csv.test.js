import assert from "node:assert/strict";
import { test } from "node:test";

import { csvText } from "../../geo/web/panel/download.js";

test("a CSV has a byte order mark, and no cell runs as a formula", () => {
  const rows = ["=1+1", "@SUM(A1)", "+cmd", "\tx", "-5", "-a", 'a "b", c', null, ["x", "y"], "plain"];
  const lines = csvText([["title", (row) => row]], rows).split("\r\n");
  assert.deepEqual(lines, [
    "\ufefftitle", "'=1+1", "'@SUM(A1)", "'+cmd", "'\tx", "-5", "'-a", '"a ""b"", c"', "", "x;y", "plain", "",
  ]);
});
