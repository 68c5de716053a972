//! The commands that people type, each a few lines over the modules that do the work.

use std::fs;
use std::process::Command as Process;

use anyhow::{Context as _, ensure};

use crate::args::{Command, HELP};
use crate::bundle::{self, Kind};
use crate::hosting::Order;
use crate::hosting::rules::PARTNERS;
use crate::project::Project;
use crate::setup::{self, Need};
use crate::site::{self, Site};
use crate::{hosting, process, say, sizes, styles, suite};

/// Does what the command line asked for.
pub(crate) fn run(command: Command) -> anyhow::Result<()> {
    if command == Command::Help {
        say::line(HELP);
        return Ok(());
    }
    let project = Project::find()?;
    match command {
        Command::Serve { port, open, public_url } => serve(&project, port, open, &public_url),
        Command::Dev { port } => dev(&project, port),
        Command::Build { public_url, fast } => build(&project, fast, &public_url),
        Command::Pack { public_url, partners, site } => pack(&project, &public_url, partners.as_deref(), site.as_deref()),
        Command::Styles => styles::write(&project).map(drop),
        Command::Test { parts } => suite::run(&project, &parts),
        Command::DataCheck => data(&project, Data::Check),
        Command::DataSchema => data(&project, Data::Schema),
        Command::Sizes => {
            let toolbox = setup::ensure(&project, Kind::Release.needs())?;
            sizes::report(&bundle::build(&project, &toolbox, Kind::Release, "/")?)
        }
        Command::Screenshots { filter } => screenshots(&project, filter.as_deref()),
        Command::Pace => measure(&project, "pace", &[]),
        Command::Load => load(&project),
        Command::Soak { visitors } => measure(&project, "soak", &[visitors.to_string()]),
        Command::Setup { browser } => {
            let mut needs = setup::BUILD.to_vec();
            if browser {
                needs.extend([Need::Browser, Need::Axe, Need::Rustfmt, Need::Clippy]);
                needs.extend([Need::Deny, Need::Cyclonedx, Need::Nginx, Need::Caddy, Need::Judges]);
            }
            setup::ensure(&project, &needs).map(drop)
        }
        Command::Help => Ok(()),
    }
}

fn serve(project: &Project, port: u16, open: bool, public_url: &str) -> anyhow::Result<()> {
    ensure!(
        public_url.starts_with('/'),
        "`cargo xtask serve` serves on this machine, so --public-url takes a path such as /sub/. For a full address use `cargo xtask build`"
    );
    // A taken port is worth knowing before the build, not after.
    site::check_port(port)?;
    let toolbox = setup::ensure(project, Kind::Release.needs())?;
    let dist = bundle::build(project, &toolbox, Kind::Release, public_url)?;
    let running = Site::new(dist).with_base(public_url).listen(port)?;
    say::line(&format!("\nTwin Parks is at {}\nPress Ctrl+C to stop.", running.url()));
    if open {
        open_browser(&running.url());
    }
    running.wait();
    Ok(())
}

/// Opens the address in the user's browser. Where that does not work, the address is on the terminal.
fn open_browser(url: &str) {
    let mut command = if cfg!(target_os = "macos") {
        Process::new("open")
    } else if cfg!(target_os = "windows") {
        let mut command = Process::new("cmd");
        command.args(["/C", "start", ""]);
        command
    } else {
        Process::new("xdg-open")
    };
    if process::ask(command.arg(url)).is_none() {
        say::line("No browser could be opened from here; open the address by hand.");
    }
}

fn dev(project: &Project, port: u16) -> anyhow::Result<()> {
    site::check_port(port)?;
    let toolbox = setup::ensure(project, Kind::Fast.needs())?;
    // Its own folder, so that what ships in dist/ is never a build for development.
    let dist = "target/dist-dev";
    fs::create_dir_all(project.path(dist)).context("the folder for the build cannot be made")?;
    say::line(&format!(
        "Building for development; then the app is at http://127.0.0.1:{port}/ and follows your edits. Press Ctrl+C to stop."
    ));
    process::run(&mut toolbox.trunk(project, &["serve", "--port", &port.to_string(), "--dist", dist])?)
}

fn build(project: &Project, fast: bool, public_url: &str) -> anyhow::Result<()> {
    let kind = if fast { Kind::Fast } else { Kind::Release };
    let toolbox = setup::ensure(project, kind.needs())?;
    let dist = bundle::build(project, &toolbox, kind, public_url)?;
    say::line(&format!("The app is in {}, to be served at {public_url}", dist.display()));
    Ok(())
}

