//! What a visitor sees.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::until;
use crate::visit::Visitor;

/// A row of the table of figures.
#[derive(Clone, Debug, Deserialize)]
pub struct Row {
    /// The key of its attribute, and whether it is about legs (0) or pairs (1).
    pub key: String,
    /// What it is called.
    pub name: String,
    /// The group it stands in.
    pub group: String,
    /// Its cells from left to right.
    pub cells: Vec<Cell>,
}

/// A cell of it.
#[derive(Clone, Debug, Deserialize)]
pub struct Cell {
    /// Stated, disputed, unpublished, not-comparable or stale.
    pub state: String,
    /// All its words.
    pub text: String,
    /// Whether it is marked as the best.
    pub best: bool,
    /// Each figure in it.
    pub values: Vec<String>,
}

/// A claim behind a cell.
#[derive(Clone, Debug, Deserialize)]
pub struct Claim {
    /// Its id in the data.
    pub id: String,
    /// All its words.
    pub text: String,
    /// Where its source is.
    pub href: String,
    /// How the link treats the page it leads to.
    pub rel: String,
    /// Whether it is the one shown in the cell.
    pub chosen: bool,
}

impl Visitor {
    /// The browser, for what is no visitor's business.
    #[must_use]
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// Asks the page now; see [`Browser::ask`].
    ///
    /// # Panics
    /// When the page does not answer.
    pub async fn ask<T: serde::de::DeserializeOwned>(&self, script: &str) -> T {
        self.browser.ask(script, Vec::new()).await.unwrap_or_else(|error| panic!("the page does not answer {script}: {error}"))
    }

    /// Waits until the page answers a question with yes. `wanted` says it in words.
    pub async fn wait_for(&self, wanted: &str, script: &str) {
        self.wait_with(wanted, script, Vec::new()).await;
    }

    async fn wait_with(&self, wanted: &str, script: &str, arguments: Vec<Value>) {
        until(wanted, async || match self.browser.ask::<Value>(script, arguments.clone()).await? {
            Value::Bool(true) => Ok(()),
            instead => Err(instead.to_string()),
        })
        .await;
    }

    /// Waits until the page shows some words.
    pub async fn see(&self, words: &str) {
        let script = "const all = tidy(document.body.innerText); return all.includes(arguments[0]) || all.slice(0, 1500);";
        self.wait_with(&format!("the words “{words}”"), script, vec![json!(words)]).await;
    }

    /// Whether the page shows some words now.
    pub async fn sees(&self, words: &str) -> bool {
        let shown: String = self.ask("return tidy(document.body.innerText);").await;
        shown.contains(words)
    }

    /// Waits until something that a selector finds is shown.
    pub async fn see_some(&self, selector: &str) {
        let script = "return [...document.querySelectorAll(arguments[0])].some((it) => it.checkVisibility());";
        self.wait_with(&format!("something like {selector}"), script, vec![json!(selector)]).await;
    }

    /// Waits until an element with a role and a name is shown.
    pub async fn see_a(&self, role: &str, name: &str) {
        let script = "return Boolean(find(...arguments)) || all(arguments[0]).map(name);";
        self.wait_with(&format!("the {role} “{name}”"), script, vec![json!(role), json!(name)]).await;
    }

    /// Waits until the page's heading says this.
    pub async fn see_heading(&self, words: &str) {
        let script = "const all = [...document.querySelectorAll('main h1')].map(text); return all.length === 1 && all[0] === arguments[0] || all;";
        self.wait_with(&format!("the heading “{words}”"), script, vec![json!(words)]).await;
    }

    /// Waits until the number of results is announced so: `4 pairs of 20`.
    pub async fn see_count(&self, words: &str) {
        let script =
            "const all = [...document.querySelectorAll('h2 > [role=status]')].map(text); return all[0] === arguments[0] || all;";
        self.wait_with(&format!("the count “{words}”"), script, vec![json!(words)]).await;
    }

    /// How many results are announced.
    pub async fn count(&self) -> usize {
        self.ask("return number(document.querySelector('h2 > [role=status]'));").await
    }

    /// The number beside the box of a filter.
    pub async fn count_beside(&self, filter: &str) -> usize {
        let script = "return number(find('checkbox', arguments[0])?.closest('label').lastElementChild);";
        let wanted = format!("the number beside “{filter}”");
        until(&wanted, async || self.browser.ask::<Option<usize>>(script, vec![json!(filter)]).await?.ok_or("none".to_owned()))
            .await
    }

    /// Waits until the address of the app is this.
    pub async fn see_address(&self, address: &str) {
        let wanted = self.url_of(address);
        until(&format!("the address {address}"), async || {
            let url = self.browser.url().await;
            if url == wanted { Ok(()) } else { Err(url) }
        })
        .await;
    }

    /// The path and query of the address, below the site.
    pub async fn address(&self) -> String {
        let url = self.browser.url().await;
        url.strip_prefix(self.address.trim_end_matches('/')).map_or(url.clone(), str::to_owned)
    }

    /// Waits until the focus is on something: `h1: Compare`.
    pub async fn see_focus(&self, on: &str) {
        let script = "return focused() === arguments[0] || focused();";
        self.wait_with(&format!("the focus on “{on}”"), script, vec![json!(on)]).await;
    }

    /// The names of the cards in order.
    pub async fn cards(&self) -> Vec<String> {
        self.ask("return [...document.querySelectorAll('article h3')].map(text);").await
    }

    /// The rows of the table of figures, once it is there.
    pub async fn rows(&self) -> Vec<Row> {
        self.see_some("tr[data-row]").await;
        self.ask("return rows();").await
    }

    /// A cell, by the name of its row and its column counted from 0.
    ///
    /// # Panics
    /// When there is no such cell.
    pub async fn see_cell(&self, row: &str, column: usize) -> Cell {
        let rows = self.rows().await;
        let found = rows.iter().find(|it| it.name == row).and_then(|row| row.cells.get(column));
        let names = || rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>().join(", ");
        found.cloned().unwrap_or_else(|| panic!("there is no cell of “{row}” in column {column}; the rows are: {}", names()))
    }

    /// The claims in the open dialog.
    pub async fn claims(&self) -> Vec<Claim> {
        self.see_some("dialog[open] li[data-claim]").await;
        self.ask("return claims();").await
    }
}
