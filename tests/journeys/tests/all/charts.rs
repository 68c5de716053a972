//! Figures as charts, sectors side by side, and the line of years.

use journeys::{Key, Visit};

const CHARTS: &str = "/compare?view=charts&ids=china-malaysia,china-vietnam";

#[test]
fn the_comparison_turns_into_charts_and_back_and_the_address_says_so() {
    Visit::new().go(async |visitor| {
        visitor.open("/compare?ids=china-malaysia,china-vietnam").await;
        visitor.see_some("tr[data-row]").await;
        visitor.follow("Charts").await;
        visitor.see_address(CHARTS).await;
        visitor.see_some("figure.chart").await;
        visitor.see_heading("China–Malaysia and China–Vietnam").await;
        visitor.wait_for("no table of figures", "return !document.querySelector('tr[data-row]');").await;
        visitor.follow("Table").await;
        visitor.see_address("/compare?ids=china-malaysia,china-vietnam").await;
        visitor.see_some("tr[data-row]").await;
        visitor.back().await;
        visitor.see_some("figure.chart").await;
    });
}

#[test]
fn a_line_opens_its_claims_by_key_and_its_points_are_a_table_too() {
    Visit::new().go(async |visitor| {
        visitor.open(CHARTS).await;
        visitor.see_some("figure.chart").await;
        visitor.focus("button", "Kuantan").await;
        visitor.key(Key::Enter + "").await;
        visitor.see_some("dialog[open] li[data-claim]").await;
        visitor.key(Key::Escape + "").await;
        visitor.see_focus("button: Kuantan").await;
        let twins: (usize, usize) = visitor
            .ask(
                "const charts = [...document.querySelectorAll('figure.chart')];
                return [charts.length, charts.filter((it) => it.querySelector('details table tbody tr')).length];",
            )
            .await;
        assert!(twins.0 > 20 && twins.0 == twins.1, "charts, and those with a table: {twins:?}");
    });
}

#[test]
fn a_dispute_is_drawn_as_a_range_with_a_point_for_every_claim() {
    Visit::new().go(async |visitor| {
        visitor.open("/compare?ids=china-malaysia,china-vietnam").await;
        visitor.open_claims("Projects", 0).await;
        visitor.see_some("dialog[open] .chart__strip").await;
        let (points, claims, spans): (usize, usize, bool) = visitor
            .ask(
                "const dialog = document.querySelector('dialog[open]');
                return [dialog.querySelectorAll('.chart__strip title').length, dialog.querySelectorAll('li[data-claim]').length,
                    Boolean(dialog.querySelector('.chart__quarrel'))];",
            )
            .await;
        assert!(spans && points == claims && claims >= 5, "{points} points for {claims} claims");
        visitor.press("Close").await;
        visitor.follow("Data").await;
        visitor.see_some(".dispute .chart__strip").await;
    });
}

#[test]
fn money_of_one_scale_follows_the_chosen_currency() {
    Visit::new().go(async |visitor| {
        visitor.open(CHARTS).await;
        let scales = "return [...document.querySelectorAll('.chart__title')].map((it) => it.firstChild.data).filter((it) => it.startsWith('Investment ('));";
        visitor.see_some("figure.chart").await;
        assert_eq!(visitor.ask::<Vec<String>>(scales).await, ["Investment (CNY)", "Investment (MYR)", "Investment (CNY)"]);
        visitor.pick("Currency", "USD").await;
        visitor.see("Investment (USD)").await;
        // One of the legs, and one of what is said of the pairs as a whole.
        assert_eq!(visitor.ask::<Vec<String>>(scales).await, ["Investment (USD)", "Investment (USD)"]);
    });
}

#[test]
fn a_pair_shows_what_its_sides_share_and_its_line_of_years() {
    Visit::new().go(async |visitor| {
        visitor.open("/pairs/china-malaysia").await;
        visitor.see_some(".matrix table").await;
        let row: String = visitor
            .ask("return text([...document.querySelectorAll('.matrix tbody tr')].find((it) => text(it).startsWith('Bird')));")
            .await;
        assert_eq!(row, "Bird's nest yes no home side only");
        visitor.see_some(".year-line").await;
        let years: Vec<u16> = visitor
            .ask("return [...document.querySelectorAll('.year-line__year')].map((it) => parseInt(it.textContent, 10));")
            .await;
        assert!(years.len() > 5 && years.is_sorted(), "{years:?}");
        visitor.focus("button", "Founded").await;
        visitor.key(Key::Enter + "").await;
        visitor.see_some("dialog[open] li[data-claim]").await;
    });
}

#[test]
fn what_may_have_lapsed_says_so_and_is_not_the_best() {
    Visit::new().go(async |visitor| {
        visitor.open("/compare?of=parks&ids=kuantan,batang,qinzhou&best=1").await;
        let rows = visitor.rows().await;
        let has_lapsed = |text: &String| text.contains("May have lapsed") || text.contains("ended 31 Dec 2025");
        let cells = rows.iter().flat_map(|row| &row.cells);
        let lapsed: Vec<_> = cells.filter(|cell| cell.values.first().is_some_and(has_lapsed)).collect();
        assert!(lapsed.len() >= 3, "{lapsed:?}");
        let wrong: Vec<_> =
            lapsed.iter().filter(|cell| !["stale", "disputed"].contains(&cell.state.as_str()) || cell.best).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}
