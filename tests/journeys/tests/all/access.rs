//! For everyone: what axe finds, what screen readers are told, large text, narrow windows, forced colours, long words.

use std::env;

use journeys::{Visit, Visitor, stretched_language};
use serde_json::{Value, json};
use xtask::site::Fault;

use crate::narrow::too_wide;

/// A view of every sort, with what opens on it.
const VIEWS: [(&str, Option<&str>); 19] = [
    ("/", None),
    ("/?view=table&ids=china-malaysia,china-vietnam", None),
    ("/?of=parks&q=guangxi", None),
    ("/?q=nothing-like-this&country=MY", None),
    ("/compare", None),
    ("/compare?ids=china-malaysia,china-indonesia&best=1", None),
    ("/compare?of=parks&ids=qinzhou,kuantan,batang&ccy=USD&units=mu", None),
    ("/compare?ids=china-malaysia,china-vietnam&view=charts", Some("figure.chart")),
    ("/compare?ids=china-malaysia,china-vietnam", Some(CLAIMS)),
    ("/pairs/china-malaysia", Some(".year-line")),
    ("/parks/kuantan", Some(TAKE_ALONG)),
    ("/sectors", None),
    ("/sectors/electronics", None),
    ("/context/rcep", Some(".year-line")),
    ("/sources", None),
    ("/parks/kuantn", None),
    ("/compare?ids=china-malaysia,nobody-knows&colour=red&sort=x", None),
    ("/data", Some(".dispute .chart__strip")),
    ("/nowhere/at/all", None),
];
/// The claims behind a cell, over the page.
const CLAIMS: &str = "dialog[open] .chart__strip";
/// What is taken along, unfolded.
const TAKE_ALONG: &str = ".take-along[open] .qr";

/// Opens a view and waits until it is drawn, with what opens on it.
async fn open(visitor: &Visitor, address: &str, opened: Option<&str>, choices: &str) {
    if address == "/data" {
        // The folder of this name is served first; the app's own page is reached from within.
        visitor.open(&format!("/sectors?{choices}")).await;
        visitor.see_some("main h1").await;
        visitor.ask::<()>("document.querySelector('nav a[href^=data]').click();").await;
    } else {
        let sign = if address.contains('?') { '&' } else { '?' };
        visitor.open(&format!("{address}{sign}{choices}")).await;
    }
    let drawn = "return Boolean(document.querySelector('main h1')) && !document.querySelector('.loading')
        && performance.getEntriesByType('resource').filter((it) => it.name.includes('/data/') && it.responseEnd > 0).length >= 7;";
    visitor.wait_for("a drawn page", drawn).await;
    if opened == Some(CLAIMS) {
        visitor.ask::<()>("document.querySelector('tr[data-row=projects-0] button').click();").await;
    }
    if opened == Some(TAKE_ALONG) {
        visitor.ask::<()>("document.querySelector('.take-along > summary').click();").await;
    }
    if let Some(selector) = opened {
        visitor.see_some(selector).await;
    }
}

/// Puts axe into every page to come.
pub(crate) async fn with_axe(visitor: &Visitor) {
    let path = env::var_os("AXE").expect("AXE names the script; `cargo xtask test browser` sets it");
    let source = std::fs::read_to_string(path).expect("axe can be read");
    visitor.before_pages(&source).await;
}

/// What axe finds: rule, impact, and where.
pub(crate) async fn findings(visitor: &Visitor) -> Vec<String> {
    visitor
        .ask(
            "return axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations.flatMap((rule) =>
                rule.nodes.slice(0, 3).map((node) => `${rule.id} (${rule.impact}): ${node.target} ${node.html.slice(0, 140)}`)));",
        )
        .await
}

/// Lets axe look at every view in a language, in both themes and two widths.
fn look_at_everything(lang: &str) {
    Visit::new().go(async |visitor| {
        with_axe(visitor).await;
        let mut found = Vec::new();
        for (width, height) in [(1280, 900), (320, 640)] {
            visitor.browser().resize(width, height).await;
            for theme in ["light", "dark"] {
                for (address, opened) in VIEWS {
                    open(visitor, address, opened, &format!("lang={lang}&theme={theme}")).await;
                    let here = findings(visitor).await;
                    found.extend(here.into_iter().map(|finding| format!("{address} {theme} {width}: {finding}")));
                }
            }
        }
        assert!(found.is_empty(), "{} findings: {found:#?}", found.len());
    });
}

#[test]
fn axe_finds_nothing_in_english() {
    look_at_everything("en");
}

#[test]
fn axe_finds_nothing_in_chinese() {
    look_at_everything("zh-Hans");
}

#[test]
fn axe_finds_nothing_in_malay() {
    look_at_everything("ms");
}

#[test]
fn axe_finds_nothing_in_vietnamese() {
    look_at_everything("vi");
}

