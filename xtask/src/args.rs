//! The command line as a value.

use std::ffi::OsString;

use anyhow::{Context as _, bail, ensure};
use lexopt::{Arg, Parser, ValueExt as _};

/// The port of `serve` and `dev` unless another is asked for.
const PORT: u16 = 8080;
/// The visitors of `soak` unless another number is asked for: what a busy display sees in weeks.
const VISITORS: u32 = 5_000;

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = "\
Twin Parks: set-up, serve, build, test and measure.

  cargo xtask serve [--port N] [--open] [--public-url /sub/]   set up, build, and serve the app on this machine
  cargo xtask dev [--port N]                                   the same while you edit: rebuilds and reloads the page
  cargo xtask build [--public-url /sub/] [--fast]              leave dist/ ready for any static host
  cargo xtask pack [--public-url /sub/] [--partners ORIGINS] [--site https://...]
                                                               the same for hosting: compressed forms, files for nginx, Caddy and others, previews of links
  cargo xtask test [PART...]                                   all tests, or some: format lint supply data model app browser sizes hosting rebuild
  cargo xtask data check | schema                              check the data files, or write their JSON Schemas anew
  cargo xtask sizes                                            raw, gzip and brotli bytes of all that ships, against the budgets
  cargo xtask screenshots [FILTER]                             pictures of the views, into target/screenshots
  cargo xtask pace                                             how long a change of language, currency or unit takes on the screen
  cargo xtask soak [--visitors N]                              visitors at a kiosk by the thousand, and whether the browser grows
  cargo xtask load                                             how much the packed app behind nginx can serve here, against a plain file
  cargo xtask styles                                           join style/ into one file (Trunk does it by itself)
  cargo xtask setup [--browser]                                only install what is missing (--browser: also for the browser tests)
  cargo xtask help                                             this text

The default port is 8080. Tools are installed once per user, outside the checkout.";

/// One thing to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Build the app for release and serve it.
    Serve { port: u16, open: bool, public_url: String },
    /// Serve while editing.
    Dev { port: u16 },
    /// Build the app.
    Build { public_url: String, fast: bool },
    /// Build the app and pack it for hosting.
    Pack { public_url: String, partners: Option<String>, site: Option<String> },
    /// Join the styles.
    Styles,
    /// Run these parts of the tests; none means all.
    Test { parts: Vec<String> },
    /// Check the data files.
    DataCheck,
    /// Write the JSON Schemas of the data files.
    DataSchema,
    /// Weigh what ships.
    Sizes,
    /// Take pictures of the views.
    Screenshots { filter: Option<String> },
    /// Measure changes on the screen.
    Pace,
    /// Measure what a host can serve.
    Load,
    /// Send visitors to a kiosk.
    Soak { visitors: u32 },
    /// Install what is missing.
    Setup { browser: bool },
    /// Explain the commands.
    Help,
}

/// All words and options as given, before a command takes the ones it knows.
#[derive(Default)]
struct Given {
    words: Vec<String>,
    port: Option<u16>,
    public_url: Option<String>,
    visitors: Option<u32>,
    partners: Option<String>,
    site: Option<String>,
    flags: Vec<String>,
}

/// Reads the arguments after the program's name.
pub(crate) fn read(arguments: impl Iterator<Item = OsString>) -> anyhow::Result<Command> {
    let mut given = Given::collect(arguments)?;
    let name = if given.words.is_empty() { "help".to_owned() } else { given.words.remove(0) };
    let command = match name.as_str() {
        "serve" => Command::Serve { port: given.port(), open: given.flag("open"), public_url: given.public_url()? },
        "dev" => Command::Dev { port: given.port() },
        "build" => Command::Build { public_url: given.public_url()?, fast: given.flag("fast") },
        "pack" => Command::Pack { public_url: given.public_url()?, partners: given.partners.take(), site: given.site.take() },
        "styles" => Command::Styles,
        "test" => Command::Test { parts: std::mem::take(&mut given.words) },
        "data" => match given.words.pop().as_deref() {
            Some("check") => Command::DataCheck,
            Some("schema") => Command::DataSchema,
            _ => bail!("`cargo xtask data` needs to know what to do: `cargo xtask data check` or `cargo xtask data schema`"),
        },
        "sizes" => Command::Sizes,
        "screenshots" => Command::Screenshots { filter: given.words.pop() },
        "pace" => Command::Pace,
        "load" => Command::Load,
        "soak" => Command::Soak { visitors: given.visitors.take().unwrap_or(VISITORS) },
        "setup" => Command::Setup { browser: given.flag("browser") },
        "help" => Command::Help,
        other => bail!("there is no command `{other}`. `cargo xtask help` lists what there is"),
    };
    given.nothing_left(&name)?;
    Ok(command)
}

