//! Visitors at a kiosk, one after the other, many times faster than people: `soak [visitors]`. Prints what the browser
//! needs after every hundred, and fails when it grows after the first five hundred.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench prints, and stops at the first thing that is not as it should be"
)]

use std::env;
use std::process::ExitCode;

use journeys::{Browser, Reading, STEADY, Visitor, Wishes, dist, growth, soak};
use tokio::runtime::Builder;
use xtask::site::Site;

/// After so many everything that is kept on purpose is there: each language, each page's code, each cache.
const SETTLED: u32 = 500;
const EACH: u32 = 100;

fn main() -> ExitCode {
    let visitors = env::args().nth(1).map_or(5_000, |text| text.parse().expect("a number of visitors"));
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime of one thread needs nothing");
    let site = Site::new(dist()).listen(0).expect("the server starts");
    let browser = runtime.block_on(Browser::start(Wishes { languages: "en", flags: &STEADY, ..Wishes::default() }));
    let visitor = Visitor::new(browser, site);
    println!("{}", Reading::HEADS);
    let readings = runtime.block_on(async {
        // As much is in the page as on a display, and painting it takes less.
        visitor.browser().resize(540, 960).await;
        soak(&visitor, visitors, EACH, |reading| println!("{}", reading.line())).await
    });
    runtime.block_on(visitor.leave());
    let settled = readings.iter().find(|reading| reading.visitors >= SETTLED.min(visitors / 2));
    let Some((from, to)) = settled.zip(readings.last()).filter(|(from, to)| from.visitors < to.visitors) else {
        println!("{visitors} visitors are too few to tell: there must be two readings, one of them for every {EACH}");
        return ExitCode::FAILURE;
    };
    let grown = growth(from, to);
    if grown.is_empty() {
        println!("nothing grew from {} visitors to {}", from.visitors, to.visitors);
        ExitCode::SUCCESS
    } else {
        println!("grown: {grown}");
        ExitCode::FAILURE
    }
}
