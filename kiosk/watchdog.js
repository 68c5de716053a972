// Watches over the app on a kiosk, from outside of it: when the app stops, falls silent or says that it can't go on, the
// kiosk begins again with nobody before it. A page that is stuck as a whole is started again by the worker, which is told
// of every beat. After three starts in ten minutes the last good page stands still, and tries again now and then.
const WINDOW = 600_000;
const MOST = 3;
const PAUSE = 300_000;
const BEAT = 400;
// Loading, compiling and the first data; slow devices take their time.
const STARTING = 30_000;
const SILENT = 3_000;

const base = new URL(document.baseURI);
// The start of the kiosk with what its address asks of it, and nothing of a visitor.
const asked = new URLSearchParams(location.search);
const keep = new URLSearchParams([...asked].filter(([name]) => ["idle", "warn", "base", "theme"].includes(name)));
const home = `${base.pathname}kiosk${keep.size ? `?${keep}` : ""}`;

// What stays on the device. A browser may refuse; then the tab's name remembers, which outlives a start.
const stored = {
  get(name) {
    try {
      return localStorage.getItem(`twin-parks ${name}`);
    } catch {
      return JSON.parse(window.name || "{}")[name] ?? null;
    }
  },
  set(name, text) {
    try {
      localStorage.setItem(`twin-parks ${name}`, text);
      return true;
    } catch {
      try {
        window.name = JSON.stringify({ ...JSON.parse(window.name || "{}"), [name]: text });
      } catch {
        window.name = JSON.stringify({ [name]: text });
      }
      return false;
    }
  },
};
const parsed = (text, instead) => {
  try {
    return JSON.parse(text) ?? instead;
  } catch {
    return instead;
  }
};

// ---- Faults, and starting again.

const started = Date.now();
let isEnding = false;
const faults = () => parsed(stored.get("faults"), []).filter((it) => Number.isFinite(it?.at) && it.at <= Date.now() + WINDOW);

const note = (kind) => {
  const all = [...faults(), { at: Date.now(), kind: String(kind).slice(0, 120) }].slice(-50);
  stored.set("faults", JSON.stringify(all));
  return all.filter((it) => Date.now() - it.at < WINDOW && it.restarts !== false).length;
};

const fault = (kind) => {
  if (isEnding) return;
  isEnding = true;
  if (note(kind) > MOST) return standStill();
  location.replace(home);
};

// A page that was stuck, or that the browser lost, could not say so. It left its mark, which pages that end well take away.
const mark = "twin-parks runs";
const tab = {
  get runs() {
    try {
      return sessionStorage.getItem(mark);
    } catch {
      return null;
    }
  },
  set runs(value) {
    try {
      if (value) sessionStorage.setItem(mark, value);
      else sessionStorage.removeItem(mark);
    } catch {
      // Without storage there is no mark, and such an end is not counted.
    }
  },
};
const endedBadly = Boolean(tab.runs);
tab.runs = "1";
addEventListener("pagehide", () => {
  tab.runs = "";
});

