// Put into each page before it loads: notes when the page is usable, and times moves of its slider. A move takes from a
// frame's beginning until the next frame can begin, so drawing counts, and nothing is shorter than one frame (16.7 ms).
window.geoDriver = (() => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  // Our page has another one, of the swipe, before that of time.
  const rangeInput = () => document.querySelector("#slider") ?? document.querySelector("input[type=range]");
  const move = (value) => {
    const slider = rangeInput();
    slider.value = String(value);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const ends = () => [Number(rangeInput().min), Number(rangeInput().max)];
  const dimension = () => {
    const name = Object.keys(window).find((key) => /^map_/.test(key) && window[key]?.timeDimension);
    return name && window[name].timeDimension;
  };
  const loaded = (index) => new Promise((done) => {
    const times = dimension();
    if (times.getCurrentTimeIndex() === index) return done();
    times.once("timeload", () => done());
    times.setCurrentTimeIndex(index);
  });
  const DAY = 86400000;
  const slider = { ready: () => rangeInput() !== null, ends, move, unit: 1 };
  const WAYS = {
    ours: { ...slider, ready: () => document.documentElement.dataset.ready === "true" },
    timeline: { ...slider, unit: DAY },
    timestamped: { ready: () => (dimension()?.getAvailableTimes().length ?? 0) > 1, ends: () => [0, dimension().getAvailableTimes().length - 1], move: loaded, unit: 1 },
    choropleth: slider,
  };

  /** Move and wait for the next frame. */
  async function timed(way, value) {
    await frame();
    const begun = performance.now();
    await way.move(value);
    await frame();
    return performance.now() - begun;
  }

  /** Milliseconds from the navigation until the page has drawn its data and answered to its slider. */
  async function usable(name) {
    const way = WAYS[name];
    while (document.readyState !== "complete" || !way.ready()) await frame();
    await frame();
    const [low, high] = way.ends();
    await timed(way, low + Math.round((high - low) / 2 / way.unit) * way.unit);
    await frame();
    return performance.now();
  }

  /** Milliseconds of so many steps from the middle on, and of jumps to shares of the whole time. */
  async function moves(name, steps, shares) {
    const way = WAYS[name];
    const [low, high] = way.ends();
    const at = (share) => low + Math.round(((high - low) * share) / way.unit) * way.unit;
    const took = { steps: [], jumps: [] };
    await timed(way, at(0.5));
    for (let step = 1; step <= steps; step += 1) took.steps.push(await timed(way, at(0.5) + step * way.unit));
    for (const share of shares) took.jumps.push(await timed(way, at(share)));
    const shown = document.documentElement.dataset.on;
    if (name === "ours" && shown !== new Date(at(shares.at(-1)) * DAY).toISOString().slice(0, 10)) throw new Error(`the slider did not move time: ${shown}`);
    return took;
  }

  return { usable, moves };
})();
