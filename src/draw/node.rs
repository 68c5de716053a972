//! A tree of elements as a plain value.

/// An element with what is in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Node {
    /// Its name; `svg` and all below it are drawn as SVG.
    pub tag: &'static str,
    /// Its attributes.
    pub attributes: Vec<(&'static str, String)>,
    /// What is in it.
    pub inside: Vec<Inside>,
}

/// What can be in an element.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Inside {
    /// Text, which stays text whatever it says.
    Text(String),
    /// Another element.
    Node(Node),
}

impl Node {
    /// An empty element.
    #[must_use]
    pub fn new(tag: &'static str) -> Self {
        Self { tag, attributes: Vec::new(), inside: Vec::new() }
    }

    /// The same with these classes.
    #[must_use]
    pub fn class(self, classes: &'static str) -> Self {
        self.with("class", classes)
    }

    /// The same with an attribute.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// The same with a text at the end.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.inside.push(Inside::Text(text.into()));
        self
    }

    /// The same with an element at the end.
    #[must_use]
    pub fn child(mut self, child: Self) -> Self {
        self.inside.push(Inside::Node(child));
        self
    }

    /// The same with elements at the end; an `Option` is none or one.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.inside.extend(children.into_iter().map(Inside::Node));
        self
    }

    /// All text in it, in order.
    #[must_use]
    pub fn all_text(&self) -> String {
        let texts = self.inside.iter().map(|inside| match inside {
            Inside::Text(text) => text.clone(),
            Inside::Node(node) => node.all_text(),
        });
        texts.collect()
    }

    /// All elements in it that have this name, itself included.
    #[must_use]
    pub fn all(&self, tag: &str) -> Vec<&Self> {
        let mut found: Vec<&Self> = (self.tag == tag).then_some(self).into_iter().collect();
        for inside in &self.inside {
            if let Inside::Node(node) = inside {
                found.extend(node.all(tag));
            }
        }
        found
    }

    /// The value of an attribute.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }
}
