//! The cache folder of the user: installed tools by name and version, logs, and the lock that keeps two installations apart.

use std::env;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};

use crate::{process, say};

/// How often a long installation says that it is alive.
const HEARTBEAT: Duration = Duration::from_secs(30);
/// How much of a log is shown when an installation fails.
const SHOWN_LINES: usize = 20;
/// What unfinished installations begin with. Nothing finished ever does.
const UNFINISHED: &str = ".new-";

/// The folder in which tools are kept between checkouts.
pub(super) struct Cache {
    folder: PathBuf,
}

/// The workplace of one installation. Only its `root` is kept.
pub(super) struct Workplace {
    /// What becomes the folder of the tool.
    pub(super) root: PathBuf,
    /// For what is needed only meanwhile.
    pub(super) scratch: PathBuf,
    /// Where the program's own words go.
    log: PathBuf,
}

impl Cache {
    /// The cache of this user.
    pub(super) fn of_user() -> anyhow::Result<Self> {
        let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let base = set("XDG_CACHE_HOME")
            .filter(|path| path.is_absolute())
            .or_else(|| set("HOME").map(|home| home.join(".cache")))
            .or_else(|| set("LOCALAPPDATA"))
            .context("there is no place for tools: neither XDG_CACHE_HOME nor HOME is set. Set one of them to a folder that you may write to")?;
        Ok(Self::at(base.join("twin-parks")))
    }

    /// A cache in this folder.
    fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Where a tool lies once it is installed.
    pub(super) fn home(&self, name: &str, version: &str) -> PathBuf {
        self.folder.join("tools").join(format!("{name}-{version}"))
    }

    /// Installs a tool: `fill` does it in a workplace beside, and only what it finished takes the tool's name. So an installation that breaks off is never
    /// taken for a good one.
    pub(super) fn install(
        &self,
        name: &str,
        version: &str,
        fill: impl FnOnce(&Workplace) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let tools = self.folder.join("tools");
        let logs = self.folder.join("logs");
        for folder in [&tools, &logs] {
            fs::create_dir_all(folder).with_context(|| {
                format!("{} cannot be made. Tools are kept there; set XDG_CACHE_HOME to keep them elsewhere", folder.display())
            })?;
        }
        let _lock = self.lock()?;
        let home = self.home(name, version);
        if home.exists() {
            // Another run installed it while this one waited.
            return Ok(());
        }
        sweep(&tools)?;
        let place = tools.join(format!("{UNFINISHED}{name}-{version}"));
        let workplace = Workplace {
            root: place.join("root"),
            scratch: place.join("scratch"),
            log: logs.join(format!("{name}-{version}.log")),
        };
        fs::create_dir_all(&workplace.root)?;
        fs::create_dir_all(&workplace.scratch)?;
        let result = fill(&workplace)
            .and_then(|()| fs::rename(&workplace.root, &home).context("the finished tool cannot be moved to its place"));
        // What is left is swept away by the next run if it cannot be now.
        let _ = fs::remove_dir_all(&place);
        result
    }

    /// Takes the lock for installations, waiting for another run if there is one. The system frees it however this run ends.
    fn lock(&self) -> anyhow::Result<File> {
        let path = self.folder.join("lock");
        let file = File::create(&path).with_context(|| format!("{} cannot be written", path.display()))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                say::line("Another run is installing tools; waiting for it…");
                file.lock().context("the lock for installations cannot be taken")?;
            }
            Err(TryLockError::Error(error)) => {
                return Err(error).context("the lock for installations cannot be taken");
            }
        }
        Ok(file)
    }
}

/// Removes what earlier runs left unfinished. Only to be called with the lock.
fn sweep(tools: &Path) -> anyhow::Result<()> {
    for entry in fs::read_dir(tools)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            fs::remove_dir_all(entry.path())
                .with_context(|| format!("{} is in the way and cannot be removed", entry.path().display()))?;
        }
    }
    Ok(())
}

impl Workplace {
    /// Runs a long command with its words in the log, and a sign of life on the terminal now and then.
    pub(super) fn run(&self, command: &mut Command) -> anyhow::Result<()> {
        let shown = process::shown(command);
        let log = File::create(&self.log).with_context(|| format!("{} cannot be written", self.log.display()))?;
        command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        let mut child = command.spawn().with_context(|| format!("`{shown}` could not be started"))?;
        let start = Instant::now();
        let mut said = start;
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break status;
            }
            if said.elapsed() >= HEARTBEAT {
                said = Instant::now();
                say::line(&format!("  {}: {}", say::duration(start.elapsed()), last_lines(&self.log, 1).trim()));
            }
            thread::sleep(Duration::from_millis(100));
        };
        if !status.success() {
            bail!(
                "`{shown}` failed ({}). Its last words:\n\n{}\n\nAll of them: {}",
                process::ending(status),
                last_lines(&self.log, SHOWN_LINES),
                self.log.display()
            );
        }
        Ok(())
    }
}

fn last_lines(log: &Path, count: usize) -> String {
    let bytes = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<_> = text.lines().collect();
    lines.get(lines.len().saturating_sub(count)..).unwrap_or_default().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finished_installation_takes_its_name_and_is_not_done_twice() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let cache = Cache::at(folder.path().to_path_buf());
        cache.install("tool", "1", |place| Ok(fs::write(place.root.join("program"), "x")?))?;
        assert!(cache.home("tool", "1").join("program").is_file());
        cache.install("tool", "1", |_| bail!("it should not be asked again"))
    }

    #[test]
    fn an_installation_that_breaks_off_leaves_nothing_behind() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let cache = Cache::at(folder.path().to_path_buf());
        let failed = cache.install("tool", "1", |place| {
            fs::write(place.root.join("program"), "half")?;
            bail!("no power")
        });
        assert!(failed.is_err());
        assert!(!cache.home("tool", "1").exists());
        assert_eq!(fs::read_dir(folder.path().join("tools"))?.count(), 0);
        Ok(())
    }

    #[test]
    fn what_a_killed_run_left_is_swept_away() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let cache = Cache::at(folder.path().to_path_buf());
        fs::create_dir_all(folder.path().join("tools/.new-tool-0/root"))?;
        fs::create_dir_all(folder.path().join("tools/other-2"))?;
        cache.install("tool", "1", |_| Ok(()))?;
        assert!(!folder.path().join("tools/.new-tool-0").exists());
        assert!(folder.path().join("tools/other-2").exists());
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn a_failing_installer_is_quoted_with_the_place_of_its_log() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let cache = Cache::at(folder.path().to_path_buf());
        let failed = cache
            .install("tool", "1", |place| place.run(Command::new("sh").args(["-c", "seq 1 30; echo no space left >&2; exit 3"])));
        let error = format!("{:#}", failed.err().context("it should fail")?);
        assert!(
            error.contains("exit code 3")
                && error.contains("no space left")
                && error.contains("\n12\n")
                && !error.contains("\n11\n"),
            "{error}"
        );
        assert!(error.contains("tool-1.log"), "{error}");
        Ok(())
    }
}
