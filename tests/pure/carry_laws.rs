//! What holds of everything that is taken along: sheets, records and paper.

use crate::support::{reader, shipped};
use proptest::prelude::*;
use std::collections::BTreeMap;
use twin_parks::address::{Route, ViewQuery};
use twin_parks::carry::{COLUMNS, Carried, DossierView, file_name, link, qr};
use twin_parks::domain::names::Lang;
use twin_parks::domain::record::Side;
use twin_parks::draw;
use twin_parks::present::table::CellState;
use twin_parks::present::words::Words;

/// Views of every sort that carries figures, with the part of the address after the question mark.
const VIEWS: [(&str, &str); 8] = [
    ("/", ""),
    ("/", "of=parks&country=CN"),
    ("/compare", "ids=china-malaysia,china-vietnam"),
    ("/compare", "ids=china-malaysia,china-indonesia,china-vietnam,dongxing-mong-cai,suzhou&ccy=USD&units=mu"),
    ("/compare", "of=parks&ids=qinzhou,kuantan,batang&best=1"),
    ("/pairs/china-malaysia", ""),
    ("/parks/kuantan", "ccy=CNY"),
    ("/context/malaysia", ""),
];

fn carried(path: &str, search: &str, lang: Lang) -> (Carried, twin_parks::present::reader::Reader) {
    let query = ViewQuery::parse(search).0;
    let reader = reader(lang).in_units(query.units).in_currency(query.currency);
    (Carried::of(shipped(), &Route::parse(path), &query, &reader).expect("a view with figures"), reader)
}

/// A sheet read back by the rules of RFC 4180: lines of fields.
fn lines(sheet: &str) -> Vec<Vec<String>> {
    let (mut lines, mut line, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = sheet.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => field.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => line.push(std::mem::take(&mut field)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                line.push(std::mem::take(&mut field));
                lines.push(std::mem::take(&mut line));
            }
            letter => field.push(letter),
        }
    }
    lines
}

fn records(sheet: &str) -> Vec<BTreeMap<&'static str, String>> {
    lines(sheet).into_iter().skip(1).map(|line| COLUMNS.into_iter().zip(line).collect()).collect()
}

#[test]
fn a_sheet_opens_in_spreadsheet_programs_and_every_figure_in_it_has_its_source_and_date() {
    for (path, search) in VIEWS {
        for lang in Lang::ALL {
            let (carried, reader) = carried(path, search, lang);
            let sheet = carried.csv(shipped(), &reader);
            assert!(sheet.starts_with('\u{feff}') && sheet.ends_with("\r\n"), "{path}?{search}");
            let lines = lines(sheet.trim_start_matches('\u{feff}'));
            assert!(lines.iter().all(|line| line.len() == COLUMNS.len()), "{path}?{search}");
            let records = records(&sheet);
            assert!(records.len() > 8, "{path}?{search} has only {} rows", records.len());
            for row in records {
                assert!(!row["about"].is_empty() && !row["attribute"].is_empty() && !row["shown"].is_empty(), "{row:?}");
                if row["claim"].is_empty() {
                    assert_eq!(row["shown"], reader.words().not_published, "{row:?}");
                    assert!(row["value"].is_empty() && row["source"].is_empty(), "{row:?}");
                } else {
                    assert!(!row["value"].is_empty() && !row["source"].is_empty() && !row["confidence"].is_empty(), "{row:?}");
                }
            }
        }
    }
}

