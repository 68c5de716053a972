//! Packages of Debian and Ubuntu.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, bail};

use super::cache::Workplace;
use crate::process;

/// Whether this system has such packages.
pub(super) fn is_there() -> bool {
    process::find_on_path("apt-get").is_some()
}

/// What a person types to install some.
pub(super) fn by_hand(packages: &[&str]) -> String {
    format!("sudo apt-get install -y --no-install-recommends {}", packages.join(" "))
}

/// Installs some for the whole system.
pub(super) fn install(packages: &[&str]) -> anyhow::Result<()> {
    if !may_install() {
        bail!("only an administrator can install packages. Do it with: sudo apt-get update && {}", by_hand(packages));
    }
    let apt = |arguments: &[&str]| process::run(&mut apt_get(arguments));
    apt(&["update", "-qq"])?;
    let install: Vec<_> =
        ["install", "-y", "-qq", "--no-install-recommends"].into_iter().chain(packages.iter().copied()).collect();
    apt(&install).with_context(|| format!("the packages cannot be installed. Try by hand: {}", by_hand(packages)))
}

/// Unpacks some into a workplace, and changes nothing of the system: no service starts.
pub(super) fn unpack(packages: &[&str], place: &Workplace) -> anyhow::Result<()> {
    if !is_there() {
        bail!("{} can only be fetched on Debian and Ubuntu", packages.join(" and "));
    }
    // Lists may be old, and who may not renew them may still have good ones.
    if may_install() {
        place.run(&mut apt_get(&["update", "-qq"]))?;
    }
    let mut download = Command::new("apt-get");
    place.run(download.arg("download").args(packages).current_dir(&place.scratch))?;
    for entry in std::fs::read_dir(&place.scratch)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "deb") {
            place.run(Command::new("dpkg").arg("--extract").arg(&path).arg::<&Path>(&place.root))?;
        }
    }
    Ok(())
}

fn is_root() -> bool {
    process::ask(Command::new("id").arg("-u")).as_deref() == Some("0")
}

fn may_install() -> bool {
    is_root() || process::ask(Command::new("sudo").args(["-n", "true"])).is_some()
}

fn apt_get(arguments: &[&str]) -> Command {
    let mut command = if is_root() { Command::new("apt-get") } else { Command::new("sudo") };
    if !is_root() {
        command.args(["-n", "apt-get"]);
    }
    // Nobody is there to answer questions.
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    command
}
