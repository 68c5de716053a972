//! Finding pairs: filters, search, order, and what is told on the way.

use journeys::{Key, Visit, Visitor, until};

#[test]
fn a_filter_gives_as_many_results_as_it_announces() {
    Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        let total = visitor.count().await;
        let (malaysia, vietnam) = (visitor.count_beside("Malaysia").await, visitor.count_beside("Vietnam").await);
        assert!(malaysia > 0 && malaysia < vietnam && vietnam < total, "{malaysia}, {vietnam} of {total}");

        visitor.tick("Vietnam").await;
        visitor.see_count(&format!("{vietnam} pairs of {total}")).await;
        visitor.see_address("/?country=VN").await;
        assert_eq!(visitor.cards().await.len(), vietnam);
        assert_eq!(visitor.count_beside("Malaysia").await, malaysia, "a facet does not narrow itself");

        let overseas = visitor.count_beside("Overseas park").await;
        assert!(overseas > 0 && overseas < vietnam, "the other facets count within what is chosen: {overseas}");
        visitor.tick("Overseas park").await;
        visitor.see_count(&format!("{overseas} pairs of {total}")).await;
        visitor.see_address("/?country=VN&model=overseas-park").await;

        visitor.tick("Malaysia").await;
        visitor.see_address("/?country=MY,VN&model=overseas-park").await;
        visitor.follow("Clear all filters").await;
        visitor.see_address("/").await;
        assert_eq!(visitor.cards().await.len(), total);
    });
}

#[test]
fn back_undoes_a_filter_and_forward_does_it_again() {
    Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        let all = visitor.cards().await;
        visitor.tick("Indonesia").await;
        visitor.see_address("/?country=ID").await;
        let some = visitor.cards().await;
        visitor.tick("Seaport").await;
        visitor.see_address("/?country=ID&access=seaport").await;
        visitor.back().await;
        see_cards(visitor, &some).await;
        visitor.back().await;
        see_cards(visitor, &all).await;
        assert!(!is_ticked(visitor, "Indonesia").await);
        visitor.forward().await;
        see_cards(visitor, &some).await;
        assert!(is_ticked(visitor, "Indonesia").await);
    });
}

#[test]
fn a_link_shows_another_visitor_the_same_list() {
    let (address, cards) = Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        visitor.tick("Vietnam").await;
        visitor.see_address("/?country=VN").await;
        visitor.pick("Sort by", "Name").await;
        visitor.see_address("/?country=VN&sort=name").await;
        visitor.search_for("china").await;
        visitor.see_address("/?q=china&country=VN&sort=name").await;
        (visitor.address().await, visitor.cards().await)
    });
    Visit::new().go(async |visitor| {
        visitor.open(&address).await;
        see_cards(visitor, &cards).await;
        assert!(is_ticked(visitor, "Vietnam").await);
        assert_eq!(search_text(visitor).await, "china");
    });
}

#[test]
fn search_knows_names_in_any_script_and_short_forms() {
    Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        for (text, found) in [
            ("lạng sơn", "China–Vietnam"),
            ("LANG SON", "China–Vietnam"),
            ("CMQIP", "China–Malaysia"),
            ("mckip", "China–Malaysia"),
            ("钦州", "China–Malaysia"),
            ("batang", "China–Indonesia"),
        ] {
            visitor.search_for(text).await;
            until(format!("“{found}” among the results of “{text}”"), async || {
                let cards = visitor.cards().await;
                let is_narrowed = cards.len() < 10 && cards.iter().any(|card| card == found);
                if is_narrowed { Ok(()) } else { Err(format!("{cards:?}")) }
            })
            .await;
        }
    });
}

#[test]
fn typing_keeps_every_letter_and_adds_nothing_to_the_history() {
    Visit::new().go(async |visitor| {
        visitor.open("/sectors").await;
        visitor.see_heading("Sectors").await;
        visitor.follow_in(("navigation", "Main"), "Explore").await;
        visitor.see_some("article").await;
        let before: usize = visitor.ask("return history.length;").await;
        visitor.type_to_search("lang ").await;
        visitor.see_address("/?q=lang").await;
        assert_eq!(search_text(visitor).await, "lang ", "a space at the end is not taken away while one types on");
        visitor.type_to_search("son  và x").await;
        visitor.see_address("/?q=lang+son++v%C3%A0+x").await;
        assert_eq!(search_text(visitor).await, "lang son  và x");
        visitor.key(Key::Backspace + "").await;
        visitor.key(Key::Backspace + "").await;
        visitor.see_address("/?q=lang+son++v%C3%A0").await;
        assert_eq!(visitor.ask::<usize>("return history.length;").await, before);
        visitor.back().await;
        visitor.see_heading("Sectors").await;
    });
}

#[test]
fn an_empty_result_offers_what_to_drop() {
    Visit::new().go(async |visitor| {
        visitor.open("/?q=rayong&country=MY").await;
        visitor.see_count("0 pairs of 20").await;
        visitor.see("Nothing matches all of that").await;
        let offers: Vec<String> = visitor.ask("return all('link', document.querySelector('.nothing')).map(name);").await;
        assert!(offers.len() >= 2, "both the word and the country can go: {offers:?}");
        for offer in offers {
            let (_, promised) = offer.split_once(": ").expect("an offer says what it gives");
            visitor.follow(&offer).await;
            visitor.see_count(&format!("{promised} of 20")).await;
            visitor.back().await;
            visitor.see_count("0 pairs of 20").await;
        }
    });
}

#[test]
fn the_number_of_results_is_announced_where_it_changes() {
    Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        // A reader only announces what changes inside a live region that stays.
        visitor.ask::<()>("document.querySelector('h2 > [role=status]').dataset.marked = 'yes';").await;
        visitor.tick("Laos").await;
        visitor.see_address("/?country=LA").await;
        visitor
            .wait_for(
                "the same region with new words",
                "return text(document.querySelector('[data-marked=yes]')) === '2 pairs of 20';",
            )
            .await;
    });
}

#[test]
fn title_and_focus_follow_the_page() {
    Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        visitor.wait_for("the title of Explore", "return document.title === 'Explore · Twin Parks';").await;
        for (page, heading) in [("Compare", "Compare"), ("Sectors", "Sectors"), ("Sources", "Sources"), ("Data", "Data")] {
            visitor.follow_in(("navigation", "Main"), page).await;
            visitor.see_heading(heading).await;
            visitor.see_focus(&format!("h1: {heading}")).await;
            visitor.wait_for("the title", &format!("return document.title === '{page} · Twin Parks' || document.title;")).await;
        }
        visitor.back().await;
        visitor.see_heading("Sources").await;
        visitor.see_focus("h1: Sources").await;
    });
}

async fn see_cards(visitor: &Visitor, wanted: &[String]) {
    until(format!("the cards {wanted:?}"), async || {
        let cards = visitor.cards().await;
        if cards == wanted { Ok(()) } else { Err(format!("{cards:?}")) }
    })
    .await;
}

async fn is_ticked(visitor: &Visitor, name: &str) -> bool {
    visitor.ask(&format!("return find('checkbox', '{name}').checked;")).await
}

async fn search_text(visitor: &Visitor) -> String {
    visitor.ask("return find('search', 'Search').value;").await
}
