//! What an investor asks, answered by clicking only, from the first page on.

use journeys::{Claim, Visit};

/// The claims whose words contain all of these.
fn saying<'a>(claims: &'a [Claim], words: &[&str]) -> Vec<&'a Claim> {
    claims.iter().filter(|claim| words.iter().all(|word| claim.text.contains(word))).collect()
}

fn assert_one(claims: &[Claim], words: &[&str]) {
    let found = saying(claims, words);
    assert!(!found.is_empty(), "no claim says {words:?}: {claims:#?}");
    assert!(found.iter().all(|claim| claim.href.starts_with("http")), "it has no source to follow: {found:#?}");
}

#[test]
fn which_pair_has_the_largest_planned_area() {
    Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        visitor.pick("Sort by", "Planned area, largest leg first").await;
        visitor.see_address("/?sort=-area").await;
        assert_eq!(visitor.cards().await[0], "China–Philippines");
        visitor.follow("China–Philippines").await;
        visitor.see_heading("China–Philippines").await;
        let area = visitor.see_cell("Planned area", 0).await;
        assert!(area.text.contains("266.73 km²") && area.text.contains("2023"), "{area:?}");
        visitor.open_claims("Planned area", 0).await;
        assert_one(&visitor.claims().await, &["266.73 km²", "Aug 2023", "planned"]);
    });
}

#[test]
fn which_pairs_do_new_energy_vehicles() {
    Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        let announced = visitor.count_beside("New energy vehicles").await;
        visitor.tick("New energy vehicles").await;
        visitor.see_address("/?sector=new-energy-vehicles").await;
        let cards = visitor.cards().await;
        assert_eq!(cards.len(), announced);
        assert!(cards.contains(&"China–Malaysia".to_owned()), "{cards:?}");
        visitor.follow("China–Malaysia").await;
        visitor.see_heading("China–Malaysia").await;
        visitor.follow("New energy vehicles").await;
        visitor.see_heading("New energy vehicles").await;
        let legs: String = visitor.ask("return text(document.querySelector('main tbody tr'));").await;
        assert_eq!(legs, "China–Malaysia Qinzhou", "and it says which side does it");
    });
}

#[test]
fn how_investment_at_kuantan_differs_by_kind_and_has_moved_since_2023() {
    Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        visitor.follow("Kuantan").await;
        visitor.see_heading("Kuantan").await;
        let cell = visitor.see_cell("Investment", 0).await;
        for figure in ["20.77 bn MYR Apr 2025 realised", "25.68 bn MYR Apr 2025 approved", "31 bn MYR Nov 2023 committed"] {
            assert!(cell.values.iter().any(|value| value == figure), "{figure} is not in {:?}", cell.values);
        }
        visitor.open_claims("Investment", 0).await;
        let claims = visitor.claims().await;
        assert_one(&claims, &["31 bn MYR", "Nov 2023", "committed"]);
        assert_one(&claims, &["14.6 bn MYR", "Nov 2023", "realised"]);
        assert_one(&claims, &["25.68 bn MYR", "Apr 2025", "approved"]);
        assert_one(&claims, &["20.77 bn MYR", "Apr 2025", "realised"]);
        visitor.see("Promised and spent money stand side by side.").await;
    });
}

#[test]
fn why_two_project_counts_at_qinzhou_disagree_and_who_says_which() {
    Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        visitor.follow("Qinzhou").await;
        visitor.see_heading("Qinzhou").await;
        let cell = visitor.see_cell("Projects", 0).await;
        assert_eq!(cell.state, "disputed");
        assert!(cell.text.contains("figures disagree"), "{cell:?}");
        visitor.open_claims("Projects", 0).await;
        visitor.see("People's Daily gives 345 projects signed in phase 1, while Science and Technology Daily prints 249").await;
        let claims = visitor.claims().await;
        assert_one(&claims, &["345", "Dec 2024", "signed", "phase 1", "People's Daily"]);
        // The newspaper stands there under its own name.
        assert_one(&claims, &["249", "Dec 2024", "signed", "the whole", "科技日报"]);
    });
}

#[test]
fn what_disagrees_is_also_found_from_the_data_page() {
    Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        visitor.follow_in(("navigation", "Main"), "Data").await;
        visitor.see_heading("Data").await;
        visitor.see("What sources disagree on").await;
        let count: usize = visitor.ask("return document.querySelectorAll('.dispute').length;").await;
        assert!(count >= 20, "{count} disputes");
        visitor.press("Claims").await;
        assert!(visitor.claims().await.len() >= 2);
    });
}
