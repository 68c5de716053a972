//! The page that makes embeds.

use journeys::{Partner, Visit};

use super::{page, see_drawn};

const COPIED: &str = "Copy: One line";

/// The lines of a way to embed, by its place on the page.
const CODE: &str = "return [...document.querySelectorAll('pre')].map((it) => it.textContent);";

#[test]
fn from_any_view_a_partner_comes_to_lines_that_show_that_view() {
    Visit::new().go(async |visitor| {
        visitor.open("/compare?ids=china-malaysia,china-vietnam&ccy=USD").await;
        visitor.unfold("Take it along").await;
        visitor.follow("Put on your own page").await;
        visitor.see_address("/share/embed/compare?ids=china-malaysia,china-vietnam&ccy=USD").await;
        visitor.see_heading("Put this on your own page").await;
        visitor.see_a("button", COPIED).await;
        let code: Vec<String> = visitor.ask(CODE).await;
        let src = visitor.url_of("/embed/compare?ids=china-malaysia,china-vietnam&amp;ccy=USD");
        assert!(code.len() == 3 && code.iter().all(|code| code.contains(&format!("src=\"{src}\""))), "{code:#?}");
        // The preview is the frame itself.
        visitor.browser().enter_frame(0).await;
        see_drawn(visitor).await;
        visitor.see_a("switch", "Differences only").await;
        visitor.browser().leave_frames().await;
        // And the lines work where they are pasted.
        let partner = Partner::open().with_page("/", &[], &page(&code[0]));
        visitor.browser().go(&partner.url("/")).await;
        visitor.browser().enter_frame(0).await;
        see_drawn(visitor).await;
        visitor.see_a("switch", "Differences only").await;
        visitor.browser().leave_frames().await;
        let fitted = "const height = document.querySelector('iframe').clientHeight; return height > 2000 || height;";
        visitor.wait_for("a frame as high as the comparison", fitted).await;
    });
}

#[test]
fn what_is_chosen_stands_in_the_address_and_in_the_lines() {
    Visit::new().go(async |visitor| {
        visitor.open("/share/embed").await;
        visitor.see_a("button", COPIED).await;
        visitor.pick("Page", "Pair").await;
        visitor.wait_for("the first pair", "return location.pathname.startsWith('/share/embed/pairs/');").await;
        visitor.pick("Language", "Tiếng Việt").await;
        visitor.wait_for("the language", "return location.search.includes('lang=vi');").await;
        visitor.open("/share/embed/parks/kuantan?lang=en").await;
        visitor.see_a("button", COPIED).await;
        visitor.tick("Leave out filters and switches").await;
        visitor.pick("Letters", "Georgia").await;
        visitor.pick("Height", "Yours; the frame scrolls").await;
        // These stand in the header, too, where a list of this name is found first.
        for (list, key) in [("share-units", "mu"), ("share-ccy", "USD"), ("share-theme", "dark")] {
            let choose = format!(
                "const list = document.querySelector('select[name={list}]'); list.value = '{key}';
                 list.dispatchEvent(new Event('change', {{ bubbles: true }})); return null;"
            );
            visitor.ask::<()>(&choose).await;
            visitor.wait_for("the choice", &format!("return location.search.includes('={key}');")).await;
        }
        let query = "lang=en&ccy=USD&units=mu&theme=dark&font=georgia&lock=1&height=fixed";
        visitor.see_address(&format!("/share/embed/parks/kuantan?{query}")).await;
        let code: Vec<String> = visitor.ask(CODE).await;
        assert!(
            code.len() == 1 && code[0].contains(&format!("/embed/parks/kuantan?{}", query.replace('&', "&amp;"))),
            "{code:#?}"
        );
        // Going back leaves the page and not one choice after the other, however often the preview was made anew.
        visitor.back().await;
        visitor.wait_for("the page before", "return location.pathname.startsWith('/share/embed/pairs/');").await;
    });
}

#[test]
fn a_wrong_colour_is_told_of_and_changes_nothing() {
    Visit::new().go(async |visitor| {
        visitor.open("/share/embed?accent=red").await;
        visitor.see_a("button", COPIED).await;
        visitor.unfold("Details").await;
        visitor.see("accent").await;
        let code: Vec<String> = visitor.ask(CODE).await;
        assert!(code[0].contains("accent=red"), "what was asked for stays until it is changed: {code:#?}");
        visitor.open("/share/embed").await;
        visitor.see_a("button", COPIED).await;
        let field = "document.querySelector('.share__input')";
        visitor.ask::<()>(&format!("{field}.focus(); return null;")).await;
        visitor.key("nonsense").await;
        visitor.key(journeys::Key::Tab).await;
        visitor.see("This is no colour, so it was not taken.").await;
        visitor.see_address("/share/embed").await;
        visitor.ask::<()>(&format!("{field}.select(); return null;")).await;
        visitor.key("a31621").await;
        visitor.key(journeys::Key::Tab).await;
        visitor.see_address("/share/embed?accent=a31621").await;
    });
}
