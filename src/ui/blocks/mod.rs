//! Components over view models: values in, callbacks out.
//!
//! **Invariant:** a block knows neither router nor network; its links come ready made.

mod card;
mod chips;
mod choice_list;
mod claims_dialog;
mod data_table;
mod drawn;
mod facet_list;
mod figure;
mod loading;
mod logo;
mod modal;
mod notice_bar;
mod result_table;
mod search_box;
mod tabs;
mod tray;

pub use card::Card;
pub use chips::Chips;
pub use choice_list::ChoiceList;
pub use claims_dialog::{ClaimsDialog, SourceLine};
pub use data_table::DataTable;
pub use drawn::Drawn;
pub use facet_list::FacetList;
pub use figure::Figure;
pub use loading::{Coming, FailedPanel, Loading};
pub use logo::Logo;
pub use modal::{close_beside, open_while};
pub use notice_bar::NoticeBar;
pub use result_table::ResultTable;
pub use search_box::SearchBox;
pub use tabs::Tabs;
pub use tray::Tray;
