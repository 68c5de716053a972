//! Figures as digits.

/// The most digits behind the point that a figure of a source has room for; a float of this size keeps no more.
const PLACES: i32 = 17;
/// All whole numbers below this are floats: 2⁵³.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A finite figure in decimal digits, with as few as tell it from its neighbours: `14.2`, `29500000000`, `-8.5`.
///
/// A figure read from decimal digits is that whole number divided by a power of ten, rounded once; so the division
/// that gives the figure back exactly has its digits. Figures that come out of reckoning and have more digits than a
/// float can hold are cut at the last one that it can. The library's own printing also knows how to write every float
/// there is, by tables of fifteen kilobytes.
#[must_use]
pub fn decimal(value: f64) -> String {
    let size = value.abs();
    let sign = if value < 0.0 { "-" } else { "" };
    if !size.is_finite() {
        return String::new();
    }
    // Beyond this, whole numbers are no longer all there; the digits that are not are zeros.
    let mut zeros = 0;
    while size / 10_f64.powi(zeros) >= EXACT {
        zeros += 1;
    }
    let mut best = ((size / 10_f64.powi(zeros)).round(), 0);
    for places in 0..=PLACES {
        let power = 10_f64.powi(places);
        let whole = (size * power).round();
        if zeros > 0 || whole >= EXACT {
            break;
        }
        best = (whole, places);
        if whole / power == size {
            break;
        }
    }
    let (whole, places) = best;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number below 2^53, not negative")]
    let digits = format!("{}{:0<zeros$}", whole as u64, "", zeros = usize::try_from(zeros).unwrap_or(0));
    let places = usize::try_from(places).unwrap_or(0);
    let padded = format!("{digits:0>width$}", width = places + 1);
    let (whole, part) = padded.split_at_checked(padded.len() - places).unwrap_or((&padded, ""));
    let part = part.trim_end_matches('0');
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn figures_are_written_as_sources_write_them() {
        for (value, digits) in [
            (0.0, "0"),
            (14.2, "14.2"),
            (-8.5, "-8.5"),
            (0.000_232_9, "0.0002329"),
            (29_500_000_000.0, "29500000000"),
            (1e21, "1000000000000000000000"),
        ] {
            assert_eq!(decimal(value), digits);
        }
        assert_eq!(decimal(f64::NAN), "");
    }

    proptest! {
        #[test]
        fn what_is_read_from_digits_is_written_with_the_same(whole in 0_u64..1_000_000_000, part in 0_u32..1_000_000, places in 0_usize..7) {
            let text = if places == 0 { whole.to_string() } else { format!("{whole}.{:0places$}", u64::from(part) % 10_u64.pow(u32::try_from(places).expect("small"))) };
            let value: f64 = text.parse().expect("digits");
            prop_assert_eq!(decimal(value), format!("{value}"));
        }

        #[test]
        fn what_comes_out_of_reckoning_is_as_near_as_fifteen_digits(value in 1e-3_f64..1e12) {
            let near: f64 = decimal(value).parse().expect("digits");
            prop_assert!((near - value).abs() <= value * 1e-14, "{} became {}", value, near);
        }
    }
}
