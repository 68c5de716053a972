//! On a phone.

use journeys::{Visit, Visitor};

/// A page of every kind, and one that does not exist.
const PAGES: [&str; 16] = [
    "/",
    "/?view=table",
    "/?of=parks",
    "/?of=parks&view=table",
    "/?q=nothing-like-this",
    "/?ids=china-malaysia,china-vietnam,dongxing-mong-cai",
    "/compare",
    "/compare?ids=china-malaysia,china-indonesia",
    "/compare?of=parks&ids=qinzhou,kuantan",
    "/pairs/china-indonesia",
    "/parks/kuantan",
    "/sectors",
    "/sectors/electronics",
    "/context/rcep",
    "/sources",
    "/nowhere/at/all",
];

async fn see_drawn(visitor: &Visitor) {
    visitor
        .wait_for("a drawn page", "return Boolean(document.querySelector('main h1')) && !document.querySelector('.loading');")
        .await;
}

/// What reaches beyond a window of this width, without standing inside something that scrolls by itself; nothing when the page fits.
pub(crate) async fn too_wide(visitor: &Visitor, width: u32) -> Vec<String> {
    // What is placed absolutely leaves every box up to the one it is placed in.
    let script = "
        if (document.documentElement.scrollWidth <= WIDTH) return [];
        const outer = (it) => (getComputedStyle(it).position === 'absolute' ? it.offsetParent : it.parentElement);
        const isCut = (it) => it && (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(it).overflowX) || isCut(outer(it)));
        const all = [...document.querySelectorAll('body *')];
        const found = all.filter((it) => it.getBoundingClientRect().right > WIDTH + 0.5 && !isCut(outer(it)));
        const told = found.slice(0, 4).map((it) => `${it.localName}.${it.className}: ${text(it).slice(0, 30)}`);
        return [`${document.documentElement.scrollWidth} px`, ...new Set(told)];";
    visitor.ask(&script.replace("WIDTH", &width.to_string())).await
}

#[test]
fn no_page_scrolls_sideways_at_320_pixels() {
    Visit::new().sized(320, 640).go(async |visitor| {
        let mut wide = Vec::new();
        let mut note = async |address: &str| {
            see_drawn(visitor).await;
            let found = too_wide(visitor, 320).await;
            if !found.is_empty() {
                wide.push((address.to_owned(), found));
            }
        };
        for lang in ["en", "zh-Hans"] {
            for address in PAGES {
                let sign = if address.contains('?') { '&' } else { '?' };
                let address = format!("{address}{sign}lang={lang}");
                visitor.open(&address).await;
                note(&address).await;
            }
            visitor.follow(if lang == "en" { "Data" } else { "数据" }).await;
            visitor.see_address(&format!("/data?lang={lang}")).await;
            note("/data").await;
        }
        assert!(wide.is_empty(), "{wide:#?}");
    });
}

#[test]
fn two_columns_can_be_read_side_by_side_at_320_pixels() {
    Visit::new().sized(320, 640).go(async |visitor| {
        visitor.open("/compare?of=parks&ids=qinzhou,kuantan").await;
        visitor.see_some("tr[data-row]").await;
        let (left, right): (f64, f64) = visitor
            .ask(
                "const cells = document.querySelector('tr[data-row=planned-area-0]').querySelectorAll('td');
                return [cells[0].getBoundingClientRect().left, cells[1].getBoundingClientRect().right];",
            )
            .await;
        assert!(left >= 0.0 && right <= 320.5, "the two columns reach from {left} to {right}");
        let sizes: Vec<f64> = visitor
            .ask("return [...document.querySelectorAll('tr[data-row] .figure__value')].map((it) => parseFloat(getComputedStyle(it).fontSize));")
            .await;
        assert!(sizes.iter().all(|size| *size >= 12.0), "some figures are too small to read: {sizes:?}");
    });
}

#[test]
fn filters_unfold_on_a_phone_and_the_results_come_first() {
    Visit::new().sized(390, 844).go(async |visitor| {
        visitor.open_explore().await;
        visitor.wait_for("folded filters", "return !all('checkbox').some((it) => name(it) === 'Malaysia');").await;
        visitor.unfold("Filters").await;
        visitor.tick("Malaysia").await;
        visitor.see_count("1 pair of 20").await;
        visitor.see_address("/?country=MY").await;
    });
}
