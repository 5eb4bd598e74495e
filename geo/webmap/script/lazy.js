// Lists whose items are made when they are asked for: large pages keep columns of numbers, and an item only while it is
// looked at.

const INDEX = /^\d+$/;

/**
 * A list that reads like an array; an item is made anew each time, so two of them are equal and not the same.
 * @template T @param {number} length @param {(i: number) => T} make @param {object} [more]  further properties of the list
 * @returns {T[]}
 */
export function lazyList(length, make, more = {}) {
  /** @type {Record<string | symbol, any>} */
  const own = {
    length,
    *[Symbol.iterator]() {
      for (let i = 0; i < length; i += 1) yield make(i);
    },
    forEach(/** @type {(item: T, i: number) => void} */ visit) {
      for (let i = 0; i < length; i += 1) visit(make(i), i);
    },
    map(/** @type {(item: T, i: number) => unknown} */ turn) {
      const turned = [];
      for (let i = 0; i < length; i += 1) turned.push(turn(make(i), i));
      return turned;
    },
    filter(/** @type {(item: T, i: number) => unknown} */ keeps) {
      const kept = [];
      for (let i = 0; i < length; i += 1) {
        const item = make(i);
        if (keeps(item, i)) kept.push(item);
      }
      return kept;
    },
    flatMap: (/** @type {(item: T, i: number) => unknown} */ turn) => own.map(turn).flat(),
    ...more,
  };
  return new Proxy(/** @type {T[]} */ ([]), {
    get(target, key, receiver) {
      if (typeof key === "string" && INDEX.test(key)) return Number(key) < length ? make(Number(key)) : undefined;
      return Object.hasOwn(own, key) ? own[key] : Reflect.get(target, key, receiver);
    },
    has: (target, key) => (typeof key === "string" && INDEX.test(key) ? Number(key) < length : key in target),
  });
}
