//! A drawing in the page.

use crate::draw::{Inside, Node};
use crate::platform::drawing::{Pen, mark_of};
use crate::ui::reactive::effect;
use leptos::html;
use leptos::prelude::*;

/// Draws a tree of elements.
#[component]
pub fn Drawn(
    /// What to draw.
    node: Node,
    /// Called with the mark of what was pressed, where the drawing has marks.
    #[prop(optional, into)]
    on_open: Option<Callback<String>>,
) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    effect(move || {
        if let Some(mut pen) = element.get().and_then(|element| Pen::over(&element)) {
            put(&mut pen, &node);
        }
    });
    let press = move |event: leptos::ev::MouseEvent| {
        if let (Some(on_open), Some(mark)) = (on_open, mark_of(event.target())) {
            on_open.run(mark);
        }
    };
    view! { <div node_ref=element class="drawn" on:click=press></div> }
}

fn put(pen: &mut Pen, node: &Node) {
    pen.open(node.tag);
    for (name, value) in &node.attributes {
        pen.attribute(name, value);
    }
    for inside in &node.inside {
        match inside {
            Inside::Text(text) => pen.text(text),
            Inside::Node(node) => put(pen, node),
        }
    }
    pen.close();
}
