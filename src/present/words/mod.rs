//! Every word that the interface says, in every language.
//!
//! A language is a file below `public/words/`; English is part of the app, the others are fetched when they are asked
//! for. A file that lacks a message does not compile.

mod declared;
pub(in crate::present) mod messages;
pub mod pattern;

pub use declared::Words;

use crate::domain::attribute::Group;
use crate::domain::catalogue::{DataFile, Of};
use crate::domain::claim::Kind;
use crate::domain::date::Age;
use crate::domain::facet::Facet;
use crate::domain::id::Country;
use crate::domain::record::{Access, ContextKind, Model, Side, Stage, Status, name_of};
use crate::domain::unit::{Base, Currency, Unit};

/// Two values of one language say the same.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.lang == other.lang
    }
}

impl Words {
    /// A count of what is listed: `20 pairs`.
    #[must_use]
    pub fn results(&self, of: Of, count: usize) -> String {
        match of {
            Of::Pairs => self.pair_count(count),
            Of::Parks => self.park_count(count),
        }
    }

    /// Names one after the other: `a, b and c`.
    #[must_use]
    pub fn list(&self, names: &[String]) -> String {
        let Some((last, others)) = names.split_last() else { return String::new() };
        let joined = self.enumerated(others);
        if joined.is_empty() { last.clone() } else { self.list_last(joined, last) }
    }

    /// Names one after the other, the last like the others: `a, b, c`.
    #[must_use]
    pub fn enumerated(&self, names: &[String]) -> String {
        let Some((first, others)) = names.split_first() else { return String::new() };
        others.iter().fold(first.clone(), |list, next| self.list_more(list, next))
    }

    /// What stands between things that follow each other.
    #[must_use]
    pub fn separator(&self) -> String {
        self.list_more("", "")
    }

    /// A source before the title of its page: who published it and, where known, when.
    #[must_use]
    pub fn published_by(&self, publisher: &str, date: &str) -> String {
        let said = if date.is_empty() { publisher.to_owned() } else { self.dated(publisher, date) };
        self.labelled(said, "")
    }

    /// A region in its country; countries that are their own region once.
    #[must_use]
    pub fn place_in(&self, region: &str, country: &str) -> String {
        if region == country { region.to_owned() } else { self.place(region, country) }
    }

    /// How long ago: `this month`, `14 months`, `3 years`.
    #[must_use]
    pub fn age(&self, age: Age) -> String {
        let count = |count: i32| usize::try_from(count).unwrap_or(0);
        match age {
            Age::Months(0) => self.age_this_month.to_owned(),
            Age::Months(months @ 1..=23) => self.age_months(count(months)),
            Age::Months(months) => self.age_years(count(months / 12)),
            Age::Years(0) => self.age_this_year.to_owned(),
            Age::Years(years) => self.age_years(usize::from(years)),
        }
    }

    /// That nothing has this id, with the nearest that have one.
    #[must_use]
    pub fn nothing_called(&self, id: &str, near: &[String]) -> String {
        if near.is_empty() { self.unknown_id(id) } else { self.unknown_id_near(id, self.list(near)) }
    }

    /// That only one sort of thing can be compared at a time.
    #[must_use]
    pub fn not_mixed(&self, of: Of, left_out: &[String]) -> String {
        match of {
            Of::Pairs => self.only_pairs(self.list(left_out)),
            Of::Parks => self.only_parks(self.list(left_out)),
        }
    }

    /// A month by its number from 1.
    #[must_use]
    pub fn month(&self, month: u8) -> &'static str {
        self.month.get(&month.to_string())
    }

    /// How firm a figure is.
    #[must_use]
    pub fn kind(&self, kind: Kind) -> &'static str {
        self.kind.get(name_of(&Kind::ALL, kind))
    }

    /// The model of a pair.
    #[must_use]
    pub fn model(&self, model: Model) -> &'static str {
        self.model.get(name_of(&Model::ALL, model))
    }

    /// The state of a pair or park.
    #[must_use]
    pub fn status(&self, status: Status) -> &'static str {
        self.status.get(name_of(&Status::ALL, status))
    }

    /// A way to reach a park.
    #[must_use]
    pub fn access(&self, access: Access) -> &'static str {
        self.access.get(name_of(&Access::ALL, access))
    }

    /// A group of attributes.
    #[must_use]
    pub fn group(&self, group: Group) -> &'static str {
        self.group.get(name_of(&Group::ALL, group))
    }

    /// A facet.
    #[must_use]
    pub fn facet(&self, facet: Facet) -> &'static str {
        self.facet.get(name_of(&Facet::ALL, facet))
    }

    /// A stage of the chain.
    #[must_use]
    pub fn stage(&self, stage: Stage) -> &'static str {
        self.stage.get(name_of(&Stage::ALL, stage))
    }

    /// A side of a pair.
    #[must_use]
    pub fn side(&self, side: Side) -> &'static str {
        self.side.get(match side {
            Side::Home => "home",
            Side::Partner => "partner",
        })
    }

    /// A kind of thing around the pairs.
    #[must_use]
    pub fn context_kind(&self, kind: ContextKind) -> &'static str {
        self.context_kind.get(name_of(&ContextKind::ALL, kind))
    }

    /// What a data file holds.
    #[must_use]
    pub fn file(&self, file: DataFile) -> &'static str {
        self.file.get(file.name())
    }

    /// A column of a sheet of claims.
    #[must_use]
    pub fn column(&self, column: &str) -> &'static str {
        self.column.get(column)
    }

    /// The short name of an attribute on a card; empty for those that no card shows.
    #[must_use]
    pub fn headline(&self, attribute: &str) -> &'static str {
        self.headline.get(attribute)
    }

    /// A country; its code where it has no name here.
    #[must_use]
    pub fn country(&self, country: Country) -> String {
        let name = self.country.get(country.code());
        if name.is_empty() { country.code() } else { name }.to_owned()
    }

    /// A currency.
    #[must_use]
    pub fn currency(&self, currency: Currency) -> &'static str {
        self.currency.get(currency.code())
    }

    /// A unit as it stands behind a figure; empty for plain counts.
    #[must_use]
    pub fn unit(&self, unit: Unit) -> String {
        match (unit.over, unit.per) {
            (Base::Money(over), Some(Base::Money(per))) => self.rate(self.currency(over), self.currency(per)),
            (over, None) => self.base(over).to_owned(),
            (Base::Count, Some(per)) => self.unit_each(self.per_base(per)),
            (over, Some(per)) => self.unit_per(self.base(over), self.per_base(per)),
        }
    }

    /// A unit with what parts it from the figure before it; plain counts have neither.
    #[must_use]
    pub fn behind(&self, unit: &str) -> String {
        if unit.is_empty() { String::new() } else { self.unit_after(unit) }
    }

    fn base(&self, base: Base) -> &'static str {
        match base {
            Base::Money(currency) => self.currency(currency),
            base => self.unit.get(base.symbol()),
        }
    }

    /// What something is per, which some languages put in the singular.
    fn per_base(&self, per: Base) -> &'static str {
        let singular = self.per.get(per.symbol());
        if singular.is_empty() { self.base(per) } else { singular }
    }
}
