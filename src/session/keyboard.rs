//! The keyboard on the screen: what a press makes of a text, with the marks of Vietnamese.

/// A key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Press {
    /// A letter, digit or sign.
    Letter(char),
    /// A tone mark for the syllable before.
    Tone(Tone),
    /// Takes the last letter away; a letter with a tone loses its tone first.
    Erase,
}

/// A Vietnamese tone that is written as a mark; pressed again, it is taken away.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the variants are the names of the tones, without their marks")]
pub enum Tone {
    Sac,
    Huyen,
    Hoi,
    Nga,
    Nang,
}

impl Tone {
    /// Every tone with a letter that shows it.
    pub const ALL: [(char, Self); 5] =
        [('á', Self::Sac), ('à', Self::Huyen), ('ả', Self::Hoi), ('ã', Self::Nga), ('ạ', Self::Nang)];
}

/// The rows of keys: digits, Latin letters, and the letters that Vietnamese adds.
pub const ROWS: [(&str, &str); 5] =
    [("digits", "1234567890"), ("upper", "qwertyuiop"), ("middle", "asdfghjkl"), ("lower", "zxcvbnm-"), ("marked", "ăâđêôơư")];

/// The row of keys that only addresses need.
pub const SIGNS: (&str, &str) = ("signs", ":/._");

/// Every vowel plain and with each tone, in the order of [`Tone::ALL`].
const VOWELS: [&str; 12] =
    ["aáàảãạ", "ăắằẳẵặ", "âấầẩẫậ", "eéèẻẽẹ", "êếềểễệ", "iíìỉĩị", "oóòỏõọ", "ôốồổỗộ", "ơớờởỡợ", "uúùủũụ", "ưứừửữự", "yýỳỷỹỵ"];
/// The vowels that carry the tone whatever stands beside them, since they have a mark already.
const MARKED: &str = "ăâêôơư";

/// What a press makes of a text.
#[must_use]
pub fn pressed(text: &str, press: Press) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    match press {
        Press::Letter(letter) => letters.push(letter),
        Press::Erase => {
            let last = letters.pop();
            if let Some((plain, Some(_))) = last.and_then(parted) {
                letters.push(plain);
            }
        }
        Press::Tone(tone) => {
            if let Some(at) = carrier(&letters)
                && let Some(letter) = letters.get_mut(at)
                && let Some((plain, old)) = parted(*letter)
            {
                *letter = if old == Some(tone) { plain } else { joined(plain, tone) };
            }
        }
    }
    letters.into_iter().collect()
}

/// A vowel without its tone, and its tone; `None` for what is no vowel.
fn parted(letter: char) -> Option<(char, Option<Tone>)> {
    VOWELS.iter().find_map(|forms| {
        let at = forms.chars().position(|form| form == letter)?;
        let tone = at.checked_sub(1).and_then(|at| Tone::ALL.get(at)).map(|(_, tone)| *tone);
        Some((forms.chars().next()?, tone))
    })
}

fn joined(plain: char, tone: Tone) -> char {
    let at = Tone::ALL.iter().position(|(_, known)| *known == tone).map_or(0, |at| at + 1);
    VOWELS.iter().find(|forms| forms.starts_with(plain)).and_then(|forms| forms.chars().nth(at)).unwrap_or(plain)
}

/// The letter of the last syllable that carries its tone: the last of its marked vowels; else the middle or only vowel,
/// or of two the second if a consonant follows and the first if none does. `qu` and `gi` begin like consonants.
fn carrier(letters: &[char]) -> Option<usize> {
    let begin = letters.iter().rposition(|letter| !letter.is_alphabetic()).map_or(0, |at| at + 1);
    let plain = |at: usize| letters.get(at).and_then(|letter| parted(*letter)).map(|(plain, _)| plain);
    let last = (begin..letters.len()).rev().find(|at| plain(*at).is_some())?;
    let mut first = last;
    while first > begin && plain(first - 1).is_some() {
        first -= 1;
    }
    let before = first.checked_sub(1).filter(|at| *at >= begin).and_then(|at| letters.get(at));
    let is_glide = matches!((before, plain(first)), (Some('q'), Some('u')) | (Some('g'), Some('i')));
    if is_glide && first < last {
        first += 1;
    }
    if let Some(marked) = (first..=last).rev().find(|at| plain(*at).is_some_and(|vowel| MARKED.contains(vowel))) {
        return Some(marked);
    }
    let is_closed = last + 1 < letters.len();
    Some(match last - first {
        0 => last,
        1 if is_closed => last,
        1 => first,
        _ => first + 1,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &str) -> String {
        keys.chars().fold(String::new(), |text, key| {
            let tone = Tone::ALL.iter().zip("12345".chars()).find(|(_, digit)| *digit == key).map(|((_, tone), _)| *tone);
            let press = match key {
                '<' => Press::Erase,
                key => tone.map_or(Press::Letter(key), Press::Tone),
            };
            pressed(&text, press)
        })
    }

    #[test]
    fn names_of_places_are_written_with_their_marks() {
        for (keys, word) in [
            ("lang5 sơn", "lạng sơn"),
            ("mong1 cai1", "móng cái"),
            ("hai3 phong2", "hải phòng"),
            ("đông2 đăng", "đồng đăng"),
            ("lao2 cai", "lào cai"),
            ("quang3 ninh", "quảng ninh"),
            ("hưu4 nghi5", "hữu nghị"),
            ("viêt5", "việt"),
            ("đươc5", "được"),
            ("giay4", "giãy"),
            ("ngoai2", "ngoài"),
        ] {
            assert_eq!(typed(keys), word);
        }
    }

    #[test]
    fn a_tone_pressed_again_goes_another_takes_its_place_and_erasing_takes_it_first() {
        assert_eq!(typed("lang55"), "lang");
        assert_eq!(typed("lang51"), "láng");
        assert_eq!(typed("ca1<"), "ca");
        assert_eq!(typed("ca1<<"), "c");
        assert_eq!(typed("<"), "");
        assert_eq!(typed("bcd1"), "bcd", "a syllable without a vowel carries none");
    }

    #[test]
    fn every_key_and_every_marked_vowel_is_there_once() {
        let all: String = ROWS.map(|(_, letters)| letters).concat();
        assert_eq!(all.chars().count(), all.chars().collect::<std::collections::BTreeSet<_>>().len());
        for forms in VOWELS {
            let plain = forms.chars().next().expect("a vowel");
            assert!(all.contains(plain), "{plain} can't be typed");
            for (at, (_, tone)) in Tone::ALL.iter().enumerate() {
                assert_eq!(Some(joined(plain, *tone)), forms.chars().nth(at + 1));
            }
        }
    }
}
