//! Pairs or parks as rows of one table, sortable by its headings.

use super::Figure;
use super::card::PickBox;
use crate::domain::record::Side;
use crate::domain::sort::Direction;
use crate::present::explore::{RowView, SortHeadView};
use crate::present::figure::FigureView;
use crate::present::words::Words;
use leptos::prelude::*;

/// The table of results.
#[component]
pub fn ResultTable(
    /// The headings.
    heads: Vec<SortHeadView>,
    /// The rows.
    rows: Vec<RowView>,
    /// What the table holds, in words.
    caption: String,
    /// The words of the interface.
    words: &'static Words,
    /// Called with where choosing a row leads.
    on_pick: Callback<String>,
) -> impl IntoView {
    let label = caption.clone();
    view! {
        <div class="result-table" role="region" tabindex="0" aria-label=label>
            <table class="result-table__table">
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>
                        <td></td>
                        {heads.into_iter().map(head).collect_view()}
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(|it| row(it, words, on_pick)).collect_view()}</tbody>
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

fn row(row: RowView, words: &'static Words, on_pick: Callback<String>) -> impl IntoView {
    let legs = |legs: Vec<(String, Side, Option<FigureView>)>| {
        let is_alone = legs.len() == 1;
        let leg = |(name, side, figure)| {
            view! {
                <li class="result-table__leg" data-side=Side::name(Some(side))>
                    {(!is_alone).then(|| view! { <span class="result-table__name">{name}</span> " " })}
                    {match figure {
                        Some(figure) => view! { <Figure figure words /> }.into_any(),
                        None => view! { <span class="unpublished">{words.not_published}</span> }.into_any(),
                    }}
                </li>
            }
        };
        view! { <td><ul>{legs.into_iter().map(leg).collect_view()}</ul></td> }
    };
    view! {
        <tr>
            <td><PickBox pick=row.pick on_pick /></td>
            <th scope="row" class="result-table__row-head"><a href=row.link.href>{row.link.label}</a></th>
            <td>{row.place}</td>
            <td>{row.detail}</td>
            {row.figures.into_iter().map(legs).collect_view()}
        </tr>
    }
}
