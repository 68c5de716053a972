//! Languages, units and themes: the reader's own choices.

use std::collections::BTreeMap;

use journeys::{Visit, Visitor};
use serde_json::json;
use xtask::site::Fault;

#[test]
fn switching_the_language_keeps_filters_and_choices() {
    Visit::new().go(async |visitor| {
        visitor.open("/?country=VN&ids=china-malaysia,china-vietnam").await;
        visitor.see_some("article").await;
        visitor.wait_for("English", "return document.documentElement.lang === 'en';").await;
        visitor.pick("Language", "简体中文").await;
        visitor.see_address("/?country=VN&ids=china-malaysia,china-vietnam&lang=zh-Hans").await;
        visitor.wait_for("Chinese", "return document.documentElement.lang === 'zh-Hans';").await;
        visitor.see_heading("产业链可在何处跨越国界").await;
        visitor.wait_for("the same box", "return find('checkbox', '越南').checked;").await;
        visitor.see_a("link", "对比2 个双园组合").await;
        visitor.follow_in(("navigation", "主导航"), "产业").await;
        visitor.see_heading("产业").await;
        visitor.see_address("/sectors?ids=china-malaysia,china-vietnam&lang=zh-Hans").await;
        visitor.pick("语言", "English").await;
        visitor.see_heading("Sectors").await;
        visitor.see_address("/sectors?ids=china-malaysia,china-vietnam&lang=en").await;
    });
}

#[test]
fn a_browser_that_prefers_chinese_gets_chinese() {
    Visit::new().speaking("zh-CN,zh").go(async |visitor| {
        visitor.open("/").await;
        visitor.see_heading("产业链可在何处跨越国界").await;
        visitor.wait_for("Chinese", "return document.documentElement.lang === 'zh-Hans';").await;
        visitor.open("/?lang=en").await;
        visitor.see_heading("Where a chain can cross the border").await;
    });
}

#[test]
fn every_language_speaks_its_own_words_numbers_and_dates() {
    for (tag, heading, area, date) in [
        ("ms", "Di mana rantaian boleh merentas sempadan", "Keluasan", "Dis 2024"),
        ("vi", "Nơi chuỗi sản xuất có thể vượt biên giới", "Diện tích", "12/2024"),
    ] {
        Visit::new().go(async |visitor| {
            visitor.open(&format!("/?lang={tag}")).await;
            visitor.see_heading(heading).await;
            visitor.wait_for("the language", &format!("return document.documentElement.lang === '{tag}';")).await;
            visitor.see(area).await;
            visitor.see(date).await;
        });
    }
    Visit::new().speaking("vi-VN,en").go(async |visitor| {
        visitor.open("/").await;
        visitor.see("14,2 km²").await;
        visitor.see("20,77 tỷ MYR").await;
    });
}

#[test]
fn only_the_language_in_use_is_downloaded_and_only_once() {
    let asked = "return performance.getEntriesByType('resource').map((it) => it.name).filter((it) => it.includes('/words/'))
        .map((it) => it.split('/').at(-1)).filter((it, at, all) => all.indexOf(it) === at);";
    Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        assert_eq!(visitor.ask::<Vec<String>>(asked).await, Vec::<String>::new(), "English is part of the app");
        visitor.pick("Language", "Bahasa Melayu").await;
        visitor.see_heading("Di mana rantaian boleh merentas sempadan").await;
        visitor.pick("Bahasa", "English").await;
        visitor.see_heading("Where a chain can cross the border").await;
        visitor.pick("Language", "Bahasa Melayu").await;
        visitor.see_heading("Di mana rantaian boleh merentas sempadan").await;
        assert_eq!(visitor.ask::<Vec<String>>(asked).await, ["ms.json"]);
    });
}

#[test]
fn a_language_that_does_not_come_leaves_the_page_as_it_was_and_can_be_asked_for_again() {
    Visit::new().with_fault("words/vi.json", Fault::Missing).expecting("404").go(async |visitor| {
        visitor.open_explore().await;
        visitor.pick("Language", "Tiếng Việt").await;
        visitor.see("Tiếng Việt could not be loaded; the page stays in this language.").await;
        visitor.see_heading("Where a chain can cross the border").await;
        visitor.see_count("20 pairs").await;
        visitor.server().set_fault("words/vi.json", None);
        visitor.press("Try again").await;
        visitor.see_heading("Nơi chuỗi sản xuất có thể vượt biên giới").await;
    });
    // The same for a visitor whose browser asks for it.
    Visit::new().speaking("vi").with_fault("words/vi.json", Fault::Missing).expecting("404").go(async |visitor| {
        visitor.open("/").await;
        visitor.see_heading("Where a chain can cross the border").await;
        visitor.see("Tiếng Việt could not be loaded").await;
    });
}

