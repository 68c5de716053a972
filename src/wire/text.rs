//! Cleaning text from outside: characters that would only deceive a reader are taken out.

/// Takes out control characters and the marks that turn the direction of writing, which can make a text look like
/// another, and spaces around it. Line breaks become spaces.
pub(crate) fn clean(text: &str) -> String {
    visible(text).trim().to_owned()
}

/// The same with the spaces around it, where they are meant.
pub(crate) fn visible(text: &str) -> String {
    let visible = text.chars().filter_map(|character| match character {
        '\n' | '\r' | '\t' => Some(' '),
        '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        '\u{feff}' => None,
        character if character.is_control() => None,
        character => Some(character),
    });
    visible.collect()
}

/// An address that can be linked to: http or https, without white space or quotation marks.
pub(crate) fn web_address(text: &str) -> Option<String> {
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    let is_web = lower.starts_with("http://") || lower.starts_with("https://");
    let is_plain = !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\'));
    (is_web && is_plain && text.len() <= 2_000).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_turn_text_round_are_taken_out() {
        assert_eq!(clean("Qin\u{202e}zhou\u{0} \u{200f}Park\n"), "Qinzhou Park");
        assert_eq!(clean("<script>alert(1)</script>"), "<script>alert(1)</script>", "markup is text, and stays");
    }

    #[test]
    fn only_web_addresses_are_linked() {
        assert!(web_address("https://example.org/a?b=c").is_some());
        for bad in ["javascript:alert(1)", "data:text/html,x", "https://a b", "//example.org", "", "ftp://example.org", "http"] {
            assert_eq!(web_address(bad), None, "{bad}");
        }
    }
}
