// What lies over the control without changing it: forces present as sparse dots, plans as broken lines.

import { LATTICE } from "./patterns.js";

/** @typedef {import("./canvas_layer.js").View} View */
/** @typedef {import("./app.js").App} App */

/** Pixels of a line along the inside of an area's edge: where it begins and ends. */
const PRESENT = { from: 0, to: 1.8 };
const PLANNED = { from: 3.4, to: 5.6 };
const DASH = 7;
const GAP = 5;
export const PLAN_DASH = [DASH, GAP];

/** @param {App} app @param {View} view */
export function drawForces(app, view) {
  for (const { party, cells } of app.plansNow()) {
    along(app, view, cells, PLANNED, (line) => {
      line(PLANNED.to + 1, app.colours.paper, [DASH + 2, GAP - 2], 1);
      line(PLANNED.to, app.colours.of(party), PLAN_DASH, 0);
    });
  }
  for (const { actor, cells } of app.presencesNow()) {
    if (isSmall(app, cells)) along(app, view, cells, PRESENT, (line) => line(PRESENT.to, app.colours.of(actor), [], 0));
    view.ctx.fillStyle = app.patterns.dots(view.ctx, actor, view.density);
    view.ctx.fill(areaOf(app, cells), "evenodd");
  }
}

/** Whether cells have so little room on the map that the dots might miss them. @param {App} app @param {number[]} cells */
const isSmall = (app, cells) => app.atlas.km2(cells) * app.shapes.pixelsPerKm ** 2 < 3 * LATTICE ** 2;

/** @typedef {(reach: number, colour: string, dash: number[], offset: number) => void} Line  from the edge inwards */

/** Draws inside the edge of some cells, and leaves free what lies before `from`. @param {App} app @param {View} view @param {number[]} cells @param {{from: number}} band @param {(line: Line) => void} draw */
function along(app, { ctx }, cells, { from }, draw) {
  const edge = app.shapes.lines(app.outline(cells));
  ctx.save();
  ctx.clip(areaOf(app, cells), "evenodd");
  ctx.lineJoin = "round";
  ctx.lineCap = "butt";
  /** @type {Line} */
  const line = (reach, colour, dash, offset) => {
    ctx.lineWidth = 2 * reach;
    ctx.strokeStyle = colour;
    ctx.setLineDash(dash);
    ctx.lineDashOffset = offset;
    ctx.stroke(edge);
  };
  draw(line);
  ctx.globalCompositeOperation = "destination-out";
  if (from > 0) line(from, "#000", [], 0);
  ctx.restore();
}

/** @param {App} app @param {number[]} cells */
function areaOf(app, cells) {
  const area = new app.shapes.Path();
  for (const cell of cells) area.addPath(app.shapes.polygon(app.data.geometry.cells[cell]));
  return area;
}