/// Packs the app as it ships. With the address of its host, links to it get previews.
fn pack(project: &Project, public_url: &str, partners: Option<&str>, host: Option<&str>) -> anyhow::Result<()> {
    ensure!(
        public_url.starts_with('/'),
        "`cargo xtask pack` writes paths for servers, so --public-url takes a path such as /sub/"
    );
    let host = host.map(|host| host.trim_end_matches('/'));
    ensure!(
        host.is_none_or(|host| host.starts_with("https://") && host.matches('/').count() == 2),
        "--site takes the host of the app alone, such as https://example.org; a path goes into --public-url"
    );
    let partners = partners.unwrap_or("https:");
    let is_source = |source: &str| source.chars().all(|letter| letter.is_ascii_alphanumeric() || ":/.-*".contains(letter));
    ensure!(
        partners.split_whitespace().all(is_source),
        "--partners takes origins with spaces between them, such as \"https://a.example https://*.b.example\""
    );
    let toolbox = setup::ensure(project, &setup::PACK.concat())?;
    let dist = bundle::build(project, &toolbox, Kind::Release, public_url)?;
    let order = Order { dist: &dist, base: public_url, partners: &format!("'self' {partners}"), host };
    let folder = hosting::pack(project, &toolbox, &order)?;
    say::line(&format!("All that a host needs is in {}", folder.display()));
    Ok(())
}

fn screenshots(project: &Project, filter: Option<&str>) -> anyhow::Result<()> {
    let needs: Vec<_> = Kind::Fast.needs().iter().copied().chain([Need::Browser]).collect();
    let toolbox = setup::ensure(project, &needs)?;
    let dist = bundle::build(project, &toolbox, Kind::Fast, "/")?;
    let folder = project.path("target/screenshots");
    fs::create_dir_all(&folder).context("the folder for the pictures cannot be made")?;
    let mut command =
        toolbox.cargo(project, &["run", "--quiet", "--locked", "--package", "journeys", "--bin", "screenshots", "--"])?;
    toolbox.show_browser(&mut command)?;
    process::run(command.arg(&folder).args(filter).env("TWIN_PARKS_DIST", &dist))?;
    say::line(&format!("The pictures are in {}", folder.display()));
    Ok(())
}

/// Measures what nginx can serve of the packed app.
fn load(project: &Project) -> anyhow::Result<()> {
    ensure!(
        process::find_on_path("wrk").is_some(),
        "wrk is missing; it is what asks for many answers at a time. Install it as your system does it (Debian: sudo apt-get install wrk)"
    );
    let needs = [&setup::PACK.concat(), [Need::Browser, Need::Nginx].as_slice()].concat();
    let toolbox = setup::ensure(project, &needs)?;
    let dist = bundle::build(project, &toolbox, Kind::Release, "/")?;
    let order = Order { dist: &dist, base: "/", partners: PARTNERS, host: Some("https://example.org") };
    let pack = hosting::pack(project, &toolbox, &order)?;
    let mut command = toolbox.cargo(project, &["run", "--quiet", "--locked", "--package", "journeys", "--bin", "load", "--"])?;
    toolbox.show_browser(&mut command)?;
    process::run(command.arg(&pack))
}

/// Measures what ships, since the fast build would be slower.
fn measure(project: &Project, bench: &str, arguments: &[String]) -> anyhow::Result<()> {
    let needs: Vec<_> = Kind::Release.needs().iter().copied().chain([Need::Browser]).collect();
    let toolbox = setup::ensure(project, &needs)?;
    let dist = bundle::build(project, &toolbox, Kind::Release, "/")?;
    let mut command = toolbox.cargo(project, &["run", "--quiet", "--locked", "--package", "journeys", "--bin", bench, "--"])?;
    toolbox.show_browser(&mut command)?;
    process::run(command.args(arguments).env("TWIN_PARKS_DIST", &dist))
}

/// What can be done with the data files.
pub(crate) enum Data {
    /// Check them.
    Check,
    /// Write their schemas.
    Schema,
}

/// Works on the data files.
#[cfg(feature = "data")]
pub(crate) fn data(project: &Project, what: Data) -> anyhow::Result<()> {
    let folder = project.path("public/data");
    match what {
        Data::Check => crate::data::check(&folder),
        Data::Schema => crate::data::schema(&folder.join("schema")),
    }
}

/// The build of this tool for Trunk's hook knows nothing of the data.
#[cfg(not(feature = "data"))]
pub(crate) fn data(_: &Project, _: Data) -> anyhow::Result<()> {
    anyhow::bail!("this build of xtask has no data check. Run it as: cargo xtask data check")
}
