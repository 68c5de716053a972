//! A QR code as a drawing, made here and so without any server.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// A QR code, ready to draw: dark squares on a light ground.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Qr {
    /// The length of a side in squares, the quiet margin that readers need included.
    pub size: i32,
    /// The dark squares as the path of a drawing, a square being one unit.
    pub path: String,
}

/// The margin that the standard asks for, in squares.
const QUIET: i32 = 4;

/// A text as a QR code. Error correction is level M, or better where that costs no room. `None` when the text is too
/// long for any code: more than some 2,300 bytes.
#[must_use]
pub fn qr(text: &str) -> Option<Qr> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|at| code.get_module(*at, y)).count();
            let run = i32::try_from(run).unwrap_or(1);
            if run > 0 {
                // Writing into a string can't fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Some(Qr { size: code.size() + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_grows_with_its_text_until_there_is_no_room() {
        let short = qr("https://example.org/").expect("room");
        let long = qr(&"a".repeat(1_000)).expect("room");
        assert!(short.size < long.size && short.path.starts_with("M4 4h7"), "{short:?}");
        assert_eq!(qr(&"a".repeat(5_000)), None);
    }
}
