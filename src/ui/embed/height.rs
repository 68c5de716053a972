//! The height of an embedded page, told to whom it stands in. When it is told is decided in `session`.

use crate::address::Height;
use crate::platform::{clock, document, frame};
use crate::session::{REST, Sizer, Sizing};
use crate::ui::reactive::effect;
use crate::ui::state::AppState;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is known of it.
#[derive(Clone, Copy)]
struct Teller {
    sizer: StoredValue<Sizer>,
    asker: StoredValue<Option<frame::Asker>>,
}

/// Tells the height from now on, unless the partner's page decides it.
pub(super) fn tell(app: AppState, height: Height) {
    let is_told = height == Height::Auto;
    document::set_mark("height", if is_told { "auto" } else { "fixed" });
    let teller = Teller { sizer: StoredValue::new(Sizer::default()), asker: StoredValue::new(None) };
    frame::on_act(move |act| {
        // What opens over the page does so where the visitor is looking, and not in the middle of a page of any height.
        for (name, pixels) in [("--pressed", act.top), ("--frame", act.frame)] {
            document::set_property(name, &format!("{}px", pixels.max(0.0).round()));
        }
        teller.step(Sizing::Acted);
    });
    if !is_told {
        return;
    }
    if frame::can_fit() {
        teller.step(Sizing::Asked);
    }
    frame::on_asked(move |asker| {
        let _ = teller.asker.try_set_value(Some(asker));
        teller.step(Sizing::Asked);
    });
    frame::on_resize(move || {
        if teller.measure() {
            teller.measure_again();
        }
    });
    // Browsers draw no frame that nobody sees, and so tell of no other height; but who comes to see it should find it
    // as high as it is.
    effect(move || {
        app.library.loaded.track();
        teller.measure_again();
    });
}

/// A height that was not told is looked at again once the page can have come to rest, in milliseconds.
const AGAIN: i32 = REST as i32 + 100;

impl Teller {
    /// Measures the page. Says whether it has a height that was not told.
    fn measure(self) -> bool {
        self.step(Sizing::Measured(frame::height()));
        self.sizer.try_with_value(Sizer::is_waiting).unwrap_or(false)
    }

    fn measure_again(self) {
        spawn_local(async move {
            clock::wait(AGAIN).await;
            self.measure();
        });
    }

    fn step(self, event: Sizing) {
        let told = self.sizer.try_update_value(|sizer| {
            let (next, told) = std::mem::take(sizer).step(event, clock::now());
            *sizer = next;
            told
        });
        if let Some(height) = told.flatten() {
            let _ = self.asker.try_with_value(|asker| frame::tell_height(asker.as_ref(), height));
        }
    }
}
