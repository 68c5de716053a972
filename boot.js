// Starts the app, and says in words when it can't be started or has stopped. It stands outside the app, because what
// it reports on is the app's own failure. The page's address is the app's whole state, so starting again loses nothing.
(() => {
  const asked = new URLSearchParams(location.search);
  const root = document.documentElement;
  // Before the first paint, so that no other theme flashes by.
  if (/^(light|dark)$/.test(asked.get("theme"))) root.dataset.theme = asked.get("theme");
  const isChinese = (asked.get("lang") || navigator.language || "").toLowerCase().startsWith("zh");
  if (isChinese) root.lang = "zh-Hans";

  const words = isChinese
    ? {
        unsupported: "此浏览器不支持 WebAssembly，或其已被禁用。请使用较新的浏览器，或向网络管理员询问。",
        unreachable: "应用未能载入。请检查网络后重试。",
        stopped: "应用因错误而停止。网址保留了您的查看状态。",
        again: "重新载入",
      }
    : {
        unsupported: "This browser has no WebAssembly, or it is switched off. Try a newer browser, or ask whoever looks after the network.",
        unreachable: "The app could not be loaded. Check the connection and try again.",
        stopped: "The app has stopped after an error. The address keeps what you were looking at.",
        again: "Load again",
      };

  const fail = (message) => {
    const shown = document.getElementById("shell-message");
    if (shown) {
      shown.textContent = message;
      shown.setAttribute("role", "alert");
      document.getElementById("shell-cards")?.remove();
      const again = document.getElementById("shell-action");
      again?.removeAttribute("hidden");
      // With a <base>, an empty link would lead to the front page.
      again?.querySelector("a")?.setAttribute("href", location.href);
      return;
    }
    if (document.getElementById("stopped")) return;
    const bar = document.createElement("div");
    bar.id = "stopped";
    bar.className = "stopped";
    bar.setAttribute("role", "alert");
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = words.again;
    link.className = "button";
    link.addEventListener("click", (event) => {
      event.preventDefault();
      location.reload();
    });
    bar.append(message + " ", link);
    document.body.prepend(bar);
  };

  const start = async () => {
    // Only the front page has filters beside what it lists.
    if (location.href.split(/[?#]/, 1)[0] !== document.baseURI) document.getElementById("shell-filters")?.remove();
    if (typeof WebAssembly !== "object") return fail(words.unsupported);
    const files = document.querySelector('meta[name="app"]').dataset;
    try {
      const app = await import(new URL(files.js, document.baseURI).href);
      await app.default({ module_or_path: new URL(files.wasm, document.baseURI) });
    } catch (error) {
      console.error(error);
      // A blocked compilation is the browser's or the network's policy; anything else is a file that did not come.
      fail(error instanceof WebAssembly.CompileError ? words.unsupported : words.unreachable);
    }
  };

  // A trap inside the app leaves it dead on the page.
  addEventListener("error", (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) fail(words.stopped);
  });
  addEventListener("unhandledrejection", (event) => {
    if (event.reason instanceof WebAssembly.RuntimeError) fail(words.stopped);
  });
  addEventListener("DOMContentLoaded", start);
})();