impl Given {
    fn collect(arguments: impl Iterator<Item = OsString>) -> anyhow::Result<Self> {
        let mut parser = Parser::from_args(arguments);
        let mut given = Self::default();
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => given.words.insert(0, "help".to_owned()),
                Arg::Long("port") => {
                    let port = parser.value().context("--port needs a number, such as --port 8081")?;
                    given.port = Some(port.parse().context("--port takes a number from 0 to 65535")?);
                }
                Arg::Long("visitors") => {
                    let visitors = parser.value().context("--visitors needs a number, such as --visitors 500")?;
                    given.visitors = Some(visitors.parse().context("--visitors takes a number")?);
                }
                Arg::Long("partners") => {
                    let partners = parser
                        .value()
                        .context("--partners needs origins, such as --partners \"https://a.example https://b.example\"")?;
                    given.partners = Some(partners.string()?);
                }
                Arg::Long("site") => {
                    let site = parser
                        .value()
                        .context("--site needs the address of the app's host, such as --site https://example.org")?;
                    given.site = Some(site.string()?);
                }
                Arg::Long("public-url") => {
                    given.public_url =
                        Some(parser.value().context("--public-url needs a path, such as --public-url /sub/")?.string()?);
                }
                Arg::Long(flag) => given.flags.push(flag.to_owned()),
                Arg::Short(letter) => given.flags.push(letter.to_string()),
                Arg::Value(word) => given.words.push(word.string()?),
            }
        }
        if given.words.first().is_some_and(|word| word == "help") {
            // Whoever asks for help gets it, whatever else stands on the line.
            given = Self { words: vec!["help".to_owned()], ..Self::default() };
        }
        Ok(given)
    }

    fn port(&mut self) -> u16 {
        self.port.take().unwrap_or(PORT)
    }

    fn flag(&mut self, name: &str) -> bool {
        let before = self.flags.len();
        self.flags.retain(|flag| flag != name);
        self.flags.len() < before
    }

    /// The address below which the app lies, with the slashes that Trunk and the server rely on. The root unless asked otherwise.
    fn public_url(&mut self) -> anyhow::Result<String> {
        let url = self.public_url.take().unwrap_or_else(|| "/".to_owned());
        ensure!(
            url.starts_with('/') || url.starts_with("https://") || url.starts_with("http://"),
            "--public-url takes a path that starts with a slash, such as /sub/, or a full address; `{url}` is neither"
        );
        Ok(if url.ends_with('/') { url } else { format!("{url}/") })
    }

    /// What a command did not take is a mistake, and saying so is kinder than passing over it.
    fn nothing_left(self, name: &str) -> anyhow::Result<()> {
        let left = self
            .words
            .into_iter()
            .chain(self.flags.into_iter().map(|flag| format!("--{flag}")))
            .chain(self.port.map(|_| "--port".to_owned()))
            .chain(self.public_url.map(|_| "--public-url".to_owned()))
            .chain(self.visitors.map(|_| "--visitors".to_owned()))
            .chain(self.partners.map(|_| "--partners".to_owned()))
            .chain(self.site.map(|_| "--site".to_owned()))
            .next();
        match left {
            None => Ok(()),
            Some(left) => bail!("`cargo xtask {name}` does not know `{left}`. `cargo xtask help` lists what there is"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(line: &str) -> anyhow::Result<Command> {
        read(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn serve_takes_its_options_in_any_order() -> anyhow::Result<()> {
        let expected = Command::Serve { port: 9000, open: true, public_url: "/sub/".to_owned() };
        assert_eq!(given("serve --public-url /sub --open --port 9000")?, expected);
        assert_eq!(given("serve --port=9000 --open --public-url=/sub/")?, expected);
        Ok(())
    }

    #[test]
    fn no_words_and_a_call_for_help_both_explain() -> anyhow::Result<()> {
        assert_eq!(given("")?, Command::Help);
        assert_eq!(given("serve --port 1 --help")?, Command::Help);
        Ok(())
    }

    #[test]
    fn an_option_of_another_command_is_a_mistake() {
        for line in [
            "dev --fast",
            "sizes --port 1",
            "styles x",
            "build --open",
            "pace --visitors 5",
            "serve --public-url sub",
            "data",
            "data checks",
            "nothing",
        ] {
            assert!(given(line).is_err(), "`{line}` should not be understood");
        }
    }

    #[test]
    fn test_takes_any_number_of_parts() -> anyhow::Result<()> {
        assert_eq!(given("test")?, Command::Test { parts: vec![] });
        assert_eq!(given("test lint model")?, Command::Test { parts: vec!["lint".to_owned(), "model".to_owned()] });
        Ok(())
    }
}
