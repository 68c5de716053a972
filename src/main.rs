//! x
use leptos::prelude::*;
fn main() { mount_to_body(|| view!{ <leptos_router::components::Router><p>"hi"</p></leptos_router::components::Router> }) }
