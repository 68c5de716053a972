//! How Chinese names sound, so that they are found by pinyin: in full (`qinzhou`, `qin zhou`), from any syllable on
//! (`zhou`), and by initials (`qz`).

use super::fold::fold;
use super::search::Match;

/// Fewer initials than this would match half of all names.
const MIN_INITIALS: usize = 2;

/// The sound of one name.
#[derive(Clone, Debug)]
pub(super) struct Sound {
    /// All syllables without the spaces between them.
    joined: String,
    /// Where each syllable begins.
    starts: Vec<usize>,
    /// The first letter of each.
    initials: String,
}

impl Sound {
    /// Reads syllables parted by spaces; tones and letter case aside.
    pub(super) fn of(pinyin: &str) -> Self {
        let mut sound = Self { joined: String::new(), starts: Vec::new(), initials: String::new() };
        for syllable in fold(pinyin).split(' ').filter(|syllable| !syllable.is_empty()) {
            sound.starts.push(sound.joined.len());
            sound.initials.extend(syllable.chars().next());
            sound.joined.push_str(syllable);
        }
        sound
    }

    /// How well the name answers what was typed, folded and without spaces.
    pub(super) fn answers(&self, typed: &str) -> Option<Match> {
        let by_initials = typed.len() >= MIN_INITIALS;
        if self.joined == typed || (by_initials && self.initials == typed) {
            Some(Match::Whole)
        } else if self.joined.starts_with(typed) || (by_initials && self.initials.starts_with(typed)) {
            Some(Match::Start)
        } else {
            let from = |at: &usize| self.joined.get(*at..).is_some_and(|rest| rest.starts_with(typed));
            self.starts.iter().any(from).then_some(Match::Inside)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_syllables_and_initials_but_not_across_syllables() {
        let sound = Sound::of("qin zhou gang");
        for (typed, found) in [
            ("qinzhougang", Some(Match::Whole)),
            ("qzg", Some(Match::Whole)),
            ("qinzh", Some(Match::Start)),
            ("qz", Some(Match::Start)),
            ("zhougang", Some(Match::Inside)),
            ("gan", Some(Match::Inside)),
            ("inzhou", None),
            ("zg", None),
            ("z", Some(Match::Inside)),
        ] {
            assert_eq!(sound.answers(typed), found, "{typed}");
        }
        assert_eq!(Sound::of("").answers("q"), None);
    }
}
