//! What a kiosk shows beside the pages: how it shows itself while nobody is there, and its own words.

mod attract;
mod choices;
mod names;
mod words;

pub(in crate::present) use attract::half;
pub use attract::{FactView, HalfView, Shown, SlideView, of_turn, shown, slide, slide_of};
pub use choices::{first_pages, shown_choices};
pub use names::names_for;
pub use words::KioskWords;
