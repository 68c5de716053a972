//! Records in their written order, found by id in logarithmic time.

use super::order::sort_places;

/// Something with an id that is unique among its kind.
pub trait Identified {
    /// The kind of id.
    type Id: Ord;
    /// The record's own id.
    fn id(&self) -> &Self::Id;
}

/// Records in the order of the file, with a sorted index. Ids are unique: the first record of an id wins.
#[derive(Clone, PartialEq, Debug)]
pub struct Table<T> {
    rows: Vec<T>,
    by_id: Vec<usize>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), by_id: Vec::new() }
    }
}

impl<T: Identified> Table<T> {
    /// Keeps the first record of every id and gives back the others.
    #[must_use]
    pub fn new(records: Vec<T>) -> (Self, Vec<T>) {
        let order = by_id(&records);
        let id = |at: &usize| records.get(*at).map(T::id);
        let mut is_double = vec![false; records.len()];
        for two in order.windows(2) {
            if let [a, b] = two
                && id(a) == id(b)
                && let Some(double) = is_double.get_mut(*b)
            {
                *double = true;
            }
        }
        let (mut rows, mut doubles) = (Vec::with_capacity(records.len()), Vec::new());
        for (record, is_double) in records.into_iter().zip(is_double) {
            if is_double { doubles.push(record) } else { rows.push(record) }
        }
        let by_id = by_id(&rows);
        (Self { rows, by_id }, doubles)
    }

    /// The record of an id.
    #[must_use]
    pub fn get(&self, id: &T::Id) -> Option<&T> {
        self.rows.get(self.position(id)?)
    }

    /// Where in the written order the record of an id stands.
    #[must_use]
    pub fn position(&self, id: &T::Id) -> Option<usize> {
        let at = self.by_id.binary_search_by(|at| self.rows.get(*at).map(T::id).cmp(&Some(id))).ok()?;
        self.by_id.get(at).copied()
    }

    /// The record at a place in the written order.
    #[must_use]
    pub fn at(&self, position: usize) -> Option<&T> {
        self.rows.get(position)
    }

    /// The records themselves, in their written order.
    #[must_use]
    pub fn into_rows(self) -> Vec<T> {
        self.rows
    }

    /// All records in their written order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.rows.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// The places of the records in the order of their ids; records of one id in their written order.
fn by_id<T: Identified>(records: &[T]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..records.len()).collect();
    let id = |at: usize| records.get(at).map(T::id);
    sort_places(&mut places, &|a, b| id(a).cmp(&id(b)));
    places
}

/// Implements [`Identified`] for records with a field `id`.
macro_rules! identified {
    ($($record:ty => $id:ty),* $(,)?) => {$(
        impl Identified for $record {
            type Id = $id;
            fn id(&self) -> &$id {
                &self.id
            }
        }
    )*};
}

use super::{attribute, claim, dispute, id, record};
identified! {
    record::Park => id::ParkId,
    record::Pair => id::PairId,
    record::Sector => id::SectorId,
    record::Context => id::ContextId,
    attribute::Attribute => id::AttributeId,
    attribute::Scope => id::ScopeId,
    claim::Source => id::SourceId,
    dispute::Dispute => id::Slug,
    dispute::Gap => id::Slug,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Clone)]
    struct Row {
        id: &'static str,
        word: &'static str,
    }

    impl Identified for Row {
        type Id = &'static str;
        fn id(&self) -> &Self::Id {
            &self.id
        }
    }

    #[test]
    fn the_first_record_of_an_id_wins_and_order_is_kept() {
        let row = |id, word| Row { id, word };
        let (table, doubles) = Table::new(vec![row("b", "1"), row("a", "2"), row("b", "3"), row("b", "4")]);
        assert_eq!(table.iter().map(|row| row.word).collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(doubles.iter().map(|row| row.word).collect::<Vec<_>>(), ["3", "4"]);
        assert_eq!(table.get(&"a").map(|row| row.word), Some("2"));
        assert_eq!(table.get(&"c"), None);
    }
}
