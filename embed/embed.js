// Fits frames of Twin Parks to what is in them. It may be copied, stores nothing, and asks nobody but the frames.
(() => {
  // The script may stand on a page more than once.
  const followed = (globalThis.twinParksFrames ??= new WeakSet());
  const address = (text) => {
    try {
      return text ? new URL(text, location) : undefined;
    } catch {}
  };

  const follow = (frame) => {
    if (followed.has(frame)) return;
    followed.add(frame);
    // No secret, and a frame in a sandbox has no origin.
    const ask = () => frame.contentWindow?.postMessage({ twinParks: 1, ask: "height" }, "*");
    const hear = ({ source, origin, data }) => {
      // Followed anew where it is put in again.
      if (!frame.isConnected) {
        removeEventListener("message", hear);
        followed.delete(frame);
      }
      if (!source || source !== frame.contentWindow || data?.twinParks !== 1) return;
      // Some pages fill their frames late.
      const src = address(frame.src);
      if (!src || (origin !== "null" && origin !== src.origin) || src.searchParams.get("height") === "fixed") return;
      if (data.ready) ask();
      // Browsers that fit frames keep to their first width.
      const height = `${Math.min(Math.ceil(data.height), 1e5)}px`;
      if (data.height > 0) Object.assign(frame.style, { boxSizing: "content-box", frameSizing: "auto", height });
    };
    addEventListener("message", hear);
    ask();
  };

  class TwinParksEmbed extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return follow(this.shadowRoot.firstChild);
      const src = address(this.getAttribute("src"));
      if (!/^https?:$/.test(src?.protocol)) return;
      const frame = document.createElement("iframe");
      Object.assign(frame, { src: src.href, title: this.title || "Twin Parks", loading: "lazy", referrerPolicy: "no-referrer" });
      frame.sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
      // Shares what frames fetched; on the app's own site it would undo the sandbox.
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
