//! Just enough of Rust to tell code from comments and text.

/// A Rust file taken apart.
pub struct Source {
    /// The code, with comments blanked out and every text literal emptied.
    pub code: String,
    /// The code with its text literals, comments blanked out.
    pub with_texts: String,
}

impl Source {
    /// Takes a file apart. Line breaks stay where they are.
    pub fn of(text: &str) -> Self {
        let mut source = Self { code: String::new(), with_texts: String::new() };
        let letters: Vec<char> = text.chars().collect();
        let mut at = 0;
        while let Some(letter) = letters.get(at).copied() {
            let next = letters.get(at + 1).copied();
            let end = match (letter, next) {
                ('/', Some('/')) => {
                    at = (at..letters.len()).find(|at| letters.get(*at) == Some(&'\n')).unwrap_or(letters.len());
                    continue;
                }
                ('/', Some('*')) => {
                    at = end_of_block(&letters, at);
                    continue;
                }
                ('"', _) => end_of_text(&letters, at + 1),
                ('r', Some('"' | '#')) if !follows_name(&letters, at) => {
                    let marks = letters.iter().skip(at + 1).take_while(|mark| **mark == '#').count();
                    let is_raw = letters.get(at + 1 + marks) == Some(&'"');
                    if is_raw { end_of_raw(&letters, at + 2 + marks, marks) } else { at + 1 }
                }
                ('\'', Some('\\')) => {
                    (at + 3..letters.len()).find(|at| letters.get(*at) == Some(&'\'')).map_or(letters.len(), |at| at + 1)
                }
                ('\'', Some(_)) if letters.get(at + 2) == Some(&'\'') => at + 3,
                _ => at + 1,
            };
            let piece: String = letters.iter().skip(at).take(end - at).collect();
            source.with_texts.push_str(&piece);
            // A literal leaves its quotation marks behind, so that code around it still reads as code.
            source.code.push_str(if piece.chars().count() > 1 { "\"\"" } else { &piece });
            at = end;
        }
        source
    }

    /// Every path in the code that begins with one of the names, such as `crate::domain::names`.
    pub fn paths(&self, names: &[&str]) -> Vec<Path> {
        let mut paths = Vec::new();
        for (line, code) in self.code.lines().enumerate() {
            let mut at = 0;
            while let Some(start) = code.get(at..).and_then(|rest| rest.find(is_of_name)) {
                let start = at + start;
                let tail = code.get(start..).unwrap_or_default();
                let end = start + tail.find(|letter| !is_of_name(letter) && letter != ':').unwrap_or(tail.len());
                let parts: Vec<String> = code.get(start..end).unwrap_or_default().split("::").map(str::to_owned).collect();
                let is_field = code.get(..start).is_some_and(|before| before.ends_with('.'));
                if parts.len() > 1 && !is_field && names.contains(&parts.first().map_or("", String::as_str)) {
                    paths.push(Path { line, end, parts });
                }
                at = end;
            }
        }
        paths
    }
}

/// A path in the code.
pub struct Path {
    /// The line it stands in, from 0.
    pub line: usize,
    /// Where in its line it ends.
    pub end: usize,
    /// Its names; the last is empty where braces or a star follow.
    pub parts: Vec<String>,
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn follows_name(letters: &[char], at: usize) -> bool {
    at.checked_sub(1).and_then(|at| letters.get(at)).is_some_and(|letter| letter.is_alphanumeric() || *letter == '_')
}

fn end_of_block(letters: &[char], at: usize) -> usize {
    (at + 2..letters.len())
        .find(|at| letters.get(*at) == Some(&'*') && letters.get(at + 1) == Some(&'/'))
        .map_or(letters.len(), |at| at + 2)
}

fn end_of_text(letters: &[char], mut at: usize) -> usize {
    while let Some(letter) = letters.get(at) {
        match letter {
            '\\' => at += 2,
            '"' => return at + 1,
            _ => at += 1,
        }
    }
    letters.len()
}

fn end_of_raw(letters: &[char], from: usize, marks: usize) -> usize {
    let closes = |at: &usize| letters.get(*at) == Some(&'"') && (1..=marks).all(|mark| letters.get(at + mark) == Some(&'#'));
    (from..letters.len()).find(closes).map_or(letters.len(), |at| at + 1 + marks)
}

#[test]
fn comments_and_texts_are_no_code() {
    let source = Source::of(
        "use a::b; // crate::c\n/* crate::d */ let e = \"crate::f // g\"; let h = r#\"i \"crate::j\" k\"#; '\"'; &'static str",
    );
    assert_eq!(source.code, "use a::b; \n let e = \"\"; let h = \"\"; \"\"; &'static str");
    assert!(source.with_texts.contains("crate::f // g") && !source.with_texts.contains("crate::c"));
}

#[test]
fn paths_are_found_with_their_lines() {
    let source = Source::of("use crate::domain::{id, names};\nfn a() { b(crate::wire::c, x.crate_name(), notcrate::d) }\n");
    let paths: Vec<(usize, String)> =
        source.paths(&["crate"]).into_iter().map(|path| (path.line, path.parts.join("::"))).collect();
    assert_eq!(paths, [(0, "crate::domain::".to_owned()), (1, "crate::wire::c".to_owned())]);
}
