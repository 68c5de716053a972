// Fits frames of Twin Parks to what is in them. It may be copied to the site that uses it; it stores nothing and asks
// nobody but the frames. Frames are found by their mark, <iframe data-twin-parks>, or made by <twin-parks-embed src>,
// which shows what is inside it, a link, wherever this script does not run.
(() => {
  // The script may stand on a page more than once.
  const followed = (globalThis.twinParksFrames ??= new WeakSet());

  const follow = (frame) => {
    if (followed.has(frame)) return;
    followed.add(frame);
    // What is asked is no secret, and a frame in a sandbox has no origin to name.
    const ask = () => frame.contentWindow?.postMessage({ twinParks: 1, ask: "height" }, "*");
    const hear = ({ source, origin, data }) => {
      // A frame that was taken out is followed anew where it is put in again.
      if (!frame.isConnected) {
        removeEventListener("message", hear);
        followed.delete(frame);
      }
      if (!source || source !== frame.contentWindow || data?.twinParks !== 1) return;
      // Read now, since some pages fill their frames late.
      if (!URL.canParse(frame.src)) return;
      const src = new URL(frame.src);
      if ((origin !== "null" && origin !== src.origin) || src.searchParams.get("height") === "fixed") return;
      if (data.ready) ask();
      // Browsers that fit frames by themselves do it for the width that a frame had at first.
      if (data.height > 0)
        Object.assign(frame.style, {
          boxSizing: "content-box",
          frameSizing: "auto",
          height: `${Math.min(Math.ceil(data.height), 1e5)}px`,
        });
    };
    addEventListener("message", hear);
    ask();
  };

  class TwinParksEmbed extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return follow(this.shadowRoot.firstChild);
      const given = this.getAttribute("src");
      if (!given || !URL.canParse(given, location)) return;
      const src = new URL(given, location);
      if (!/^https?:$/.test(src.protocol)) return;
      const frame = document.createElement("iframe");
      Object.assign(frame, { src: src.href, title: this.title || "Twin Parks", loading: "lazy", referrerPolicy: "no-referrer" });
      frame.sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
      // On the app's own site this would undo the sandbox; elsewhere frames share what they fetched.
      if (src.origin !== location.origin) frame.sandbox.add("allow-same-origin");
      Object.assign(frame.style, { width: "100%", height: "30rem", border: 0 });
      this.style.display = "block";
      this.attachShadow({ mode: "open" }).append(frame);
      follow(frame);
    }
  }
  if (!customElements.get("twin-parks-embed")) customElements.define("twin-parks-embed", TwinParksEmbed);
  const look = () => document.querySelectorAll("iframe[data-twin-parks]").forEach(follow);
  look();
  addEventListener("DOMContentLoaded", look);
})();
