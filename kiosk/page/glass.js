// The display: kept awake as long as it is wanted, and without gestures and keys that would lead out of the app or
// scale it.
let lock = null;
let isWanted = false;
let isLocking = false;

const holdAwake = async () => {
  if (!isWanted || lock || isLocking || document.hidden) return;
  isLocking = true;
  try {
    lock = await navigator.wakeLock.request("screen");
    // The system takes it away when it likes; it is taken again.
    lock.addEventListener("release", () => {
      lock = null;
      setTimeout(holdAwake, 1_000);
    });
    if (!isWanted) lock.release();
  } catch {
    lock = null;
  }
  isLocking = false;
};
document.addEventListener("visibilitychange", holdAwake);

export const isAwake = () => Boolean(lock);
export const stayAwake = (wanted) => {
  isWanted = wanted;
  if (wanted) holdAwake();
  else lock?.release();
};

const stop = (event) => event.preventDefault();
const firmly = { passive: false, capture: true };
for (const kind of ["contextmenu", "dragstart", "auxclick", "gesturestart"]) addEventListener(kind, stop, firmly);
addEventListener("wheel", (event) => event.ctrlKey && stop(event), firmly);
addEventListener("mouseup", (event) => event.button > 2 && stop(event), firmly);
const isAsking = () => Boolean(document.querySelector(".asking[open]"));
addEventListener("keydown", (event) => (event.ctrlKey || event.metaKey || event.altKey || /^(F\d+|Browser\w+)$/.test(event.key) || isAsking()) && stop(event), firmly);
// A touch that begins a visit, or a touch or key that answers whether somebody is there, is spent by that: what comes up
// under the finger, or into focus again, must not be pressed by the same.
let isSpent = false;
addEventListener("pointerdown", () => (isSpent = isAsking() || Boolean(document.querySelector(".attract"))), firmly);
addEventListener("touchstart", (event) => (isSpent || event.touches.length > 1) && event.cancelable && stop(event), firmly);
// One entry more than there is to go back to, so that going back stays here.
history.pushState(null, "");