#[test]
fn the_chinese_interface_has_no_english_left_in_it() {
    Visit::new().go(async |visitor| {
        for address in [
            "/",
            "/?view=table",
            "/compare?ids=china-malaysia,china-vietnam",
            "/pairs/china-malaysia",
            "/parks/kuantan",
            "/sectors",
            "/sources",
        ] {
            let sign = if address.contains('?') { '&' } else { '?' };
            visitor.open(&format!("{address}{sign}lang=zh-Hans")).await;
            visitor
                .wait_for(
                    "a drawn page",
                    "return Boolean(document.querySelector('main h1')) && !document.querySelector('.loading');",
                )
                .await;
            let left: Vec<String> = visitor.ask(ENGLISH).await;
            assert!(left.is_empty(), "{address}: {left:?}");
        }
    });
}

/// The words of the interface that have small Latin letters. Titles of sources, names of places that have no Chinese one, and the name of the other
/// language in the list of languages may.
const ENGLISH: &str = "
    const interfaces = 'nav a, .skip-link, footer, label, legend, summary, button, h1, h2, .nothing h3, dt, th[scope=row], th[scope=rowgroup], ' +
        'thead th, caption, [role=switch], [role=status], select:not([name=lang]) option, .unpublished';
    const isNamed = (it) => it.querySelector('select[name=lang]') || it.querySelector('.source-line') || it.matches('.result-table th[scope=row]');
    const found = [...document.querySelectorAll(interfaces)].filter((it) => !isNamed(it));
    const names = [...document.querySelectorAll('[aria-label], [placeholder], [title]')].flatMap((it) => [it.ariaLabel, it.placeholder, it.title]);
    return [...new Set([...found.map(text), ...names, document.title].filter((it) => it && /[a-z]{3,}/.test(it)))];";

#[test]
fn land_is_shown_in_the_unit_of_choice_and_nothing_else_changes() {
    Visit::new().go(async |visitor| {
        visitor.open("/parks/kuantan").await;
        let before = by_name(visitor).await;
        assert!(before["Planned area"].contains("14.2 km²"), "{}", before["Planned area"]);
        for (choice, key, area) in
            [("Hectares", "metric", "1,420 ha"), ("Mu", "mu", "21,300 mu"), ("Acres", "acre", "3,510 acres")]
        {
            visitor.pick("Land unit", choice).await;
            visitor.see_address(&format!("/parks/kuantan?units={key}")).await;
            visitor.see(area).await;
            let after = by_name(visitor).await;
            assert!(after["Planned area"].contains(area), "{}", after["Planned area"]);
            for (name, text) in &before {
                let is_land = ["km²", " ha", "acre", " mu", "/m²"].iter().any(|unit| text.contains(unit));
                assert!(is_land || after[name] == *text, "{name}: {text} became {}", after[name]);
            }
        }
        visitor.open_claims("Planned area", 0).await;
        let claims = visitor.claims().await;
        assert!(claims[0].text.contains("14.2 km²"), "behind the cell everything stands as published: {:?}", claims[0]);
    });
}

#[test]
fn money_is_shown_in_the_currency_of_choice_with_its_rates_and_as_published_one_click_away() {
    Visit::new().go(async |visitor| {
        visitor.open("/parks/qinzhou").await;
        visitor.see("29.5 bn CNY").await;
        visitor.pick("Currency", "USD").await;
        visitor.see_address("/parks/qinzhou?ccy=USD").await;
        visitor.see("≈ 4.2 bn USD").await;
        visitor.see("7.0197 CNY per USD (8 Jan 2026)").await;
        visitor.open_claims("Investment", 0).await;
        let claims = visitor.claims().await;
        assert!(claims[0].text.contains("29.5 bn CNY"), "{:?}", claims[0]);
        visitor.press("Close").await;
        visitor.pick("Currency", "SGD").await;
        visitor.see("29.5 bn CNY").await;
        visitor.see("CNY: no rate to SGD published").await;
        visitor.pick("Currency", "Money as published").await;
        visitor.see_address("/parks/qinzhou").await;
    });
}

async fn by_name(visitor: &Visitor) -> BTreeMap<String, String> {
    visitor.rows().await.into_iter().map(|row| (row.name, row.cells[0].text.clone())).collect()
}

#[test]
fn the_theme_follows_the_system_until_one_is_chosen() {
    Visit::new().go(async |visitor| {
        let shine = "const colour = getComputedStyle(document.documentElement).backgroundColor.match(/[\\d.]+/g).map(Number);
            return colour.slice(0, 3).reduce((a, b) => a + b) / 3;";
        let prefer = async |scheme: &str| {
            let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            visitor.browser().command("Emulation.setEmulatedMedia", media).await;
        };
        prefer("light").await;
        visitor.open_explore().await;
        let light: f64 = visitor.ask(shine).await;
        prefer("dark").await;
        let dark: f64 = visitor.ask(shine).await;
        assert!(light > dark, "{light} and {dark}");
        visitor.pick("Theme", "Light").await;
        visitor.see_address("/?theme=light").await;
        visitor.wait_for("the light theme", "return document.documentElement.dataset.theme === 'light';").await;
        assert!((visitor.ask::<f64>(shine).await - light).abs() < f64::EPSILON);
        prefer("light").await;
        visitor.open("/?theme=dark").await;
        visitor.see_some("article").await;
        visitor.wait_for("the dark theme", "return document.documentElement.dataset.theme === 'dark';").await;
        assert!((visitor.ask::<f64>(shine).await - dark).abs() < f64::EPSILON);
    });
}
