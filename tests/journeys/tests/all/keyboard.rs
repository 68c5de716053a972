//! The whole way by keys alone: explore, narrow, choose, compare, open the claims, and back.

use journeys::{Key, Visit, Visitor};

/// Presses the tabulator until the focus is on something.
async fn tab_to(visitor: &Visitor, wanted: &str) {
    const MOST: usize = 200;
    let mut passed = Vec::new();
    while passed.len() < MOST {
        let focus: String = visitor.ask("return focused();").await;
        if focus == wanted {
            break;
        }
        passed.push(focus);
        visitor.key(Key::Tab + "").await;
    }
    assert!(passed.len() < MOST, "“{wanted}” is not reached by the tabulator, only {passed:?}");
    let is_seen: bool = visitor
        .ask(
            "const box = document.activeElement.getBoundingClientRect(), style = getComputedStyle(document.activeElement);
            const isInView = box.bottom > 0 && box.top < innerHeight && box.width > 0;
            return isInView && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;",
        )
        .await;
    assert!(is_seen, "the focus on “{wanted}” can't be seen");
}

#[test]
fn from_the_list_to_the_claims_and_back_without_a_mouse() {
    Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        visitor.key(Key::Tab + "").await;
        visitor.see_focus("a: Skip to content").await;
        visitor.key(Key::Enter + "").await;
        tab_to(visitor, "input: Malaysia").await;
        visitor.key(Key::Space + "").await;
        visitor.see_count("1 pair of 20").await;
        visitor.see_focus("input: Malaysia").await;
        tab_to(visitor, "input: Vietnam").await;
        visitor.key(Key::Space + "").await;
        visitor.see_address("/?country=MY,VN").await;
        for pair in ["China–Malaysia", "China–Vietnam"] {
            tab_to(visitor, &format!("input: Compare {pair}")).await;
            visitor.key(Key::Space + "").await;
            visitor.see_a("link", &format!("Remove {pair}")).await;
        }
        tab_to(visitor, "a: Compare 2 pairs").await;
        visitor.key(Key::Enter + "").await;
        visitor.see_heading("China–Malaysia and China–Vietnam").await;
        visitor.see_focus("h1: China–Malaysia and China–Vietnam").await;
        tab_to(visitor, "button: 7 claims on Projects: open").await;
        visitor.key(Key::Enter + "").await;
        visitor.see_some("dialog[open] li[data-claim]").await;
        for _ in 0..40 {
            visitor.key(Key::Tab + "").await;
            let is_inside: bool = visitor
                .ask("return document.activeElement === document.body || document.querySelector('dialog').contains(document.activeElement);")
                .await;
            assert!(is_inside, "the focus leaves the open dialog");
        }
        visitor.key(Key::Escape + "").await;
        visitor.see_focus("button: 7 claims on Projects: open").await;
        visitor.back().await;
        visitor.see_heading("Where a chain can cross the border").await;
        visitor.see_address("/?country=MY,VN&ids=china-malaysia,china-vietnam").await;
    });
}

#[test]
fn what_is_taken_along_is_reached_by_keys_and_folds_again() {
    Visit::new().go(async |visitor| {
        visitor.open("/parks/kuantan").await;
        visitor.see_some("tr[data-row]").await;
        tab_to(visitor, "summary: Take it along").await;
        visitor.key(Key::Enter + "").await;
        tab_to(visitor, "button: Copy link").await;
        tab_to(visitor, "button: Print or PDF").await;
        visitor.focus("fold", "Take it along").await;
        visitor.key(Key::Enter + "").await;
        visitor.wait_for("it to be folded", "return !document.querySelector('.take-along').open;").await;
    });
}
