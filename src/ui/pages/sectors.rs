//! All sectors, and one.

use super::HEADING;
use super::frame::{Drawn, page};
use crate::address::Route;
use crate::domain::catalogue::DataFile;
use crate::present::link::LinkView;
use crate::present::sector::{SectorNode, SectorPairView, SectorView, sector_view, sectors_view};
use crate::present::words::Words;
use crate::ui::state::AppState;
use leptos::prelude::*;

/// The page of all sectors.
#[component]
pub fn SectorsPage(
    /// What everything reads.
    app: AppState,
) -> impl IntoView {
    page(
        app,
        |words| words.sectors_title,
        &[DataFile::Sectors],
        |catalogue, query, reader| {
            let words = reader.words();
            let roots = sectors_view(catalogue, query, reader).roots;
            let view = view! {
                <div class="page-head">
                    <h1 class="page-head__title" id=HEADING tabindex="-1">{words.sectors_title}</h1>
                    <p class="page-head__lead">{words.sectors_lead}</p>
                </div>
                <ul class="sector-tree">{roots.into_iter().map(node).collect_view()}</ul>
            };
            Some(Drawn { title: words.sectors_title.to_owned(), view: view.into_any() })
        },
    )
}

fn node(sector: SectorNode) -> AnyView {
    let has_branches = !sector.branches.is_empty();
    view! {
        <li class="sector-tree__node">
            <a href=sector.link.href>{sector.link.label}</a> " " <span class="sector-tree__count">{sector.count}</span>
            {has_branches.then(|| view! { <ul class="sector-tree__branches">{sector.branches.into_iter().map(node).collect_view()}</ul> })}
        </li>
    }
    .into_any()
}

/// The page of one sector.
#[component]
pub fn SectorPage(
    /// What everything reads.
    app: AppState,
) -> impl IntoView {
    let route = app.view.route.get_untracked();
    page(
        app,
        |words| words.loading,
        &[DataFile::Sectors, DataFile::Parks],
        move |catalogue, query, reader| {
            let Route::Sector(id) = &route else { return None };
            let sector = sector_view(catalogue, id, query, reader)?;
            Some(Drawn { title: sector.title.clone(), view: body(sector, reader.words()).into_any() })
        },
    )
}

fn body(sector: SectorView, words: &'static Words) -> impl IntoView {
    let link = |link: LinkView| view! { <a href=link.href>{link.label}</a> };
    let linked = move |links: Vec<LinkView>| {
        let separated = links.into_iter().enumerate().map(move |(at, it)| ((at > 0).then(|| words.separator()), link(it)));
        separated.collect_view()
    };
    let pair = move |pair: SectorPairView| {
        view! {
            <tr>
                <th scope="row">{link(pair.link)}</th>
                <td data-side="home">{linked(pair.home)}</td>
                <td data-side="partner">{linked(pair.partner)}</td>
            </tr>
        }
    };
    view! {
        <div class="page-head">
            {sector.parent.map(|parent| view! { <p class="page-head__kicker">{words.part_of} " " {link(parent)}</p> })}
            <h1 class="page-head__title" id=HEADING tabindex="-1">{sector.title}</h1>
            {(!sector.hs.is_empty()).then(|| view! { <p class="page-head__lead">{sector.hs}</p> })}
            <a class="button" data-kind="main" href=sector.explore.href>{sector.explore.label}</a>
        </div>
        {(!sector.branches.is_empty()).then(|| view! { <p>{words.branches} ": " {linked(sector.branches)}</p> })}
        <section class="record__part">
            <h2>{words.pairs_with_sector}</h2>
            <div class="plain-table" role="region" tabindex="0" aria-label=words.pairs_with_sector>
                <table>
                    <caption class="visually-hidden">{words.pairs_with_sector}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.pair}</th>
                            <th scope="col" data-side="home">{words.home_side}</th>
                            <th scope="col" data-side="partner">{words.partner_side}</th>
                        </tr>
                    </thead>
                    <tbody>{sector.pairs.into_iter().map(pair).collect_view()}</tbody>
                </table>
            </div>
        </section>
        <section class="record__part">
            <h2>{words.parks_with_sector}</h2>
            <ul class="plain-list">
                {sector.parks.into_iter().map(|(park, place)| view! { <li>{link(park)} " " <span class="quiet">{place}</span></li> }).collect_view()}
            </ul>
        </section>
    }
}
