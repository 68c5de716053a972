//! placeholder
use crate::support::*;
use twin_parks::domain::names::Lang;
use twin_parks::present::claims::claims_view;
use twin_parks::present::explore::*;
#[test]
fn look() {
    let c = shipped();
    for q in ["sort=-area", "sector=new-energy-vehicles"] {
        let v = explore_view(c, &view(q), 99, &reader(Lang::En));
        let ResultsView::Cards(cards) = v.results else { panic!() };
        println!(
            "{q}: {:?}",
            cards
                .iter()
                .map(|c| (
                    c.id.clone(),
                    c.legs
                        .iter()
                        .map(|l| l.figures.first().and_then(|f| f.1.as_ref().map(|f| format!("{} {}", f.value, f.unit))))
                        .collect::<Vec<_>>()
                ))
                .collect::<Vec<_>>()
        );
    }
    for k in [cell("park/kuantan", "investment"), cell("park/qinzhou", "projects")] {
        let v = claims_view(c, &k, &reader(Lang::En)).unwrap();
        println!("{} {:#?}", v.title, v.intro);
        for c in v.claims {
            println!(
                "{} {} {} | {} | {:?} {:?} | {:?} | {:?} | chosen {} old {} {:?}",
                c.id,
                c.figure.value,
                c.figure.unit,
                c.figure.as_of,
                c.figure.kind,
                c.figure.scope,
                c.source.as_ref().map(|s| (&s.publisher, &s.date)),
                c.note,
                c.is_chosen,
                c.is_old,
                c.confidence
            );
        }
    }
}
