//! Numbers as people read them, never with more digits than the source has.

use crate::domain::decimal::decimal;
use crate::domain::names::Lang;
use crate::domain::quantity::Quantity;
use crate::domain::unit::{Base, Measure, Unit};

/// The most significant digits that a converted figure shows.
const MAX_DIGITS: usize = 6;

/// A figure with its scale word and groups of three: `29.5 bn`, `5,500`, `295亿`, `29,5 tỷ`.
#[must_use]
pub fn number(value: f64, lang: Lang) -> String {
    let (exponent, word) = scale(value.abs(), lang);
    let digits = grouped(&shifted(&decimal(value), exponent), lang);
    match lang {
        Lang::ZhHans => format!("{digits}{word}"),
        _ if word.is_empty() => digits,
        _ => format!("{digits} {word}"),
    }
}

/// A figure or range without its unit: `10–15`, `25.77–26.16`.
#[must_use]
pub fn range(quantity: &Quantity, lang: Lang) -> String {
    if quantity.is_range() {
        format!("{}–{}", number(quantity.low(), lang), number(quantity.high(), lang))
    } else {
        number(quantity.low(), lang)
    }
}

/// The quantity in another land unit, when it is an area or a price of land; else as published. A converted figure is
/// rounded to as many digits as its source shows.
#[must_use]
pub fn in_land_unit(quantity: &Quantity, land: Option<Base>) -> Quantity {
    let Some(land) = land else { return *quantity };
    let unit = quantity.unit();
    let wanted = match (unit.over.measure(), unit.per.map(Base::measure)) {
        (Measure::Area, None) => Unit::of(land),
        (Measure::Money, Some(Measure::Area)) => Unit { over: unit.over, per: Some(land) },
        _ => return *quantity,
    };
    let digits = significant(quantity.low()).max(significant(quantity.high())).clamp(1, MAX_DIGITS);
    let converted = if wanted == unit { None } else { quantity.to(wanted) };
    converted.map_or(*quantity, |converted| rounded(&converted, digits))
}

/// The quantity with at most so many digits at either end.
#[must_use]
pub fn rounded(quantity: &Quantity, digits: usize) -> Quantity {
    Quantity::range(round(quantity.low(), digits), round(quantity.high(), digits), quantity.unit()).unwrap_or(*quantity)
}

/// How many digits a figure is written with: 14.2 has three, 3,500 four.
fn significant(value: f64) -> usize {
    let text = decimal(value.abs());
    text.trim_start_matches(['0', '.']).chars().filter(char::is_ascii_digit).count()
}

/// How many digits an amount shows: those that are not zeros at its end, and all before the point once it stands in
/// thousands, millions and so on. 29,500,000,000 and 139 have three, 30,000,000,000 two.
#[must_use]
pub fn shown_digits(value: f64) -> usize {
    let text = decimal(value.abs());
    let written = text.trim_start_matches(['0', '.']);
    let (whole, part) = written.split_once('.').unwrap_or((written, ""));
    let telling = if part.is_empty() { whole.trim_end_matches('0').len() } else { whole.len() + part.len() };
    let before_point = whole.len().checked_sub(1).map_or(0, |above| above % 3 + 1);
    telling.max(before_point).clamp(1, MAX_DIGITS)
}

/// Rounds to so many digits, halves away from zero as people do.
///
/// By arithmetic and not by printing and reading back: the library's float reader brings tables of ten kilobytes.
fn round(value: f64, digits: usize) -> f64 {
    if value == 0.0 {
        return value;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "a figure has some dozens of digits")]
    let places = digits as i32 - 1 - value.abs().log10().floor() as i32;
    // Powers of ten are exact only upwards, so a figure larger than its digits is divided first.
    let power = 10_f64.powi(places.abs());
    if places >= 0 { (value * power).round() / power } else { (value / power).round() * power }
}

/// Scale words by the power of ten from which they are used and the one they stand for, largest first. Chinese counts
/// in ten thousands, and Vietnamese has no word for a million millions. Small figures have none.
fn scale(size: f64, lang: Lang) -> (usize, &'static str) {
    let words = match lang {
        Lang::En => [(1e12, 12, "tn"), (1e9, 9, "bn"), (1e6, 6, "m")],
        Lang::ZhHans => [(1e12, 12, "万亿"), (1e8, 8, "亿"), (1e5, 4, "万")],
        Lang::Ms => [(1e12, 12, "trilion"), (1e9, 9, "bilion"), (1e6, 6, "juta")],
        Lang::Vi => [(1e12, 12, "nghìn tỷ"), (1e9, 9, "tỷ"), (1e6, 6, "triệu")],
    };
    words.into_iter().find(|(from, ..)| size >= *from).map_or((0, ""), |(_, exponent, word)| (exponent, word))
}

