//! The lines of HTML that show a view in another page.

use super::ShareWords;
use crate::address::{EmbedQuery, Height};
use crate::present::markup::escaped;

/// A way to embed, and the lines for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Snippet {
    /// What the way is.
    pub label: &'static str,
    /// What it needs, and what it gives for that.
    pub lead: &'static str,
    /// The lines.
    pub html: String,
}

/// What a frame may do: run the app, keep what it fetched with other frames of the app, and open the app in tabs that are
/// as free as any other.
pub const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/// The ways to embed a page, simplest first. `site` is the address of the app with a slash at its end; the two paths lie
/// below it.
#[must_use]
pub fn snippets(site: &str, embedded: &str, whole: &str, title: &str, asked: &EmbedQuery, words: &ShareWords) -> Vec<Snippet> {
    let whole = whole.strip_prefix("./").unwrap_or(whole);
    let (src, whole, script) =
        (quoted(&format!("{site}{embedded}")), quoted(&format!("{site}{whole}")), quoted(&format!("{site}embed.js")));
    let name = quoted(title);
    let link = format!("<a href={whole}>{}</a>", escaped(title));
    let frame = |mark: &str, style: &str| {
        format!(
            "<iframe{mark} src={src} title={name} loading=\"lazy\" referrerpolicy=\"no-referrer\"\n  \
             sandbox=\"{SANDBOX}\"\n  style=\"{style}\"></iframe>"
        )
    };
    // A height of its own would go before that of what is in it; the least height is what other browsers show.
    let fitted = "width: 100%; min-height: 36rem; border: 0; frame-sizing: content-height";
    // A shape suits every width better than one height for all.
    let fixed = "width: 100%; aspect-ratio: 4 / 5; max-height: 90vh; border: 0";
    let is_fixed = asked.height == Height::Fixed;
    let line = Snippet { label: words.as_line, lead: words.as_line_lead, html: frame("", if is_fixed { fixed } else { fitted }) };
    if is_fixed {
        return vec![line];
    }
    let load = format!("<script src={script} async></script>");
    let with_script = Snippet {
        label: words.as_script,
        lead: words.as_script_lead,
        html: format!("{}\n{load}", frame(" data-twin-parks", "width: 100%; height: 40rem; border: 0")),
    };
    let element = Snippet {
        label: words.as_element,
        lead: words.as_element_lead,
        html: format!("<twin-parks-embed src={src} title={name}>\n  {link}\n</twin-parks-embed>\n{load}"),
    };
    vec![line, with_script, element]
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}
