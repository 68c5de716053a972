//! Laws of the drawings: every figure stands where it belongs, nothing is drawn that nobody says, and whoever does not
//! see the drawing reads the same.

use crate::support::{reader, shipped};
use std::collections::BTreeSet;
use twin_parks::address::{Route, ViewQuery};
use twin_parks::domain::attribute::Shape;
use twin_parks::domain::catalogue::Catalogue;
use twin_parks::domain::claim::Value;
use twin_parks::domain::dispute::Subject;
use twin_parks::domain::names::Lang;
use twin_parks::domain::record::{Pair, Side};
use twin_parks::draw::{self, Inside, Node};
use twin_parks::present::chart::{ChartGroupView, ChartView, Mark, charts};
use twin_parks::present::claims::CellKey;
use twin_parks::present::compare::columns_of_pairs;
use twin_parks::present::matrix::{Share, matrix};
use twin_parks::present::reader::Reader;
use twin_parks::present::timeline::timeline;
use twin_parks::present::unpublished::unpublished;

fn pairs(ids: &[&str]) -> Vec<&'static Pair> {
    let all = shipped().pairs();
    ids.iter().map(|id| all.iter().find(|pair| pair.id.as_str() == *id).expect("a pair")).collect()
}

fn all_charts(reader: &Reader) -> Vec<ChartGroupView> {
    let pairs: Vec<&Pair> = shipped().pairs().iter().collect();
    let [legs, whole] = columns_of_pairs(&pairs);
    charts(shipped(), &[&legs, &whole], reader)
}

fn each(groups: &[ChartGroupView]) -> impl Iterator<Item = &ChartView> {
    groups.iter().flat_map(|group| &group.charts)
}

fn with(search: &str, lang: Lang) -> Reader {
    let query = ViewQuery::parse(search).0;
    reader(lang).in_units(query.units).in_currency(query.currency)
}

#[test]
fn every_chart_has_a_scale_from_end_to_end_and_every_point_on_it() {
    for search in ["", "ccy=USD&units=mu", "ccy=VND&units=rai"] {
        let groups = all_charts(&with(search, Lang::En));
        assert!(each(&groups).count() > 30, "too few charts to learn from");
        for chart in each(&groups) {
            let places: Vec<f64> = chart.ticks.iter().map(|(at, _)| *at).collect();
            assert!(places.windows(2).all(|two| two[0] < two[1]), "{}: {places:?}", chart.name);
            assert_eq!((places.first(), places.last()), (Some(&0.0), Some(&100.0)), "{}", chart.name);
            for dot in chart.lines.iter().flat_map(|line| &line.dots) {
                assert!((0.0..=100.0).contains(&dot.from) && dot.from <= dot.to && dot.to <= 100.0, "{}: {dot:?}", chart.name);
                assert!(!dot.figure.value.is_empty() && !dot.source.is_empty(), "{}: {dot:?}", chart.name);
            }
        }
    }
}

#[test]
fn a_larger_figure_stands_further_right_whatever_its_unit() {
    let [qinzhou, kuantan] = ["qinzhou", "kuantan"].map(|park| {
        let [legs, _] = columns_of_pairs(&pairs(&["china-malaysia"]));
        let groups = charts(shipped(), &[&legs], &with("", Lang::En));
        let area = each(&groups).find(|chart| chart.name == "Planned area").expect("a chart of areas").clone();
        let line = area.lines.into_iter().find(|line| line.key.subject.to_string() == format!("park/{park}")).expect("a line");
        line.dots[0].from
    });
    // 55 km² against 14.2 km² and 1,439 acres, on a scale of hectares.
    assert!((qinzhou / kuantan - 55.0 / 14.2).abs() < 0.01, "{qinzhou} and {kuantan}");
}

#[test]
fn a_quarrel_spans_the_claims_that_contradict_each_other() {
    let groups = all_charts(&with("", Lang::En));
    let quarrels: Vec<_> = each(&groups).flat_map(|chart| &chart.lines).filter_map(|line| Some((line, line.quarrel?))).collect();
    assert!(quarrels.len() > 5, "only {} quarrels are drawn", quarrels.len());
    for (line, (from, to)) in quarrels {
        let inside = line.dots.iter().filter(|dot| dot.to >= from && dot.from <= to).count();
        assert!(from <= to && inside >= 1, "{line:?}");
    }
}

