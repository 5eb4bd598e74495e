import assert from "node:assert/strict";
import { test } from "node:test";
import { Address } from "../address.js";

/** A window whose history is a list and whose clock stands until it is wound. */
function windowAt(/** @type {string} */ hash) {
  /** @type {string[]} */
  const entries = [`file:///map.html${hash}`];
  /** @type {Map<string, () => void>} */
  const listeners = new Map();
  /** @type {(() => void)[]} */
  let waiting = [];
  const at = () => entries[entries.length - 1];
  return {
    entries,
    wait: () => { const due = waiting; waiting = []; due.forEach((then) => then()); },
    goBack() { entries.pop(); listeners.get("hashchange")?.(); },
    goTo(/** @type {string} */ url) { entries.push(url); listeners.get("hashchange")?.(); },
    location: { get href() { return at(); }, get hash() { const [, text] = at().split("#"); return text ? `#${text}` : ""; } },
    history: {
      state: null,
      pushState: (/** @type {any} */ _, /** @type {string} */ __, /** @type {any} */ url) => { entries.push(url); },
      replaceState: (/** @type {any} */ _, /** @type {string} */ __, /** @type {any} */ url) => { entries[entries.length - 1] = url; },
    },
    addEventListener: (/** @type {string} */ type, /** @type {() => void} */ then) => { listeners.set(type, then); },
    setTimeout: (/** @type {() => void} */ then) => waiting.push(then),
    clearTimeout: () => { waiting = []; },
  };
}

/** A page of two pieces, each a word that is `x` as it opens. @param {string} hash */
function pageAt(hash) {
  const around = windowAt(hash);
  const shown = { on: "x", open: "x" };
  const address = new Address(/** @type {any} */ (around));
  for (const name of /** @type {const} */ (["on", "open"])) {
    address.keep(name, {
      write: () => (shown[name] === "x" ? null : shown[name]),
      read: (text) => {
        if (text === "boom") throw new Error("boom");
        if (text !== "bad") shown[name] = text ?? "x";
      },
    });
  }
  const set = async (/** @type {Partial<typeof shown>} */ values) => {
    Object.assign(shown, values);
    for (const name of Object.keys(values)) address.changed(name === "open");
    await Promise.resolve();
  };
  return { around, shown, address, set };
}

test("what the address says is shown, piece by piece", () => {
  const { shown, address } = pageAt("#on=2020&open=area.a%20b");
  address.start();
  assert.deepEqual(shown, { on: "2020", open: "area.a b" });
});

test("a piece that means nothing, is too long or fails spoils no other", (context) => {
  const told = context.mock.fn();
  globalThis.reportError = told;
  for (const bad of ["bad", "boom", "y".repeat(3000)]) {
    const { shown, address } = pageAt(`#on=${bad}&&=&%E0%A4%A&constructor=1&open=a`);
    address.start();
    assert.deepEqual(shown, { on: "x", open: "a" });
  }
  assert.equal(told.mock.callCount(), 1);
});

test("as the page opens, it leaves no trace in the address", async () => {
  const { around, address, set } = pageAt("");
  address.start();
  await set({ on: "a,b/c" });
  around.wait();
  assert.deepEqual(around.entries, ["file:///map.html#on=a,b/c"]);
  await set({ on: "x" });
  around.wait();
  assert.deepEqual(around.entries, ["file:///map.html"]);
});

test("many changes are written once, when some time has passed", async () => {
  const { around, address, set } = pageAt("");
  address.start();
  for (const day of ["1", "2", "3"]) await set({ on: day });
  assert.deepEqual(around.entries, ["file:///map.html"]);
  around.wait();
  assert.deepEqual(around.entries, ["file:///map.html#on=3"]);
});

test("a choice is a step; going back shows what was before it, with what had not been written yet", async () => {
  const { around, shown, address, set } = pageAt("");
  address.start();
  await set({ on: "1" });
  await set({ on: "2", open: "a" });
  assert.deepEqual(around.entries, ["file:///map.html#on=1", "file:///map.html#on=2&open=a"]);
  around.goBack();
  assert.deepEqual(shown, { on: "1", open: "x" });
  await Promise.resolve();
  around.wait();
  assert.equal(around.entries.length, 1, "reading the address writes none");
});

test("an anchor of the page is no state of it", () => {
  const { around, shown, address } = pageAt("#on=1");
  address.start();
  around.goTo("file:///map.html#panel");
  assert.equal(shown.on, "1");
});

test("a browser that refuses to write is asked again at the next change", async () => {
  const { around, address, set } = pageAt("");
  address.start();
  const { replaceState } = around.history;
  around.history.replaceState = () => { throw new DOMException("too often", "SecurityError"); };
  await set({ on: "1" });
  around.wait();
  around.history.replaceState = replaceState;
  await set({ on: "2" });
  around.wait();
  assert.deepEqual(around.entries, ["file:///map.html#on=2"]);
});

test("a link is to what is shown now", async () => {
  const { address, set } = pageAt("#on=1");
  address.start();
  await set({ on: "2", open: "b" });
  assert.equal(address.link(), "file:///map.html#on=2&open=b");
});
