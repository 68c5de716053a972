//! Visitors one after the other at a kiosk, many times faster than people, and what the browser needs after each
//! hundred of them: a display that stands for weeks may not grow.

use std::fmt::Write as _;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::visit::Visitor;

/// How many times faster than real time passes. Faster, and a file that takes a third of a second would be given up.
const SPEED: u32 = 60;
/// The kiosk of the visitors. At this speed it waits two seconds, which is enough for a page whose code is on its way.
const PLACE: &str = "/kiosk?idle=120&warn=5&base=https://twin.example.org/&lang=en";
/// One of so many visitors walks away, the others start over for the next one, which is faster.
const WALKER: u32 = 50;

/// Flags by which a browser runs scripts as they are. Otherwise it makes ever faster code of what it meets often, over
/// some thousand visitors, and throws away what it has not met for a while: the heap would tell of the compiler, and not
/// of what a page holds on to. The program itself is compiled all the same.
pub const STEADY: [&str; 1] =
    ["--js-flags=--no-flush-bytecode --no-opt --no-maglev --no-sparkplug --no-lazy-feedback-allocation"];

/// What the browser needs while nobody is there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// How many visitors there were so far.
    pub visitors: u32,
    /// Pages of the program's memory, 64 KiB each. It never shrinks.
    pub wasm_pages: u64,
    /// Bytes that the page's scripts use, after everything unused was collected.
    pub heap: u64,
    /// Nodes of documents, those that are only held on to included.
    pub nodes: u64,
    /// Listeners for events.
    pub listeners: u64,
}

/// What a visitor does. There are several sorts, so that all of the kiosk is used. It lies in the page once, since a
/// browser keeps something of every script that it is given.
const VISIT: &str = "
globalThis.soak = (() => {
    const frame = () => new Promise((done) => setTimeout(done, 1));
    const until = async (what, look) => {
        for (let times = 0; times < 4000; times += 1) { const found = look(); if (found) return found; await frame(); }
        throw new Error(`waited in vain for ${what} at ${location.href}`);
    };
    const some = (selector) => until(selector, () => document.querySelector(selector));
    const press = async (selector) => (await some(selector)).click();
    const page = async (at) => { (await until('the pages', () => document.querySelectorAll('.reach__page')[at])).click(); };
    const speak = async (lang) => { await press(`.reach__language[lang=${lang}]`); await until(lang, () => document.documentElement.lang === lang); };
    const sorts = [
        async () => {
            await press('tr[data-row] td button');
            await some('dialog.claims-dialog[open] [data-claim]');
            await press('dialog.claims-dialog .button');
            await press('.reach__button[data-kind=main]');
            await some('dialog.code[open] .qr');
            await press('dialog.code .button');
        },
        async () => {
            await page(0);
            await press('.facet input');
            await some('article');
            const field = await some('input[type=search]');
            field.focus();
            await press('.keyboard__key');
            await press('.keyboard__key[data-kind=main]');
            await speak('zh-Hans');
        },
        async () => {
            await page(0);
            const box = (at) => until('cards', () => document.querySelectorAll('article input')[at]);
            (await box(0)).click();
            await until('one', () => document.querySelectorAll('.tray__chip').length === 1);
            (await box(1)).click();
            await press('.tray__compare');
            await press('.tabs a[href*=charts]');
            await some('figure.chart');
            await speak('ms');
        },
        async () => {
            await page(2);
            await press('.sector-tree a');
            await some('main h1');
            await press('.reach__button:not([data-kind]) ~ .reach__button:not(:disabled)');
            await some('.sector-tree');
            await speak('vi');
            await press('.reach__switch');
        },
    ];
    const names = () => [...document.querySelectorAll('.attract .half__name')].map((name) => name.textContent).join();
    return {
        async visit(sort, walks) {
            await some('.reach');
            await some('main h1');
            // The first and the last sort take a fifth of the time of the others, and so come more often.
            await sorts[[0, 3, 1, 0, 3, 0, 3, 2][sort % 8]]();
            if (!walks) await press('.reach__button');
            await some('.attract .half');
            await until('the first language', () => document.documentElement.lang === 'en');
        },
        // Always at the first pair, so that as much is drawn at each reading.
        async rest() {
            await until('the first pair', () => document.querySelector('.attract[data-turn=even]') && names() === 'Qinzhou,Kuantan');
            return (await twinParks).memory.buffer.byteLength / 65536;
        },
    };
})();";

#[derive(Deserialize)]
struct Metric {
    name: String,
    value: f64,
}

