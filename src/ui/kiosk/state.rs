//! The kiosk's state: who is before it, what staff have set, and what is open over the page. What is shown of the data
//! stays the address's affair.

use super::last_good::LastGood;
use crate::address::{QueryFault, Route, Surface, ViewQuery, href, in_language, reaches_phones};
use crate::domain::date::PartialDate;
use crate::domain::names::Lang;
use crate::language::kiosk_words;
use crate::platform::fetch::fetch;
use crate::platform::signs::{self, Pointing, Sign};
use crate::platform::{clock, document, focus, guard, history, typing};
use crate::present::kiosk::{KioskWords, SlideView, of_turn, shown, slide};
use crate::session::{Effect, Event, Gate, Phase, Pointer, Presence, Settings};
use crate::ui::reactive::{LastingMemo, LastingSignal, derived, effect, lasting, next_of};
use crate::ui::state::{AppState, Made, Remote, Step, Wanted, make};
use crate::wire::{Health, health, read_settings, write_settings};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How often the kiosk looks at the time, in milliseconds.
const TICK: i32 = 500;
/// How long each pair is shown while nobody is there, in ticks.
const TURN: u32 = 24;
/// How often newer data is looked for, in ticks: every ten minutes.
const NEWS: u32 = 1_200;
/// After so long with its data a page is taken to have started well, in ticks.
const WELL: u32 = 6;
/// How long data that is lacking is waited for before it is asked for again while nobody is there, in ticks.
const AGAIN: u32 = 120;
/// How long the mark is pressed to open the screen for staff, in milliseconds.
const LONG: i32 = 5_000;
/// No file of words is as large.
const MAX_BYTES: usize = 200_000;
/// After this long a file of words is given up, in milliseconds.
const TIMEOUT: i32 = 20_000;

/// What is open over the page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Panel {
    /// The view as a code for a phone.
    ToPhone,
    /// An address outside the kiosk as a code.
    Outside(String),
    /// The screen for staff.
    Staff,
}

/// What is newer than what is in use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum News {
    /// It is whole on the device.
    Ready,
    /// The next page begins with it.
    Applied,
}

/// All of it. It lives as long as the app, so none of its signals is ever disposed.
#[derive(Clone, Copy)]
pub(super) struct Kiosk {
    pub(super) app: AppState,
    pub(super) presence: LastingSignal<Presence>,
    /// Whether what staff set stays when the browser is closed.
    pub(super) is_kept: LastingSignal<bool>,
    /// What staff have set.
    pub(super) own: LastingSignal<Settings>,
    /// The same, but for what the address asks.
    pub(super) settings: LastingMemo<Settings>,
    /// The seconds left to say that somebody is there.
    pub(super) left: LastingSignal<Option<u64>>,
    /// What is open over the page.
    pub(super) panel: LastingSignal<Option<Panel>>,
    /// Whether text is large and contrast high.
    pub(super) is_large: LastingSignal<bool>,
    /// Whether the page stands lower, for who can't reach up.
    pub(super) is_low: LastingSignal<bool>,
    /// Whether the keyboard is on the screen.
    pub(super) has_keyboard: LastingSignal<bool>,
    /// How many pairs have been shown while nobody was there.
    pub(super) turn: LastingSignal<u32>,
    /// How the kiosk fares.
    pub(super) health: LastingSignal<Health>,
    /// How many visitors there were.
    pub(super) visitors: StoredValue<u32>,
    /// The gate before the screen for staff. It outlives the visitor, or whoever tries could go on without a pause.
    pub(super) gate: StoredValue<Gate>,
    /// What of the first address was not understood.
    pub(super) misread: StoredValue<Vec<QueryFault>>,
    /// The words that have arrived.
    words: LastingSignal<Vec<&'static KioskWords>>,
    /// Where the visitor who begins now goes.
    wanted: StoredValue<Option<String>>,
    ticks: StoredValue<u32>,
    /// Whether this page has been told to work.
    is_well: StoredValue<bool>,
    /// Whether the last good page has been left as it would be now.
    has_left: StoredValue<bool>,
    /// The tick at which the last visitor was forgotten.
    rested: StoredValue<u32>,
    /// What is newer, to be put to use while nobody is there.
    news: StoredValue<Option<News>>,
    /// Counts the presses on the mark and their ends.
    presses: StoredValue<u32>,
}

