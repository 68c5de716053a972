//! What a visitor does.

use serde_json::{Value, json};
use thirtyfour::{TypingData, WebElement};

use crate::browser::brief;
use crate::until;
use crate::visit::Visitor;

/// A part of the page, by role and name: `("navigation", "Main")`.
pub type Place<'a> = (&'a str, &'a str);

impl Visitor {
    /// Opens an address of the app, such as `/compare?ids=china-malaysia,china-vietnam`.
    pub async fn open(&self, address: &str) {
        self.browser.go(&self.url_of(address)).await;
    }

    /// Opens the list of pairs and waits until it is there.
    pub async fn open_explore(&self) {
        self.open("/").await;
        self.see_heading("Where a chain can cross the border").await;
        self.see_some("article").await;
    }

    /// The full address of a path below the site.
    #[must_use]
    pub fn url_of(&self, address: &str) -> String {
        format!("{}{}", self.address, address.trim_start_matches('/'))
    }

    /// Follows a link.
    pub async fn follow(&self, name: &str) {
        self.click(None, "link", name).await;
    }

    /// Follows a link that stands in a certain place.
    pub async fn follow_in(&self, place: Place<'_>, name: &str) {
        self.click(Some(place), "link", name).await;
    }

    /// Presses a button.
    pub async fn press(&self, name: &str) {
        self.click(None, "button", name).await;
    }

    /// Presses the last of the elements that a selector finds.
    pub async fn press_last(&self, selector: &str) {
        let script = "return [...document.querySelectorAll(arguments[0])].at(-1) ?? null;";
        self.act(&format!("the last of {selector}"), script, vec![json!(selector)]).await;
    }

    /// Throws a switch.
    pub async fn switch(&self, name: &str) {
        self.click(None, "switch", name).await;
    }

    /// Unfolds or folds what stands under a heading.
    pub async fn unfold(&self, name: &str) {
        self.click(None, "fold", name).await;
    }

    /// Ticks a box, or unticks it.
    pub async fn tick(&self, name: &str) {
        self.click(None, "checkbox", name).await;
    }

    /// Ticks the box by which a pair or park is chosen for comparison.
    pub async fn choose_to_compare(&self, name: &str) {
        self.tick(&format!("Compare {name}")).await;
    }

    /// Picks an entry of a list by its words.
    pub async fn pick(&self, list: &str, entry: &str) {
        let wanted = format!("the entry “{entry}” of the list “{list}”");
        let script = "const list = inside(null, 'list', arguments[0]);
            return list && [...list.options].find((it) => it.text === arguments[1]) || null;";
        self.act(&wanted, script, vec![json!(list), json!(entry)]).await;
    }

    /// Types into the search field, a key after the other, and leaves what stands there in place.
    pub async fn type_to_search(&self, text: &str) {
        let field = self.find(None, "search", "Search").await;
        field.send_keys(text).await.unwrap_or_else(|error| panic!("the search field takes no letters: {error}"));
    }

    /// Searches for something instead of what was searched for before.
    pub async fn search_for(&self, text: &str) {
        let field = self.find(None, "search", "Search").await;
        let selected = field.send_keys(thirtyfour::Key::Control + "a").await;
        selected.unwrap_or_else(|error| panic!("the search field takes no keys: {error}"));
        self.type_to_search(text).await;
    }

    /// Presses a key, or several.
    pub async fn key(&self, keys: impl Into<TypingData>) {
        self.browser.keys(keys).await;
    }

    /// Goes back.
    pub async fn back(&self) {
        self.browser.back().await;
    }

    /// Goes forward again.
    pub async fn forward(&self) {
        self.browser.forward().await;
    }

    /// Runs a script in every page to come, before anything of its own.
    pub async fn before_pages(&self, script: &str) {
        self.browser.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Makes the timers of the pages to come run out so many times sooner.
    pub async fn hurry(&self, times: u32) {
        let sooner = format!("const set = window.setTimeout; window.setTimeout = (then, ms) => set(then, ms / {times});");
        self.before_pages(&sooner).await;
    }

    /// Lets time pass so many times faster for the pages to come: the clock that only runs forward, and timers. The time
    /// of day stays what it is, and so do timers below half a second, such as the beat by which a kiosk is watched.
    pub async fn hasten(&self, times: u32) {
        let faster = format!(
            "{{ const now = performance.now.bind(performance); performance.now = () => now() * {times};
             for (const name of ['setTimeout', 'setInterval']) {{
                 const set = window[name].bind(window);
                 window[name] = (then, wait, ...more) => set(then, wait < 450 ? wait : wait / {times}, ...more);
             }} }}"
        );
        self.before_pages(&faster).await;
    }

    /// Puts a finger on a place of the window, and takes it away.
    pub async fn tap(&self, x: u32, y: u32) {
        self.finger_down(x, y).await;
        self.finger_up().await;
    }

    /// Puts a finger on a place of the window.
    pub async fn finger_down(&self, x: u32, y: u32) {
        let touch = json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y }] });
        self.browser.command("Input.dispatchTouchEvent", touch).await;
    }

    /// Takes the finger away.
    pub async fn finger_up(&self) {
        self.browser.command("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await;
    }

    /// Takes the network away, or gives it back.
    pub async fn set_online(&self, is_online: bool) {
        let conditions = json!({ "offline": !is_online, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.browser.command("Network.enable", json!({})).await;
        self.browser.command("Network.emulateNetworkConditions", conditions).await;
    }

    /// Puts the focus on an element, as the tabulator would after some presses.
    pub async fn focus(&self, role: &str, name: &str) {
        let element = self.find(None, role, name).await;
        element.focus().await.unwrap_or_else(|error| panic!("the {role} “{name}” takes no focus: {error}"));
    }

    /// Opens the claims behind a cell of the table: of a row by its name, and a column counted from 0.
    pub async fn open_claims(&self, row: &str, column: usize) {
        let button = "const row = [...document.querySelectorAll('tr[data-row]')].find((it) => text(it.querySelector('th')) === arguments[0]);
            const button = row?.querySelectorAll('td')[arguments[1]]?.querySelector('button') ?? null;
            button?.scrollIntoView({ block: 'center', inline: 'center' });
            return button;";
        self.act(&format!("the claims on “{row}” in column {column}"), button, vec![json!(row), json!(column)]).await;
        self.see_some("dialog[open]").await;
    }

    /// Waits for an element with a role and a name.
    pub(crate) async fn find(&self, place: Option<Place<'_>>, role: &str, name: &str) -> WebElement {
        let arguments = asked(place, role, name);
        let wanted = describe(place, role, name);
        until(&wanted, async || self.browser.find("return inside(...arguments);", arguments.clone()).await).await
    }

    async fn click(&self, place: Option<Place<'_>>, role: &str, name: &str) {
        self.act(&describe(place, role, name), "return inside(...arguments);", asked(place, role, name)).await;
    }

    /// Clicks what a script finds. A page that changes meanwhile, or something that covers it for a moment, is waited out.
    async fn act(&self, wanted: &str, script: &str, arguments: Vec<Value>) {
        until(wanted, async || {
            let element = self.browser.find(script, arguments.clone()).await?;
            element.click().await.map_err(|error| brief(&error))
        })
        .await;
    }
}

fn asked(place: Option<Place<'_>>, role: &str, name: &str) -> Vec<Value> {
    vec![json!(place), json!(role), json!(name)]
}

fn describe(place: Option<Place<'_>>, role: &str, name: &str) -> String {
    let place = place.map(|(role, name)| format!(" in the {role} “{name}”")).unwrap_or_default();
    format!("the {role} “{name}”{place}")
}
