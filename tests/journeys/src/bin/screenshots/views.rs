//! The views: where each is, what is wrong at the server meanwhile, and when it is ready.

use serde_json::{Value, json};
use xtask::site::Fault;

/// A page with all its data.
const DRAWN: &str = "return Boolean(document.querySelector('main h1')) && !document.querySelector('.loading')
    && performance.getEntriesByType('resource').filter((it) => it.name.includes('/data/') && it.responseEnd > 0).length >= 7;";
/// A page whose data does not come.
const WAITING: &str = "return Boolean(document.querySelector('[data-slow=true]'));";
/// A page whose data can't be had.
const FAILED: &str = "return Boolean(document.querySelector('main [role=alert]'));";

/// A view of the app.
pub(crate) struct View {
    pub(crate) name: &'static str,
    /// Its address, without language and theme.
    pub(crate) address: &'static str,
    /// What is wrong at the server.
    pub(crate) trouble: Trouble,
    /// A script that is true once it is ready.
    pub(crate) ready: &'static str,
    /// A script to run then, and after it one that is true once that is done.
    pub(crate) then: Option<(&'static str, &'static str)>,
    /// The windows that it is looked at in.
    pub(crate) windows: Windows,
}

/// Windows of a sort.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Windows {
    /// Phones and desks, and the whole page.
    Pages,
    /// Displays on expo floors, and what is on the glass.
    Displays,
}

impl Windows {
    /// Their widths, with the heights of usual windows of such widths.
    pub(crate) fn sizes(self) -> &'static [(u32, u32)] {
        match self {
            Self::Pages => &[(320, 640), (390, 844), (1280, 900)],
            Self::Displays => &[(1080, 1920), (1920, 1080)],
        }
    }
}

/// What can be wrong at the server.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    None,
    DataStalls,
    DataMissing,
    DataPartlyBad,
    AppMissing,
}

impl Trouble {
    /// The paths at which it is wrong, and how. `app` is the file of the app itself.
    pub(crate) fn faults(self, app: &str, parks: &Value) -> Vec<(String, Fault)> {
        let core = ["attributes", "pairs", "parks", "sectors"].map(|name| format!("data/{name}.json"));
        match self {
            Self::None => Vec::new(),
            Self::DataStalls => vec![("data/parks.json".to_owned(), Fault::Stall)],
            Self::DataMissing => core.map(|path| (path, Fault::Missing)).to_vec(),
            Self::DataPartlyBad => {
                let mut parks = parks.clone();
                if let Some(country) = parks.pointer_mut("/parks/2/country") {
                    *country = json!("nowhere");
                }
                vec![("data/parks.json".to_owned(), Fault::json(parks.to_string()))]
            }
            Self::AppMissing => vec![(app.to_owned(), Fault::Missing)],
        }
    }
}

const fn view(name: &'static str, address: &'static str) -> View {
    View { name, address, trouble: Trouble::None, ready: DRAWN, then: None, windows: Windows::Pages }
}

const fn kiosk(name: &'static str, address: &'static str) -> View {
    View { windows: Windows::Displays, ..view(name, address) }
}

