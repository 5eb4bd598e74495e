// The state of the page in its address, behind `#`, so that a link opens the same picture. Each feature keeps its own
// piece of it: how to write what is shown and how to show what is written. What is as the page opens leaves no trace.

/**
 * @typedef {object} Piece
 * @property {() => string | null} write  null where nothing differs from how the page opens
 * @property {(text: string | null) => void} read  show it: null as the page opens; what it cannot understand it leaves alone
 */
/** @typedef {{location: Pick<Location, "hash" | "href">, history: Pick<History, "pushState" | "replaceState" | "state">, addEventListener: (type: string, listener: () => void) => void, setTimeout: (then: () => void, wait: number) => number, clearTimeout: (timer: number) => void}} Surroundings  of a window, those that the address needs */

/** Milliseconds between two changes of the address: Safari refuses more than a hundred in half a minute. */
const PAUSE = 400;

/** Longer values are none of ours. */
const LONGEST = 2000;

export class Address {
  /** @param {Surroundings} around */
  constructor(around) {
    this.around = around;
    /** @type {Map<string, Piece>} in the order in which they are read */
    this.pieces = new Map();
    this.open = false;
    this.reading = false;
    /** What the address is to say, and what it says. */
    this.state = "";
    this.written = "";
    this.step = false;
    this.settling = false;
    this.timer = 0;
  }

  /** Whether the page has an address of its own: within another page it may have none. */
  get works() {
    return !this.around.location.href.startsWith("about:");
  }

  /** @param {string} name @param {Piece} piece */
  keep(name, piece) {
    this.pieces.set(name, piece);
  }

  /** Show what the address says, and follow it from now on: the page is as it opens. */
  start() {
    this.open = true;
    this.read();
    this.around.addEventListener("hashchange", () => { if (this.hash() !== this.written) this.read(); });
    this.around.addEventListener("pagehide", () => this.flush());
  }

  /** A piece has changed; where it was a `step`, the reader can go back to what was before. @param {boolean} [step] */
  changed(step = false) {
    if (!this.open || this.reading) return;
    this.step ||= step;
    if (this.settling) return;
    this.settling = true;
    queueMicrotask(() => this.settle()); // what one act changes at once is one change
  }

  settle() {
    this.settling = false;
    const { step } = this;
    const state = this.say();
    this.step = false;
    if (state === this.state) return;
    if (step) this.write();
    this.state = state;
    if (step && this.works) this.put("pushState"); // within another page, a step back is that page's
    else this.timer ||= this.around.setTimeout(() => this.write(), PAUSE);
  }

  /** Write now what is shown. */
  flush() {
    if (!this.open || this.reading) return;
    this.settle();
    this.write();
  }

  write() {
    this.around.clearTimeout(this.timer);
    this.timer = 0;
    if (this.state !== this.written) this.put("replaceState");
  }

  /** @param {"pushState" | "replaceState"} how */
  put(how) {
    const { history } = this.around;
    try {
      history[how](history.state, "", this.link(this.state));
      this.written = this.state;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error; // refused: too often, or a page without an address of its own
    }
  }

  /** The address with a state behind it, by default the one shown. @param {string} [state] */
  link(state = this.say()) {
    const base = this.around.location.href.split("#")[0];
    return state === "" ? base : `${base}#${state}`;
  }

  hash() {
    return this.around.location.hash.slice(1);
  }

  /** What is shown, in words of an address. */
  say() {
    const said = [...this.pieces].map(([name, { write }]) => [name, write()]);
    return said.flatMap(([name, text]) => (text === null ? [] : [`${name}=${encode(/** @type {string} */ (text))}`])).join("&");
  }

  /** Show what the address says, piece by piece; one that fails spoils no other. */
  read() {
    const hash = this.hash();
    const told = new URLSearchParams(hash.replaceAll("+", "%2B"));
    const known = hash === "" || [...this.pieces.keys()].some((name) => told.has(name));
    this.reading = true;
    for (const [name, piece] of known ? this.pieces : []) {
      const text = told.get(name);
      try {
        if (text === null || text.length <= LONGEST) piece.read(text);
      } catch (error) {
        globalThis.reportError(error);
      }
    }
    this.reading = false;
    this.state = this.say();
    this.written = hash;
  }
}

/** Letters that stand for themselves in the value of a piece. @param {string} text */
const encode = (text) => encodeURIComponent(text).replace(/%(?:2C|2F|3A)/g, decodeURIComponent);