impl Kiosk {
    /// Begins, with nobody there unless the address names a page.
    pub(super) fn begin(app: AppState) -> Self {
        let asked = match untrack(|| app.view.surface()) {
            Surface::Kiosk(asked) => asked,
            Surface::Site | Surface::Embed(_) | Surface::Share(_) => Default::default(),
        };
        let own = LastingSignal::new(stored());
        let is_bare = app.view.route.get_untracked() == Route::Explore
            && app
                .view
                .query
                .with_untracked(|query| *query == ViewQuery { lang: query.lang, theme: query.theme, ..ViewQuery::default() });
        let now = clock::now();
        let kiosk = Self {
            app,
            presence: LastingSignal::new(if is_bare { Presence::nobody(now) } else { Presence::somebody(now) }),
            is_kept: LastingSignal::new(true),
            own,
            settings: lasting(move || own.get().asked(&asked)),
            left: LastingSignal::new(None),
            panel: LastingSignal::new(None),
            is_large: LastingSignal::new(false),
            is_low: LastingSignal::new(false),
            has_keyboard: LastingSignal::new(false),
            turn: LastingSignal::new(0),
            health: LastingSignal::new(Health::default()),
            visitors: StoredValue::new(0),
            gate: StoredValue::new(Gate::default()),
            misread: StoredValue::new(app.view.faults.get_untracked()),
            words: LastingSignal::new(Vec::new()),
            wanted: StoredValue::new(None),
            ticks: StoredValue::new(0),
            is_well: StoredValue::new(false),
            has_left: StoredValue::new(false),
            rested: StoredValue::new(0),
            news: StoredValue::new(None),
            presses: StoredValue::new(0),
        };
        kiosk.learn();
        kiosk.listen();
        if is_bare {
            kiosk.rest();
        }
        kiosk
    }

    fn listen(self) {
        signs::watch(move |sign| {
            self.happened(match sign {
                Sign::Down(pointing, is_primary) => Event::Down { pointer: pointer(pointing), is_primary },
                Sign::Up(pointing) => Event::Up(pointer(pointing)),
                Sign::Lifted => Event::Lifted,
                Sign::Moved => Event::Moved,
                Sign::Key => Event::Key,
                Sign::Typed => Event::Typed,
            });
        });
        clock::every(TICK, move || self.tick());
        focus::watch(move |_| self.has_keyboard.set(!self.is_alone() && typing::text().is_some()));
        guard::on_news(move |kind| {
            self.health.set(health(&guard::ask("health", &[]).unwrap_or_default()));
            self.news.set_value(match kind.as_str() {
                "ready" => Some(News::Ready),
                "applied" => Some(News::Applied),
                _ => None,
            });
        });
        effect(move || {
            if let Some(address) = self.app.view.leaving.get() {
                self.panel.set(Some(Panel::Outside(address)));
            }
        });
        effect(move || {
            let target = self.settings.with(Settings::target);
            document::set_property("--target-measured", &target.map_or_else(|| "0px".to_owned(), |target| format!("{target}px")));
        });
        effect(move || document::set_mark("text", if self.is_large.get() { "large" } else { "usual" }));
        effect(move || document::set_mark("reach", if self.is_low.get() { "low" } else { "usual" }));
    }

