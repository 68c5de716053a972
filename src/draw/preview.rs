//! The picture that a pasted link shows: the name, and the parks with their figures and who published them. It stands
//! alone, outside of any page, so colours and letters are written on it.

use super::node::Node;
use crate::domain::record::Side;
use crate::present::kiosk::{FactView, HalfView};
use crate::present::preview::PreviewView;

/// Its width and height in pixels: the shape that readers of links expect.
pub const SIZE: (u32, u32) = (1200, 630);

const PAPER: &str = "#faf8f4";
const INK: &str = "#1c1d22";
const QUIET: &str = "#55565d";
const WHITE: &str = "#ffffff";
const SERIF: &str = "Charter, Georgia, Noto Serif, DejaVu Serif, Noto Serif CJK SC, Noto Sans CJK SC, serif";
const SANS: &str = "Noto Sans, DejaVu Sans, Arial, Noto Sans CJK SC, sans-serif";

/// How many figures a park shows.
const FACTS: usize = 3;

/// The picture.
#[must_use]
pub fn preview(view: &PreviewView, site: &str) -> Node {
    let (width, height) = SIZE;
    let picture = Node::new("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("width", width.to_string())
        .with("height", height.to_string())
        .with("viewBox", format!("0 0 {width} {height}"))
        .child(block(0, 0, width, height, PAPER))
        .child(mark())
        .child(text(108, 74, 26, SANS, QUIET, &format!("{site} · {}", view.kicker)));
    let titles = wrapped(&view.title, 56, 1090, 2);
    let mut below = 84;
    let mut picture = titles.iter().fold(picture, |picture, line| {
        below += 62;
        picture.child(text(54, below, 54, SERIF, INK, line))
    });
    if !view.chinese.is_empty() {
        below += 44;
        picture = picture.child(text(54, below, 32, SANS, QUIET, &clipped(&view.chinese, 32, 1090)));
    }
    let top = below + 34;
    let columns = u32::try_from(view.halves.len()).unwrap_or(1).max(1);
    let column = (width - 108 - 24 * (columns - 1)) / columns;
    let halves =
        view.halves.iter().zip(0..).map(|(half, at)| panel(half, 54 + at * (column + 24), top, column, height - top - 34));
    picture.children(halves)
}

fn panel(half: &HalfView, left: u32, top: u32, width: u32, height: u32) -> Node {
    let colour = if half.side == Side::Home { "#27509b" } else { "#b4501a" };
    let inside = width.saturating_sub(52);
    let panel = Node::new("g")
        .child(block(left, top, width, height, WHITE))
        .child(block(left, top, 6, height, colour))
        .child(text(left + 28, top + 44, 30, SERIF, colour, &clipped(&half.name, 30, inside)))
        .child(text(left + 28, top + 76, 20, SANS, QUIET, &clipped(&half.place, 20, inside)));
    // As many as there is room for.
    let room = usize::try_from(height.saturating_sub(90) / 82).unwrap_or(0);
    half.facts.iter().take(FACTS.min(room)).zip(0..).fold(panel, |panel, (fact, at)| {
        let line = top + 122 + at * 82;
        panel.child(text(left + 28, line, 32, SANS, INK, &clipped(&told(fact), 32, inside))).child(text(
            left + 28,
            line + 28,
            18,
            SANS,
            QUIET,
            &sourced(fact, 18, inside),
        ))
    })
}

/// The figure: value, unit, what it is of when and how firm, and whether others say otherwise.
fn told(fact: &FactView) -> String {
    let figure = &fact.figure;
    let unit = if figure.unit.is_empty() { String::new() } else { format!(" {}", figure.unit) };
    let kind = figure.kind.clone().unwrap_or_default();
    let disputed = if fact.disputing > 0 { "disputed" } else { "" };
    let parts = [figure.as_of.as_str(), &kind, disputed].into_iter().filter(|part| !part.is_empty());
    std::iter::once(format!("{}{unit}", figure.value)).chain(parts.map(str::to_owned)).collect::<Vec<_>>().join(" · ")
}

/// What the figure is of, who published it, and when. The date is never cut.
fn sourced(fact: &FactView, size: u32, room: u32) -> String {
    let date = if fact.published.is_empty() { String::new() } else { format!(", {}", fact.published) };
    // Widths of letters are far below what a number can't hold.
    let left = (f64::from(room) - width(&date, size)).max(0.0) as u32;
    format!("{}{date}", clipped(&format!("{}: {}", fact.label, fact.publisher), size, left))
}

/// The two halves of the mark.
fn mark() -> Node {
    let half = |path: &str, colour: &str| Node::new("path").with("d", path).with("fill", colour);
    Node::new("g")
        .with("transform", "translate(50 42) scale(1.5)")
        .child(half("M15 2v20h-4a10 10 0 0 1 0-20z", "#27509b"))
        .child(half("M17 2h4a10 10 0 0 1 0 20h-4z", "#b4501a"))
}

fn block(x: u32, y: u32, width: u32, height: u32, colour: &str) -> Node {
    let sides = [("x", x), ("y", y), ("width", width), ("height", height)];
    sides.into_iter().fold(Node::new("rect"), |node, (name, value)| node.with(name, value.to_string())).with("fill", colour)
}

fn text(x: u32, y: u32, size: u32, family: &str, colour: &str, words: &str) -> Node {
    Node::new("text")
        .with("x", x.to_string())
        .with("y", y.to_string())
        .with("font-size", size.to_string())
        .with("font-family", family)
        .with("fill", colour)
        .text(words)
}

/// How wide a text is about, in pixels. No font is measured, so it is on the wide side.
fn width(text: &str, size: u32) -> f64 {
    let of_letter = |letter: char| match letter {
        '\u{2e80}'..='\u{ffef}' => 1.02,
        'i' | 'l' | 'j' | 'f' | 't' | 'r' | '.' | ',' | ' ' | '(' | ')' => 0.36,
        'm' | 'w' | 'M' | 'W' => 0.92,
        letter if letter.is_uppercase() || letter.is_ascii_digit() => 0.66,
        _ => 0.56,
    };
    text.chars().map(of_letter).sum::<f64>() * f64::from(size)
}

/// A text that fits into so many pixels, cut with dots where it has to be.
fn clipped(text: &str, size: u32, room: u32) -> String {
    if width(text, size) <= f64::from(room) {
        return text.to_owned();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        kept.push(letter);
        if width(&kept, size) > f64::from(room) - f64::from(size) {
            kept.pop();
            break;
        }
    }
    format!("{}…", kept.trim_end())
}

/// A text in lines that fit into so many pixels, at most so many of them.
fn wrapped(text: &str, size: u32, room: u32, most: usize) -> Vec<String> {
    let fits = |line: &str| width(line, size) <= f64::from(room);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        // The last line takes all that is left, and is cut where it has to be.
        if line.is_empty() || fits(&longer) || lines.len() + 1 >= most {
            line = longer;
        } else {
            lines.push(std::mem::replace(&mut line, word.to_owned()));
        }
    }
    lines.push(line);
    lines.into_iter().map(|line| clipped(&line, size, room)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_what_does_not_is_cut_with_dots() {
        let long = "Two countries and twin parks on both sides of a border that is far away ".repeat(5);
        let lines = wrapped(&long, 56, 1090, 2);
        assert!(lines.len() == 2 && lines[1].ends_with('…'), "{lines:?}");
        assert!(lines.iter().all(|line| width(line, 56) <= 1090.0), "{lines:?}");
        assert_eq!(wrapped("Two parks", 56, 1090, 2), ["Two parks"]);
        assert_eq!(clipped("短", 30, 500), "短");
        assert!(clipped(&"长".repeat(90), 30, 500).ends_with('…'));
    }
}