#[test]
fn axe_finds_nothing_after_errors_either() {
    Visit::new().with_fault("data/context.json", Fault::Missing).expecting("404").go(async |visitor| {
        with_axe(visitor).await;
        visitor.open("/").await;
        visitor.unfold("Details").await;
        visitor.see("context.json").await;
        assert_eq!(findings(visitor).await, Vec::<String>::new());
    });
    let core = ["attributes", "pairs", "parks", "sectors"].map(|name| format!("data/{name}.json"));
    let visit = core.iter().fold(Visit::new(), |visit, path| visit.with_fault(path, Fault::Missing)).expecting("404");
    visit.go(async |visitor| {
        with_axe(visitor).await;
        visitor.open("/").await;
        visitor.see_some("main [role=alert]").await;
        assert_eq!(findings(visitor).await, Vec::<String>::new());
    });
}

/// A table as the accessibility tree has it: its name, and for each row the roles and names of its cells.
type Table = (String, Vec<Vec<(String, String)>>);

async fn tables_in_the_tree(visitor: &Visitor) -> Vec<Table> {
    let tree = visitor.browser().command("Accessibility.getFullAXTree", json!({})).await;
    let nodes = tree["nodes"].as_array().expect("a tree has nodes");
    let by_id = |id: &Value| nodes.iter().find(|node| node["nodeId"] == *id);
    let role = |node: &Value| node["role"]["value"].as_str().unwrap_or_default().to_owned();
    let name = |node: &Value| node["name"]["value"].as_str().unwrap_or_default().trim().to_owned();
    /// Everything below a node that has one of the roles, not looking inside what was found.
    fn below<'a>(node: &'a Value, roles: &[&str], by_id: &dyn Fn(&Value) -> Option<&'a Value>) -> Vec<&'a Value> {
        let mut found = Vec::new();
        for child in node["childIds"].as_array().into_iter().flatten().filter_map(by_id) {
            if roles.contains(&child["role"]["value"].as_str().unwrap_or_default()) {
                found.push(child);
            } else {
                found.extend(below(child, roles, by_id));
            }
        }
        found
    }
    let tables = nodes.iter().filter(|node| role(node) == "table" && node["ignored"] != true);
    tables
        .map(|table| {
            let cells = ["cell", "gridcell", "rowheader", "columnheader"];
            let rows = below(table, &["row"], &by_id)
                .into_iter()
                .map(|row| below(row, &cells, &by_id).into_iter().map(|cell| (role(cell), name(cell))).collect());
            (name(table), rows.collect())
        })
        .collect()
}

#[test]
fn screen_readers_are_told_the_name_of_every_table_and_the_heading_of_every_row() {
    Visit::new().go(async |visitor| {
        let mut rows = 0;
        for (address, opened) in VIEWS {
            open(visitor, address, opened.filter(|it| *it != CLAIMS), "lang=en").await;
            // What is folded is no part of the tree until it is unfolded.
            visitor.ask::<()>("document.querySelectorAll('details').forEach((it) => { it.open = true; });").await;
            for (table, lines) in tables_in_the_tree(visitor).await {
                assert!(!table.is_empty(), "{address}: a table without a name");
                for line in lines {
                    let cells = line.iter().filter(|(role, _)| role.ends_with("cell")).count();
                    let heads = |role: &str| line.iter().filter(|(own, name)| own == role && !name.is_empty()).count();
                    if cells > 0 && heads("columnheader") == 0 {
                        assert_eq!(heads("rowheader"), 1, "{address}, {table}: {line:?}");
                        rows += 1;
                    } else {
                        assert!(heads("columnheader") + heads("rowheader") > 0, "{address}, {table}: {line:?}");
                    }
                }
            }
        }
        assert!(rows > 500, "only {rows} rows were read");
    });
}

#[test]
fn every_cell_says_its_figure_unit_and_date_to_those_who_do_not_see_it() {
    Visit::new().go(async |visitor| {
        visitor.open("/compare?ids=china-malaysia,china-vietnam").await;
        let rows = visitor.rows().await;
        let tables = tables_in_the_tree(visitor).await;
        let (_, lines) = tables.first().expect("the table of figures");
        for row in rows {
            let line = lines
                .iter()
                .find(|line| line.first().is_some_and(|(role, name)| role == "rowheader" && *name == row.name))
                .unwrap_or_else(|| panic!("{} is in no row of the tree", row.name));
            let told: Vec<&str> = line.iter().skip(1).map(|(_, name)| name.as_str()).collect();
            assert_eq!(told.len(), row.cells.len(), "{}: {told:?}", row.name);
            for (cell, told) in row.cells.iter().zip(told) {
                let said: String = told.chars().filter(|letter| !letter.is_whitespace()).collect();
                for value in &cell.values {
                    let value: String = value.chars().filter(|letter| !letter.is_whitespace()).collect();
                    assert!(said.contains(&value), "{}: {value} is not in {said}", row.name);
                }
                assert!(cell.state != "unpublished" || said.contains("Notpublished"), "{}: {said}", row.name);
            }
        }
    });
}

