//! From a drawing to a PNG.

use std::sync::Arc;

use anyhow::{Context as _, ensure};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use twin_parks::draw::{Inside, Node, SIZE, preview};
use twin_parks::present::markup::escaped;
use twin_parks::present::preview::PreviewView;

/// The letters of this machine.
pub(crate) struct Studio {
    options: Options<'static>,
}

impl Studio {
    /// Looks for the letters.
    ///
    /// # Errors
    /// When there are none; the pictures would be blank.
    pub(crate) fn open() -> anyhow::Result<Self> {
        let mut letters = fontdb::Database::new();
        letters.load_system_fonts();
        ensure!(
            !letters.is_empty(),
            "this machine has no fonts to draw pictures with. Install some (Debian: fonts-noto-core, fonts-noto-cjk)"
        );
        Ok(Self { options: Options { fontdb: Arc::new(letters), ..Options::default() } })
    }

    /// The picture of a page as PNG.
    pub(crate) fn draw(&self, view: &PreviewView, site: &str) -> anyhow::Result<Vec<u8>> {
        let mut text = String::new();
        write(&preview(view, site), &mut text);
        let tree = Tree::from_str(&text, &self.options).context("the drawing cannot be read")?;
        let mut pixels = Pixmap::new(SIZE.0, SIZE.1).context("there is no room for a picture")?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        pixels.encode_png().context("the picture cannot be written as PNG")
    }
}

/// A drawing as markup. Names are those that the drawing was made of; all else is text.
fn write(node: &Node, into: &mut String) {
    into.push('<');
    into.push_str(node.tag);
    for (name, value) in &node.attributes {
        into.push_str(&format!(" {name}=\"{}\"", escaped(value)));
    }
    into.push('>');
    for inside in &node.inside {
        match inside {
            Inside::Text(text) => into.push_str(&escaped(text)),
            Inside::Node(node) => write(node, into),
        }
    }
    into.push_str(&format!("</{}>", node.tag));
}