#[test]
fn records_say_the_same_as_the_sheet() {
    for (path, search) in VIEWS {
        let (carried, reader) = carried(path, search, Lang::Vi);
        let rows = records(&carried.csv(shipped(), &reader));
        let text = carried.json(shipped(), "https://example.org/x", &reader);
        let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!((json["address"].as_str(), json["language"].as_str()), (Some("https://example.org/x"), Some("vi")));
        let claims = json["claims"].as_array().expect("claims");
        assert_eq!(claims.len(), rows.len());
        for (claim, row) in claims.iter().zip(&rows) {
            for column in COLUMNS {
                let told = match &claim[column] {
                    serde_json::Value::Null => String::new(),
                    serde_json::Value::Bool(is) => u8::from(*is).to_string(),
                    serde_json::Value::String(text) => text.clone(),
                    number => number.to_string(),
                };
                // A sheet marks texts that would be run as formulas.
                let marked = row[column].strip_prefix('\'').filter(|text| text.starts_with(['=', '+', '-', '@']));
                assert_eq!(told, marked.unwrap_or(&row[column]), "{column} of {claim}");
            }
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_read_back_from_records_as_it_was(text in "\\PC*|[\\x00-\\x7f]*") {
        let (mut carried, reader) = carried("/parks/rayong", "", Lang::En);
        carried.title.clone_from(&text);
        let json: serde_json::Value = serde_json::from_str(&carried.json(shipped(), "", &reader)).expect("JSON");
        prop_assert_eq!(json["title"].as_str(), Some(text.as_str()));
    }
}

#[test]
fn what_may_have_lapsed_is_carried_as_such() {
    let (carried, reader) = carried("/compare", "of=parks&ids=batang,qinzhou", Lang::En);
    let rows = records(&carried.csv(shipped(), &reader));
    let lapses: std::collections::BTreeSet<&str> = rows.iter().map(|row| row["lapses"].as_str()).collect();
    assert!(lapses.contains("unsure") && lapses.contains("2025-12-31"), "{lapses:?}");
}

#[test]
fn figures_are_carried_as_published_and_as_shown() {
    let (carried, reader) = carried("/parks/qinzhou", "ccy=USD", Lang::En);
    let rows = records(&carried.csv(shipped(), &reader));
    let row = rows.iter().find(|row| row["unit"] == "CNY" && row["value"] == "29500000000").expect("the investment");
    assert_eq!((row["kind"].as_str(), row["shown"].as_str()), ("realised", "≈ 4.2 bn USD"));
}

fn dossier(path: &str, search: &str, lang: Lang) -> (DossierView, &'static Words) {
    let (carried, reader) = carried(path, search, lang);
    (carried.dossier(shipped(), "https://example.org/compare?lang=en", &reader), reader.words())
}

#[test]
fn every_figure_on_paper_has_numbered_notes_with_its_source() {
    for (path, search) in VIEWS {
        let (dossier, words) = dossier(path, search, Lang::ZhHans);
        let numbers: Vec<usize> = dossier.notes.iter().map(|note| note.number).collect();
        assert_eq!(numbers, (1..=dossier.notes.len()).collect::<Vec<_>>(), "{path}?{search}");
        let mut printed = 0;
        for cell in dossier.sheets.iter().flat_map(|sheet| &sheet.groups).flat_map(|group| &group.rows).flat_map(|row| &row.cells)
        {
            let is_unpublished = matches!(cell.cell.state, CellState::Unpublished { .. });
            assert_eq!(cell.notes.is_empty(), is_unpublished, "{path}?{search}: {cell:?}");
            let ends: Vec<usize> = cell.notes.split('–').filter_map(|number| number.parse().ok()).collect();
            assert!(ends.iter().all(|number| numbers.contains(number)), "{cell:?}");
            printed += 1;
        }
        assert!(printed > 8, "{path}?{search} prints {printed} cells");
        for note in &dossier.notes {
            assert!(note.claim.source.is_some() || !note.claim.without_source.is_empty(), "{note:?}");
        }
        let drawn = draw::dossier(&dossier, words);
        assert_eq!(drawn.all("li").len(), dossier.notes.len());
        let missing: usize = dossier.sheets.iter().flat_map(|sheet| &sheet.groups).map(|group| group.unpublished.len()).sum();
        let said = drawn.all("tr").iter().filter(|row| row.attribute("class") == Some("dossier__missing")).count();
        assert_eq!(missing > 0, said > 0, "what nobody publishes is printed too");
    }
}

#[test]
fn five_pairs_are_printed_without_a_column_cut() {
    let (dossier, _) = dossier(VIEWS[3].0, VIEWS[3].1, Lang::En);
    let widths: Vec<usize> = dossier.sheets.iter().map(|sheet| sheet.heads.iter().map(|head| head.span).sum()).collect();
    assert!(dossier.sheets.len() > 1 && widths.iter().all(|width| *width <= 5), "{widths:?}");
    let names: Vec<&str> = dossier.sheets.iter().flat_map(|sheet| &sheet.heads).map(|head| head.name.as_str()).collect();
    assert_eq!(
        names,
        ["China–Malaysia", "China–Indonesia", "China–Vietnam", "Dongxing–Mong Cai (China–Vietnam)", "Suzhou (China–Singapore)"]
    );
    for sheet in &dossier.sheets {
        let width: usize = sheet.heads.iter().map(|head| head.span).sum();
        for row in sheet.groups.iter().flat_map(|group| &group.rows) {
            assert_eq!(row.cells.iter().map(|cell| cell.cell.span).sum::<usize>(), width, "{row:?}");
        }
        assert!(sheet.heads.iter().flat_map(|head| &head.legs).any(|(_, side)| *side == Side::Home));
    }
}

#[test]
fn a_link_names_the_language_and_the_file_names_the_view() {
    let query = ViewQuery::parse("ids=china-malaysia,china-vietnam&ccy=USD").0;
    let address = link(&Route::Compare, &query, &reader(Lang::Ms));
    assert_eq!(address, "compare?ids=china-malaysia,china-vietnam&lang=ms&ccy=USD");
    assert_eq!(file_name(&Route::Compare, &query, &reader(Lang::Ms)), "twin-parks_china-malaysia_china-vietnam_2026-11-22");
    assert!(qr(&format!("https://example.org/{address}")).is_some());
}

#[test]
fn what_was_asked_is_told() {
    let (list, _) = carried("/", "q=steel&country=MY,VN&sort=-area&ccy=USD&units=mu", Lang::En);
    let told: Vec<(&str, &str)> = list.question.iter().map(|(name, chosen)| (name.as_str(), chosen.as_str())).collect();
    assert_eq!(
        told,
        [
            ("Search", "“steel”"),
            ("Country", "Malaysia and Vietnam"),
            ("Sort by", "Planned area, largest leg first"),
            ("Currency", "USD"),
            ("Land unit", "Mu")
        ]
    );
}
