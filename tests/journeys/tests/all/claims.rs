//! What stands behind a cell, and whether those who do not see the table can read it.

use journeys::{Key, Visit};
use serde_json::{Value, json};

const TWO_PAIRS: &str = "/compare?ids=china-malaysia,china-vietnam";

#[test]
fn claims_open_by_a_click_and_name_their_sources() {
    Visit::new().go(async |visitor| {
        visitor.open(TWO_PAIRS).await;
        visitor.open_claims("Projects", 0).await;
        visitor.see_a("dialog", "Projects: Qinzhou").await;
        let claims = visitor.claims().await;
        assert!(claims.len() >= 5, "{claims:#?}");
        assert_eq!(claims.iter().filter(|claim| claim.chosen).count(), 1);
        assert!(claims[0].chosen && claims[0].text.contains("Shown first"), "{:?}", claims[0]);
        for claim in &claims {
            let says_confidence = ["Clear statement", "Some doubt", "Unclear"].iter().any(|words| claim.text.contains(words));
            assert!(says_confidence, "{claim:?}");
        }
        // A printed page may have no address; then its publisher and title stand there without a link.
        let linked: Vec<_> = claims.iter().filter(|claim| !claim.href.is_empty()).collect();
        assert!(linked.len() + 1 >= claims.len(), "{claims:#?}");
        for claim in linked {
            assert!(claim.href.starts_with("https://") || claim.href.starts_with("http://"), "{claim:?}");
            assert!(claim.rel.contains("noopener"), "{claim:?}");
        }
        visitor.press("Close").await;
        visitor.wait_for("no dialog", "return !document.querySelector('dialog[open]');").await;
    });
}

#[test]
fn claims_open_and_close_by_keys_and_the_focus_comes_back() {
    Visit::new().go(async |visitor| {
        visitor.open(TWO_PAIRS).await;
        let button = "7 claims on Projects: open";
        visitor.see_some("tr[data-row]").await;
        visitor.focus("button", button).await;
        visitor.key(Key::Enter + "").await;
        visitor.see_a("dialog", "Projects: Kuantan").await;
        visitor.wait_for("the focus inside", "return document.querySelector('dialog').contains(document.activeElement);").await;
        visitor.key(Key::Escape + "").await;
        visitor.wait_for("no dialog", "return !document.querySelector('dialog[open]');").await;
        visitor.see_focus(&format!("button: {button}")).await;
        visitor.key(Key::Space + "").await;
        visitor.see_a("dialog", "Projects: Kuantan").await;
    });
}

#[test]
fn leaving_the_page_closes_the_claims() {
    Visit::new().go(async |visitor| {
        visitor.open("/sectors").await;
        visitor.see_heading("Sectors").await;
        visitor.follow_in(("navigation", "Main"), "Data").await;
        visitor.see_heading("Data").await;
        visitor.press("Claims").await;
        visitor.see_some("dialog[open]").await;
        visitor.back().await;
        visitor.see_heading("Sectors").await;
        visitor.wait_for("no dialog", "return !document.querySelector('dialog[open]');").await;
    });
}

#[test]
fn every_cell_of_the_table_has_a_heading_for_its_row_and_for_its_column() {
    Visit::new().go(async |visitor| {
        for address in [
            TWO_PAIRS,
            "/compare?of=parks&ids=qinzhou,kuantan,batang",
            "/compare?ids=china-indonesia,great-stone,china-philippines",
        ] {
            visitor.open(address).await;
            visitor.see_some("tr[data-row]").await;
            let lost: Vec<String> = visitor.ask(CELLS_WITHOUT_HEADINGS).await;
            assert!(lost.is_empty(), "{address}: {lost:?}");
        }
    });
}

/// Lays the table out on a grid, as the standard has it, and names the cells over or before which no heading stands.
const CELLS_WITHOUT_HEADINGS: &str = "
    const lost = [], grid = [];
    const rows = [...document.querySelector('table').rows];
    rows.forEach((row, y) => {
        let x = 0;
        for (const cell of row.cells) {
            while (grid[y]?.[x]) x += 1;
            for (let dy = 0; dy < cell.rowSpan; dy += 1)
                for (let dx = 0; dx < cell.colSpan; dx += 1) (grid[y + dy] ??= [])[x + dx] = cell;
            if (cell.localName === 'td' && row.closest('tbody')) {
                const isHead = (it, scopes) => it?.localName === 'th' && scopes.includes(it.scope) && text(it);
                const above = grid.slice(0, y).some((line) => isHead(line[x], ['col', 'colgroup']));
                const before = grid[y].slice(0, x).some((it) => isHead(it, ['row']));
                if (!above || !before) lost.push(`${text(row.cells[0])}, column ${x}`);
            }
            x += cell.colSpan;
        }
    });
    return lost;";

#[test]
fn the_browser_tells_screen_readers_of_rows_and_columns() {
    Visit::new().go(async |visitor| {
        visitor.open(TWO_PAIRS).await;
        let rows = visitor.rows().await;
        let tree = visitor.browser().command("Accessibility.getFullAXTree", json!({})).await;
        let nodes = tree["nodes"].as_array().expect("a tree has nodes");
        let with_role = |role: &str| {
            let is_it = |node: &&Value| node["role"]["value"] == role && node["ignored"] != true;
            nodes
                .iter()
                .filter(is_it)
                .map(|node| node["name"]["value"].as_str().unwrap_or_default().to_owned())
                .collect::<Vec<_>>()
        };
        let (row_heads, column_heads) = (with_role("rowheader"), with_role("columnheader"));
        for row in &rows {
            assert!(row_heads.contains(&row.name), "{} is no heading of a row: {row_heads:?}", row.name);
        }
        for park in ["Qinzhou", "Kuantan", "Pingxiang", "Lang Son"] {
            assert!(column_heads.iter().any(|head| head.starts_with(park)), "{park} is no heading of a column: {column_heads:?}");
        }
        assert_eq!(with_role("table").len(), 1);
        assert!(with_role("table")[0].contains("side by side"), "a table has a caption");
    });
}
