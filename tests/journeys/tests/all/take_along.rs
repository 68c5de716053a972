//! Taking a view along: as a link, as a file, on paper, and to a phone.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use journeys::{Visit, Visitor, shipped, until};
use serde_json::{Value, json};
use xtask::site::Fault;

const VIEW: &str = "/compare?ids=china-malaysia,china-vietnam&ccy=USD";
/// The same for somebody whose browser speaks another language.
const SHARED: &str = "compare?ids=china-malaysia,china-vietnam&lang=en&ccy=USD";

async fn open_and_unfold(visitor: &Visitor, address: &str) {
    visitor.open(address).await;
    visitor.see_some("tr[data-row], article").await;
    visitor.unfold("Take it along").await;
    visitor.see_a("button", "Copy link").await;
}

#[test]
fn the_link_on_the_clipboard_is_that_of_exactly_this_view() {
    Visit::new().go(async |visitor| {
        let allowed = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        visitor.browser().command("Browser.grantPermissions", allowed).await;
        open_and_unfold(visitor, VIEW).await;
        visitor.press("Copy link").await;
        visitor.see("Link copied.").await;
        let copied: String = visitor.ask("return navigator.clipboard.readText();").await;
        assert_eq!(copied, visitor.url_of(SHARED));
        // What was said of one view is not said of the next.
        visitor.switch("Differences only").await;
        visitor.wait_for("no word of it", "return !document.body.innerText.includes('Link copied.');").await;
    });
}

#[test]
fn where_copying_is_not_allowed_the_link_stands_there_to_be_copied_by_hand() {
    Visit::new().go(async |visitor| {
        visitor.before_pages("Object.defineProperty(navigator, 'clipboard', { value: undefined });").await;
        open_and_unfold(visitor, VIEW).await;
        visitor.press("Copy link").await;
        visitor.see("The browser did not allow copying. Here is the link:").await;
        let shown: String = visitor.ask("return document.querySelector('.take-along input').value;").await;
        assert_eq!(shown, visitor.url_of(SHARED));
    });
}

#[test]
fn sharing_is_offered_where_the_device_can_and_a_failure_is_told_of() {
    Visit::new().go(async |visitor| {
        visitor.before_pages(
            "navigator.share = async (it) => { globalThis.shared = it.url; throw new DOMException('no', globalThis.why ?? 'DataError'); };",
        )
        .await;
        open_and_unfold(visitor, VIEW).await;
        visitor.press("Share…").await;
        visitor.see("Sharing did not work here. Copy the link instead.").await;
        assert_eq!(visitor.ask::<String>("return globalThis.shared;").await, visitor.url_of(SHARED));
        // Who thinks better of it has not failed.
        visitor.ask::<()>("globalThis.why = 'AbortError';").await;
        visitor.press("Share…").await;
        visitor.wait_for("no word of it", "return !document.body.innerText.includes('Sharing did not work');").await;
    });
    Visit::new().go(async |visitor| {
        visitor.before_pages("delete Navigator.prototype.share;").await;
        open_and_unfold(visitor, VIEW).await;
        visitor.wait_for("no button for it", "return !find('button', 'Share…');").await;
    });
}

/// The file that a press on a button saves.
async fn saved(visitor: &Visitor, folder: &Path, button: &str, ending: &str) -> Vec<u8> {
    let to = json!({ "behavior": "allow", "downloadPath": folder.to_string_lossy() });
    visitor.browser().command("Browser.setDownloadBehavior", to).await;
    visitor.press(button).await;
    until(format!("a file that ends in {ending}"), async || {
        let files = fs::read_dir(folder).map_err(|error| error.to_string())?;
        let paths: Vec<_> = files.filter_map(|file| Some(file.ok()?.path())).collect();
        let found = paths.iter().find(|path| path.extension().is_some_and(|it| it == ending));
        let bytes = fs::read(found.ok_or_else(|| format!("{paths:?}"))?).map_err(|error| error.to_string())?;
        if bytes.is_empty() { Err("an empty file".to_owned()) } else { Ok(bytes) }
    })
    .await
}

#[test]
fn a_sheet_and_records_are_saved_with_every_claim_behind_the_view() {
    let folder = tempfile::tempdir().expect("a folder");
    Visit::new().go(async |visitor| {
        open_and_unfold(visitor, "/parks/qinzhou").await;
        let sheet = saved(visitor, folder.path(), "Spreadsheet (CSV)", "csv").await;
        assert!(sheet.starts_with(&[0xef, 0xbb, 0xbf]), "without the mark, spreadsheet programs garble Chinese and Vietnamese");
        let sheet = String::from_utf8(sheet).expect("UTF-8");
        assert!(sheet.contains("About,Attribute,Value,Value to,Unit,Kind,Scope,As of,Lapses,Source"), "{}", &sheet[..200]);
        assert!(sheet.contains("29500000000,,CNY,realised"), "figures are as published");
        let records = saved(visitor, folder.path(), "Data (JSON)", "json").await;
        let records: Value = serde_json::from_slice(&records).expect("JSON");
        assert_eq!(records["title"], "Qinzhou");
        assert_eq!(records["address"], json!(visitor.url_of("parks/qinzhou?lang=en")));
        let claims = records["claims"].as_array().expect("claims").len();
        assert!(claims + 5 >= sheet.matches("\r\n").count(), "{claims} records and {} lines", sheet.matches("\r\n").count());
    });
}

