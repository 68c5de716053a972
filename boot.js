// Starts the app, and says in words when it can't be started or has stopped. It stands outside the app, because what
// it reports on is the app's own failure. The page's address is the app's whole state, so starting again loses nothing.
(() => {
  const asked = new URLSearchParams(location.search);
  const root = document.documentElement;
  const base = new URL(document.baseURI);
  // Kiosks, pages in partners' pages and the page that makes those have styles of their own; a kiosk also has a watchdog that starts it again where
  // a person would.
  const surface = location.pathname.slice(base.pathname.length).match(/^(kiosk|embed|share)(?=\/|$)/)?.[1];
  const isKiosk = surface === "kiosk";
  // Nothing else stands in frames. Servers say so by the path as they read it, which may be `/embed` where this one is not.
  const isFramed = surface !== "embed" && parent !== self;
  if (surface && !isFramed) {
    root.dataset.surface = surface;
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: `${surface}/${surface}.css`, blocking: "render" });
    document.head.append(link);
  }
  // Whatever is followed in a partner's page opens beside it, unless it refines the view.
  if (surface === "embed") document.querySelector("base").target = "_blank";
  // Before the first paint, so that no other theme flashes by.
  if (/^(light|dark)$/.test(asked.get("theme"))) root.dataset.theme = asked.get("theme");

  // As the app chooses it: the address, else the first of the visitor's languages that is spoken here. English is part
  // of the app; any other starts on its way now, together with the app.
  const spoken = ["en", "zh-Hans", "ms", "vi"];
  const primary = (tag) => tag.toLowerCase().split("-")[0];
  const named = spoken.find((tag) => tag.toLowerCase() === asked.get("lang")?.toLowerCase());
  const heard = navigator.languages.map((tag) => spoken.find((known) => primary(known) === primary(tag)));
  const lang = named ?? heard.find(Boolean) ?? "en";
  root.lang = lang;
  // English and Chinese stand in the data files themselves.
  const files = { "zh-Hans": [], ms: ["data/texts/ms.names"], vi: ["data/texts/vi.names"] }[lang];
  for (const file of files ? [`words/${lang}`, ...files] : []) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "fetch", type: "application/json", crossOrigin: "", href: `${file}.json` });
    document.head.append(link);
  }

  // These words can't come from a file: they tell that files did not come.
  const words = {
    en: {
      unsupported: "This browser has no WebAssembly, or it is switched off. Try a newer browser, or ask whoever looks after the network.",
      unreachable: "The app could not be loaded. Check the connection and try again.",
      stopped: "The app has stopped after an error. The address keeps what you were looking at.",
      framed: "This page does not open inside another one. Open it by itself.",
      again: "Load again",
    },
    "zh-Hans": {
      unsupported: "此浏览器不支持 WebAssembly，或其已被禁用。请使用较新的浏览器，或向网络管理员询问。",
      unreachable: "应用未能载入。请检查网络后重试。",
      stopped: "应用因错误而停止。网址保留了您的查看状态。",
      framed: "此页面不能在其他网页中打开，请单独打开。",
      again: "重新载入",
    },
    ms: {
      unsupported: "Pelayar ini tiada WebAssembly, atau ia dimatikan. Cuba pelayar yang lebih baharu, atau tanya penjaga rangkaian.",
      unreachable: "Aplikasi tidak dapat dimuatkan. Semak sambungan dan cuba lagi.",
      stopped: "Aplikasi terhenti selepas ralat. Alamat menyimpan apa yang anda lihat.",
      framed: "Halaman ini tidak dibuka di dalam halaman lain. Buka ia secara berasingan.",
      again: "Muat semula",
    },
    vi: {
      unsupported: "Trình duyệt này không có WebAssembly, hoặc đã bị tắt. Hãy dùng trình duyệt mới hơn, hoặc hỏi người quản lý mạng.",
      unreachable: "Không tải được ứng dụng. Hãy kiểm tra kết nối rồi thử lại.",
      stopped: "Ứng dụng đã dừng do lỗi. Địa chỉ vẫn giữ những gì bạn đang xem.",
      framed: "Trang này không mở bên trong trang khác. Hãy mở riêng.",
      again: "Tải lại",
    },
  }[lang];

  const fail = (message) => {
    if (globalThis.kiosk) return globalThis.kiosk.fault(message);
    // Not even its watchdog came, and nobody is there to load again.
    if (isKiosk) setTimeout(() => location.reload(), 15_000);
    const shown = document.getElementById("shell-message");
    if (shown) {
      shown.textContent = message;
      shown.setAttribute("role", "alert");
      document.getElementById("shell-cards")?.remove();
      const again = document.getElementById("shell-action");
      again?.removeAttribute("hidden");
      // With a <base>, an empty link would lead to the front page.
      Object.assign(again?.querySelector("a") ?? {}, { href: location.href, target: isFramed ? "_blank" : "_self" });
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
    if (isFramed) return fail(words.framed);
    if (typeof WebAssembly !== "object") return fail(words.unsupported);
    const files = document.querySelector('meta[name="app"]').dataset;
    try {
      if (isKiosk && (await import(new URL("kiosk/watchdog.js", base).href)).standsStill) return;
      const app = await import(new URL(files.js, document.baseURI).href);
      // Parts of the program that come later are joined to what this gives (see xtask/src/split.rs).
      globalThis.twinParks = app.default({ module_or_path: new URL(files.wasm, document.baseURI) });
      await globalThis.twinParks;
    } catch (error) {
      console.error(error);
      // A blocked compilation is the browser's or the network's policy; anything else is a file that did not come.
      fail(error instanceof WebAssembly.CompileError ? words.unsupported : words.unreachable);
    }
  };

  // A kiosk's watchdog has seen it too, and starts again.
  if (isKiosk) return addEventListener("DOMContentLoaded", start);
  // A trap inside the app, or a stack that overflows, leaves it dead on the page.
  const heed = (error) => (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) && fail(words.stopped);
  addEventListener("error", (event) => heed(event.error));
  addEventListener("unhandledrejection", (event) => heed(event.reason));
  addEventListener("DOMContentLoaded", start);
})();
