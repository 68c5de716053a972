//! Everything at once: every text of every file written to deceive, addresses and messages by the thousand.

use journeys::{Visit, Visitor, dist};
use serde_json::Value;
use xtask::site::Fault;

/// Markup, an address that is a script, and marks that turn the direction of writing.
const HOSTILE: &str =
    "<img src=x onerror=window.hacked=1><script>window.hacked=1</script> javascript:window.hacked=1 \u{202e}\u{2066}\u{200f}";

/// Names of fields whose values are keys to other things, so that a record with another value is left out.
const KEYS: [&str; 27] = [
    "id",
    "attribute",
    "attributes",
    "source",
    "sources",
    "park",
    "parks",
    "pair",
    "pairs",
    "subject",
    "claims",
    "home",
    "partner",
    "country",
    "kind",
    "unit",
    "group",
    "model",
    "status",
    "access",
    "parent",
    "scope",
    "sector",
    "sectors",
    "lang",
    "side",
    "stage",
];

/// Appends the hostile text to every text of a file, and to what names other things only if asked to.
fn poisoned(value: &mut Value, name: &str, with_keys: bool) {
    match value {
        Value::String(text) if with_keys || !KEYS.contains(&name) => text.push_str(HOSTILE),
        Value::Array(list) => list.iter_mut().for_each(|value| poisoned(value, name, with_keys)),
        Value::Object(fields) => fields.iter_mut().for_each(|(name, value)| poisoned(value, name, with_keys)),
        _ => {}
    }
}

fn visit(with_keys: bool) -> Visit {
    let files =
        ["attributes", "sectors", "parks", "pairs", "context", "sources", "disputes"].map(|name| format!("data/{name}.json"));
    let further = ["words/vi.json", "data/texts/vi.json", "data/texts/vi.names.json"].map(str::to_owned);
    files.into_iter().chain(further).fold(Visit::new(), |visit, path| {
        let file = std::fs::read(dist().join(&path)).expect("it ships");
        let mut value: Value = serde_json::from_slice(&file).expect("it is JSON");
        poisoned(&mut value, "", with_keys);
        visit.with_fault(&path, Fault::json(value.to_string()))
    })
}

/// That no text became markup, none turns the writing, and every link leads to the web.
async fn check(visitor: &Visitor, place: &str) {
    let wrong: Vec<String> = visitor
        .ask(
            "const wrong = [];
            if (window.hacked) wrong.push('a script ran');
            for (const it of document.querySelectorAll('body img, main script, dialog script, body iframe:not(.share__preview)')) wrong.push(it.outerHTML);
            for (const it of document.querySelectorAll('a[href], area[href], form[action]')) {
                if (!/^https?:$/.test(new URL(it.getAttribute('href') ?? it.action, document.baseURI).protocol)) wrong.push(it.outerHTML);
            }
            for (const it of document.querySelectorAll('body *')) {
                for (const name of it.getAttributeNames()) if (/^on/.test(name)) wrong.push(`${it.localName} ${name}`);
            }
            const turned = (document.title + document.body.textContent).match(/.{0,80}[\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069]/);
            if (turned) wrong.push(`the writing is turned: ${turned[0]}`);
            return wrong.slice(0, 5);",
        )
        .await;
    assert!(wrong.is_empty(), "{place}: {wrong:#?}");
}

#[test]
fn no_field_of_any_file_becomes_markup_or_turns_the_writing() {
    let pages = [
        "/",
        "/?view=table",
        "/?of=parks",
        "/pairs/china-malaysia",
        "/parks/kuantan",
        "/context/ecrl",
        "/compare?ids=china-malaysia,china-vietnam",
        "/compare?view=charts&ids=china-malaysia,china-vietnam",
        "/sectors",
        "/sectors/food",
        "/sources",
        "/data",
        "/share/embed",
        "/embed/parks/kuantan",
    ];
    for with_keys in [false, true] {
        visit(with_keys).tolerant().go(async |visitor| {
            for page in pages {
                for lang in ["en", "vi"] {
                    let mark = if page.contains('?') { '&' } else { '?' };
                    visitor.open(&format!("{page}{mark}lang={lang}")).await;
                    visitor
                        .wait_for(
                            "a page",
                            "return Boolean(document.querySelector('main h1')) && !document.querySelector('[aria-busy]');",
                        )
                        .await;
                    check(visitor, &format!("{page} in {lang}")).await;
                }
            }
        });
    }
}

