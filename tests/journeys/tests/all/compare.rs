//! Setting pairs and parks side by side.

use std::collections::BTreeSet;

use journeys::{Row, Visit, Visitor};

use crate::facts;

const TWO_PAIRS: &str = "/compare?ids=china-malaysia,china-vietnam";

#[test]
fn each_of_the_five_states_of_a_cell_is_found_in_the_real_data() {
    Visit::new().go(async |visitor| {
        let mut missing = BTreeSet::from(["stated", "disputed", "unpublished", "not-comparable", "stale"]);
        for pair in facts::pair_ids().iter().filter(|id| *id != "china-malaysia") {
            visitor.open(&format!("/compare?ids=china-malaysia,{pair}")).await;
            for cell in visitor.rows().await.into_iter().flat_map(|row| row.cells) {
                missing.remove(cell.state.as_str());
                let is_blank = cell.text.is_empty();
                assert!(!is_blank, "a cell is never blank");
                assert_eq!(cell.state == "unpublished", cell.text.contains("Not published"), "{cell:?}");
                assert_eq!(cell.state == "unpublished", cell.values.is_empty(), "what is not published is no number: {cell:?}");
                if cell.state == "disputed" {
                    assert!(cell.text.contains("disagree"), "{cell:?}");
                }
            }
            if missing.is_empty() {
                return;
            }
        }
        panic!("no cell is in the states {missing:?}");
    });
}

#[test]
fn a_cell_says_in_words_what_its_state_is() {
    Visit::new().go(async |visitor| {
        visitor.open(TWO_PAIRS).await;
        let projects = visitor.see_cell("Projects", 0).await;
        assert_eq!(projects.state, "disputed");
        assert!(projects.text.contains("figures disagree: 139–345"), "{projects:?}");
        let price = visitor.see_cell("Land price", 0).await;
        assert_eq!(price.state, "stale");
        assert!(price.text.contains("Old figure"), "{price:?}");
        let price = visitor.see_cell("Land price", 1).await;
        assert_eq!(price.state, "unpublished");
        assert!(price.text.contains("Not published"), "{price:?}");
        for row in visitor.rows().await {
            for cell in row.cells.iter().filter(|cell| cell.state == "not-comparable") {
                let says_why =
                    ["another kind", "something else", "another time", "undated"].iter().any(|why| cell.text.contains(why));
                assert!(says_why, "{}: {cell:?}", row.name);
            }
        }
    });
}

#[test]
fn only_differences_leaves_out_rows_in_which_all_is_the_same() {
    Visit::new().go(async |visitor| {
        visitor.open("/compare?ids=china-malaysia,pingxiang-dong-dang").await;
        let before = keys(&visitor.rows().await);
        visitor.switch("Differences only").await;
        visitor.see_address("/compare?ids=china-malaysia,pingxiang-dong-dang&diff=1").await;
        visitor.see_focus("a: Differences only").await;
        visitor.wait_for("the switch to be on", "return find('switch', 'Differences only').ariaChecked === 'true';").await;
        let rows = visitor.rows().await;
        assert!(keys(&rows).is_subset(&before));
        for row in &rows {
            assert!(row.cells.windows(2).any(|two| two[0].text != two[1].text), "nothing differs in {row:?}");
        }
        visitor.switch("Differences only").await;
        visitor.see_address("/compare?ids=china-malaysia,pingxiang-dong-dang").await;
        assert_eq!(keys(&visitor.rows().await), before);
    });
}

#[test]
fn hiding_the_unpublished_leaves_only_full_rows() {
    Visit::new().go(async |visitor| {
        visitor.open(TWO_PAIRS).await;
        let before = visitor.rows().await;
        visitor.switch("Hide unpublished").await;
        visitor.see_address(&format!("{TWO_PAIRS}&hide=1")).await;
        let full: Vec<&Row> = before.iter().filter(|row| row.cells.iter().all(|cell| cell.state != "unpublished")).collect();
        let after = visitor.rows().await;
        assert!(!full.is_empty() && full.len() < before.len(), "{} of {}", full.len(), before.len());
        assert_eq!(after.iter().map(|row| &row.key).collect::<Vec<_>>(), full.iter().map(|row| &row.key).collect::<Vec<_>>());
    });
}

