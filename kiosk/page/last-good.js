// The page that stands still when the app can't be started any more, drawn with nothing but what the app left of itself
// while all was well (src/ui/kiosk/last_good.rs).
import { kept, parsed } from "./device.js";

export const drawLastGood = () => {
  const last = Object(parsed(kept("last good"), {}));
  const page = document.createElement("main");
  page.className = "last-good";
  const title = document.createElement("h1");
  title.className = "last-good__title";
  title.textContent = last.title || "Twin Parks";
  page.append(title);
  const say = (text) => {
    const line = document.createElement("p");
    line.className = "last-good__line";
    line.textContent = text;
    page.append(line);
  };
  if (Array.isArray(last.lines)) last.lines.forEach(say);
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
};