#[test]
fn money_in_several_currencies_has_a_scale_each_until_one_is_chosen() {
    let scales = |search: &str| -> BTreeSet<String> {
        let [legs, _] = columns_of_pairs(&pairs(&["china-malaysia", "china-vietnam"]));
        let groups = charts(shipped(), &[&legs], &with(search, Lang::En));
        each(&groups).filter(|chart| chart.name == "Investment").map(|chart| chart.unit.clone()).collect()
    };
    assert_eq!(scales(""), ["CNY", "MYR"].map(str::to_owned).into());
    assert_eq!(scales("ccy=USD"), ["USD".to_owned()].into());
}

#[test]
fn a_chart_says_the_same_as_a_table_with_the_source_of_every_figure() {
    for lang in Lang::ALL {
        let query = ViewQuery::parse("ids=china-malaysia,china-vietnam").0;
        let drawn = draw::charts_of_view(shipped(), &query, &reader(lang)).expect("charts");
        let mut figures = 0;
        for chart in drawn.all("figure") {
            let tables = chart.all("table");
            let rows = tables[0].all("tr").len() - 1;
            let marks = chart.all("title").len();
            let missing = chart.all_text().matches(reader(lang).words().not_published).count();
            assert!(rows >= marks, "{}", chart.all_text());
            assert!(missing == 0 || rows > marks, "what nobody publishes is a row too: {}", chart.all_text());
            assert!(
                chart
                    .all("button")
                    .iter()
                    .all(|button| CellKey::of_mark(button.attribute("data-open").unwrap_or_default()).is_some())
            );
            figures += marks;
        }
        assert!(figures > 40, "{figures}");
    }
}

#[test]
fn every_sector_is_shared_completed_or_on_no_leg_and_the_marks_agree() {
    let all: Vec<&Pair> = shipped().pairs().iter().collect();
    for chosen in all.windows(2) {
        let Some(view) = matrix(shipped(), chosen, &ViewQuery::default(), &reader(Lang::En)) else { continue };
        assert_eq!(view.rows.len() + view.nowhere.len(), shipped().sectors().len());
        for row in &view.rows {
            for ((share, does), head) in row.pairs.iter().zip(&view.heads) {
                let on = |side: Side| does.iter().zip(&head.legs).any(|(does, (_, of))| *does && *of == side);
                let expected = match (on(Side::Home), on(Side::Partner)) {
                    (true, true) => Share::Both,
                    (true, false) => Share::Only(Side::Home),
                    (false, true) => Share::Only(Side::Partner),
                    (false, false) => Share::Neither,
                };
                assert_eq!(*share, expected, "{} at {}", row.link.label, head.link.label);
            }
            assert!(row.pairs.iter().any(|(_, does)| does.contains(&true)), "{} is on no leg", row.link.label);
        }
    }
    let view = matrix(shipped(), &pairs(&["china-malaysia"]), &ViewQuery::default(), &reader(Lang::En)).expect("a matrix");
    let share = |name: &str| view.rows.iter().find(|row| row.link.label == name).map(|row| row.pairs[0].0);
    assert_eq!(share("New and renewable energy"), Some(Share::Both));
    assert_eq!(share("Bird's nest"), Some(Share::Only(Side::Home)));
    assert_eq!(share("Iron and steel"), Some(Share::Only(Side::Partner)));
}

#[test]
fn the_line_of_years_has_every_dated_claim_once_and_in_order() {
    for park in shipped().parks().iter() {
        let subject = Subject::Park(park.id.clone());
        let events = park.claims.iter().filter(|claim| matches!(claim.value, Value::Date(_))).count();
        let figures = park.claims.iter().filter(|claim| !matches!(claim.value, Value::Date(_)) && claim.as_of.is_some()).count();
        let ends =
            park.claims.iter().filter(|claim| matches!(claim.lapses, Some(twin_parks::domain::claim::Lapse::After(_)))).count();
        let view = timeline(shipped(), &[(subject, None)], &reader(Lang::En));
        let years = view.map(|view| view.years).unwrap_or_default();
        assert_eq!(years.iter().map(|year| year.events.len()).sum::<usize>(), events + ends, "{}", park.id);
        assert_eq!(years.iter().map(|year| year.figures.len()).sum::<usize>(), figures, "{}", park.id);
        assert!(years.windows(2).all(|two| two[0].year < two[1].year), "{}", park.id);
        assert!(years.iter().flat_map(|year| &year.events).all(|entry| !entry.source.is_empty()), "{}", park.id);
    }
}

