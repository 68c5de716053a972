// The service worker of kiosks. It keeps the app and its data as one version, whole or not at all, so that a kiosk
// works without a network, and it starts a page again whose own thread is stuck. Only pages below `kiosk` have it.
//
// A version is what `version.json` lists: every file with its SHA-256. It is fetched into a cache of its own while the
// old one is in use, and its list is put in last: a cache without a list is no version. Then, when the page says that
// nobody is there, one write into a database makes it the one that pages begin with. The old one stays until a third is
// fetched: a version that does not start twice, or ends again and again on its first day, is left for the one before.
"use strict";

const base = new URL("./", self.location);
const list = "version.json";
const cacheOf = (id) => `twin-parks ${id}`;
// No file takes as long, and an answer that stalls must not end all updates.
const longest = 60_000;
// So long a version that did not start or last is not tried again, and so long it has to last.
const day = 86_400_000;

// ---- What must outlive this worker, in a database, since only that is written whole or not at all.

const fresh = () => ({ current: null, previous: null, ready: null, tries: 0, onTrial: false, since: 0, bad: {}, pages: {}, dress: 0, place: "", checked: 0, problem: "" });

const database = () =>
  new Promise((done, failed) => {
    const opening = indexedDB.open("twin-parks-kiosk", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("state");
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => failed(opening.error);
  });

// Reads the state; with `change`, lets that alter it and writes it back in the same transaction, and gives what `change`
// returns. A device without room can still be read.
const inDatabase = async (change) => {
  const opened = await database();
  try {
    return await new Promise((done, failed) => {
      const transaction = opened.transaction("state", change ? "readwrite" : "readonly", { durability: "strict" });
      const store = transaction.objectStore("state");
      const reading = store.get("state");
      let result;
      reading.onsuccess = () => {
        const state = { ...fresh(), ...reading.result };
        result = change ? change(state) : state;
        if (change) store.put(state, "state");
      };
      transaction.oncomplete = () => done(result);
      transaction.onabort = () => failed(transaction.error);
    });
  } finally {
    opened.close();
  }
};
// Writes the state where it can be written; a kiosk goes on with what it knows where it can't.
const note = (change) => inDatabase(change).catch(() => null);

// The state. If the database was lost or can't be read, what is whole on the device is in use: the last that was begun,
// on trial if there is another one.
const known = async () => {
  const state = await inDatabase().catch(fresh);
  if (state.current) return state;
  for (const id of await versions()) {
    if (await listOf(id)) Object.assign(state, { previous: state.current, current: id, onTrial: Boolean(state.current) });
  }
  return state;
};

// ---- Versions.

const digest = async (bytes) =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const read = async (cache, name) => cache.match(new URL(name, base).href);

// The ids of what is kept, whole or not.
const versions = async () => {
  const names = await caches.keys().catch(() => []);
  return names.filter((name) => name.startsWith(cacheOf(""))).map((name) => name.slice(cacheOf("").length));
};

// A file of a version; nothing where the device has lost it.
const keptFile = async (id, name) => {
  try {
    return id && (await caches.has(cacheOf(id))) ? await read(await caches.open(cacheOf(id)), name) : undefined;
  } catch {
    return undefined;
  }
};

// The list of a version that is whole.
const listOf = async (id) => {
  const kept = await keptFile(id, list);
  return kept ? kept.json().catch(() => null) : null;
};

// Deletes every version but these.
const deleteAllBut = async (ids) => {
  for (const id of await versions()) if (!ids.includes(id)) await caches.delete(cacheOf(id));
};

const fetchFresh = (url, cache) => fetch(url, { cache, credentials: "same-origin", signal: AbortSignal.timeout(longest) });

// A list as a server sends it, checked for its shape: names that stay below the base, and sums that are sums.
const fetchList = async (place) => {
  const answer = await fetchFresh(new URL(list, place), "no-store");
  if (!answer.ok) throw new Error(`${list}: status ${answer.status}`);
  const found = await answer.json().catch(() => {
    throw new Error(`${list} is not JSON`);
  });
  const isFile = ([name, it]) => /^[a-z0-9][\w.-]*(\/[\w.-]+)*$/i.test(name) && !name.includes("..") && /^[0-9a-f]{64}$/.test(it?.sha256) && Number.isSafeInteger(it?.bytes);
  const isList = found?.format === 1 && typeof found.version === "string" && found.files?.["index.html"] && Object.entries(found.files).every(isFile);
  if (!isList) throw new Error(`${list} is not of a shape that is known here`);
  return found;
};

// Data from another place than the app, as its list says; while nothing comes from there, what is in use of it.
const dataFrom = async (place) => {
  const isData = ([name]) => name.startsWith("data/");
  try {
    const { version, files } = await fetchList(place);
    return { version, files: Object.entries(files).filter(isData).map(([name, it]) => [name, { ...it, from: place }]), problem: "" };
  } catch (error) {
    const held = await listOf((await known()).current);
    return { version: held?.data ?? "", files: held?.data ? Object.entries(held.files).filter(isData) : [], problem: `${place}: ${error.message}` };
  }
};

// The newest version there is: the app's files from where the app comes from, and its data from there too, or from
// another place that staff named. That such a place fails must not keep a newer app away.
const newest = async (place) => {
  const app = await fetchList(base);
  const files = Object.entries(app.files).map(([name, it]) => [name, { ...it, from: base.href }]);
  const data = place ? await dataFrom(place) : { version: "", files: [], problem: "" };
  const version = data.version ? `${app.version}-${data.version}` : app.version;
  return { problem: data.problem, version: { version, data: data.version, files: Object.fromEntries([...files, ...data.files]) } };
};

// What a server says of a file and a browser must know again; not how it was packed, nor for how long it is good: a page
// must not be given the file of another version that the browser still has in its memory.
const keptHeaders = (answer) => {
  const headers = new Headers(answer.headers);
  for (const name of ["content-encoding", "content-length", "transfer-encoding", "set-cookie", "date", "connection", "age", "expires", "etag", "last-modified"]) headers.delete(name);
  headers.set("cache-control", "no-cache");
  return headers;
};

const matches = async (answer, wanted) => {
  try {
    const bytes = await answer.clone().arrayBuffer();
    return bytes.byteLength === wanted.bytes && (await digest(bytes)) === wanted.sha256;
  } catch {
    // It is not there, or the device can't read it any more.
    return false;
  }
};

const fetchFile = async (name, wanted, how) => {
  const answer = await fetchFresh(new URL(name, wanted.from), how);
  if (!answer.ok) throw new Error(`${name}: status ${answer.status}`);
  const whole = new Response(await answer.arrayBuffer(), { headers: keptHeaders(answer) });
  return (await matches(whole, wanted)) ? whole : null;
};

// Brings one file into the cache of a version: it is there, or another version has the same, or it is fetched. A server
// may take an older file for unchanged; then it is asked once more, for all of it.
const bring = async (cache, name, wanted, others) => {
  if (await matches(await read(cache, name), wanted)) return;
  const key = new URL(name, base).href;
  for (const other of others) {
    const same = await read(other, name);
    if (await matches(same, wanted)) return cache.put(key, same);
  }
  const whole = (await fetchFile(name, wanted, "no-cache")) ?? (await fetchFile(name, wanted, "reload"));
  if (!whole) throw new Error(`${name} is not what ${list} says`);
  await cache.put(key, whole);
};

// Versions whose every file this worker has seen to be right.
const seen = new Set();

const isRecent = (time) => Math.abs(Date.now() - (time ?? 0)) < day;
const isBad = (state, id) => isRecent(Object(state.bad)[id]);

// Brings a version onto the device, or what of it was lost.
const bringAll = async (found) => {
  const state = await known();
  if (isBad(state, found.version)) throw new Error(`${found.version} did not start, or did not last; it is tried again a day later`);
  if (seen.has(found.version) && (await listOf(found.version))) return;
  if (found.version !== state.current) {
    const used = [state.current, state.onTrial && state.previous, state.ready, ...Object.values(state.pages).map((it) => it.id)];
    await deleteAllBut([...used, found.version]);
  }
  const others = await Promise.all((await versions()).filter((id) => id !== found.version).map((id) => caches.open(cacheOf(id))));
  const cache = await caches.open(cacheOf(found.version));
  try {
    for (const [name, wanted] of Object.entries(found.files)) await bring(cache, name, wanted, others);
    // What was written is read once more, since a worker may have been stopped while it wrote.
    for (const [name, wanted] of Object.entries(found.files)) {
      if (!(await matches(await read(cache, name), wanted))) throw new Error(`${name} was not kept whole`);
    }
    if (!(await read(cache, list))) await cache.put(new URL(list, base).href, new Response(JSON.stringify({ ...found, fetched: Date.now() })));
  } catch (error) {
    // Half a version must not take the room that what is in use needs.
    if (error?.name === "QuotaExceededError" && found.version !== state.current) await caches.delete(cacheOf(found.version));
    throw error;
  }
  seen.add(found.version);
};

// Looks for a newer version, and brings it or what was lost. What goes wrong is noted.
const look = async (place) => {
  let problem = "";
  try {
    // What can't be noted must not be fetched: without notes the last version that lies there is in use.
    await inDatabase((state) => {
      state.place = place;
    });
    const found = await newest(place);
    await bringAll(found.version);
    const id = found.version.version;
    const open = await self.clients.matchAll();
    await inDatabase((state) => {
      Object.assign(state, { checked: Date.now(), problem: found.problem, ready: id === state.current || isBad(state, id) ? null : id });
      // The first version is used as it is: there is no other that could be better.
      if (!state.current) Object.assign(state, { current: id, ready: null });
      // Pages that began without this worker stay with what is in use now.
      for (const page of open) state.pages[page.id] ??= { id: state.current, at: Date.now() };
    });
  } catch (error) {
    problem = error?.name === "QuotaExceededError" ? "storage is full" : String(error?.message ?? error).slice(0, 200);
    await note((state) => {
      state.problem = problem;
    });
  }
  await tell(problem);
};

// Looks that are asked for follow one another: what is new only now is not seen by one that has begun.
let looking = Promise.resolve();
const check = (place) => {
  looking = looking.then(() => look(place)).catch(() => {});
  return looking;
};

// Makes the version that is ready the one that pages begin with. What was itself on trial is nothing to go back to.
const apply = async () => {
  const { ready } = await known();
  const isWhole = Boolean(await listOf(ready));
  const isApplied = await inDatabase((state) => {
    if (!isWhole || state.ready !== ready) return false;
    Object.assign(state, { previous: state.onTrial ? state.previous : state.current, current: ready, ready: null, tries: 0, onTrial: true, since: Date.now() });
    return true;
  });
  await tell();
  return isApplied;
};

// The version in use is left for the one before, and why, if that is its own fault.
const leave = (state, why) => {
  if (why) Object.assign(state, { bad: { ...state.bad, [state.current]: Date.now() }, problem: `${state.current} ${why}` });
  Object.assign(state, { current: state.previous, previous: null, onTrial: false, tries: 0 });
};

// A page of this version works.
const startedWell = async (page) => {
  await inDatabase((state) => {
    const its = state.pages[page]?.id;
    if (its === state.current || (!its && !state.onTrial)) Object.assign(state, { tries: 0, onTrial: false });
  });
  await tell();
};

// A page stands still, because the app ended again and again. If its version is new here, that may be why.
const stoodStill = async (page) => {
  const { previous } = await known();
  const isWhole = Boolean(await listOf(previous));
  await inDatabase((state) => {
    const its = state.pages[page]?.id ?? state.current;
    if (isWhole && state.previous === previous && its === state.current && isRecent(state.since)) leave(state, "did not last");
  });
  await tell();
};

// What the version in use has lost can't be had again. Another one takes its place: a newer one, or the one before. Pages
// that are there keep theirs.
let replacing = null;
const replace = (id) => {
  replacing ??= (async () => {
    seen.delete(id);
    await check((await known()).place);
    if (seen.has(id) || (await apply())) return;
    const { previous } = await known();
    if (!(await listOf(previous))) return;
    await inDatabase((state) => {
      if (state.current === id && state.previous === previous) leave(state);
    });
    await tell();
  })().finally(() => {
    replacing = null;
  });
  return replacing;
};

// ---- Pages.

// The version that a page that begins now gets, and remembers. One that has been tried twice in vain is left.
const begin = async (page) => {
  const open = new Set((await self.clients.matchAll({ includeUncontrolled: true })).map((it) => it.id));
  const before = await known();
  const isWhole = { now: Boolean(await listOf(before.current)), before: Boolean(await listOf(before.previous)) };
  const choose = (state) => {
    if (!state.current) Object.assign(state, { current: before.current, previous: before.previous, onTrial: before.onTrial });
    if (state.current === before.current && state.previous === before.previous) {
      if (state.onTrial) state.tries += 1;
      const isVain = state.tries > 2;
      if ((isVain || !isWhole.now) && isWhole.before) leave(state, isVain && "did not start");
    }
    const id = state.current === before.current && !isWhole.now ? null : state.current;
    // A page that is still loading may be missing among those that are open.
    const isGone = ([other, { at }]) => !open.has(other) && !(Math.abs(Date.now() - at) < longest);
    for (const [other] of Object.entries(state.pages).filter(isGone)) delete state.pages[other];
    if (page && id) state.pages[page] = { id, at: Date.now() };
    return { id, dress: state.dress };
  };
  return inDatabase(choose).catch(() => choose(before));
};

// What makes the browser take a process of its own kind for a page (see `recover`). As it comes at first, and then one of
// two ways in turn.
const dresses = [
  {},
  { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" },
  { "document-isolation-policy": "isolate-and-require-corp" },
];
const dressed = (answer, dress) => {
  if (!dress || !answer.ok) return answer;
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(dresses[dress])) headers.set(name, value);
  return new Response(answer.body, { status: answer.status, headers });
};

const missing = () => new Response("404: there is nothing at this address.\n", { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });

// Neither a version nor a network: the page tries again by itself.
const waiting = () =>
  new Response("<!doctype html><meta charset=utf-8><meta http-equiv=refresh content=15><title>Twin Parks</title><p>No network yet · 尚无网络 · Belum ada rangkaian · Chưa có mạng", {
    status: 503,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });

// A file of the version of a page. What the device has lost is fetched once more, and must be the same.
const fileOf = async (event, id, name) => {
  const kept = await keptFile(id, name);
  const wanted = kept ? null : (await listOf(id))?.files[name];
  if (!wanted) return kept;
  try {
    const others = await Promise.all((await versions()).map((other) => caches.open(cacheOf(other))));
    await bring(await caches.open(cacheOf(id)), name, wanted, others);
    return await keptFile(id, name);
  } catch (error) {
    event.waitUntil(replace(id));
    throw error;
  }
};

const answerPage = async (event) => {
  try {
    const page = event.resultingClientId;
    const { id, dress } = await begin(page);
    const kept = await fileOf(event, id, "index.html");
    const answer = kept ?? (await fetch(event.request));
    // What is begun must be heard of, or it is begun again: its watchdog may be what does not start.
    if (answer.ok) event.waitUntil(expect(page, event.request.url, starting));
    if (answer.ok || answer.type === "opaqueredirect") return dressed(answer, dress);
  } catch {
    // Neither the device nor the network has it.
  }
  return waiting();
};

const answerFile = async (event, name) => {
  const state = await known();
  const id = state.pages[event.clientId]?.id ?? state.current;
  const kept = await fileOf(event, id, name).catch(missing);
  if (kept) return kept;
  const answer = await fetch(event.request);
  // A server that answers with its front page says by that that it has no such file.
  const isPage = /^text\/html/.test(answer.headers.get("content-type") ?? "");
  return isPage && !/\.html$/.test(name) ? missing() : answer;
};

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) return;
  // The names of files are plain; what has a percent sign is none of them.
  const name = url.pathname.slice(base.pathname.length);
  if (name === list || name === "worker.js") return;
  event.respondWith(event.request.mode === "navigate" ? answerPage(event) : answerFile(event, name));
});

