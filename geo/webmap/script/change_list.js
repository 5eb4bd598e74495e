// What changed on the day shown, above the lists: each part from whom to whom, with the sentences behind it.

import { changesOn } from "./changes.js";
import { longDay } from "./days.js";
import { el } from "./dom.js";
import { quoteOf } from "./evidence.js";
import { lookOf } from "./look.js";
import { namesOf } from "./points.js";
import { ruleLine } from "./rule_line.js";
import { sayGrounds, sayState } from "./say.js";
import { changeSelection } from "./selections.js";
import { swatch } from "./swatch.js";
import { number, parts, some, t } from "./words.js";

/** @typedef {import("./app.js").App} App */

/** Changes that are shown at once, and at most. */
const FEW = 4;
const MOST = 100;

/** Milliseconds between two lists while time moves on and on. */
const PACE = 300;

/** @param {App} app */
export function changeList(app) {
  const body = el("div", {});
  const box = el("details", { class: "changed", open: true }, el("summary", {}, t("changed.title")), body);
  let [timer, filled] = [0, -Infinity];
  const fill = () => {
    [timer, filled] = [0, performance.now()];
    if (box.open) body.replaceChildren(...changesBody(app));
  };
  const soon = () => { timer ||= whenIdle(fill, performance.now() - filled < PACE ? PACE : 0); };
  box.addEventListener("toggle", soon);
  for (const topic of /** @type {const} */ (["day", "names", "theme", "known"])) app.on(topic, soon);
  fill();
  return box;
}

/** Do it once the page has nothing else to do, and no later than is bearable. @param {() => void} act @param {number} pace  milliseconds before which it is not done */
function whenIdle(act, pace) {
  const idle = window.requestIdleCallback; // Safari has none
  return window.setTimeout(idle ? () => idle(act, { timeout: PACE }) : act, pace);
}

/** @param {App} app */
function changesBody(app) {
  const { changes, restated } = changesOn(app, app.day);
  if (changes.length === 0) return [el("p", { class: "none" }, ...noChange(app, restated))];
  const items = (/** @type {number} */ from, /** @type {number} */ to) => changes.slice(from, to).map((change) => item(app, change));
  return [
    el("ul", {}, ...items(0, FEW)),
    changes.length > FEW && onceOpened({}, t("changed.more", { n: changes.length - FEW }), () => [el("ul", {}, ...items(FEW, MOST))]),
    restated.length > 0 && el("p", { class: "none" }, t("changed.restated", { areas: some(namesOf(app, restated)) })),
  ].filter((node) => node instanceof Node);
}

/** Details that are made when they are opened: until then they only take time. @param {Record<string, unknown>} props @param {string} title @param {() => (Node | string)[]} make */
function onceOpened(props, title, make) {
  const details = el("details", props, el("summary", {}, title));
  details.addEventListener("toggle", () => details.append(...make()), { once: true });
  return details;
}

/** @param {App} app @param {number[]} restated */
function noChange(app, restated) {
  const [last, next] = /** @type {const} */ ([-1, 1]).map((direction) => app.nextChange(direction));
  const said = [
    restated.length > 0 ? t("changed.only-restated", { areas: some(namesOf(app, restated)) }) : t("changed.none"),
    ...(last === null ? [] : [" ", ...parts("changed.last", { date: way(app, last) })]),
    ...(next === null ? [] : [" ", ...parts("changed.next", { date: way(app, next) })]),
  ];
  return said;
}

/** @param {App} app @param {number} day */
const way = (app, day) => el("button", { type: "button", class: "go", onclick: () => app.goTo(day) }, longDay(day));

/** @param {App} app @param {import("./changes.js").Change} change */
function item(app, { before, after, cells, km2 }) {
  const [was, is] = [before, after].map((state) => app.data.states[state]);
  const claims = is?.claims ?? [];
  const names = namesOf(app, cells);
  return el("li", {},
    el("button", { type: "button", class: "what", onclick: () => app.select(changeSelection(app, app.day, cells)) },
      some(names), " ", km2 > 0 && el("small", {}, t("changed.size", { km2: number(Math.round(km2)) }))),
    el("p", { class: "from-to" }, swatch(app, lookOf(was), 22, 14), el("span", {}, t("changed.before", { state: saidOf(app, was) }))),
    el("p", { class: "from-to" }, swatch(app, lookOf(is), 22, 14), el("span", {}, t("changed.now", { state: saidOf(app, is) }))),
    claims.length > 0 && onceOpened({ class: "claims" }, t("history.behind", { n: claims.length }), () =>
      [is.rule ? ruleLine(app, is.rule) : "", ...claims.map((claim) => quoteOf(app.atlas, claim))]));
}

/** A state in words, with what it rests on where it has any. @param {App} app @param {import("./data.js").State | undefined} state */
function saidOf(app, state) {
  const said = sayState(state, (id) => app.atlas.party(id));
  const grounds = state ? sayGrounds(state, state.claims.map((claim) => app.data.claims[claim])) : "";
  return grounds ? t("changed.on-grounds", { state: said, grounds }) : said;
}
