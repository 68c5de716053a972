// What stays on the device: settings, faults, the last good page. A browser may refuse to keep it, or have no room; then
// the tab's name remembers, which outlives a start, and goes before what was kept earlier. Whatever lies there may be
// broken, and is then as if it were not there.
export const parsed = (text, instead) => {
  try {
    return JSON.parse(text) ?? instead;
  } catch {
    return instead;
  }
};

const named = () => Object(parsed(window.name, {}));

export const kept = (name) => {
  try {
    return named()[name] ?? localStorage.getItem(`twin-parks ${name}`);
  } catch {
    return null;
  }
};

// Whether it stays when the browser is closed.
export const keep = (name, text) => {
  try {
    localStorage.setItem(`twin-parks ${name}`, text);
    const { [name]: older, ...others } = named();
    if (older !== undefined) window.name = Object.keys(others).length ? JSON.stringify(others) : "";
    return true;
  } catch {
    window.name = JSON.stringify({ ...named(), [name]: text });
    return false;
  }
};