// ---- Pages that are stuck, or never start. Their own thread can't help them; this one can, as long as they have said
// until when they are to be missed.

const patience = 1800;
// From a page's address to the first that is heard of it, on slow devices.
const starting = 45_000;
const missed = new Map();

const pause = (time) => new Promise((done) => setTimeout(done, time));

const recover = async (page, home) => {
  // Together no longer than a browser lets a worker run.
  for (const wait of [5_000, 5_000, 5_000, 10_000, 20_000, 40_000, 80_000]) {
    const client = await self.clients.get(page);
    if (!client) return;
    // The process that is stuck can't show another page, and the one in which this worker lives may be stuck as well by
    // an earlier one. Pages that are isolated in different ways may share a process neither with each other nor with a
    // worker, so the browser has to take a new one.
    await note((state) => {
      state.dress = state.dress === 1 ? 2 : 1;
    });
    client.navigate(home).catch(() => {});
    await pause(wait);
  }
};

// Until the page is heard again, or so many milliseconds have passed. They pass in two halves: after the computer has
// slept, a time that is over is told of before what was said meanwhile.
const expect = (page, home, time) =>
  new Promise((done) => {
    missed.get(page)?.();
    let timer = setTimeout(() => {
      timer = setTimeout(() => {
        missed.delete(page);
        recover(page, home).then(done, done);
      }, time / 2);
    }, time / 2);
    missed.set(page, () => {
      clearTimeout(timer);
      missed.delete(page);
      done();
    });
  });

