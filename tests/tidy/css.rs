//! Just enough of CSS to see its blocks: what stands before each brace, and what is declared inside.

/// A block: a rule, or a rule about rules.
pub struct Block {
    /// What stands before the brace: a selector, `@layer base`, `@media print`.
    pub head: String,
    /// The line of the brace, from 1.
    pub line: usize,
    /// The declarations directly inside, as name and value.
    pub declarations: Vec<(String, String)>,
    /// The blocks inside.
    pub blocks: Vec<Block>,
}

/// A style file taken apart.
pub struct Sheet {
    /// The blocks at the top.
    pub blocks: Vec<Block>,
    /// Statements at the top that have no block, such as the order of the layers.
    pub statements: Vec<String>,
}

impl Sheet {
    /// Takes a file apart; an error says where braces do not match.
    pub fn of(text: &str) -> Result<Self, String> {
        let text = without_comments(text);
        let mut open = vec![Block { head: String::new(), line: 1, declarations: Vec::new(), blocks: Vec::new() }];
        let mut statements = Vec::new();
        let (mut pending, mut quote, mut line) = (String::new(), None, 1);
        for letter in text.chars() {
            line += usize::from(letter == '\n');
            match (quote, letter) {
                (Some(mark), _) => {
                    quote = (letter != mark).then_some(mark);
                    pending.push(letter);
                }
                (None, '"' | '\'') => {
                    quote = Some(letter);
                    pending.push(letter);
                }
                (None, '{') => {
                    let head = pending.split_whitespace().collect::<Vec<_>>().join(" ");
                    open.push(Block { head, line, declarations: Vec::new(), blocks: Vec::new() });
                    pending.clear();
                }
                (None, ';' | '}') => {
                    let written = std::mem::take(&mut pending);
                    let written = written.trim();
                    let top = open.len() == 1;
                    if let (Some((name, value)), false) = (written.split_once(':'), top) {
                        let declarations = open.last_mut().map(|block| &mut block.declarations);
                        declarations.into_iter().for_each(|list| list.push((name.trim().to_owned(), value.trim().to_owned())));
                    } else if !written.is_empty() {
                        statements.push(written.to_owned());
                    }
                    if letter == '}' {
                        let closed = open.pop().filter(|_| !top).ok_or_else(|| format!("line {line}: a brace too many"))?;
                        open.last_mut().map(|outer| outer.blocks.push(closed)).expect("the file itself is never closed");
                    }
                }
                _ => pending.push(letter),
            }
        }
        match open.len() {
            1 => Ok(Self { blocks: open.pop().map(|root| root.blocks).unwrap_or_default(), statements }),
            _ => Err(format!("the brace of line {} is never closed", open.last().map_or(0, |block| block.line))),
        }
    }

    /// Every block, however deep.
    pub fn all(&self) -> Vec<&Block> {
        let mut all = Vec::new();
        let mut left: Vec<&Block> = self.blocks.iter().collect();
        while let Some(block) = left.pop() {
            all.push(block);
            left.extend(&block.blocks);
        }
        all
    }

    /// Every class that a selector names.
    pub fn classes(&self) -> Vec<(String, usize)> {
        let mut classes = Vec::new();
        for block in self.all().into_iter().filter(|block| !block.head.starts_with('@')) {
            // What stands between quotation marks is a value of an attribute and no class.
            let selector: String = block.head.split('"').step_by(2).collect();
            let names = selector.split('.').skip(1).map(name_at_start).filter(|name| !name.is_empty());
            classes.extend(names.map(|name| (name.to_owned(), block.line)));
        }
        classes
    }
}

fn name_at_start(text: &str) -> &str {
    let end = text.find(|letter: char| !(letter.is_alphanumeric() || letter == '-' || letter == '_')).unwrap_or(text.len());
    &text[..end]
}

/// The text with comments blanked out, line breaks kept.
pub fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        let (comment, after) = comment.split_once("*/").unwrap_or((comment, ""));
        kept.extend(comment.chars().filter(|letter| *letter == '\n'));
        rest = after;
    }
    kept + rest
}

#[test]
fn blocks_declarations_and_classes_are_seen() {
    let sheet = Sheet::of(
        "@layer a, b;\n@layer block {\n  /* .no */ .x, .y[data-a=\"{.z}\"]:hover { margin: 0.5rem; --c: url(\"a;b\") }\n}",
    )
    .expect("balanced");
    assert_eq!(sheet.statements, ["@layer a, b"]);
    assert_eq!(sheet.blocks[0].head, "@layer block");
    let rule = &sheet.blocks[0].blocks[0];
    assert_eq!(rule.declarations, [("margin".to_owned(), "0.5rem".to_owned()), ("--c".to_owned(), "url(\"a;b\")".to_owned())]);
    assert_eq!(sheet.classes(), [("x".to_owned(), 3), ("y".to_owned(), 3)]);
}

#[test]
fn braces_that_do_not_match_are_found() {
    assert!(Sheet::of(".a { margin: 0; } }").is_err());
    assert!(Sheet::of("@layer a {\n.b { margin: 0;\n}").is_err());
    assert!(Sheet::of(".a::before { content: \"}\"; }").is_ok());
}
