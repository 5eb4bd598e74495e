// The time instrument: the ribbon, a native slider under it, and the buttons around them.

import { isInterval, longDay, sayEdtf, sayLatest } from "./days.js";
import { dayChoice } from "./day_field.js";
import { byId, el } from "./dom.js";
import { Instrument } from "./instrument.js";
import { knownSwitch } from "./known_switch.js";
import { busyPeriods } from "./periods.js";
import { onlyCells, pointNames } from "./points.js";
import { Player } from "./playback.js";
import { followKey, periodFields, timeTools } from "./time_tools.js";
import { some, t } from "./words.js";

/** @typedef {import("./app.js").App} App */

/** @param {App} app @param {HTMLElement} box */
export function fillTime(app, box) {
  /** @type {Instrument} */
  let instrument;
  const slider = makeSlider(app, (event) => followKey(app, instrument, event));
  instrument = new Instrument(app, slider, (made) => timeTools(app, made));
  const toolbar = el("div", { class: "toolbar" }, ...playButtons(app), dateRead(app), knownSwitch(app), periodButtons(app, instrument), dateInput(app));
  box.append(toolbar, el("p", { id: "said", class: "unseen", role: "status" }), instrument.node, instrument.more);
  instrument.name(); // now, since its height is part of the room that the map is fitted into
}

/** @param {App} app @param {(event: KeyboardEvent) => boolean} more  keys beyond the slider's own */
function makeSlider(app, more) {
  const slider = el("input", { type: "range", id: "slider", step: "1", "aria-label": t("time.date"), oninput: () => {
      app.goTo(Number(slider.value));
      show(); // it may not go as far as the hand would
    },
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      const direction = { PageUp: 1, PageDown: -1 }[event.key];
      if (!direction && !more(event)) return;
      event.preventDefault();
      if (direction) stepTo(app, /** @type {1 | -1} */ (direction));
    } });
  const show = () => {
    const day = String(app.day);
    if (slider.value !== day) slider.value = day;
    slider.setAttribute("aria-valuetext", longDay(app.day));
  };
  const reach = () => {
    slider.min = String(app.window.start);
    slider.max = String(app.window.end);
    show();
  };
  app.on("day", show);
  app.on("window", reach);
  reach();
  return slider;
}

/** To the next or previous change, and say what it was: the map alone would not tell everybody. @param {App} app @param {1 | -1} direction */
function stepTo(app, direction) {
  const day = app.nextChange(direction);
  app.goTo(day ?? (direction > 0 ? app.time.end : app.time.start));
  const cells = app.log.changedOn(app.day);
  const names = [...app.atlas.labelOf(onlyCells(app, cells)), ...pointNames(app, cells)];
  const date = longDay(app.day);
  byId("said").textContent = names.length ? t("time.change", { date, places: some(names) }) : t("time.no-change", { date });
}

/** @param {App} app */
function playButtons(app) {
  const play = el("button", { type: "button", id: "play", class: "round", onclick: () => player.toggle() });
  const player = new Player(app, (playing) => {
    play.textContent = playing ? "\u275a\u275a" : "\u25b6\ufe0e";
    play.setAttribute("aria-label", t(playing ? "time.pause" : "time.play"));
    document.documentElement.dataset.playing = String(playing);
  });
  player.onchange(false);
  const onchange = () => {
    player.speed = Number(speed.value);
    app.address.changed();
  };
  const speed = el("select", { id: "speed", "aria-label": t("time.speed"), onchange },
    ...[0.25, 0.5, 1, 2, 4].map((value) => el("option", { value: String(value), selected: value === 1 }, `${value}\u00d7`)));
  app.keep("speed", [], {
    write: () => (player.speed === 1 ? null : String(player.speed)),
    read: (text) => {
      if (![...speed.options].some(({ value }) => value === (text ?? "1"))) return;
      speed.value = text ?? "1";
      player.speed = Number(speed.value);
    },
  });
  const step = (/** @type {1 | -1} */ direction, /** @type {string} */ sign, /** @type {string} */ words, /** @type {string} */ id) =>
    el("button", { type: "button", id, class: "round", "aria-label": words, title: words, onclick: () => stepTo(app, direction) }, sign);
  return [el("div", { class: "buttons" },
    step(-1, "\u2039", t("time.previous"), "previous"), play, step(1, "\u203a", t("time.next"), "next"), speed)];
}

/** The date, large, and whether anything is reported after it. @param {App} app */
function dateRead(app) {
  const day = el("output", { id: "day", for: "slider", "aria-live": "off" });
  const note = el("span", { id: "note" });
  const show = () => {
    day.textContent = longDay(app.day);
    note.classList.toggle("at-end", app.day >= (app.time.last ?? app.time.end));
  };
  const tell = () => {
    note.replaceChildren(...noteOf(app.time).filter((part) => part !== null));
    show();
  };
  app.on("day", show);
  app.on("known", tell);
  tell();
  show();
  return el("p", { class: "reading" }, day, " ", note);
}

/** Until when there are reports: an upper bound, where the day of the last one is not known. @param {import("./data.js").Data["time"]} time */
function noteOf({ last, told }) {
  if (last === null || told === null) return [t("time.no-report")];
  if (!isInterval(told)) return [t("time.nothing-after", { date: sayEdtf(told) })];
  return [t("time.nothing-after-latest", { date: sayLatest(told) }), el("span", { class: "tail" }, t("time.last-dated", { date: sayEdtf(told) }))];
}

/** @param {App} app @param {Instrument} instrument */
function periodButtons(app, instrument) {
  const whole = app.data.time;
  const reported = app.data.articles.flatMap(({ span }) => span.filter((day) => day !== null));
  const periods = [{ label: t("time.all"), start: whole.start, end: whole.end }, ...busyPeriods([...app.log.days, ...reported], whole)];
  const own = periodFields(app, instrument);
  const buttons = periods.map((period) => el("button", { type: "button", onclick: () => app.setWindow(period) }, period.label));
  const show = () => buttons.forEach((button, i) => {
    button.setAttribute("aria-pressed", String(periods[i].start === app.window.start && periods[i].end === app.window.end));
    button.disabled = periods[i].start >= app.time.end;
  });
  app.on("known", show);
  app.on("window", show);
  show();
  return el("div", { class: "periods", role: "group", "aria-label": t("time.period") }, ...buttons, own.button, own.node);
}

/** @param {App} app */
function dateInput(app) {
  const { input, show } = dayChoice(app, { id: "date", "aria-label": t("time.go-to") }, { choose: (day) => app.goTo(day), shown: () => app.day });
  for (const topic of /** @type {const} */ (["day", "known"])) app.on(topic, show);
  show();
  return input;
}
