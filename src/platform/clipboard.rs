//! Handing a text to other programs: the clipboard, and the device's own way of sharing.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, Navigator, ShareData};

/// Puts a text on the clipboard; false where that is not allowed or there is none.
pub async fn copy(text: &str) -> bool {
    let clipboard = capability("clipboard").and_then(|it| it.dyn_into::<Clipboard>().ok());
    match clipboard {
        Some(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        None => false,
    }
}

/// Whether the device has a way of sharing.
#[must_use]
pub fn can_share() -> bool {
    capability("share").is_some()
}

/// Offers a link to the device's way of sharing. False when that failed; a visitor who thinks better of it has not
/// failed.
pub async fn share(title: &str, url: &str) -> bool {
    let Some(sharing) = offer(title, url) else { return false };
    match JsFuture::from(sharing).await {
        Ok(_) => true,
        Err(why) => Reflect::get(&why, &"name".into()).is_ok_and(|name| name == "AbortError"),
    }
}

fn offer(title: &str, url: &str) -> Option<Promise> {
    can_share().then_some(())?;
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(url);
    Some(navigator()?.share_with_data(&data))
}

fn navigator() -> Option<Navigator> {
    Some(web_sys::window()?.navigator())
}

/// Something that not every browser has, and that some pages may not use.
fn capability(name: &str) -> Option<JsValue> {
    let found = Reflect::get(&navigator()?.into(), &name.into()).ok()?;
    (!found.is_undefined() && !found.is_null()).then_some(found)
}
