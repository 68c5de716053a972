// The worker, and the version of app and data that it keeps (kiosk/worker.js).
const base = new URL(document.baseURI);
const workers = navigator.serviceWorker;

// How it fares, as the worker last said.
export const health = { version: "", checked: 0, fetched: 0, problem: "", onTrial: false };
export const hasWorker = () => Boolean(workers?.controller);

// What the worker is told. At the first visit there is none yet; what is worth waiting for waits for it. A page that was
// loaded past the worker talks to it all the same.
let active = null;
const unsaid = new Map();
export const tell = (kind, more) => {
  const worker = workers?.controller ?? active;
  if (worker) worker.postMessage({ kind, ...more });
  else if (["well", "check", "still"].includes(kind)) unsaid.set(kind, more);
};
workers?.ready.then((registration) => {
  active = registration.active;
  for (const [kind, more] of unsaid) tell(kind, more);
  unsaid.clear();
});

workers?.addEventListener("message", ({ data: { kind, ...more } }) => {
  Object.assign(health, more);
  dispatchEvent(new CustomEvent("kiosk", { detail: kind }));
});
workers?.register(new URL("worker.js", base), { scope: `${base.pathname}kiosk`, updateViaCache: "none" }).catch((error) => {
  health.problem = `no worker: ${error.message}`;
});
navigator.storage?.persist?.().catch(() => {});