/// The text of the code in a picture.
pub(crate) fn decoded(png: &[u8]) -> String {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a picture of some size")];
    let info = reader.next_frame(&mut pixels).expect("a picture");
    let (width, channels) = (info.width as usize, info.color_type.samples());
    let grey = |x: usize, y: usize| pixels[(y * width + x) * channels];
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, info.height as usize, grey);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code is in the picture");
    let (meta, text) = grids[0].decode().expect("a code that can be read");
    // Level M is 0 in the standard's count, L is 1, H is 2 and Q is 3.
    assert_ne!(meta.ecc_level, 1, "the code has less error correction than level M");
    text
}

/// A picture of the element that a selector finds, four times as large, with room around it: pictures have no scroll
/// bars, and without those everything stands a little elsewhere.
pub(crate) async fn picture(visitor: &Visitor, selector: &str) -> Vec<u8> {
    visitor.see_some(selector).await;
    let script = format!(
        "const taken = document.querySelector({selector:?});
         // A dialog stands in the window and not on the page, which a press may have scrolled.
         if (taken.closest('dialog')) scrollTo(0, 0);
         const box = taken.getBoundingClientRect();
         return {{ x: box.x + scrollX - 24, y: box.y + scrollY - 24, width: box.width + 48, height: box.height + 48, scale: 4 }};"
    );
    let area: Value = visitor.ask(&script).await;
    let options = json!({ "format": "png", "captureBeyondViewport": true, "clip": area });
    let taken = visitor.browser().command("Page.captureScreenshot", options).await;
    STANDARD.decode(taken["data"].as_str().expect("a picture comes as text")).expect("in this coding")
}

#[test]
fn a_phone_reads_the_view_off_the_screen_in_light_and_dark() {
    for theme in ["light", "dark"] {
        Visit::new().go(async |visitor| {
            open_and_unfold(visitor, &format!("{VIEW}&theme={theme}")).await;
            visitor.see_some(".take-along .qr").await;
            let read = decoded(&picture(visitor, ".take-along .qr").await);
            assert_eq!(read, visitor.url_of(&format!("{SHARED}&theme={theme}")));
        });
    }
}

async fn as_on_paper(visitor: &Visitor) {
    visitor.browser().command("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    visitor.ask::<()>("dispatchEvent(new Event('beforeprint'));").await;
    visitor.see_some("article.dossier").await;
}

#[test]
fn the_dossier_has_question_figures_numbered_sources_date_link_and_code() {
    // The width of a landscape A4 page without its margins, in pixels of print.
    Visit::new().sized(1032, 720).go(async |visitor| {
        visitor.open("/compare?ids=china-malaysia,china-vietnam,china-indonesia,dongxing-mong-cai,suzhou&best=1").await;
        visitor.see_some("tr[data-row]").await;
        as_on_paper(visitor).await;
        for words in ["Highlight best", "Money as published", "Not published", "Claims and sources", "[1]"] {
            visitor.see(words).await;
        }
        let cut: Vec<String> = visitor
            .ask(
                "return [...document.querySelectorAll('.dossier :is(th, td)')]
                .filter((it) => it.getBoundingClientRect().right > innerWidth + 0.5 || it.scrollWidth > it.clientWidth + 1).map(text);",
            )
            .await;
        assert!(cut.is_empty(), "cut at the edge of the paper: {cut:?}");
        let others: usize = visitor.ask("return [...document.querySelectorAll('nav, .data-table, .toolbar')].filter((it) => it.checkVisibility()).length;").await;
        assert_eq!(others, 0, "the page is not printed a second time");
        let sources: (usize, usize) = visitor
            .ask("const notes = [...document.querySelectorAll('.dossier__notes li')]; return [notes.length, notes.filter((it) => it.textContent.includes('http')).length];")
            .await;
        assert!(sources.0 > 100 && sources.1 * 10 > sources.0 * 8, "notes and those with an address: {sources:?}");
        let read = decoded(&picture(visitor, ".dossier .qr").await);
        let shown: String = visitor.ask("return text(document.querySelector('.dossier__head .dossier__address'));").await;
        assert_eq!(read, shown);
        visitor.ask::<()>("dispatchEvent(new Event('afterprint'));").await;
        visitor.wait_for("no dossier", "return !document.querySelector('.dossier');").await;
    });
}

#[test]
fn pages_are_really_printed_and_nothing_of_them_is_a_picture() {
    Visit::new().go(async |visitor| {
        visitor.open("/pairs/china-malaysia").await;
        visitor.see_some("tr[data-row]").await;
        visitor.see_some(".year-line").await;
        let printed = visitor.browser().command("Page.printToPDF", json!({ "preferCSSPageSize": true })).await;
        let pdf = STANDARD.decode(printed["data"].as_str().expect("a PDF comes as text")).expect("in this coding");
        assert!(pdf.starts_with(b"%PDF") && pdf.len() > 40_000, "{} bytes", pdf.len());
        let has = |sign: &[u8]| pdf.windows(sign.len()).any(|window| window == sign);
        assert!(has(b"/Page") && !has(b"/Subtype /Image"), "text and lines stay sharp");
    });
}

#[test]
fn what_comes_later_and_does_not_come_is_told_of_and_can_be_asked_for_again() {
    let piece = shipped("later-", ".wasm");
    Visit::new().with_fault(&piece, Fault::Missing).expecting("404").expecting("TypeError").go(async |visitor| {
        visitor.open("/compare?ids=china-malaysia,china-vietnam&view=charts").await;
        visitor.see("This part could not be loaded. The rest of the page works.").await;
        visitor.see_heading("China–Malaysia and China–Vietnam").await;
        visitor.unfold("Take it along").await;
        visitor.press("Spreadsheet (CSV)").await;
        visitor.see_some(".take-along [role=status] p").await;
        visitor.server().set_fault(&piece, None);
        visitor.press("Try again").await;
        visitor.see_some("figure.chart").await;
    });
}
