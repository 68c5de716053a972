//! What was found: its order and form, and choosing from it.

use journeys::{Visit, Visitor};

/// The largest area on each card, in hectares; `None` where no leg publishes one for the whole of it.
async fn areas(visitor: &Visitor) -> Vec<(String, Option<f64>)> {
    visitor
        .ask(
            "const kinds = ['planned', 'signed', 'committed', 'approved', 'realised', 'operating', 'set by law'];
            const isWhole = (row) => [...row.querySelectorAll('.badge')].every((badge) => kinds.includes(text(badge)));
            return [...document.querySelectorAll('article')].map((card) => {
                const rows = [...card.querySelectorAll('dl > div')].filter((row) => text(row.querySelector('dt')) === 'Area');
                const figures = rows.filter(isWhole).map((row) => row.querySelector('.figure__value')).filter((it) => it);
                const areas = figures.map((it) => Number(text(it).replaceAll(',', '')));
                return [text(card.querySelector('h3')), areas.length ? Math.max(...areas) : null];
            });",
        )
        .await
}

#[test]
fn sorting_by_planned_area_puts_the_largest_first_and_the_unpublished_last() {
    Visit::new().go(async |visitor| {
        visitor.open("/?units=metric").await;
        visitor.see_some("article").await;
        for (order, address, is_down) in [
            ("Planned area, largest leg first", "/?sort=-area&units=metric", true),
            ("Planned area, smallest first", "/?sort=area&units=metric", false),
        ] {
            visitor.pick("Sort by", order).await;
            visitor.see_address(address).await;
            let areas = areas(visitor).await;
            let known: Vec<f64> = areas.iter().map_while(|(_, area)| *area).collect();
            assert!(known.len() > 10, "most pairs have an area: {areas:?}");
            assert!(areas.iter().skip(known.len()).all(|(_, area)| area.is_none()), "those without come last: {areas:?}");
            assert!(known.len() < areas.len(), "some have none: {areas:?}");
            assert!(known.is_sorted_by(|a, b| if is_down { a >= b } else { a <= b }), "{areas:?}");
        }
    });
}

#[test]
fn cards_and_table_show_the_same_pairs_and_the_table_sorts_by_its_headings() {
    Visit::new().go(async |visitor| {
        visitor.open("/?country=VN").await;
        visitor.see_some("article").await;
        let cards = visitor.cards().await;
        visitor.follow_in(("group", "Show as"), "Table").await;
        visitor.see_address("/?country=VN&view=table").await;
        visitor.see_some("tbody th[scope=row]").await;
        assert_eq!(rows(visitor).await, cards);

        visitor.follow_in(("region", "Pairs"), "Name").await;
        visitor.see_address("/?country=VN&sort=name&view=table").await;
        visitor.see_some("th[aria-sort=ascending]").await;
        let up = rows(visitor).await;
        assert!(up.is_sorted(), "{up:?}");
        visitor.see_focus("a: Name").await;
        visitor.key(journeys::Key::Enter + "").await;
        visitor.see_some("th[aria-sort=descending]").await;
        let down = rows(visitor).await;
        assert!(down.iter().rev().is_sorted(), "{down:?}");

        visitor.follow_in(("group", "Show as"), "Cards").await;
        visitor.see_some("article").await;
        assert_eq!(visitor.cards().await, down);
    });
}

#[test]
fn parks_are_found_like_pairs() {
    Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        visitor.follow_in(("group", "List"), "Parks").await;
        visitor.see_address("/?of=parks").await;
        visitor.see_count("32 parks").await;
        let first = visitor.cards().await;
        assert_eq!(first.len(), 24, "the first page");
        visitor.press("Show more").await;
        visitor.wait_for("all parks", "return document.querySelectorAll('article').length === 32;").await;
        assert_eq!(visitor.cards().await[..24], first, "what was there stays where it was");
        visitor.tick("Malaysia").await;
        visitor.see_count("1 park of 32").await;
        assert_eq!(visitor.cards().await, ["Kuantan"]);
    });
}

#[test]
fn two_pairs_are_chosen_and_compared() {
    Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        visitor.choose_to_compare("China–Malaysia").await;
        visitor.see("choose one more to compare").await;
        visitor.choose_to_compare("China–Vietnam").await;
        visitor.see_address("/?ids=china-malaysia,china-vietnam").await;
        visitor.see_a("aside", "Chosen to compare").await;
        visitor.follow("Compare 2 pairs").await;
        visitor.see_address("/compare?ids=china-malaysia,china-vietnam").await;
        visitor.see_heading("China–Malaysia and China–Vietnam").await;
        visitor.see_some("tr[data-row]").await;
    });
}

#[test]
fn choosing_survives_filters_and_the_tray_gives_back_what_was_chosen() {
    Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        visitor.choose_to_compare("China–Malaysia").await;
        visitor.choose_to_compare("China–Vietnam").await;
        visitor.see_address("/?ids=china-malaysia,china-vietnam").await;
        visitor.tick("Vietnam").await;
        visitor.see_address("/?country=VN&ids=china-malaysia,china-vietnam").await;
        visitor.follow("Remove China–Vietnam").await;
        visitor.see_address("/?country=VN&ids=china-malaysia").await;
        visitor.wait_for("an empty box", "return !find('checkbox', 'Compare China–Vietnam').checked;").await;
        visitor.follow("Clear").await;
        visitor.see_address("/?country=VN").await;
        visitor.wait_for("no tray", "return !find('aside', 'Chosen to compare');").await;
    });
}

#[test]
fn no_more_than_five_can_be_chosen() {
    Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        let cards = visitor.cards().await;
        for name in &cards[..5] {
            visitor.choose_to_compare(name).await;
        }
        visitor.see("five is the most").await;
        visitor.see_a("link", "Compare 5 pairs").await;
        let open: usize =
            visitor.ask("return all('checkbox').filter((it) => name(it).startsWith('Compare') && !it.disabled).length;").await;
        assert_eq!(open, 5, "only those chosen can be given back");
        visitor.choose_to_compare(&cards[0]).await;
        visitor.see_a("link", "Compare 4 pairs").await;
        visitor.choose_to_compare(&cards[5]).await;
        visitor.see_a("link", "Compare 5 pairs").await;
    });
}

async fn rows(visitor: &Visitor) -> Vec<String> {
    visitor.ask("return [...document.querySelectorAll('tbody th[scope=row]')].map(text);").await
}