/// Moves the decimal point of a written number to the left, without arithmetic and so without rounding.
fn shifted(number: &str, places: usize) -> String {
    let (sign, number) = number.strip_prefix('-').map_or(("", number), |rest| ("−", rest));
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let padded = format!("{whole:0>width$}", width = places + 1);
    let (whole, moved) = padded.split_at_checked(padded.len() - places).unwrap_or((&padded, ""));
    let part = format!("{moved}{part}");
    let part = part.trim_end_matches('0');
    let dot = if part.is_empty() { "" } else { "." };
    format!("{sign}{whole}{dot}{part}")
}

/// Groups of three before the decimal sign; four-digit numbers are grouped too, so that columns line up. In Vietnamese
/// point and comma change places.
fn grouped(number: &str, lang: Lang) -> String {
    let (group, decimal) = if lang == Lang::Vi { ('.', ',') } else { (',', '.') };
    let (whole, part) = number.split_once('.').map_or((number, None), |(whole, part)| (whole, Some(part)));
    let (sign, digits) = whole.strip_prefix('−').map_or(("", whole), |digits| ("−", digits));
    let mut text = String::from(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if let Some(part) = part {
        text.push(decimal);
        text.push_str(part);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn quantity(value: f64, unit: &str) -> Quantity {
        Quantity::new(value, Unit::parse(unit).expect("a unit")).expect("finite")
    }

    #[test]
    fn figures_are_scaled_without_losing_or_adding_digits() {
        for (value, en, zh, ms, vi) in [
            (5_500.0, "5,500", "5,500", "5,500", "5.500"),
            (29_500_000_000.0, "29.5 bn", "295亿", "29.5 bilion", "29,5 tỷ"),
            (17_950_000_000_000.0, "17.95 tn", "17.95万亿", "17.95 trilion", "17,95 nghìn tỷ"),
            (0.0002329, "0.0002329", "0.0002329", "0.0002329", "0,0002329"),
            (1_675_000.0, "1.675 m", "167.5万", "1.675 juta", "1,675 triệu"),
            (7_572.0, "7,572", "7,572", "7,572", "7.572"),
            (-8.5, "−8.5", "−8.5", "−8.5", "−8,5"),
            (0.0, "0", "0", "0", "0"),
            (99_999.0, "99,999", "99,999", "99,999", "99.999"),
            (120_000.0, "120,000", "12万", "120,000", "120.000"),
        ] {
            assert_eq!(Lang::ALL.map(|lang| number(value, lang)), [en, zh, ms, vi]);
        }
    }

    #[test]
    fn converted_land_keeps_the_digits_of_its_source() {
        for (value, from, to, shown) in [
            (3_500.0, "acre", Base::Hectare, "1,416"),
            (14.2, "km2", Base::Hectare, "1,420"),
            (1_200.0, "mu", Base::Hectare, "80"),
            (55.0, "km2", Base::Mu, "83,000"),
            (80.0, "ha", Base::Hectare, "80"),
        ] {
            assert_eq!(range(&in_land_unit(&quantity(value, from), Some(to)), Lang::En), shown);
        }
        assert_eq!(in_land_unit(&quantity(4.0, "km"), Some(Base::Mu)), quantity(4.0, "km"), "a length is no land");
    }

    #[test]
    fn an_amount_has_as_many_digits_as_people_read_of_it() {
        for (value, digits) in [(29.5e9, 3), (30e9, 2), (139.0, 3), (2e9, 1), (500_000.0, 3), (0.454, 3), (20.77e9, 4), (0.0, 1)]
        {
            assert_eq!(shown_digits(value), digits, "{value}");
        }
    }

    proptest! {
        #[test]
        fn every_digit_of_a_whole_number_is_shown(value in 0_u32..) {
            let text = number(f64::from(value), Lang::En);
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let expected = value.to_string();
            let is_same = digits.trim_start_matches('0').trim_end_matches('0') == expected.trim_start_matches('0').trim_end_matches('0');
            prop_assert!(is_same, "{} became {}", value, text);
        }
    }
}
