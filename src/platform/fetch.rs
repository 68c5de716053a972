//! Getting a file as bytes, with a limit on its size and on the time it takes.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader, RequestInit, Response};

/// Why there are no bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FetchError {
    /// The server could not be reached.
    Unreachable,
    /// The server answered with this status.
    Status(u16),
    /// More bytes came than were allowed; so many had come.
    TooLarge(usize),
    /// It took too long.
    TimedOut,
}

/// Gets the bytes at an address relative to the base, at most `limit` of them, within `timeout` milliseconds.
///
/// The bytes are read piece by piece, so that a file of endless length costs no memory.
///
/// # Errors
/// When the server can't be reached, answers with an error, sends too much, or takes too long.
pub async fn fetch(address: &str, limit: usize, timeout: i32) -> Result<Vec<u8>, FetchError> {
    let controller = AbortController::new().map_err(|_| FetchError::Unreachable)?;
    let timer = Timer::start(timeout, controller.clone());
    let bytes = read(address, limit, &controller).await;
    match bytes {
        Err(FetchError::Unreachable) if timer.has_fired() => Err(FetchError::TimedOut),
        other => other,
    }
}

async fn read(address: &str, limit: usize, controller: &AbortController) -> Result<Vec<u8>, FetchError> {
    let unreachable = |_| FetchError::Unreachable;
    let window = web_sys::window().ok_or(FetchError::Unreachable)?;
    let options = RequestInit::new();
    options.set_signal(Some(&controller.signal()));
    let response = JsFuture::from(window.fetch_with_str_and_init(address, &options)).await.map_err(unreachable)?;
    let response: Response = response.dyn_into().map_err(unreachable)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let Some(body) = response.body() else { return Ok(Vec::new()) };
    let reader: ReadableStreamDefaultReader = body.get_reader().dyn_into().map_err(|_| FetchError::Unreachable)?;
    let mut bytes = Vec::new();
    loop {
        let piece = JsFuture::from(reader.read()).await.map_err(unreachable)?;
        let is_done = Reflect::get(&piece, &"done".into()).map_err(unreachable)?.is_truthy();
        if is_done {
            return Ok(bytes);
        }
        let value: Uint8Array = Reflect::get(&piece, &"value".into()).map_err(unreachable)?.dyn_into().map_err(unreachable)?;
        let length = bytes.len().saturating_add(value.length() as usize);
        if length > limit {
            controller.abort();
            return Err(FetchError::TooLarge(length));
        }
        bytes.extend_from_slice(&value.to_vec());
    }
}

/// Aborts a request after a while, unless it is dropped before.
struct Timer {
    id: Option<i32>,
    controller: AbortController,
    _callback: Closure<dyn FnMut()>,
}

impl Timer {
    fn start(milliseconds: i32, controller: AbortController) -> Self {
        let target = controller.clone();
        let callback = Closure::<dyn FnMut()>::new(move || target.abort());
        let set = |window: web_sys::Window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(callback.as_ref().unchecked_ref(), milliseconds).ok()
        };
        Self { id: web_sys::window().and_then(set), controller, _callback: callback }
    }

    fn has_fired(&self) -> bool {
        self.controller.signal().aborted()
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let (Some(window), Some(id)) = (web_sys::window(), self.id) {
            window.clear_timeout_with_handle(id);
        }
    }
}
