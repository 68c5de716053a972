// What the tests ask a page: elements by role and name as a visitor perceives them, and what stands in lists and tables.

// The words inside a node, without what is hidden from everybody or from screen readers.
const words = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true" || !node.checkVisibility()) return "";
  const inner = [...node.childNodes].map(words).join("");
  return getComputedStyle(node).display === "inline" ? inner : ` ${inner} `;
};
const tidy = (text) => text.replace(/\s+/g, " ").trim();
const text = (node) => (node ? tidy(words(node)) : "");

// The first number in a node: 10000 of "10,000 parks".
const number = (node) => parseInt(text(node).replaceAll(",", ""), 10);

// The name by which assistive technology would announce an element.
const name = (element) => {
  const labelled = element.getAttribute("aria-labelledby");
  if (labelled) return tidy(labelled.split(/\s+/).map((id) => text(document.getElementById(id))).join(" "));
  if (element.hasAttribute("aria-label")) return tidy(element.getAttribute("aria-label"));
  if (element.matches("input, select")) return text(element.closest("label").querySelector("span"));
  if (element.matches("fieldset")) return text(element.querySelector("legend"));
  return text(element);
};

const roles = {
  link: "a[href]",
  button: "button",
  checkbox: "input[type=checkbox]",
  list: "select",
  search: "input[type=search]",
  switch: "[role=switch]",
  fold: "summary",
  navigation: "nav",
  group: "fieldset, [role=group]",
  region: "[role=region]",
  section: "section",
  aside: "aside",
  article: "article",
  dialog: "dialog[open]",
  cell: "th, td",
};

const all = (role, root = document) => [...root.querySelectorAll(roles[role])].filter((element) => element.checkVisibility());

// The element with a role and a name; one that is called exactly so goes before one whose name goes on.
const find = (role, wanted, root) => {
  const found = all(role, root).map((element) => [element, name(element)]);
  const hit = found.find(([, it]) => it === wanted) ?? found.find(([, it]) => it.startsWith(`${wanted} `));
  return hit?.[0] ?? null;
};

// The same inside something else that has a role and a name, and in the middle of the window, where nothing covers it.
const inside = (place, role, wanted) => {
  const root = place ? find(place[0], place[1]) : document;
  const element = root && find(role, wanted, root);
  element?.scrollIntoView({ block: "center", behavior: "instant" });
  return element;
};

// A card by the name in its heading.
const card = (wanted) => [...document.querySelectorAll("article")].find((it) => text(it.querySelector("h3")) === wanted) ?? null;

const cell = (td) => ({
  state: td.dataset.state ?? "",
  text: text(td),
  best: td.dataset.best === "true",
  values: [...td.querySelectorAll(".figure")].map(text),
});

// The rows of the table of figures, each with its name and cells; `of` tells rows about pairs from rows about their legs.
const rows = () =>
  [...document.querySelectorAll("tr[data-row]")].map((row) => ({
    key: row.dataset.row,
    name: text(row.querySelector("th")),
    group: text(row.closest("tbody").querySelector("th")),
    cells: [...row.querySelectorAll("td")].map(cell),
  }));

// The claims in the open dialog.
const claims = () =>
  [...document.querySelectorAll("dialog[open] li[data-claim]")].map((claim) => {
    const link = claim.querySelector("a");
    return {
      id: claim.dataset.claim,
      text: text(claim),
      href: link?.getAttribute("href") ?? "",
      rel: link?.rel ?? "",
      chosen: claim.dataset.chosen === "true",
    };
  });

// The element in focus, as its role in HTML and its name.
const focused = () => {
  const element = document.activeElement;
  return element && element !== document.body ? `${element.localName}: ${name(element)}` : "nothing";
};