// ---- Talking with pages.

// Tells every page of its version, and what it can do about it: `ready` if there is a newer one to apply, `applied` if the
// next page begins with another one.
const tell = async (trouble = "") => {
  const { current, previous, ready, pages, checked, problem, onTrial } = await known();
  const isReady = Boolean(await listOf(ready));
  // Without one to go back to there is no use in giving this one up.
  const canLeave = onTrial && Boolean(await listOf(previous));
  for (const client of await self.clients.matchAll()) {
    const version = pages[client.id]?.id ?? current;
    const kind = version !== current ? "applied" : isReady ? "ready" : "checked";
    const fetched = (await listOf(version))?.fetched ?? 0;
    client.postMessage({ kind, version: version ?? "", checked, fetched, problem: trouble || problem, onTrial: canLeave && version === current });
  }
};

const heard = {
  beat: (event) => expect(event.source.id, event.data.home, event.data.within ?? patience),
  rest: (event) => missed.get(event.source.id)?.(),
  // A page that was loaded past this worker belongs to it from now on.
  check: (event) => self.clients.claim().then(() => check(event.data.data)),
  well: (event) => startedWell(event.source.id),
  still: (event) => stoodStill(event.source.id),
  apply,
};

self.addEventListener("message", (event) => {
  const act = heard[event.data?.kind];
  if (act) event.waitUntil(Promise.resolve(act(event)).catch(() => {}));
});
self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