/// Text twice as large, and all pages at 320 px, which is what 1280 px become at 400 % zoom.
#[test]
fn nothing_is_lost_with_text_twice_as_large_nor_at_four_times_zoom() {
    Visit::new().go(async |visitor| {
        for (width, height, size) in [(1280, 900, "200%"), (320, 256, "100%")] {
            visitor.browser().resize(width, height).await;
            for (address, opened) in VIEWS {
                open(visitor, address, opened.filter(|it| *it != CLAIMS), "lang=vi").await;
                visitor.ask::<()>(&format!("document.documentElement.style.fontSize = '{size}';")).await;
                let wide = too_wide(visitor, width).await;
                assert!(wide.is_empty(), "{address} at {width} px and {size}: {wide:?}");
                let cut = clipped(visitor).await;
                assert!(cut.is_empty(), "{address} at {width} px and {size} cuts {cut:?}");
            }
        }
    });
}

/// Texts that do not fit their box and can't be scrolled to.
async fn clipped(visitor: &Visitor) -> Vec<String> {
    visitor
        .ask(
            "const hides = (it) => ['hidden', 'clip'].includes(getComputedStyle(it).overflowX) && !it.matches('.visually-hidden, .skip-link, option');
            const isCut = (it) => it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1;
            return [...document.querySelectorAll('body *')].filter((it) => it.checkVisibility() && it.clientWidth > 1 && hides(it) && isCut(it) && text(it))
                .map((it) => `${it.localName}.${it.className}: ${text(it).slice(0, 40)}`).slice(0, 5);",
        )
        .await
}

#[test]
fn words_two_fifths_longer_clip_nothing_and_widen_no_page() {
    let visit = stretched_language().into_iter().fold(Visit::new(), |visit, (path, fault)| visit.with_fault(&path, fault));
    visit.go(async |visitor| {
        let mut wrong = Vec::new();
        for (width, height) in [(1280, 900), (390, 844), (320, 640)] {
            visitor.browser().resize(width, height).await;
            for (address, opened) in VIEWS {
                open(visitor, address, opened, "lang=ms").await;
                let found: Vec<String> = too_wide(visitor, width).await.into_iter().chain(clipped(visitor).await).collect();
                wrong.extend(found.into_iter().map(|it| format!("{address} at {width}: {it}")));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}

#[test]
fn in_forced_colours_and_without_motion_everything_can_still_be_told_apart() {
    Visit::new().go(async |visitor| {
        let features = json!({ "features": [
            { "name": "forced-colors", "value": "active" },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        visitor.browser().command("Emulation.setEmulatedMedia", features).await;
        open(visitor, "/compare?ids=china-malaysia,china-vietnam&best=1", None, "lang=en").await;
        let moving: Vec<String> = visitor
            .ask(
                "return [...document.querySelectorAll('*')].filter((it) => {
                    const style = getComputedStyle(it);
                    return style.transitionDuration.split(',').some((time) => parseFloat(time) > 0) || (style.animationName !== 'none' && parseFloat(style.animationDuration) > 0);
                }).map((it) => it.className);",
            )
            .await;
        assert!(moving.is_empty(), "{moving:?}");
        // A switch that is on, and the best cell, show by lines as well as by colours.
        let told: bool = visitor
            .ask("const on = document.querySelector('[role=switch][aria-checked=true]'); return getComputedStyle(on).outlineStyle !== 'none';")
            .await;
        assert!(told, "a switch that is on looks as one that is off");
        open(visitor, "/compare?ids=china-malaysia,china-vietnam&view=charts", Some("figure.chart"), "lang=en").await;
        let unseen: usize = visitor
            .ask(
                "const ground = getComputedStyle(document.body).backgroundColor;
                return [...document.querySelectorAll('.chart__mark > *')].filter((it) => getComputedStyle(it).stroke === ground).length;",
            )
            .await;
        assert_eq!(unseen, 0, "points that have the colour of the paper");
    });
}

#[test]
fn targets_are_large_enough_for_fingers() {
    Visit::new().sized(390, 844).go(async |visitor| {
        visitor.browser().command("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await;
        for (address, opened) in VIEWS {
            open(visitor, address, opened, "lang=en").await;
            // Links within running text and lists of links are exempt from the rule; buttons, boxes and lists are not.
            let small: Vec<String> = visitor
                .ask(
                    "return [...document.querySelectorAll('button, select, summary, [role=switch], .tabs a, .button')]
                        .filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < 43.5)
                        .map((it) => `${it.localName}.${it.className} ${text(it).slice(0, 30)} ${it.getBoundingClientRect().height}`);",
                )
                .await;
            assert!(small.is_empty(), "{address}: {small:?}");
        }
    });
}
