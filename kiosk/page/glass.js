// The display: kept awake as long as it is wanted, and without gestures and keys that would lead out of the app or
// scale it.
let lock = null;
let isWanted = false;

const holdAwake = async () => {
  if (!isWanted || lock || document.hidden) return;
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
addEventListener("keydown", (event) => (event.ctrlKey || event.metaKey || event.altKey || /^(F\d+|Browser\w+)$/.test(event.key)) && stop(event), firmly);
// A touch that begins a visit, or answers whether somebody is there, is spent by that: what comes up under the finger must
// not be pressed by the same touch.
let isSpent = false;
addEventListener("pointerdown", () => (isSpent = Boolean(document.querySelector(".attract, .asking[open]"))), firmly);
addEventListener("touchstart", (event) => (isSpent || event.touches.length > 1) && event.cancelable && stop(event), firmly);
// One entry more than there is to go back to, so that going back stays here.
history.pushState(null, "");
