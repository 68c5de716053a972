//! What is chosen for comparison: up to five different ids, in an order of the visitor's own.

use crate::domain::id::Slug;

/// How many pairs or parks can stand side by side.
pub const MAX_COMPARED: usize = 5;

/// Up to [`MAX_COMPARED`] different ids.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Selection(Vec<Slug>);

impl Selection {
    /// The ids in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Slug> {
        self.0.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether no more can be added.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.0.len() >= MAX_COMPARED
    }

    /// Whether an id is chosen.
    #[must_use]
    pub fn contains(&self, id: &Slug) -> bool {
        self.0.contains(id)
    }

    /// Adds an id at the end; false when it is there already or there is no room.
    pub fn add(&mut self, id: Slug) -> bool {
        let fits = !self.is_full() && !self.contains(&id);
        if fits {
            self.0.push(id);
        }
        fits
    }

    /// The selection with an id added, or taken away when it is there.
    #[must_use]
    pub fn toggled(&self, id: &Slug) -> Self {
        let mut next = self.clone();
        if next.contains(id) {
            next.0.retain(|other| other != id);
        } else {
            next.add(id.clone());
        }
        next
    }

    /// The selection with an id one place earlier; the same when it is first or absent.
    #[must_use]
    pub fn earlier(&self, id: &Slug) -> Self {
        self.swapped(id, |at| at.checked_sub(1))
    }

    /// The selection with an id one place later; the same when it is last or absent.
    #[must_use]
    pub fn later(&self, id: &Slug) -> Self {
        self.swapped(id, |at| Some(at + 1))
    }

    fn swapped(&self, id: &Slug, to: impl Fn(usize) -> Option<usize>) -> Self {
        let mut next = self.clone();
        let from = next.0.iter().position(|other| other == id);
        if let Some((from, to)) = from.and_then(|from| Some((from, to(from)?)))
            && to < next.0.len()
        {
            next.0.swap(from, to);
        }
        next
    }
}

impl FromIterator<Slug> for Selection {
    fn from_iter<I: IntoIterator<Item = Slug>>(ids: I) -> Self {
        let mut selection = Self::default();
        for id in ids {
            selection.add(id);
        }
        selection
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selection(ids: &str) -> Selection {
        ids.split_whitespace().filter_map(Slug::parse).collect()
    }

    #[test]
    fn there_are_at_most_five_and_each_once() {
        assert_eq!(selection("a b a c d e f").iter().map(Slug::as_str).collect::<String>(), "abcde");
        assert_eq!(selection("a b").toggled(&Slug::parse("a").expect("a slug")), selection("b"));
    }

    #[test]
    fn columns_move_by_one_and_stop_at_the_edges() {
        let slug = |text| Slug::parse(text).expect("a slug");
        assert_eq!(selection("a b c").earlier(&slug("c")), selection("a c b"));
        assert_eq!(selection("a b c").later(&slug("a")), selection("b a c"));
        assert_eq!(selection("a b").earlier(&slug("a")), selection("a b"));
        assert_eq!(selection("a b").later(&slug("b")), selection("a b"));
        assert_eq!(selection("a b").later(&slug("z")), selection("a b"));
    }
}
