//! Rows as comma-separated values (RFC 4180), as spreadsheet programs open them.

use super::claims::{COLUMNS, ClaimRow, Written};
use crate::domain::decimal::decimal;
use crate::present::reader::Reader;

/// By this mark spreadsheet programs know UTF-8; without it Chinese and Vietnamese come out garbled.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A heading in the reader's words, then a line a claim.
pub(super) fn csv(rows: &[ClaimRow], reader: &Reader) -> String {
    let mut sheet = String::from(BYTE_ORDER_MARK);
    line(&mut sheet, COLUMNS.iter().map(|column| reader.words().column(column).to_owned()));
    for row in rows {
        line(&mut sheet, row.iter().map(field));
    }
    sheet
}

fn line(sheet: &mut String, fields: impl Iterator<Item = String>) {
    for (at, field) in fields.enumerate() {
        if at > 0 {
            sheet.push(',');
        }
        if field.contains(['"', ',', '\n', '\r']) {
            sheet.extend(["\"", &field.replace('"', "\"\""), "\""]);
        } else {
            sheet.push_str(&field);
        }
    }
    sheet.push_str("\r\n");
}

fn field(written: &Written) -> String {
    match written {
        Written::Nothing => String::new(),
        Written::Figure(value) => decimal(*value),
        Written::Is(is) => u8::from(*is).to_string(),
        // A text that begins like a formula would be run as one.
        Written::Text(text) if text.starts_with(['=', '+', '-', '@', '\t']) => format!("'{text}"),
        Written::Text(text) => text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_where_they_must_be_and_never_run() {
        let mut sheet = String::new();
        let fields = ["plain", "a, b", "say \"yes\"", "two\nlines"].map(str::to_owned);
        line(&mut sheet, fields.into_iter());
        assert_eq!(sheet, "plain,\"a, b\",\"say \"\"yes\"\"\",\"two\nlines\"\r\n");
        assert_eq!(field(&Written::Text("=HYPERLINK(1)".into())), "'=HYPERLINK(1)");
        assert_eq!(field(&Written::Figure(-8.5)), "-8.5", "a number is no formula");
        assert_eq!(field(&Written::Figure(29_500_000_000.0)), "29500000000", "all digits, as published");
    }
}
