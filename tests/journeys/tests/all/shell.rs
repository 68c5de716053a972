//! What stands on the page when the app itself is late, does not come, or stops.

use journeys::{Visit, shipped};
use serde_json::json;
use xtask::site::Fault;

/// The name of the app's own file with this ending.
fn app_file(ending: &str) -> String {
    shipped("twin-parks", ending)
}

#[test]
fn the_page_has_its_shape_before_the_app_has_come() {
    Visit::new().with_fault(&app_file(".wasm"), Fault::Stall).go(async |visitor| {
        visitor.open("/").await;
        visitor.see_some("#shell header").await;
        visitor.see("Twin Parks").await;
        visitor.see("Loading · 正在载入 · Memuatkan · Đang tải").await;
        visitor
            .wait_for("places for cards", "return document.querySelectorAll('#shell-cards .loading__card').length === 6;")
            .await;
        visitor.server().set_fault(&app_file(".wasm"), None);
        visitor.see_count("20 pairs").await;
        visitor.wait_for("the shell gone", "return !document.getElementById('shell');").await;
    });
}

#[test]
fn an_app_that_does_not_come_is_told_of_in_words_and_can_be_tried_again() {
    for ending in [".wasm", ".js"] {
        Visit::new().with_fault(&app_file(ending), Fault::Missing).expecting("404").expecting("Error").go(async |visitor| {
            visitor.open("/?country=MY").await;
            visitor.see("The app could not be loaded. Check the connection and try again.").await;
            visitor.wait_for("an alert", "return document.getElementById('shell-message').role === 'alert';").await;
            visitor.server().set_fault(&app_file(ending), None);
            visitor.follow("Try again · 重试 · Cuba lagi · Thử lại").await;
            visitor.see_count("1 pair of 20").await;
        });
    }
}

#[test]
fn a_browser_without_webassembly_is_told_so() {
    Visit::new().go(async |visitor| {
        visitor.before_pages("delete globalThis.WebAssembly;").await;
        visitor.open("/").await;
        visitor.see("This browser has no WebAssembly, or it is switched off.").await;
        visitor.open("/?lang=zh-Hans").await;
        visitor.see("此浏览器不支持 WebAssembly").await;
    });
}

#[test]
fn an_app_that_came_broken_is_told_of_in_the_language_of_the_reader() {
    let half = Visit::new().speaking("zh-CN,zh").with_fault(&app_file(".wasm"), Fault::Truncated(100_000));
    half.expecting("CompileError").go(async |visitor| {
        visitor.open("/").await;
        visitor.wait_for("words", "return document.getElementById('shell-message').role === 'alert';").await;
        let words: String = visitor.ask("return document.getElementById('shell-message').textContent;").await;
        assert!(words.contains("WebAssembly") || words.contains("应用未能载入"), "{words}");
        visitor.wait_for("Chinese", "return document.documentElement.lang === 'zh-Hans';").await;
    });
}

/// Has the browser call a door of the app with a handle that does not exist, as after a fault in its memory.
pub(crate) const TRAP: &str = "
    return import(new URL(document.querySelector('meta[name=app]').dataset.js, document.baseURI))
        .then((app) => app.default())
        .then((app) => {
            const door = Object.keys(app).find((key) => key.includes('closure') && key.includes('invoke'));
            setTimeout(app[door], 0, 2 ** 31, 2 ** 31, {});
            return null;
        });";

#[test]
fn an_app_that_stops_says_so_and_comes_back_to_the_same_view() {
    Visit::new().expecting("RuntimeError").go(async |visitor| {
        visitor.open("/?country=VN").await;
        visitor.see_some("article").await;
        visitor.ask::<()>(TRAP).await;
        visitor.see("The app has stopped after an error. The address keeps what you were looking at.").await;
        visitor.follow("Load again").await;
        visitor.wait_for("the bar gone", "return !document.getElementById('stopped');").await;
        visitor.see_address("/?country=VN").await;
        visitor.see_some("article").await;
    });
}

#[test]
fn without_javascript_there_are_words_and_the_plain_data() {
    Visit::new().go(async |visitor| {
        visitor.browser().command("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
        visitor.open("/").await;
        visitor.see("This app needs JavaScript and WebAssembly.").await;
        visitor.see("本应用需要 JavaScript 与 WebAssembly。").await;
        visitor.see_a("link", "pairs").await;
    });
}
