//! The data files: whether they hold what they promise, and their JSON Schemas. The rules themselves are the app's own.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail, ensure};
use twin_parks::address::ViewQuery;
use twin_parks::domain::audit::audit;
use twin_parks::domain::catalogue::{Catalogue, DataFile, Parts};
use twin_parks::domain::date::PartialDate;
use twin_parks::domain::fault::Fault;
use twin_parks::language::{UNTRANSLATED, english};
use twin_parks::present::notice::{LoadError, fault_line, load_error};
use twin_parks::present::reader::Reader;
use twin_parks::wire;

use crate::say;

/// Checks all data files of a folder against the rules of the app and those of its editors, and whether the schemas
/// beside them are current. Fails when anything is wrong, after naming file, record and field of each fault.
pub(crate) fn check(folder: &Path) -> anyhow::Result<()> {
    let reader = Reader::of(&ViewQuery::default(), english(), &UNTRANSLATED, PartialDate::Year(0));
    let (mut parts, mut faults, mut lines) = (Parts::default(), Vec::new(), Vec::new());
    for file in DataFile::ALL {
        match fs::read(folder.join(file.name())) {
            Ok(bytes) => {
                if let Err(error) = wire::decode(file, &bytes, &mut parts, &mut faults) {
                    lines.push(load_error(file, &LoadError::Unusable(error), &reader));
                }
            }
            Err(error) => lines.push(format!("{}: {error}", file.name())),
        }
    }
    let (catalogue, unfit) = Catalogue::assemble(parts);
    faults.extend(unfit);
    if lines.is_empty() {
        faults.extend(audit(&catalogue));
    }
    lines.extend(faults.iter().map(|fault: &Fault| fault_line(fault, &reader)));
    lines.extend(stale_schemas(folder)?);
    if !lines.is_empty() {
        lines.iter().for_each(|line| say::line(line));
        bail!("{} faults in the data; each line above names file, record and field", lines.len());
    }
    let claims: usize = catalogue.subjects().map(|subject| catalogue.claims(&subject).len()).sum();
    ensure!(claims > 0, "there is no claim in {}", folder.display());
    say::line(&format!(
        "{} pairs, {} parks, {} sectors, {} things around them, {claims} claims from {} sources, {} disputes, {} gaps: no fault",
        catalogue.pairs().len(),
        catalogue.parks().len(),
        catalogue.sectors().len(),
        catalogue.context().len(),
        catalogue.sources().len(),
        catalogue.disputes().len(),
        catalogue.gaps().len(),
    ));
    Ok(())
}

/// Writes the JSON Schemas of the data files into a folder.
pub(crate) fn schema(folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    for file in DataFile::ALL {
        let path = folder.join(schema_name(file));
        fs::write(&path, wire::schema::schema(file)).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}

fn stale_schemas(folder: &Path) -> anyhow::Result<Vec<String>> {
    let mut lines = Vec::new();
    for file in DataFile::ALL {
        let path = folder.join("schema").join(schema_name(file));
        let written = fs::read_to_string(&path).unwrap_or_default();
        if written != wire::schema::schema(file) {
            lines.push(format!("schema/{}: is not current; `cargo xtask data schema` writes it", schema_name(file)));
        }
    }
    Ok(lines)
}

fn schema_name(file: DataFile) -> String {
    file.name().replace(".json", ".schema.json")
}
