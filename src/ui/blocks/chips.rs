//! Sectors as chips, each in the hue of the side that does it, with the side in words for those who see no hue.

use crate::domain::record::Side;
use crate::present::chips::ChipView;
use crate::present::words::Words;
use leptos::prelude::*;

/// A list of sectors.
#[component]
pub fn Chips(
    /// The sectors.
    chips: Vec<ChipView>,
    /// How many more there are.
    #[prop(optional)]
    more: usize,
    /// The words of the interface.
    words: &'static Words,
) -> impl IntoView {
    let chip = |chip: ChipView| {
        let side = chip.side.map_or(words.both_sides, |side| words.side(side));
        view! {
            <li class="chip" data-side=Side::name(chip.side)>
                <a class="chip__link" href=chip.link.href>
                    {chip.link.label}
                    <span class="visually-hidden">{format!(" ({side})")}</span>
                </a>
            </li>
        }
    };
    view! {
        <ul class="chips">
            {chips.into_iter().map(chip).collect_view()}
            {(more > 0).then(|| view! { <li class="chips__more">{words.and_more(more)}</li> })}
        </ul>
    }
}
