// Watches over the app on a kiosk, from outside of it: when the app stops, falls silent or says that it can't go on, the
// kiosk begins again with nobody before it. A page that is stuck as a whole is started again by the worker, which is told
// of every beat. After three starts in ten minutes the last good page stands still, and tries again now and then.
import { keep, kept, parsed } from "./device.js";
import { isAwake, stayAwake } from "./glass.js";
import { drawLastGood } from "./last-good.js";
import { hasWorker, health, tell } from "./versions.js";

const WINDOW = 600_000;
const MOST = 3;
const PAUSE = 300_000;
const BEAT = 400;
// Loading, compiling and the first data; slow devices take their time.
const STARTING = 30_000;
const SILENT = 1_600;
// Without a beat for so long a page is stuck.
const STUCK = 1_800;
// Leaving for another page takes no longer.
const LEAVING = 10_000;

// The start of the kiosk with what its address asks of it, and nothing of a visitor.
const asked = [...new URLSearchParams(location.search)].filter(([name]) => ["idle", "warn", "base", "theme"].includes(name));
const home = `${new URL("kiosk", document.baseURI).pathname}${asked.length ? `?${new URLSearchParams(asked)}` : ""}`;
const restart = () => location.replace(home);

// ---- Faults, and starting again.

const faults = () => {
  const all = parsed(kept("faults"), []);
  return Array.isArray(all) ? all.filter((it) => Number.isFinite(it?.at) && it.at <= Date.now() + WINDOW) : [];
};
// Keeps a fault, and says whether there were too many of late.
const isTooMuch = (kind) => {
  const all = [...faults(), { at: Date.now(), kind: String(kind).slice(0, 120) }].slice(-50);
  keep("faults", JSON.stringify(all));
  return all.filter((it) => Date.now() - it.at < WINDOW && it.restarts !== false).length > MOST;
};

let isEnding = false;
const fault = (kind) => {
  if (isEnding) return;
  isEnding = true;
  if (isTooMuch(kind)) return standStill();
  // The next page has to begin within that time, or the worker sees to it.
  tell("beat", { home, within: LEAVING });
  restart();
};

let isStill = false;
const standStill = () => {
  isEnding = isStill = true;
  setTimeout(() => {
    keep("faults", JSON.stringify(faults().map((it) => ({ ...it, restarts: false }))));
    restart();
  }, PAUSE);
  // What can't be started may have been mended meanwhile.
  addEventListener("kiosk", ({ detail }) => detail === "ready" && tell("apply"));
  tell("still");
  tell("check", { data: Object(parsed(kept("settings"), {})).kiosk?.data ?? "" });
  stayAwake(true);
  drawLastGood();
};

addEventListener("error", (event) => {
  // A picture or script that did not load is told of by whoever wanted it.
  if (event.error) fault(`error: ${event.error.message ?? event.error}`);
});
addEventListener("unhandledrejection", (event) => fault(`rejection: ${event.reason?.message ?? event.reason}`));

// ---- The beat.

// Beats since the app was last heard. They are counted, and no clock is asked: one that jumps, or a computer that slept,
// says nothing of the app.
let unheard = -STARTING / BEAT;
setInterval(() => {
  if (isEnding && !isStill) return;
  unheard += 1;
  if (unheard > SILENT / BEAT) fault("silent");
  // Hidden pages have slow clocks, and nobody before them; the page that stands still has nothing that could get stuck.
  tell(document.hidden || isStill ? "rest" : "beat", { home, within: unheard < 0 ? STARTING : STUCK });
}, BEAT);

// A page that was stuck, or that the browser lost, could not say so. It left its mark, which pages that end well take away.
const mark = (runs) => {
  try {
    const ran = sessionStorage.getItem("twin-parks runs");
    sessionStorage.setItem("twin-parks runs", runs);
    return ran;
  } catch {
    // Without storage there is no mark, and such an end is not counted.
    return null;
  }
};
const endedBadly = mark("1") === "1";
addEventListener("pagehide", () => {
  mark("");
  tell("rest");
});

// ---- What the app can ask for. Texts in, texts out.

globalThis.kiosk = {
  alive() {
    unheard = 0;
  },
  fault,
  restart,
  get: kept,
  set: (name, text) => String(keep(name, text)),
  well: () => tell("well"),
  check: (data) => tell("check", { data }),
  apply: () => tell("apply"),
  awake: (wanted) => stayAwake(wanted === "true"),
  forget() {
    try {
      sessionStorage.clear();
    } catch {
      // Where nothing can be kept, nothing has to go.
    }
    mark("1");
  },
  health: () =>
    JSON.stringify({
      ...health,
      faults: faults().slice(-10),
      uptime: Math.round(performance.now() / 1_000),
      heap: performance.memory?.usedJSHeapSize ?? 0,
      awake: isAwake(),
      worker: hasWorker(),
    }),
};
// Whether the page stands still instead of starting the app.
export const standsStill = endedBadly && isTooMuch("stuck, or ended by the browser");
if (standsStill) standStill();
