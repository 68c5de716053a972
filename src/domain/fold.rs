//! Folding text for search: letter case and Latin diacritics aside, so that `lang son` finds `Lạng Sơn`.

/// Latin letters with marks, small and capital, by the plain letter each folds to. It covers Western European,
/// Vietnamese and pinyin spellings; combining marks are dropped beside it. A test holds it against the Unicode
/// decomposition. The library's own lower-casing would bring tables of ten kilobytes for scripts that no name here has.
const MARKED: [(char, &str); 22] = [
    ('a', "àáâãäåāăąǎạảấầẩẫậắằẳẵặÀÁÂÃÄÅĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶ"),
    ('c', "çćĉċčÇĆĈĊČ"),
    ('d', "ďđĎĐ"),
    ('e', "èéêëēĕėęěẹẻẽếềểễệÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆ"),
    ('g', "ĝğġģĜĞĠĢ"),
    ('h', "ĥħĤĦ"),
    ('i', "ìíîïĩīĭįıǐỉịÌÍÎÏĨĪĬĮIǏỈỊİ"),
    ('j', "ĵĴ"),
    ('k', "ķĶ"),
    ('l', "ĺļľłĹĻĽŁ"),
    ('n', "ñńņňǹÑŃŅŇǸ"),
    ('o', "òóôõöøōŏőǒơọỏốồổỗộớờởỡợÒÓÔÕÖØŌŎŐǑƠỌỎỐỒỔỖỘỚỜỞỠỢ"),
    ('r', "ŕŗřŔŖŘ"),
    ('s', "śŝşšșŚŜŞŠȘ"),
    ('t', "ţťŧțŢŤŦȚ"),
    ('u', "ùúûüũūŭůűųǔǖǘǚǜưụủứừửữựÙÚÛÜŨŪŬŮŰŲǓǕǗǙǛƯỤỦỨỪỬỮỰ"),
    ('w', "ŵẁẃẅŴẀẂẄ"),
    ('y', "ýÿŷỳỵỷỹÝŸŶỲỴỶỸ"),
    ('z', "źżžŹŻŽ"),
    ('-', "‐‑‒–—"),
    ('\'', "‘’ʼ"),
    ('.', "·・"),
];

/// Folds a text for search. CJK characters stay as they are; full-width Latin becomes plain; runs of white space
/// become one space.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        if is_combining_mark(character) {
            continue;
        }
        let plain = plain(narrow(character));
        if !is_space(plain) {
            folded.push(plain);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end_matches(' ').len());
    folded
}

fn plain(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    // Most letters beyond are Chinese, and fold to themselves.
    if letter >= '\u{2e80}' && letter != '・' {
        return letter;
    }
    MARKED.iter().find(|(_, marked)| marked.contains(letter)).map_or(letter, |&(plain, _)| plain)
}

fn is_combining_mark(character: char) -> bool {
    ('\u{0300}'..='\u{036f}').contains(&character)
}

/// Spaces as they are typed or pasted.
fn is_space(character: char) -> bool {
    character.is_ascii_whitespace() || matches!(character, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}')
}

/// Full-width forms (`Ｃ`) are the ASCII characters at a fixed distance.
fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        '\u{3000}' => ' ',
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn names_are_found_however_they_are_typed() {
        for (typed, folded) in [
            ("Lạng Sơn", "lang son"),
            ("  MÓNG   CÁI ", "mong cai"),
            ("Đồng Đăng", "dong dang"),
            ("Qīnzhōu", "qinzhou"),
            ("ＣＭＱＩＰ", "cmqip"),
            ("中马钦州产业园区", "中马钦州产业园区"),
            ("Kuantan\u{3000}关丹", "kuantan 关丹"),
            ("China–Malaysia", "china-malaysia"),
        ] {
            assert_eq!(fold(typed), folded);
        }
    }

    #[test]
    fn every_vietnamese_letter_folds_as_its_decomposition_says() {
        for code in (0xc0..=0x17e_u32).chain(0x1a0..=0x1b0).chain(0x1cd..=0x1dc).chain(0x1ea0..=0x1ef9) {
            let Some(letter) = char::from_u32(code) else { continue };
            let base: String = letter.to_lowercase().nfd().filter(|part| !is_combining_mark(*part)).collect();
            // Letters without a decomposition (æ, ß, ø, đ …) are not the oracle's business.
            if base.len() == 1 && base.is_ascii() {
                assert_eq!(fold(&letter.to_string()), base, "{letter}");
            }
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn composed_and_decomposed_spellings_fold_alike(text in "[a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ ]{0,20}") {
            prop_assert_eq!(fold(&text.nfd().collect::<String>()), fold(&text.nfc().collect::<String>()));
        }
    }
}