// The last good page, drawn with nothing but what was remembered of it.
const standStill = () => {
  beats = () => worker?.postMessage({ kind: "rest" });
  isEnding = true;
  beats();
  const last = parsed(stored.get("last good"), {});
  const page = document.createElement("main");
  page.className = "last-good";
  const title = document.createElement("h1");
  title.className = "last-good__title";
  title.textContent = last.title ?? "Twin Parks";
  page.append(title);
  const say = (text) => {
    const line = document.createElement("p");
    line.className = "last-good__line";
    line.textContent = text;
    page.append(line);
  };
  (last.lines ?? []).forEach(say);
  if (last.path && last.size) {
    const code = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    code.setAttribute("viewBox", `0 0 ${last.size} ${last.size}`);
    code.classList.add("last-good__code");
    const path = document.createElementNS(code.namespaceURI, "path");
    path.setAttribute("d", last.path);
    code.append(path);
    page.append(code);
    say(last.address);
  }
  document.body.replaceChildren(page);
  setTimeout(() => {
    stored.set("faults", JSON.stringify(faults().map((it) => ({ ...it, restarts: false }))));
    location.replace(home);
  }, PAUSE);
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
let worker = null;
let beats = () => {
  unheard += 1;
  if (unheard > SILENT / BEAT) return fault("silent");
  // Hidden pages have slow clocks, and nobody before them.
  const kind = document.hidden || unheard < 0 ? "rest" : "beat";
  worker?.postMessage({ kind, home });
};
setInterval(() => beats(), BEAT);
addEventListener("pagehide", () => worker?.postMessage({ kind: "rest" }));

// ---- The worker, and the version it keeps.

let health = { version: "", checked: 0, fetched: 0, problem: "", onTrial: false };
const announce = (kind) => dispatchEvent(new CustomEvent("kiosk", { detail: kind }));
const workers = navigator.serviceWorker;
if (workers) {
  workers.addEventListener("message", ({ data }) => {
    if (data.kind === "applied") return location.replace(home);
    if (data.kind !== "kept") health = data;
    announce(data.kind);
  });
  const takeUp = () => {
    worker = workers.controller;
  };
  workers.addEventListener("controllerchange", takeUp);
  takeUp();
  workers.register(new URL("worker.js", base), { scope: `${base.pathname}kiosk`, updateViaCache: "none" }).catch((error) => {
    health.problem = `no worker: ${error.message}`;
  });
}
navigator.storage?.persist?.().catch(() => {});

// ---- A display that stays awake, and gestures that would lead out of the app or scale it.

let lock = null;
let wantsLock = false;
const holdAwake = async () => {
  if (!wantsLock || lock || document.hidden) return;
  try {
    lock = await navigator.wakeLock.request("screen");
    lock.addEventListener("release", () => {
      lock = null;
      setTimeout(holdAwake, 1_000);
    });
  } catch {
    lock = null;
  }
};
document.addEventListener("visibilitychange", holdAwake);

const stop = (event) => event.preventDefault();
for (const kind of ["contextmenu", "dragstart", "auxclick", "gesturestart"]) addEventListener(kind, stop, { capture: true });
addEventListener("wheel", (event) => event.ctrlKey && stop(event), { passive: false, capture: true });
// A touch that begins a visit is spent by that: what comes up under the finger must not be pressed by the same touch.
let begins = false;
addEventListener("pointerdown", () => (begins = Boolean(document.querySelector(".attract"))), { capture: true });
addEventListener("touchstart", (event) => (begins || event.touches.length > 1) && event.cancelable && stop(event), { passive: false, capture: true });
addEventListener("mouseup", (event) => event.button > 2 && stop(event), { capture: true });
addEventListener("keydown", (event) => (event.ctrlKey || event.metaKey || event.altKey || /^(F\d+|Browser\w+)$/.test(event.key)) && stop(event), { capture: true });
// One entry more than there is to go back to, so that going back stays here.
history.pushState(null, "");

// ---- What the app can ask for. Texts in, texts out.

globalThis.kiosk = {
  alive() {
    unheard = 0;
  },
  fault,
  get: (name) => stored.get(name),
  set: (name, text) => String(stored.set(name, text)),
  well: () => worker?.postMessage({ kind: "well" }),
  check: (data) => worker?.postMessage({ kind: "check", data }),
  apply: () => worker?.postMessage({ kind: "apply" }),
  awake(wanted) {
    wantsLock = wanted === "true";
    if (wantsLock) holdAwake();
    else lock?.release();
  },
  forget() {
    try {
      sessionStorage.clear();
    } catch {
      // Where nothing can be kept, nothing has to go.
    }
    tab.runs = "1";
  },
  health: () =>
    JSON.stringify({
      ...health,
      faults: faults().slice(-10),
      uptime: Math.round((Date.now() - started) / 1_000),
      heap: performance.memory?.usedJSHeapSize ?? 0,
      awake: Boolean(lock),
      worker: Boolean(worker),
    }),
};
// Whether the page stands still instead of starting the app.
export const standsStill = endedBadly && note("stuck, or ended by the browser") > MOST;
if (standsStill) standStill();