    /// The words in the language of the moment; in another one until it has arrived, and none before any has.
    pub(super) fn words(self) -> Signal<Option<&'static KioskWords>> {
        // The words of another language that arrive change nothing of what is drawn.
        let spoken = lasting(move || self.spoken().map(|words| words.lang));
        derived(move || spoken.get().and_then(|_| untrack(|| self.spoken())))
    }

    fn spoken(self) -> Option<&'static KioskWords> {
        let lang = self.app.view.words.get().lang;
        self.words.with(|words| words.iter().find(|words| words.lang == lang).or_else(|| words.first()).copied())
    }

    /// Fetches the words of every language that has not arrived, those of the first one first.
    fn learn(self) {
        let first = self.own.with_untracked(Settings::language);
        let others = Lang::ALL.into_iter().filter(move |lang| *lang != first);
        let is_lacking = move |lang: &Lang| self.words.with_untracked(|words| words.iter().all(|words| words.lang != *lang));
        spawn_local(async move {
            for lang in std::iter::once(first).chain(others).filter(is_lacking) {
                let file = fetch(&format!("words/kiosk/{}.json", lang.tag()), MAX_BYTES, TIMEOUT).await;
                match file.ok().and_then(|file| kiosk_words(lang, &file).ok()) {
                    Some(words) => self.words.update(|all| all.push(words)),
                    None if lang == first => drop(guard::ask("fault", &["the kiosk's words did not come"])),
                    None => {}
                }
            }
        });
    }

    /// Keeps what staff have set.
    pub(super) fn keep(self, settings: Settings) {
        let settings = settings.bounded();
        self.keep_text("settings", &write_settings(&settings));
        self.own.set(settings);
        self.has_left.set_value(false);
    }

    /// Keeps a text under a name, and notes where the browser keeps it only until it is closed.
    pub(super) fn keep_text(self, name: &str, text: &str) {
        self.is_kept.set(guard::ask("set", &[name, text]).as_deref() == Some("true"));
    }

    /// Something that a person did.
    pub(super) fn happened(self, event: Event) {
        if matches!(event, Event::Up(_) | Event::Lifted) {
            next_of(self.presses);
        }
        self.step(event);
    }

    /// The mark is pressed: if it stays so, the screen for staff opens.
    pub(super) fn press_mark(self) {
        let press = next_of(self.presses);
        spawn_local(async move {
            clock::wait(LONG).await;
            if self.presses.try_get_value() == Some(press) {
                self.panel.set(Some(Panel::Staff));
            }
        });
    }

    fn step(self, event: Event) {
        let is_staff = self.panel.with_untracked(|panel| *panel == Some(Panel::Staff));
        let times = self.settings.with_untracked(Settings::times);
        let times = if is_staff { times.for_staff() } else { times };
        let now = clock::now();
        let (next, effect) = self.presence.get_untracked().step(event, now, times);
        let left = next.seconds_left(times, now);
        if self.left.get_untracked() != left {
            self.left.set(left);
        }
        // The pages follow the phase alone, and a pointer moves a hundred times a second.
        let is_same = self.presence.with_untracked(|before| before.phase() == next.phase());
        if is_same {
            let _ = self.presence.try_update_untracked(|presence| *presence = next);
        } else {
            self.presence.set(next);
        }
        match effect {
            Some(Effect::Begin) => self.welcome(),
            Some(Effect::Forget) => self.forget(),
            Some(Effect::Ask | Effect::Stay) | None => {}
        }
    }

    /// How far the visit has come.
    pub(super) fn phase(self) -> LastingMemo<Phase> {
        lasting(move || self.presence.with(Presence::phase))
    }

    fn is_alone(self) -> bool {
        self.presence.with_untracked(|presence| presence.phase() == Phase::Alone)
    }

    fn tick(self) {
        let _ = guard::ask("alive", &[]);
        self.step(Event::Tick);
        let ticks = next_of(self.ticks);
        let (is_whole, is_lost) = self.app.library.loaded.with_untracked(|loaded| match loaded {
            Remote::Ready(loaded) => (loaded.is_whole(), false),
            Remote::Failed(_) => (false, true),
            Remote::Loading | Remote::Slow => (false, false),
        });
        if is_lost {
            let _ = guard::ask("fault", &["the data did not come"]);
        }
        let has_words = self.words.with_untracked(|words| !words.is_empty());
        if ticks >= WELL && is_whole && has_words && !self.is_well.get_value() {
            self.is_well.set_value(true);
            let _ = guard::ask("well", &[]);
        }
        if ticks.is_multiple_of(WELL) && self.is_well.get_value() && !self.has_left.get_value() {
            self.leave_last_good();
        }
        if ticks % NEWS == WELL + 2 {
            let data = self.settings.with_untracked(|settings| settings.data.clone());
            let _ = guard::ask("check", &[&data.unwrap_or_default()]);
        }
        if ticks % 60 == 1 {
            self.keep_awake();
        }
        if self.is_alone() {
            match self.news.get_value() {
                Some(News::Ready) => drop(guard::ask("apply", &[])),
                Some(News::Applied) => drop(guard::ask("restart", &[])),
                None => {}
            }
            self.news.set_value(None);
            if ticks.is_multiple_of(AGAIN) {
                self.learn();
                // A version on trial is whole on the device, so what can't be had of it now can't be had at all.
                if !is_whole && self.health.with_untracked(|health| health.is_on_trial) {
                    let _ = guard::ask("fault", &["part of the data can't be used"]);
                } else if !is_whole && !is_lost {
                    self.app.library.load_again();
                }
            }
            if ticks.wrapping_sub(self.rested.get_value()) % TURN == TURN - 1 {
                self.turn.update(|turn| *turn = turn.wrapping_add(1));
                self.speak_of_turn();
            }
        }
    }

    /// Leaves with the watchdog what it shows if the app can't be started any more: a pair with its figures, and the
    /// site as a code.
    fn leave_last_good(self) {
        let (Some(words), Some(slide), site) = untrack(|| (self.spoken(), self.slide(), self.site())) else { return };
        self.has_left.set_value(true);
        let scene = site.clone().and_then(|site| untrack(|| self.app.scene(Wanted::Code(site))));
        spawn_local(async move {
            let mut code = None;
            if let Some(scene) = scene {
                let Ok(Made::Drawing(drawn)) = make(Box::new(scene)).await.map(|made| *made) else { return };
                code = site.map(|site| (drawn, site));
            }
            let last = LastGood::of(slide, code, words);
            let _ = guard::ask("set", &["last good", &last.written()]);
        });
    }

    /// The address of the site for phones: the one that staff named, or the one that serves the kiosk, if a phone can
    /// get there.
    pub(super) fn site(self) -> Option<String> {
        let own = || Some(format!("{}{}", history::origin(), document::base_path())).filter(|own| reaches_phones(own));
        self.settings.with(|settings| settings.base.clone()).or_else(own)
    }

    /// That part of the data could not be had, where that is so.
    pub(super) fn lacking(self, words: &'static KioskWords) -> Option<&'static str> {
        let is_lacking = self.app.library.loaded.with(|loaded| match loaded {
            Remote::Ready(loaded) => !loaded.failed().is_empty(),
            Remote::Failed(_) | Remote::Loading | Remote::Slow => false,
        });
        is_lacking.then_some(words.lacking)
    }

    /// Keeps the display awake but for the night, while nobody is there.
    fn keep_awake(self) {
        let night = self.settings.with_untracked(|settings| settings.night);
        let may_sleep = self.is_alone() && night.is_some_and(|night| night.covers(clock::minute_of_day()));
        let _ = guard::ask("awake", &[if may_sleep { "false" } else { "true" }]);
    }

    /// The pair of the moment, while nobody is there.
    pub(super) fn slide(self) -> Option<SlideView> {
        let (reader, turn) = (self.app.view.reader.get(), self.turn.get());
        let languages = self.settings.with(|settings| settings.languages.len());
        self.app.library.with(|catalogue| {
            let pairs = self.settings.with(|settings| shown(catalogue, &settings.shown, &reader));
            let (at, _) = of_turn(turn, pairs.len(), languages)?;
            slide(catalogue, *pairs.get(at)?, &reader)
        })?
    }

    /// Goes to the language of the turn.
    fn speak_of_turn(self) {
        let (reader, turn) = (self.app.view.reader.get_untracked(), self.turn.get_untracked());
        let lang = self.settings.with_untracked(|settings| {
            let pairs = untrack(|| self.app.library.with(|catalogue| shown(catalogue, &settings.shown, &reader).len()));
            of_turn(turn, pairs?, settings.languages.len()).and_then(|(_, at)| settings.languages.get(at).copied())
        });
        if let Some(lang) = lang {
            self.speak(lang);
        }
    }

    /// Changes the language.
    pub(super) fn speak(self, lang: Lang) {
        let query = self.app.view.query.get_untracked();
        self.app.view.set(&ViewQuery { lang: Some(lang), ..query }, Step::Refine);
    }

    /// Says where the visitor who begins with this touch goes.
    pub(super) fn want(self, link: String) {
        self.wanted.set_value(Some(link));
    }

    /// A visitor begins, at what was touched or else at the first page.
    fn welcome(self) {
        next_of(self.visitors);
        // What the last visitor had in focus may have come back into it as their page went.
        typing::leave();
        let link = self.wanted.get_value();
        self.wanted.set_value(None);
        let slide = untrack(|| self.slide()).map(|slide| slide.href);
        self.app.view.follow(&link.or(slide).unwrap_or_else(|| self.first_page()), Step::Refine);
        history::scroll_to_top();
        self.keep_awake();
    }

    /// Everything of the visitor goes.
    pub(super) fn forget(self) {
        let app = self.app;
        self.panel.set(None);
        self.left.set(None);
        self.wanted.set_value(None);
        app.open_cell.set(None);
        app.title.set(String::new());
        app.carrying.is_open.set(false);
        app.carrying.outcome.set(None);
        app.view.leaving.set(None);
        app.view.trail.set(Vec::new());
        self.is_large.set(false);
        self.is_low.set(false);
        self.has_keyboard.set(false);
        self.turn.set(0);
        self.rested.set_value(self.ticks.get_value());
        typing::leave();
        let _ = guard::ask("forget", &[]);
        self.presence.set(Presence::nobody(clock::now()));
        self.rest();
        history::scroll_to_top();
    }

    /// The address while nobody is there: nothing but the first language.
    fn rest(self) {
        let lang = self.settings.with_untracked(Settings::language);
        self.app.view.follow(&href(&Route::Explore, &ViewQuery { lang: Some(lang), ..ViewQuery::default() }), Step::Refine);
    }

    /// The first page, in the language of the moment.
    pub(super) fn first_page(self) -> String {
        let start = self.settings.with_untracked(|settings| settings.start.clone());
        let lang = self.app.view.reader.get_untracked().lang;
        in_language(&start, lang)
    }

    /// Goes back to where the visitor came from. How they are spoken to stays as they have it now.
    pub(super) fn back(self) {
        let view = self.app.view;
        let now = view.query.get_untracked();
        view.back();
        let query = view.query.get_untracked();
        view.set(&ViewQuery { lang: now.lang, currency: now.currency, units: now.units, ..query }, Step::Refine);
        history::scroll_to_top();
    }

    /// A moment as day and time, in the reader's way; words where there was none.
    pub(super) fn moment(self, milliseconds: f64, words: &'static KioskWords) -> String {
        if milliseconds <= 0.0 {
            return words.never.to_owned();
        }
        let (year, month, day, hours, minutes) = clock::moment(milliseconds);
        let date = self.app.view.reader.get_untracked().date(PartialDate::Day(year, month, day));
        format!("{date} {hours:02}:{minutes:02}")
    }
}

fn pointer((number, is_finger): Pointing) -> Pointer {
    if is_finger { Pointer::Finger(number) } else { Pointer::Other(number) }
}

/// What staff have set, as the device keeps it; as without settings where it keeps none.
fn stored() -> Settings {
    let kept = guard::ask("get", &["settings"]);
    kept.and_then(|kept| read_settings(kept.as_bytes()).ok()).unwrap_or_default()
}
