//! The parts that need a real browser but no built app: what `platform` promises, and the app without any data.
#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod figures;

use twin_parks::domain::names::Lang;
use twin_parks::platform::fetch::{FetchError, fetch};
use twin_parks::platform::{clock, dialog, document, focus};
use twin_parks::present::number::number;
use twin_parks::present::words::pattern::category;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlDialogElement, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

/// Long enough for anything here, in milliseconds.
const PATIENCE: i32 = 20_000;

fn page() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

fn add(html: &str) -> Element {
    let holder = page().create_element("div").unwrap();
    holder.set_inner_html(html);
    page().body().unwrap().append_child(&holder).unwrap();
    holder
}

/// Waits until the page says something, and gives the page's words when it does not.
async fn see(words: &str) {
    for _ in 0..200 {
        if page().body().unwrap().text_content().unwrap_or_default().contains(words) {
            return;
        }
        clock::wait(50).await;
    }
    panic!("“{words}” is not on the page: {}", page().body().unwrap().text_content().unwrap_or_default());
}

#[wasm_bindgen_test]
async fn a_file_is_read_whole() {
    assert_eq!(fetch("data:application/json,[1,2,3]", 100, PATIENCE).await, Ok(b"[1,2,3]".to_vec()));
    assert_eq!(fetch("data:application/json,", 100, PATIENCE).await, Ok(Vec::new()), "an empty file is no error here");
}

#[wasm_bindgen_test]
async fn a_file_larger_than_allowed_is_given_up() {
    let answer = fetch("data:text/plain,0123456789", 9, PATIENCE).await;
    assert!(matches!(answer, Err(FetchError::TooLarge(bytes)) if bytes > 9), "{answer:?}");
}

#[wasm_bindgen_test]
async fn a_missing_file_tells_its_status_and_a_missing_server_is_unreachable() {
    assert_eq!(fetch("no-such-file.json", 100, PATIENCE).await, Err(FetchError::Status(404)));
    assert_eq!(fetch("http://127.0.0.1:1/", 100, PATIENCE).await, Err(FetchError::Unreachable));
}

#[wasm_bindgen_test]
fn links_are_absolute_below_the_base() {
    let base = document::base_path();
    assert!(base.starts_with('/') && base.ends_with('/'), "{base}");
    assert_eq!(document::absolute("./?q=a"), format!("{base}?q=a"));
    assert_eq!(document::absolute("parks/kuantan"), format!("{base}parks/kuantan"));
}

#[wasm_bindgen_test]
fn a_dialog_opens_once_and_closes() {
    let holder = add("<dialog><p>Claims</p></dialog>");
    let element: HtmlDialogElement = holder.first_element_child().unwrap().dyn_into().unwrap();
    dialog::open(&element);
    dialog::open(&element);
    assert!(element.open());
    assert!(dialog::is_beside(&element, Some(element.clone().into())));
    assert!(!dialog::is_beside(&element, element.first_element_child().map(Into::into)));
    dialog::close(&element);
    assert!(!element.open());
    holder.remove();
}

#[wasm_bindgen_test]
async fn the_focus_comes_back_by_key_when_its_element_was_drawn_anew() {
    let holder = add(r#"<button data-key="later-qinzhou">old</button>"#);
    holder.first_element_child().unwrap().dyn_into::<HtmlElement>().unwrap().focus().unwrap();
    let key = focus::key_in_focus().expect("the button has the focus");
    holder.set_inner_html(r#"<button>other</button><button data-key="later-qinzhou">new</button>"#);
    focus::restore(key);
    clock::wait(200).await;
    assert_eq!(page().active_element().unwrap().text_content().as_deref(), Some("new"));
    holder.remove();
}

#[wasm_bindgen_test]
async fn without_data_the_app_says_what_is_missing_and_offers_to_try_again() {
    leptos::prelude::mount_to_body(twin_parks::ui::app::App);
    see("The data could not be loaded").await;
    see("parks.json: the server answered 404").await;
    see("Try again").await;
}

#[wasm_bindgen_test]
fn numbers_and_plurals_are_those_of_the_browser() {
    let function = js_sys::Function::new_with_args(
        "tag, value",
        "return [new Intl.NumberFormat(tag, { useGrouping: 'always', maximumSignificantDigits: 15 }).format(value),
            new Intl.PluralRules(tag).select(value)]",
    );
    for lang in Lang::ALL {
        for value in (0..=1_000).map(f64::from).chain([1_200.0, 14.2, 0.55, 71.5, 99_999.0, -8.5]) {
            let told = function.call2(&wasm_bindgen::JsValue::NULL, &lang.tag().into(), &value.into()).unwrap();
            let told: Vec<String> = js_sys::Array::from(&told).iter().filter_map(|text| text.as_string()).collect();
            // A true minus sign stands where the browser has a hyphen.
            let ours = vec![number(value, lang).replace('−', "-"), category(value, lang).to_owned()];
            assert_eq!(ours, told, "{} {value}", lang.tag());
        }
    }
}