#[test]
fn the_best_is_only_marked_among_figures_that_can_be_compared() {
    Visit::new().go(async |visitor| {
        visitor.open("/compare?of=parks&ids=qinzhou,kuantan,rayong,sihanoukville,batang").await;
        assert!(visitor.rows().await.iter().all(|row| row.cells.iter().all(|cell| !cell.best)), "nothing is marked unasked");
        visitor.switch("Highlight best").await;
        visitor.see_address("/compare?of=parks&ids=qinzhou,kuantan,rayong,sihanoukville,batang&best=1").await;
        visitor.see_some("td[data-best=true]").await;
        let rows = visitor.rows().await;
        for cell in rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.best) {
            assert_eq!(cell.state, "stated", "{cell:?}");
            assert!(cell.text.contains("best comparable"), "colour alone does not say it: {cell:?}");
        }
        let marked: Vec<&str> =
            rows.iter().filter(|row| row.cells.iter().any(|cell| cell.best)).map(|row| row.name.as_str()).collect();
        assert!(!marked.contains(&"Location") && !marked.contains(&"Land tenure ends"), "{marked:?}");
    });
}

#[test]
fn columns_move_and_go_and_the_keyboard_keeps_its_place() {
    Visit::new().go(async |visitor| {
        visitor.open("/compare?ids=china-malaysia,china-vietnam,china-indonesia").await;
        visitor.see_heading("China–Malaysia, China–Vietnam and China–Indonesia").await;
        visitor.focus("link", "Move China–Malaysia to the right").await;
        visitor.key(journeys::Key::Enter + "").await;
        visitor.see_address("/compare?ids=china-vietnam,china-malaysia,china-indonesia").await;
        visitor.see_heading("China–Vietnam, China–Malaysia and China–Indonesia").await;
        visitor.see_focus("a: Move China–Malaysia to the right").await;
        assert_eq!(heads(visitor).await, ["China–Vietnam", "China–Malaysia", "China–Indonesia"]);
        visitor.key(journeys::Key::Enter + "").await;
        visitor.see_address("/compare?ids=china-vietnam,china-indonesia,china-malaysia").await;

        visitor.follow("Remove China–Indonesia").await;
        visitor.see_address("/compare?ids=china-vietnam,china-malaysia").await;
        visitor.see_heading("China–Vietnam and China–Malaysia").await;
        visitor.pick("Add a column", "Suzhou (China–Singapore)").await;
        visitor.see_address("/compare?ids=china-vietnam,china-malaysia,suzhou").await;
        assert_eq!(heads(visitor).await, ["China–Vietnam", "China–Malaysia", "Suzhou (China–Singapore)"]);
        visitor.back().await;
        visitor.see_heading("China–Vietnam and China–Malaysia").await;
    });
}

#[test]
fn with_fewer_than_two_there_is_a_way_to_choose() {
    Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        visitor.follow_in(("navigation", "Main"), "Compare").await;
        visitor.see("Choose two to five to set side by side.").await;
        visitor.pick("Add a column", "China–Malaysia").await;
        visitor.see_address("/compare?ids=china-malaysia").await;
        visitor.pick("Add a column", "China–Vietnam").await;
        visitor.see_address(TWO_PAIRS).await;
        visitor.see_some("tr[data-row]").await;
        visitor.follow("Choose in the list").await;
        visitor.see_address("/?ids=china-malaysia,china-vietnam").await;
        visitor.see_a("aside", "Chosen to compare").await;
    });
}

fn keys(rows: &[Row]) -> BTreeSet<String> {
    rows.iter().map(|row| row.key.clone()).collect()
}

async fn heads(visitor: &Visitor) -> Vec<String> {
    visitor.ask("return [...document.querySelectorAll('th[scope=colgroup] > a')].map(text);").await
}
