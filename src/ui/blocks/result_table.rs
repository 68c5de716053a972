//! Pairs or parks as rows of one table, sortable by its headings.

use super::card::PickBox;
use super::{Figure, side_name};
use crate::domain::sort::Direction;
use crate::present::explore::{PickView, RowView, SortHeadView};
use crate::present::words::Words;
use crate::ui::reactive::{live, memo};
use leptos::prelude::*;

/// The table of results.
#[component]
pub fn ResultTable(
    /// The headings.
    #[prop(into)]
    heads: Signal<Vec<SortHeadView>>,
    /// The rows.
    #[prop(into)]
    rows: Signal<Vec<RowView>>,
    /// What the table holds, in words.
    #[prop(into)]
    caption: Signal<String>,
    /// The words of the interface.
    words: Signal<&'static Words>,
    /// Called with where choosing a row leads.
    on_pick: Callback<String>,
) -> impl IntoView {
    let ids = move || rows.read().iter().map(|row| row.id.clone()).collect::<Vec<_>>();
    let row = move |id: String| {
        let row = memo(move || rows.read().iter().find(|row| row.id == id).cloned());
        let pick = memo(move || row.read().as_ref().map(|row| row.pick.clone()));
        view! { <Row row pick words on_pick /> }
    };
    view! {
        <div class="result-table" role="region" tabindex="0" aria-label=caption>
            <table class="result-table__table">
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>
                        <td></td>
                        {live(move || heads.get().into_iter().map(head).collect_view())}
                    </tr>
                </thead>
                <tbody>
                    <For each=ids key=Clone::clone children=row />
                </tbody>
            </table>
        </div>
    }
}

fn head(head: SortHeadView) -> impl IntoView {
    let sort = head.direction.map(|direction| if direction == Direction::Ascending { "ascending" } else { "descending" });
    let key = format!("sort-{}", head.label);
    view! {
        <th scope="col" aria-sort=sort class="result-table__head" data-figure=head.is_figure.to_string()>
            {match head.href {
                Some(href) => view! { <a href=href data-noscroll="" data-key=key>{head.label}</a> }.into_any(),
                None => head.label.into_any(),
            }}
        </th>
    }
}

#[component]
fn Row(
    row: Memo<Option<RowView>>,
    pick: Memo<Option<PickView>>,
    words: Signal<&'static Words>,
    on_pick: Callback<String>,
) -> impl IntoView {
    let cells = memo(move || row.get().map(|row| (row.link, row.place, row.detail, row.figures)));
    let draw = move |(link, place, detail, figures): (crate::present::link::LinkView, String, String, Vec<Vec<_>>)| {
        let words = words.get();
        let legs = |legs: Vec<(String, _, Option<_>)>| {
            let is_alone = legs.len() == 1;
            let leg = |(name, side, figure)| {
                view! {
                    <li class="result-table__leg" data-side=side_name(Some(side))>
                        {(!is_alone).then(|| view! { <span class="result-table__name">{name}</span> " " })}
                        {match figure {
                            Some(figure) => view! { <Figure figure words /> }.into_any(),
                            None => view! { <span class="unpublished">{words.not_published}</span> }.into_any(),
                        }}
                    </li>
                }
            };
            view! { <td><ul class="result-table__legs">{legs.into_iter().map(leg).collect_view()}</ul></td> }
        };
        view! {
            <th scope="row" class="result-table__row-head"><a href=link.href>{link.label}</a></th>
            <td>{place}</td>
            <td>{detail}</td>
            {figures.into_iter().map(legs).collect_view()}
        }
    };
    view! {
        <tr>
            <td><PickBox pick on_pick /></td>
            {live(move || cells.get().map(draw))}
        </tr>
    }
}