/// Makes addresses of what addresses are made of and of what they are not, always the same for a seed.
const ADDRESSES: &str = "
    let state = arguments[0];
    const dice = (sides) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 2 ** 32 * sides); };
    const of = (list) => list[dice(list.length)];
    const paths = ['', 'compare', 'pairs/china-malaysia', 'pairs/none', 'parks/kuantan', 'parks/../..', 'sectors', 'sectors/food', 'context/ecrl', 'sources', 'data', 'kiosk', 'embed', 'share/embed',
        '%', '%ff', '..', 'javascript:window.hacked=1', 'x'.repeat(3000), '钦州', '%E2%80%AE', 'a b', 'compare/', 'PAIRS/CHINA'];
    const names = ['q', 'country', 'sector', 'model', 'status', 'access', 'of', 'view', 'sort', 'ids', 'lang', 'units', 'ccy', 'theme', 'diff', 'best', 'hide', 'accent', 'pick', 'idle', '', 'x', '__proto__', 'constructor'];
    const values = ['', 'MY', 'VN,MY', 'china-malaysia,china-vietnam', 'kuantan,qinzhou,batang', 'parks', 'table', 'charts', 'name', '-area', 'zh-Hans', 'ms', 'en', 'metric', 'USD', 'dark', '1', '0', '-1', 'NaN', '1e309',
        '<script>window.hacked=1</script>', '%3Cimg%20src%3Dx%3E', 'javascript:window.hacked=1', '%00', '%ff', '%', 'a'.repeat(2000), ','.repeat(300), '%E2%80%AE', '😀', '../..', \"' or 1=1\", '\"><svg onload=1>'];
    const address = () => { let parts = []; for (let n = dice(6); n > 0; n--) parts.push(`${of(names)}=${of(values)}`); return `/${of(paths)}` + (parts.length ? `?${parts.join(of(['&', '&', '&&', ';']))}` : ''); };
    const frames = () => new Promise((done) => setTimeout(done, 0));
    const wrong = [];
    for (let n = 0; n < arguments[1]; n++) {
        const to = address();
        try { history.replaceState(null, '', to); } catch { continue; }
        dispatchEvent(new PopStateEvent('popstate'));
        await frames();
        if (window.hacked || document.querySelector('main script, main img, #stopped') || !document.querySelector('main')) { wrong.push(to); break; }
        for (const it of document.querySelectorAll('a[href]')) if (!/^https?:$/.test(it.protocol)) { wrong.push(`${to}: ${it.outerHTML}`); break; }
    }
    return wrong;";

/// How many hundreds of addresses are gone through: ten, or as many as `TWIN_PARKS_HUNDREDS` says. A hundred take some
/// minutes.
fn rounds() -> u32 {
    std::env::var("TWIN_PARKS_HUNDREDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(10)
}

#[test]
fn addresses_by_the_thousand_leave_the_app_in_use() {
    // The browser would pass over addresses that come so fast.
    Visit::new().with_flags(&["--disable-ipc-flooding-protection"]).go(async |visitor| {
        visitor.open_explore().await;
        for round in 0..rounds() {
            let script = format!("return (async (...arguments) => {{ {ADDRESSES} }})({round}, 100);");
            let wrong: Vec<String> = visitor.ask(&script).await;
            assert!(wrong.is_empty(), "{wrong:#?}");
        }
        visitor.ask::<()>("history.replaceState(null, '', '/?country=MY&lang=en'); dispatchEvent(new PopStateEvent('popstate')); return null;").await;
        visitor.see_count("1 pair of 20").await;
        let elsewhere: bool = visitor.ask("return performance.getEntriesByType('navigation').length === 1 && location.protocol === 'http:';").await;
        assert!(elsewhere);
    });
}

/// Messages as other pages may send them.
const MESSAGES: &str = "
    let state = 7;
    const dice = (sides) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 2 ** 32 * sides); };
    const leaf = () => [null, undefined, 0, -1, NaN, 1e309, '', 'height', 'x'.repeat(5000), true, 1n, new Date(0), new Error('x'), /x/, new Uint8Array(9)][dice(15)];
    const tree = (depth) => { if (depth < 1 || dice(3) === 0) return leaf(); if (dice(4) === 0) return [tree(depth - 1), tree(depth - 1)];
        const node = {}; for (let n = dice(4); n >= 0; n--) node[['twinParks', 'ask', 'ready', 'height', 'type', 'data', '__proto__', 'then'][dice(8)]] = dice(3) ? tree(depth - 1) : [1, 'height', 2, 'version'][dice(4)]; return node; };
    for (let n = 0; n < 1000; n++) { const message = tree(3); for (const to of [window, ...Array.from(frames)]) to.postMessage(message, '*'); }
    return null;";

#[test]
fn a_thousand_messages_leave_site_and_frame_in_use() {
    Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        visitor.ask::<()>(MESSAGES).await;
        visitor.tick("Malaysia").await;
        visitor.see_count("1 pair of 20").await;
        let src = visitor.url_of("/embed?lang=en");
        let html = format!(
            "<!doctype html><title>Partner</title><iframe data-twin-parks width=1200 height=600 src=\"{src}\"></iframe><script src=\"{}\"></script>",
            visitor.url_of("/embed.js")
        );
        let partner = journeys::Partner::open().with_page("/", &[], &html);
        visitor.browser().go(&partner.url("/")).await;
        visitor.browser().enter_frame(0).await;
        visitor.see_some("article").await;
        visitor.browser().leave_frames().await;
        visitor.ask::<()>(MESSAGES).await;
        visitor.browser().enter_frame(0).await;
        visitor.tick("Malaysia").await;
        visitor.see_count("1 pair of 20").await;
        check(visitor, "the frame").await;
    });
}
