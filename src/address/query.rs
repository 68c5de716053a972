//! The view of a page as query parameters.

use super::codec::{encode, pairs};
use super::selection::{MAX_COMPARED, Selection};
use crate::domain::catalogue::Of;
use crate::domain::facet::Facet;
use crate::domain::filter::Filters;
use crate::domain::id::Slug;
use crate::domain::names::Lang;
use crate::domain::record::{name_of, named};
use crate::domain::sort::{Direction, Sort, SortKey};
use crate::domain::unit::{Base, Currency};

/// How a list is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum View {
    /// A card each.
    #[default]
    Cards,
    /// One table.
    Table,
    /// The compared as charts; a list has none, and is then drawn as cards.
    Charts,
}

/// The land unit in which areas are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Units {
    /// As each source gives it.
    #[default]
    Source,
    /// Hectares.
    Metric,
    /// Chinese mu.
    Mu,
    /// Acres.
    Acre,
    /// Thai rai.
    Rai,
}

impl Units {
    /// Every choice with its name in addresses.
    pub const ALL: [(&'static str, Self); 5] =
        [("source", Self::Source), ("metric", Self::Metric), ("mu", Self::Mu), ("acre", Self::Acre), ("rai", Self::Rai)];

    /// The unit to show areas in; `None` for as published.
    #[must_use]
    pub fn base(self) -> Option<Base> {
        match self {
            Self::Source => None,
            Self::Metric => Some(Base::Hectare),
            Self::Mu => Some(Base::Mu),
            Self::Acre => Some(Base::Acre),
            Self::Rai => Some(Base::Rai),
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// As the system is set.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every choice with its name in addresses.
    pub const ALL: [(&'static str, Self); 3] = [("auto", Self::Auto), ("light", Self::Light), ("dark", Self::Dark)];
}

const OF: [(&str, Of); 2] = [("pairs", Of::Pairs), ("parks", Of::Parks)];
const VIEWS: [(&str, View); 3] = [("cards", View::Cards), ("table", View::Table), ("charts", View::Charts)];
/// The currencies that money can be shown in, by contract; `source` in an address means as published.
pub const CURRENCIES: [Currency; 7] =
    [Currency::Cny, Currency::Usd, Currency::Myr, Currency::Vnd, Currency::Idr, Currency::Thb, Currency::Sgd];
/// The longest free text that is taken; more is no search.
const MAX_TEXT: usize = 200;

/// Everything about a view that the address says.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ViewQuery {
    /// Pairs or parks.
    pub of: Of,
    /// Free text and facets.
    pub filters: Filters,
    /// The order.
    pub sort: Sort,
    /// Cards or a table.
    pub view: View,
    /// What is chosen for comparison.
    pub ids: Selection,
    /// Only rows in which the columns differ.
    pub only_differences: bool,
    /// The best of comparable cells is marked.
    pub highlight_best: bool,
    /// Rows with nothing published are left out.
    pub hide_unpublished: bool,
    /// The language of the interface; `None` when the address does not say.
    pub lang: Option<Lang>,
    /// The currency to show money in; `None` for as published.
    pub currency: Option<Currency>,
    /// The land unit.
    pub units: Units,
    /// Light or dark.
    pub theme: Theme,
}

/// A parameter that could not be used, and was passed over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum QueryFault {
    /// No parameter has this name.
    UnknownName(String),
    /// The parameter does not take this value.
    BadValue {
        /// The parameter.
        name: &'static str,
        /// What was given.
        value: String,
    },
    /// More was chosen than can be compared; the first are kept.
    TooMany,
}

impl ViewQuery {
    /// Reads the part of an address after `?`. Nothing that can be typed makes this fail.
    #[must_use]
    pub fn parse(search: &str) -> (Self, Vec<QueryFault>) {
        let mut query = Self::default();
        let mut faults = Vec::new();
        for (name, value) in pairs(search) {
            query.take(&name, &value, &mut faults);
        }
        (query, faults)
    }

    /// Takes one parameter.
    pub(super) fn take(&mut self, name: &str, value: &str, faults: &mut Vec<QueryFault>) {
        if let Some(&(name, facet)) = Facet::ALL.iter().find(|(known, _)| *known == name) {
            for part in list(value) {
                match facet.value(part) {
                    Some(value) => self.filters.choose(facet, value),
                    None => faults.push(bad(name, part)),
                }
            }
            return;
        }
        match name {
            "of" => set("of", value, named(&OF, value), &mut self.of, faults),
            "q" => {
                let text: String = value.chars().filter(|c| !c.is_control()).take(MAX_TEXT).collect();
                // Trimmed last: the cut may fall on a space.
                self.filters.text = text.trim().to_owned();
            }
            "sort" => set("sort", value, sort(value), &mut self.sort, faults),
            "view" => set("view", value, named(&VIEWS, value), &mut self.view, faults),
            "ids" => {
                for part in list(value) {
                    match Slug::parse(part) {
                        Some(id) if self.ids.is_full() && !self.ids.contains(&id) => {
                            if !faults.contains(&QueryFault::TooMany) {
                                faults.push(QueryFault::TooMany);
                            }
                        }
                        Some(id) => {
                            self.ids.add(id);
                        }
                        None => faults.push(bad("ids", part)),
                    }
                }
            }
            "diff" => set("diff", value, switch(value), &mut self.only_differences, faults),
            "best" => set("best", value, switch(value), &mut self.highlight_best, faults),
            "hide" => set("hide", value, switch(value), &mut self.hide_unpublished, faults),
            "lang" => set("lang", value, Lang::parse(value).map(Some), &mut self.lang, faults),
            "ccy" => set("ccy", value, currency(value), &mut self.currency, faults),
            "units" => set("units", value, named(&Units::ALL, value), &mut self.units, faults),
            "theme" => set("theme", value, named(&Theme::ALL, value), &mut self.theme, faults),
            _ => faults.push(QueryFault::UnknownName(short(name))),
        }
    }

    /// Writes the part after `?`, in canonical order and without defaults; empty when all is default.
    #[must_use]
    pub fn print(&self) -> String {
        let standard = Self::default();
        let mut written: Vec<(&str, String)> = Vec::new();
        let mut write = |name, value: String, is_default: bool| {
            if !is_default {
                written.push((name, value));
            }
        };
        write("of", name_of(&OF, self.of).into(), self.of == standard.of);
        write("q", self.filters.text.clone(), self.filters.text.is_empty());
        for (name, facet) in Facet::ALL {
            let values: Vec<&str> = self.filters.chosen(facet).map(|value| value.as_str()).collect();
            write(name, values.join(","), values.is_empty());
        }
        let minus = if self.sort.direction == Direction::Descending { "-" } else { "" };
        write("sort", format!("{minus}{}", name_of(&SortKey::ALL, self.sort.key)), self.sort == standard.sort);
        write("view", name_of(&VIEWS, self.view).into(), self.view == standard.view);
        let ids: Vec<&str> = self.ids.iter().map(Slug::as_str).collect();
        write("ids", ids.join(","), ids.is_empty());
        write("diff", "1".into(), !self.only_differences);
        write("best", "1".into(), !self.highlight_best);
        write("hide", "1".into(), !self.hide_unpublished);
        write("lang", self.lang.map_or("", Lang::tag).into(), self.lang.is_none());
        write("ccy", self.currency.map_or("", Currency::code).into(), self.currency.is_none());
        write("units", name_of(&Units::ALL, self.units).into(), self.units == standard.units);
        write("theme", name_of(&Theme::ALL, self.theme).into(), self.theme == standard.theme);
        let parts: Vec<String> = written.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        parts.join("&")
    }

    /// The view for a link that leaves the list: what was narrowed, sorted and switched stays behind; language,
    /// currency, unit, theme and the things chosen for comparison go along.
    #[must_use]
    pub fn carried(&self) -> Self {
        Self {
            of: self.of,
            ids: self.ids.clone(),
            lang: self.lang,
            currency: self.currency,
            units: self.units,
            theme: self.theme,
            ..Self::default()
        }
    }

    /// The view with other filters.
    #[must_use]
    pub fn with_filters(&self, filters: Filters) -> Self {
        Self { filters, ..self.clone() }
    }

    /// The view with another selection.
    #[must_use]
    pub fn with_ids(&self, ids: Selection) -> Self {
        Self { ids, ..self.clone() }
    }
}

pub(super) fn list(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|part| !part.is_empty())
}

fn set<T>(name: &'static str, text: &str, value: Option<T>, field: &mut T, faults: &mut Vec<QueryFault>) {
    match value {
        Some(value) => *field = value,
        None => faults.push(bad(name, text)),
    }
}

pub(super) fn switch(value: &str) -> Option<bool> {
    match value {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    }
}

fn sort(value: &str) -> Option<Sort> {
    let (name, direction) = match value.strip_prefix('-') {
        Some(name) => (name, Direction::Descending),
        None => (value, Direction::Ascending),
    };
    named(&SortKey::ALL, name).map(|key| Sort { key, direction })
}

fn currency(value: &str) -> Option<Option<Currency>> {
    match value {
        "source" => Some(None),
        code => Currency::parse(code).filter(|currency| CURRENCIES.contains(currency)).map(Some),
    }
}

pub(super) fn bad(name: &'static str, value: &str) -> QueryFault {
    QueryFault::BadValue { name, value: short(value) }
}

/// Enough of a text to recognise it by.
fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(40).collect()
}

const _: () = assert!(MAX_COMPARED == 5, "the notice for too many says five");