/// All views.
pub(crate) const VIEWS: [View; 49] = [
    view("explore-cards", "/"),
    view("explore-table", "/?view=table"),
    view("explore-parks", "/?of=parks"),
    view("explore-empty", "/?q=rayong&country=MY"),
    view("explore-tray", "/?ids=china-malaysia,china-vietnam,china-indonesia"),
    view("embed-explore", "/embed?lock=1"),
    view("embed-compare", "/embed/compare?ids=china-malaysia,china-vietnam"),
    view("embed-pair", "/embed/pairs/china-malaysia?bg=101830&accent=ffd166&font=serif&radius=0"),
    view("embed-picked", "/embed/parks/kuantan?pick=planned-area,investment&bg=fff8f0&accent=ffe000"),
    view("embed-sector", "/embed/sectors/food"),
    View {
        ready: "return document.querySelectorAll('.share__code').length === 3;",
        ..view("share-embed", "/share/embed/compare?ids=china-malaysia,china-vietnam")
    },
    view("compare-2-pairs", "/compare?ids=china-malaysia,china-vietnam"),
    view("compare-5-pairs", "/compare?ids=china-malaysia,china-vietnam,china-indonesia,dongxing-mong-cai,sihanoukville"),
    view("compare-parks", "/compare?of=parks&ids=qinzhou,kuantan,batang"),
    view("compare-options", "/compare?of=parks&ids=qinzhou,kuantan,batang&diff=1&best=1&hide=1"),
    View {
        ready: "return Boolean(document.querySelector('figure.chart')) && Boolean(document.querySelector('.matrix'));",
        ..view("compare-charts", "/compare?ids=china-malaysia,china-vietnam&view=charts")
    },
    View {
        ready: "return document.querySelectorAll('figure.chart').length > 20;",
        ..view("compare-charts-parks", "/compare?of=parks&ids=qinzhou,kuantan,batang,rayong,sihanoukville&view=charts&ccy=USD")
    },
    View {
        then: Some((
            "document.querySelector('.take-along > summary').click();",
            "return Boolean(document.querySelector('.take-along .qr'));",
        )),
        ..view("take-along", "/compare?ids=china-malaysia,china-vietnam")
    },
    View {
        then: Some((
            "document.querySelectorAll('.year-line details').forEach((it) => { it.open = true; });",
            "return Boolean(document.querySelector('.year-line details[open]'));",
        )),
        ready: "return Boolean(document.querySelector('.year-line'));",
        ..view("park-qinzhou-years", "/parks/qinzhou")
    },
    view("compare-money", "/compare?ids=china-malaysia,china-vietnam&ccy=USD"),
    View {
        then: Some((
            "document.querySelector('tr[data-row=projects-0] button').click();",
            "return Boolean(document.querySelector('dialog[open] [data-claim]'));",
        )),
        ..view("claims", "/compare?ids=china-malaysia,china-vietnam")
    },
    view("pair-china-malaysia", "/pairs/china-malaysia"),
    view("pair-china-indonesia", "/pairs/china-indonesia"),
    view("park-kuantan", "/parks/kuantan"),
    view("sectors", "/sectors"),
    view("sector-new-energy-vehicles", "/sectors/new-energy-vehicles"),
    view("context-rcep", "/context/rcep"),
    view("context-exchange-rates", "/context/exchange-rates"),
    view("sources", "/sources"),
    View {
        then: Some((
            "document.querySelector('nav a[href^=data]').click();",
            "return Boolean(document.querySelector('.dispute'));",
        )),
        ..view("data", "/")
    },
    view("not-found", "/parks/kuantn"),
    View { trouble: Trouble::DataStalls, ready: WAITING, ..view("loading", "/") },
    View { trouble: Trouble::DataMissing, ready: FAILED, ..view("failed", "/") },
    View {
        trouble: Trouble::DataPartlyBad,
        then: Some((
            "document.querySelector('.notice summary').click();",
            "return document.querySelector('.notice details').open;",
        )),
        ..view("partly-bad", "/?of=parks")
    },
    View {
        trouble: Trouble::AppMissing,
        ready: "return document.getElementById('shell-message')?.role === 'alert';",
        ..view("app-missing", "/")
    },
    View {
        ready: "return Boolean(document.querySelector('.attract .half'));",
        // Nobody there means the first language that staff offer, whatever the address says.
        then: Some((
            "const first = new URL(performance.getEntriesByType('navigation')[0].name).searchParams.get('lang');
             const others = ['en', 'zh-Hans', 'ms', 'vi'].filter((it) => it !== first);
             kiosk.set('settings', JSON.stringify({ version: '1.0', kiosk: { languages: [first, ...others] } }));
             setTimeout(() => location.reload());",
            "const [first] = JSON.parse(kiosk.get('settings')).kiosk.languages;
             if (!document.querySelector('.attract .half') || document.documentElement.lang !== first) return false;
             // The long texts come last, and the halves join once more.
             if (performance.now() < 2500 || document.getAnimations().some((it) => it.playState === 'running')) return false;
             kiosk.set('settings', '');
             return true;",
        )),
        ..kiosk("kiosk-attract", "/kiosk?idle=600")
    },
    kiosk("kiosk-pair", "/kiosk/pairs/china-malaysia?idle=600"),
    View {
        ready: "return Boolean(document.querySelector('.sector-tree'));",
        ..kiosk("kiosk-sectors", "/kiosk/sectors?idle=600")
    },
    View {
        ready: "return Boolean(document.querySelector('.source-line'));",
        ..kiosk("kiosk-sources", "/kiosk/sources?idle=600")
    },
    View {
        ready: "return Boolean(document.querySelector('figure.chart'));",
        ..kiosk("kiosk-charts", "/kiosk/compare?ids=china-malaysia,china-vietnam&view=charts&ccy=USD&idle=600")
    },
    View {
        then: Some((
            "document.querySelector('tr[data-row] td button').click();",
            "return Boolean(document.querySelector('dialog.claims-dialog[open] [data-claim]'));",
        )),
        ..kiosk("kiosk-claims", "/kiosk/pairs/china-vietnam?idle=600")
    },
    View {
        then: Some((
            "document.querySelector('article input').click();",
            "return document.querySelectorAll('.tray__chip').length === 1;",
        )),
        ..kiosk("kiosk-tray", "/kiosk?country=VN&idle=600")
    },
    kiosk("kiosk-explore", "/kiosk?of=parks&idle=600"),
    kiosk("kiosk-compare", "/kiosk/compare?ids=china-malaysia,china-vietnam&idle=600"),
    View {
        then: Some((
            "document.querySelector('input[type=search]').focus();",
            "return Boolean(document.querySelector('.keyboard'));",
        )),
        ..kiosk("kiosk-keyboard", "/kiosk?q=lang&idle=600")
    },
    View {
        then: Some((
            "document.querySelector('.reach__button[data-kind=main]').click();",
            "return Boolean(document.querySelector('dialog.code[open] .qr'));",
        )),
        ..kiosk("kiosk-code", "/kiosk/pairs/china-vietnam?idle=600&base=https://twin.example.org/")
    },
    View {
        then: Some((
            "for (const it of document.querySelectorAll('.reach__switch')) it.click();",
            "return document.documentElement.dataset.text === 'large';",
        )),
        ..kiosk("kiosk-large", "/kiosk/parks/kuantan?idle=600")
    },
    View {
        then: Some(("", "return Boolean(document.querySelector('dialog.asking[open]'));")),
        ..kiosk("kiosk-asking", "/kiosk/pairs/china-malaysia?idle=10&warn=60")
    },
    View {
        // A press on the mark, and once it has been long enough, the PIN.
        then: Some((
            "kiosk.set('pin', '2468');
             document.querySelector('.reach__mark').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));",
            "const key = (digit) => document.querySelector(`[data-digit='${digit}']`);
             if (!document.querySelector('.staff__parts') && key(2)) [...'2468'].forEach((digit) => key(digit)?.click());
             return Boolean(document.querySelector('.staff__parts'));",
        )),
        ..kiosk("kiosk-staff", "/kiosk/pairs/china-malaysia?idle=600")
    },
];