#[test]
fn what_was_only_planned_is_marked_and_what_lies_ahead_too() {
    let route = Route::parse("/context/pinglu-canal");
    let drawn = draw::timeline_of_view(shipped(), &route, &reader(Lang::En)).expect("a line of years");
    let planned = drawn.all("li").into_iter().filter(|it| it.attribute("data-planned") == Some("true")).count();
    assert!(planned >= 1, "{}", drawn.all_text());
    let route = Route::parse("/context/guangxi");
    let drawn = draw::timeline_of_view(shipped(), &route, &reader(Lang::En)).expect("a line of years");
    let ahead: Vec<_> = drawn.all("li").into_iter().filter(|it| it.attribute("data-ahead") == Some("true")).collect();
    assert!(ahead.iter().any(|it| it.all_text().contains("2030")), "the end of the Western Development rate lies ahead");
}

#[test]
fn the_firmness_of_a_figure_has_a_shape_of_its_own() {
    let drawn = draw::charts_of_view(shipped(), &ViewQuery::parse("ids=china-malaysia,china-vietnam").0, &reader(Lang::En));
    let legend = drawn.expect("charts").all("ul")[0].all_text();
    for (mark, _) in Mark::ALL {
        let words = reader(Lang::En).words();
        let said = match mark {
            Mark::Disc => words.mark_disc,
            Mark::Diamond => words.mark_diamond,
            Mark::Ring => words.mark_ring,
            Mark::Square => words.mark_square,
        };
        assert!(legend.contains(said), "{legend}");
    }
}

#[test]
fn what_nobody_publishes_is_listed_for_every_park_and_nothing_else() {
    let (reader, query) = (reader(Lang::En), ViewQuery::default());
    let parks = unpublished(shipped(), &query, &reader);
    assert_eq!(parks.len(), shipped().parks().len());
    assert!(parks.windows(2).all(|two| two[0].missing.len() >= two[1].missing.len()), "those with the most missing come first");
    for park in &parks {
        assert_eq!(park.published + park.missing.len(), park.total, "{}", park.park.label);
    }
    let qinzhou = parks.iter().find(|park| park.park.label == "Qinzhou").expect("a park");
    assert!(!qinzhou.missing.iter().any(|name| name == "Planned area"), "its area is published");
    let kuantan = parks.iter().find(|park| park.park.label == "Kuantan").expect("a park");
    assert!(kuantan.missing.iter().any(|name| name == "Land price"), "{:?}", kuantan.missing);
}

/// A catalogue in which a park's name and a note carry markup.
fn hostile() -> Catalogue {
    let text = std::fs::read_to_string(crate::seeded::folder().join("parks.json")).expect("the parks");
    let text = text.replace("\"en\": \"Kuantan\"", "\"en\": \"<img src=x onerror=alert(1)>\"");
    let (mut parts, mut faults) = (crate::seeded::shipped_parts().0, Vec::new());
    let file = twin_parks::domain::catalogue::DataFile::Parks;
    twin_parks::wire::decode(file, text.as_bytes(), &mut parts, &mut faults).expect("it is still data");
    Catalogue::assemble(parts).0
}

#[test]
fn no_text_of_the_data_becomes_markup() {
    let catalogue = hostile();
    let query = ViewQuery::parse("ids=china-malaysia,china-vietnam").0;
    let drawn = draw::charts_of_view(&catalogue, &query, &reader(Lang::En)).expect("charts");
    assert!(drawn.all_text().contains("<img src=x onerror=alert(1)>"), "it is shown as what it is");
    assert!(drawn.all("img").is_empty());
    fn has_handler(node: &Node) -> bool {
        node.attributes.iter().any(|(name, _)| name.starts_with("on"))
            || node.inside.iter().any(|inside| matches!(inside, Inside::Node(node) if has_handler(node)))
    }
    assert!(!has_handler(&drawn));
}

#[test]
fn every_attribute_that_is_a_figure_for_somebody_has_a_chart() {
    let groups = all_charts(&with("", Lang::En));
    let drawn: BTreeSet<&str> = each(&groups).map(|chart| chart.name.as_str()).collect();
    for pair in shipped().pairs().iter() {
        for (_, leg) in pair.legs() {
            let park = shipped().parks().get(leg).expect("a leg");
            for claim in park.claims.iter().filter(|claim| claim.quantity().is_some()) {
                let attribute = shipped().attributes().get(&claim.attribute).expect("an attribute");
                assert!(matches!(attribute.shape, Shape::Measured(_)));
                assert!(drawn.contains(attribute.names.get(Lang::En)), "{} has no chart", attribute.id);
            }
        }
    }
}
