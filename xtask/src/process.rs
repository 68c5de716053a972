//! Running other programs: finding them, giving them the right environment, and saying plainly when they fail.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context as _, bail};

/// Finds a program on a search path, as a shell would.
pub(crate) fn find(program: &str, search: &OsStr) -> Option<PathBuf> {
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(search).map(|folder| folder.join(&file)).find(|path| is_executable(path))
}

/// Finds a program on the user's own search path.
pub(crate) fn find_on_path(program: &str) -> Option<PathBuf> {
    find(program, &env::var_os("PATH").unwrap_or_default())
}

#[cfg(unix)]
fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    path.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(path: &Path) -> bool {
    path.is_file()
}

/// The Cargo that runs this tool, so that its children use the same toolchain.
pub(crate) fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// The user's search path with these folders in front.
pub(crate) fn path_with(folders: &[PathBuf]) -> anyhow::Result<OsString> {
    let old = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&old));
    env::join_paths(all).context("a folder of a tool has a character that a search path cannot hold")
}

/// A value of `NO_COLOR` that Trunk understands. The convention is "set to anything", but Trunk 0.21 accepts only `true` and `false`, and refuses to start
/// on the usual `1`.
pub(crate) fn no_color_for_trunk(value: Option<&OsStr>) -> Option<&'static str> {
    match value {
        None => None,
        // The convention counts an empty value as not set.
        Some(value) if value.is_empty() || value == "false" => None,
        Some(_) => Some("true"),
    }
}

/// Runs a program with its output on the terminal, and fails when it fails.
pub(crate) fn run(command: &mut Command) -> anyhow::Result<()> {
    let shown = shown(command);
    let status = command.status().with_context(|| format!("`{shown}` could not be started"))?;
    if !status.success() {
        bail!("`{shown}` failed ({})", ending(status));
    }
    Ok(())
}

/// Runs a program in silence. Gives what it printed, or nothing when it is missing or fails: for questions such as `--version`.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A command as one would type it, without the folders of its program.
pub(crate) fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or(command.get_program());
    std::iter::once(program).chain(command.get_args()).map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// How a program ended.
pub(crate) fn ending(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("exit code {code}"),
        None => "ended by a signal".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_values_of_no_color_become_one_that_trunk_accepts() {
        assert_eq!(no_color_for_trunk(Some(OsStr::new("1"))), Some("true"));
        assert_eq!(no_color_for_trunk(Some(OsStr::new("true"))), Some("true"));
        assert_eq!(no_color_for_trunk(Some(OsStr::new(""))), None);
        assert_eq!(no_color_for_trunk(Some(OsStr::new("false"))), None);
        assert_eq!(no_color_for_trunk(None), None);
    }

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        assert_eq!(shown(Command::new("/somewhere/bin/cargo").args(["fmt", "--check"])), "cargo fmt --check");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_cannot_be_run_is_not_a_program() -> anyhow::Result<()> {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("tool");
        std::fs::write(&file, "#!/bin/sh\n")?;
        assert_eq!(find("tool", folder.path().as_os_str()), None);
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755))?;
        assert_eq!(find("tool", folder.path().as_os_str()), Some(file));
        Ok(())
    }
}
