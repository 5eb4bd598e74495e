// Playback: days pass evenly, at a rate that crosses the window of time in half a minute; those who asked for less
// motion are taken from change to change instead.

/** @typedef {import("./app.js").App} App */

const CROSSING = 30000;
const CALM_STEP = 1500;

export class Player {
  /** @param {App} app @param {(playing: boolean) => void} onchange */
  constructor(app, onchange) {
    this.app = app;
    this.onchange = onchange;
    this.speed = 1;
    this.timer = 0;
    this.frame = 0;
    this.calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  }

  get playing() {
    return this.timer !== 0 || this.frame !== 0;
  }

  toggle() {
    if (this.playing) this.stop();
    else this.start();
  }

  start() {
    const { app } = this;
    if (app.day >= app.end) app.goTo(app.window.start);
    if (this.calm.matches) this.timer = window.setInterval(() => this.jump(), CALM_STEP / this.speed);
    else this.glide(app.day, performance.now());
    this.onchange(true);
  }

  stop() {
    window.clearInterval(this.timer);
    cancelAnimationFrame(this.frame);
    this.timer = 0;
    this.frame = 0;
    this.onchange(false);
  }

  jump() {
    const next = this.app.nextChange(1);
    if (next === null || next > this.app.end) {
      this.app.goTo(this.app.end);
      this.stop();
    } else this.app.goTo(next);
  }

  /** @param {number} from @param {number} since */
  glide(from, since) {
    let shown = from;
    const step = (/** @type {number} */ now) => {
      const { app } = this;
      if (app.day !== Math.round(shown)) [from, since] = [app.day, now];
      shown = Math.min(app.end, from + ((now - since) * this.speed * (app.window.end - app.window.start)) / CROSSING);
      app.goTo(shown);
      if (shown >= app.end) this.stop();
      else this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }
}