/// Sends so many visitors to a kiosk, and tells of every `each` of them.
///
/// # Panics
/// When a visitor does not find what the kiosk offers, or the page begins again on the way.
pub async fn soak(visitor: &Visitor, visitors: u32, each: u32, mut told: impl FnMut(&Reading)) -> Vec<Reading> {
    let browser = visitor.browser();
    visitor.hasten(SPEED).await;
    visitor.before_pages(VISIT).await;
    browser.command("Performance.enable", json!({})).await;
    visitor.open(PLACE).await;
    visitor.see_some(".attract .half").await;
    visitor.wait_for("a version on the device", "return Boolean(JSON.parse(kiosk.health()).version);").await;
    let began = in_page(browser, "performance.timeOrigin").await;
    let mut readings = Vec::new();
    for number in 0..visitors {
        visitor.tap(300, 400).await;
        in_page(browser, &format!("soak.visit({number}, {})", number % WALKER == WALKER - 1)).await;
        if (number + 1) % each == 0 {
            let reading = read(browser, number + 1, readings.last()).await;
            told(&reading);
            readings.push(reading);
        }
    }
    // A page that had begun again would have hidden what it had grown by.
    assert_eq!(in_page(browser, "performance.timeOrigin").await, began, "the page began again");
    assert_eq!(in_page(browser, "kiosk.get('faults')").await, Value::Null, "there were faults");
    readings
}

/// What a function of the page gives. Without the helpers that other questions bring along.
async fn in_page(browser: &Browser, expression: &str) -> Value {
    let asked = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
    let answer = browser.command("Runtime.evaluate", asked).await;
    assert!(answer.get("exceptionDetails").is_none(), "{expression}: {answer}");
    answer.pointer("/result/value").cloned().unwrap_or_default()
}

/// The least of some readings: what a page has just left is on its way out, and may be counted still. So it is read again
/// some times if there is more than before; what does not go is there each time.
async fn read(browser: &Browser, visitors: u32, before: Option<&Reading>) -> Reading {
    let mut least = read_once(browser, visitors).await;
    for number in 0..8 {
        let is_enough = before.map_or(number == 2, |before| growth(before, &least).is_empty());
        if is_enough {
            break;
        }
        let again = read_once(browser, visitors).await;
        least.heap = least.heap.min(again.heap);
        least.nodes = least.nodes.min(again.nodes);
        least.listeners = least.listeners.min(again.listeners);
    }
    least
}

async fn read_once(browser: &Browser, visitors: u32) -> Reading {
    let wasm_pages = in_page(browser, "soak.rest()").await.as_u64().expect("a number of pages");
    for _ in 0..3 {
        browser.command("HeapProfiler.collectGarbage", json!({})).await;
    }
    let metrics = browser.command("Performance.getMetrics", json!({})).await;
    let metrics: Vec<Metric> = serde_json::from_value(metrics.get("metrics").cloned().unwrap_or_default()).unwrap_or_default();
    let metric = |name: &str| metrics.iter().find(|metric| metric.name == name).expect("the browser counts it").value as u64;
    Reading {
        visitors,
        wasm_pages,
        heap: metric("JSHeapUsedSize"),
        nodes: metric("Nodes"),
        listeners: metric("JSEventListeners"),
    }
}

impl Reading {
    /// The heads of the columns of [`line`](Self::line).
    pub const HEADS: &str = "visitors  wasm pages  heap (kB)    nodes  listeners";

    /// The reading as a line of a table.
    #[must_use]
    pub fn line(&self) -> String {
        let Self { visitors, wasm_pages, heap, nodes, listeners } = self;
        format!("{visitors:>8}  {wasm_pages:>10}  {:>9}  {nodes:>7}  {listeners:>9}", heap / 1_000)
    }
}

/// What has grown from one reading to another that may not: nodes, listeners and the program's memory at all, the heap
/// by more than 2 %. Nothing is well.
#[must_use]
pub fn growth(from: &Reading, to: &Reading) -> String {
    let mut grown = String::new();
    let counts = [
        ("wasm pages", from.wasm_pages, to.wasm_pages),
        ("nodes", from.nodes, to.nodes),
        ("listeners", from.listeners, to.listeners),
    ];
    for (name, before, after) in counts {
        if after > before {
            let _ = write!(grown, "{name} from {before} to {after}; ");
        }
    }
    if to.heap * 100 > from.heap * 102 {
        let _ = write!(grown, "heap from {} to {} bytes; ", from.heap, to.heap);
    }
    grown
}
