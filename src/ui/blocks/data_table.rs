//! Subjects side by side: one real table, sticky by style sheets alone, every cell a door to its claims.

use super::Figure;
use crate::domain::record::Side;
use crate::present::claims::CellKey;
use crate::present::compare::{HeadView, LegHeadView, TableView};
use crate::present::table::{CellState, CellView, GroupView, RowView};
use crate::present::words::Words;
use leptos::prelude::*;

/// The table.
#[component]
pub fn DataTable(
    /// What to show.
    table: TableView,
    /// The words of the interface.
    words: &'static Words,
    /// Called with the cell whose claims are wanted.
    on_open: Callback<CellKey>,
) -> impl IntoView {
    let columns = table.columns;
    let caption = table.caption.clone();
    let has_legs = table.heads.iter().any(|head| !head.legs.is_empty());
    view! {
        <div class="data-table" role="region" tabindex="0" aria-label=caption style:--columns=columns.to_string()>
            <table class="data-table__table">
                <caption class="visually-hidden">{table.caption}</caption>
                <colgroup>
                    <col class="data-table__first" />
                </colgroup>
                {(!table.heads.is_empty()).then(|| view! {
                    <thead>
                        <tr>
                            <td class="data-table__corner" rowspan=if has_legs { 2 } else { 1 }></td>
                            {table.heads.iter().cloned().map(|it| head(it, words)).collect_view()}
                        </tr>
                        {has_legs.then(|| view! {
                            <tr>{table.heads.into_iter().map(|head| legs(head, words)).collect_view()}</tr>
                        })}
                    </thead>
                })}
                {table.groups.into_iter().map(|it| group(it, columns, words, on_open)).collect_view()}
            </table>
        </div>
    }
}

fn head(head: HeadView, words: &'static Words) -> impl IntoView {
    let name = head.link.label.clone();
    let control = |href: Option<String>, key: &str, label: String, sign: &'static str| {
        href.map(|href| {
            view! {
                <a class="data-table__control" href=href data-noscroll="" data-key=format!("{key}-{}", head.id) aria-label=label.clone() title=label>
                    <span aria-hidden="true">{sign}</span>
                </a>
            }
        })
    };
    view! {
        <th scope="colgroup" class="data-table__head" colspan=head.span data-side=Side::name(head.side)>
            <a class="data-table__name" href=head.link.href>{head.link.label}</a>
            <span class="data-table__detail">{head.detail}</span>
            <span class="data-table__controls">
                {control(head.earlier, "earlier", words.move_earlier(&name), "←")}
                {control(head.later, "later", words.move_later(&name), "→")}
                {control(head.remove, "remove", words.remove_it(&name), "×")}
            </span>
        </th>
    }
}

fn legs(head: HeadView, words: &'static Words) -> AnyView {
    if head.legs.is_empty() {
        return view! { <td class="data-table__leg">{words.no_park_named}</td> }.into_any();
    }
    let leg = |leg: LegHeadView| {
        view! {
            <th scope="col" class="data-table__leg" data-side=Side::name(Some(leg.side))>
                {leg.link.map(|link| view! { <a class="data-table__leg-name" href=link.href>{link.label}</a> })}
                <span class="data-table__detail">{leg.place}</span>
            </th>
        }
    };
    head.legs.into_iter().map(leg).collect_view().into_any()
}

fn group(group: GroupView, columns: usize, words: &'static Words, on_open: Callback<CellKey>) -> impl IntoView {
    view! {
        <tbody data-group=group.key>
            <tr>
                <th scope="rowgroup" class="data-table__group-name" colspan=columns + 1><span>{group.name}</span></th>
            </tr>
            {group.rows.into_iter().map(|it| row(it, words, on_open)).collect_view()}
        </tbody>
    }
}

fn row(row: RowView, words: &'static Words, on_open: Callback<CellKey>) -> impl IntoView {
    let name = row.name.clone();
    view! {
        <tr class="data-table__row" data-row=row.key>
            <th scope="row" class="data-table__attribute">
                {row.name}
                {row.of_pairs.then(|| view! { <span class="data-table__detail">{words.of_the_pair}</span> })}
            </th>
            {row.cells.into_iter().map(|it| cell(it, &name, words, on_open)).collect_view()}
        </tr>
    }
}

fn cell(cell: CellView, attribute: &str, words: &'static Words, on_open: Callback<CellKey>) -> impl IntoView + use<> {
    let note = cell.state.note(words);
    let state = cell.state.name();
    let is_unpublished = matches!(cell.state, CellState::Unpublished { .. });
    let label = words.open_cell(words.claim_count(cell.claims), attribute);
    let key = cell.key.clone();
    let count = cell.claims;
    let id = format!("cell-{}-{}", key.subject, key.attribute);
    view! {
        <td class="data-table__cell" data-state=state data-side=Side::name(cell.side) data-best=cell.is_best.to_string() colspan=cell.span>
            {is_unpublished.then(|| view! { <span class="unpublished">{words.not_published}</span> })}
            {(!cell.figures.is_empty()).then(|| view! {
                <ul class="data-table__figures">
                    {cell.figures.into_iter().map(|figure| view! { <li><Figure figure words /></li> }).collect_view()}
                </ul>
            })}
            {(cell.more > 0).then(|| view! { <span class="data-table__note">{words.and_more(cell.more)}</span> })}
            {cell.is_best.then(|| view! { <span class="badge" data-kind="best">{words.best}</span> })}
            {cell.bar.map(|share| view! { <span class="bar" aria-hidden="true" style:--share=format!("{share}%")></span> })}
            {note.map(|note| view! { <span class="data-table__note">{note}</span> })}
            {cell.inherited_from.map(|place| view! { <span class="data-table__note">{words.inherited(&place)}</span> })}
            {(count > 0).then(|| view! {
                <button type="button" class="data-table__open" data-key=id aria-label=label aria-haspopup="dialog" on:click=move |_| on_open.run(key.clone())>
                    {words.claim_count(count)}
                </button>
            })}
        </td>
    }
}
