// The service worker of kiosks. It keeps the app and its data as one version, whole or not at all, so that a kiosk
// works without a network, and it starts a page again whose own thread is stuck. Only pages below `kiosk` have it.
//
// A version is what `version.json` lists: every file with its SHA-256. It is fetched into a cache of its own while the
// old one is in use, and its list is put in last: a cache without a list is no version. Then, when the page says that
// nobody is there, one write into a database makes it the one that pages begin with; and only when such a page says that
// it has started well, the old one goes. A version that does not start twice is left for the one before.
"use strict";

const base = new URL("./", self.location);
const list = "version.json";
const cacheOf = (id) => `twin-parks ${id}`;

// ---- What must outlive this worker, in a database, since only that is written whole or not at all.

const fresh = () => ({ current: null, previous: null, tries: 0, onTrial: false, bad: [], pages: {}, isolated: false, checked: 0, fetched: 0, problem: "" });

const database = () =>
  new Promise((done, failed) => {
    const opening = indexedDB.open("twin-parks-kiosk", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("state");
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => failed(opening.error);
  });

// Reads the state, lets `change` alter it, and writes it back in one transaction. What `change` returns comes out.
const withState = async (change) => {
  const opened = await database();
  try {
    return await new Promise((done, failed) => {
      const transaction = opened.transaction("state", "readwrite", { durability: "strict" });
      const store = transaction.objectStore("state");
      const reading = store.get("state");
      let result;
      reading.onsuccess = () => {
        const state = { ...fresh(), ...reading.result };
        result = change(state);
        store.put(state, "state");
      };
      transaction.oncomplete = () => done(result);
      transaction.onabort = () => failed(transaction.error);
    });
  } finally {
    opened.close();
  }
};
// A browser that refuses storage still gets its pages, from the network.
const withStateOr = async (instead, change) => {
  try {
    return await withState(change);
  } catch {
    return instead;
  }
};

// ---- Versions.

const digest = async (bytes) =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const read = async (cache, name) => cache.match(new URL(name, base).href);

const listOf = async (id) => {
  if (!id || !(await caches.has(cacheOf(id)))) return null;
  const kept = await read(await caches.open(cacheOf(id)), list);
  return kept ? kept.json() : null;
};

// A list as a server sends it, checked for its shape: names that stay below the base, and sums that are sums.
const fetchList = async (place) => {
  const answer = await fetch(new URL(list, place), { cache: "no-store" });
  if (!answer.ok) throw new Error(`${list}: status ${answer.status}`);
  const found = await answer.json().catch(() => {
    throw new Error(`${list} is not JSON`);
  });
  const isFile = ([name, it]) => /^[a-z0-9][\w.-]*(\/[\w.-]+)*$/i.test(name) && !name.includes("..") && /^[0-9a-f]{64}$/.test(it?.sha256) && Number.isSafeInteger(it?.bytes);
  if (found?.format !== 1 || typeof found.version !== "string" || !Object.entries(found.files ?? {}).every(isFile)) throw new Error(`${list} is not of a shape that is known here`);
  return found;
};

// The newest version there is: the app's files from where the app comes from, and its data from there too, or from
// another place that staff named.
const newest = async (dataPlace) => {
  const app = await fetchList(base);
  const files = Object.fromEntries(Object.entries(app.files).map(([name, it]) => [name, { ...it, from: base.href }]));
  if (!dataPlace) return { version: app.version, files };
  const data = await fetchList(dataPlace);
  for (const [name, it] of Object.entries(data.files)) {
    if (name.startsWith("data/")) files[name] = { ...it, from: dataPlace };
  }
  return { version: `${app.version}-${data.version}`, files };
};

// What a server says of a file and a browser must know again; not how it was packed.
const keptHeaders = (answer) => {
  const headers = new Headers(answer.headers);
  for (const name of ["content-encoding", "content-length", "transfer-encoding", "set-cookie", "date", "connection"]) headers.delete(name);
  return headers;
};

const matches = async (answer, wanted) => {
  if (!answer) return false;
  const bytes = await answer.clone().arrayBuffer();
  return bytes.byteLength === wanted.bytes && (await digest(bytes)) === wanted.sha256;
};

// Brings one file into the cache of a version: it is there, or another version has the same, or it is fetched.
const bring = async (cache, name, wanted, others) => {
  if (await matches(await read(cache, name), wanted)) return;
  const key = new URL(name, base).href;
  for (const other of others) {
    const known = await read(other, name);
    if (await matches(known, wanted)) return cache.put(key, known);
  }
  const answer = await fetch(new URL(name, wanted.from), { cache: "no-cache", credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${name}: status ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  const whole = new Response(bytes, { headers: keptHeaders(answer) });
  if (!(await matches(whole, wanted))) throw new Error(`${name} is not what ${list} says`);
  await cache.put(key, whole);
};

const allCaches = async () => Promise.all((await caches.keys()).filter((name) => name.startsWith(cacheOf(""))).map((name) => caches.open(name)));

// Fetches the newest version, if it is not here. Gives its id once it is whole.
const fetchNewest = async (dataPlace) => {
  const found = await newest(dataPlace);
  const known = await withState((state) => ({ current: state.current, bad: state.bad }));
  if (found.version === known.current || known.bad.includes(found.version)) return null;
  if (!(await listOf(found.version))) {
    const cache = await caches.open(cacheOf(found.version));
    const others = await allCaches();
    for (const [name, wanted] of Object.entries(found.files)) await bring(cache, name, wanted, others);
    // What was written is read once more, since a worker may have been stopped while it wrote.
    for (const [name, wanted] of Object.entries(found.files)) {
      if (!(await matches(await read(cache, name), wanted))) throw new Error(`${name} was not kept whole`);
    }
    await cache.put(new URL(list, base).href, new Response(JSON.stringify(found)));
  }
  return found.version;
};

let fetching = null;
const check = (dataPlace) => {
  fetching ??= (async () => {
    try {
      const id = await fetchNewest(dataPlace);
      const isFirst = await withState((state) => {
        Object.assign(state, { checked: Date.now(), problem: "" });
        // The first version is used as it is: there is no other that could be better.
        const isFirst = id && !state.current;
        if (isFirst) Object.assign(state, { current: id, fetched: Date.now() });
        return isFirst;
      });
      await tell(id && !isFirst ? "ready" : "checked");
    } catch (error) {
      const isFull = error?.name === "QuotaExceededError";
      await withStateOr(null, (state) => {
        state.problem = isFull ? "storage is full" : String(error?.message ?? error).slice(0, 200);
      });
      await tell("checked");
    } finally {
      fetching = null;
    }
  })();
  return fetching;
};

// Makes a whole version the one that pages begin with.
const apply = async () => {
  const ids = (await caches.keys()).filter((name) => name.startsWith(cacheOf(""))).map((name) => name.slice(cacheOf("").length));
  const whole = [];
  for (const id of ids) if (await listOf(id)) whole.push(id);
  return withState((state) => {
    const next = whole.findLast((id) => id !== state.current && id !== state.previous && !state.bad.includes(id));
    if (!next) return false;
    Object.assign(state, { previous: state.current, current: next, tries: 0, onTrial: true, fetched: Date.now() });
    return true;
  });
};

// A page of this version works: what no page uses any more can go.
const startedWell = async (page) => {
  const used = await withState((state) => {
    if (state.pages[page] && state.pages[page] !== state.current) return null;
    Object.assign(state, { tries: 0, onTrial: false, previous: null });
    return [state.current, ...Object.values(state.pages)];
  });
  if (!used || !used[0] || fetching) return;
  for (const name of await caches.keys()) {
    if (name.startsWith(cacheOf("")) && !used.some((id) => id && cacheOf(id) === name)) await caches.delete(name);
  }
};

// ---- Pages.

// The version that a page that begins now gets, and remembers. One that has been tried twice in vain is left.
const begin = async (page) => {
  const open = new Set((await self.clients.matchAll({ includeUncontrolled: true })).map((it) => it.id));
  const isWhole = { now: false, before: false };
  const { current, previous } = await withStateOr(fresh(), (state) => ({ ...state }));
  isWhole.now = Boolean(await listOf(current));
  isWhole.before = Boolean(await listOf(previous));
  return withStateOr({ id: null, isolated: false }, (state) => {
    if (state.current === current && state.onTrial) {
      state.tries += 1;
      if ((state.tries > 2 || !isWhole.now) && isWhole.before) {
        Object.assign(state, { bad: [...state.bad, state.current].slice(-8), current: state.previous, previous: null, onTrial: false, tries: 0 });
      }
    }
    const id = state.current === current && !isWhole.now ? null : state.current;
    for (const known of Object.keys(state.pages)) if (!open.has(known)) delete state.pages[known];
    if (page && id) state.pages[page] = id;
    return { id, isolated: state.isolated };
  });
};

// A page in another group of processes than the one before, when that one's process is stuck (see `recover`).
const dressed = (answer, isolated) => {
  if (!isolated) return answer;
  const headers = new Headers(answer.headers);
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("cross-origin-embedder-policy", "require-corp");
  return new Response(answer.body, { status: answer.status, headers });
};

const missing = () => new Response("404: there is nothing at this address.\n", { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });

// Neither a version nor a network: the page tries again by itself.
const waiting = () =>
  new Response("<!doctype html><meta charset=utf-8><meta http-equiv=refresh content=15><title>Twin Parks</title><p>No network yet · 尚无网络 · Belum ada rangkaian · Chưa có mạng", {
    status: 503,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });

const answerPage = async (event) => {
  const { id, isolated } = await begin(event.resultingClientId);
  const kept = id && (await read(await caches.open(cacheOf(id)), "index.html"));
  return dressed(kept || (await fetch(event.request).catch(waiting)), isolated);
};

const answerFile = async (event, name) => {
  const state = await withStateOr(fresh(), (state) => ({ ...state }));
  const id = state.pages[event.clientId] ?? state.current;
  const kept = id && (await caches.has(cacheOf(id))) && (await read(await caches.open(cacheOf(id)), name));
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

// ---- Pages that are stuck. Their own thread can't help them; this one can, as long as they have said until when they
// are to be missed.

const patience = 1800;
const missed = new Map();

const recover = async (page, home) => {
  const client = await self.clients.get(page);
  if (!client) return;
  await withStateOr(null, (state) => {
    // The process that is stuck can't show another page. One that is isolated may not share a process with one that is
    // not, so the browser has to take a new one.
    state.isolated = !state.isolated;
  });
  await client.navigate(home).catch(() => {});
};

const expect = (event) =>
  new Promise((done) => {
    const page = event.source.id;
    missed.get(page)?.();
    const timer = setTimeout(() => {
      missed.delete(page);
      recover(page, event.data.home).then(done, done);
    }, patience);
    missed.set(page, () => {
      clearTimeout(timer);
      missed.delete(page);
      done();
    });
  });

// ---- Talking with pages.

const tell = async (kind) => {
  const state = await withStateOr(fresh(), (state) => ({ ...state }));
  const { current, checked, fetched, problem, onTrial } = state;
  for (const client of await self.clients.matchAll()) client.postMessage({ kind, version: current ?? "", checked, fetched, problem, onTrial });
};

const heard = {
  beat: expect,
  rest: (event) => missed.get(event.source.id)?.(),
  check: (event) => check(event.data.data),
  well: (event) => startedWell(event.source.id).then(() => tell("checked")),
  apply: async (event) => event.source.postMessage({ kind: (await apply()) ? "applied" : "kept" }),
};

self.addEventListener("message", (event) => {
  const act = heard[event.data?.kind];
  if (act) event.waitUntil(Promise.resolve(act(event)).catch(() => {}));
});
self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
