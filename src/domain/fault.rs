//! What could not be used of the data, and which of it explains the rest.

use super::catalogue::DataFile;
use std::collections::BTreeSet;

/// Something in the data that could not be used.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Fault {
    /// The file it stands in.
    pub file: DataFile,
    /// The record, by id where it has one, else by its place in the file; empty when the whole file is meant.
    pub record: String,
    /// The field, or the claim and its field.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a piece of data.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Problem {
    /// The value can't be read; the words say why.
    Unreadable(String),
    /// It names something that does not exist.
    Unknown(String),
    /// Another record already has this id.
    Doubled,
    /// The value is of another kind than its attribute takes.
    WrongShape,
    /// A figure has neither a source nor the mark that it has none.
    NoSource,
    /// A rule of the data set is broken; only the check command looks for these.
    Rule(String),
}

/// The faults that no other explains. Where a record or a claim was left out, every reference to it is a fault too;
/// a reader needs to hear of the first only.
#[must_use]
pub fn causes(faults: &[Fault]) -> Vec<&Fault> {
    let claims = faults.iter().filter_map(|fault| fault.field.split_once(' ')).map(|(claim, _)| claim);
    let left_out: BTreeSet<&str> = faults.iter().map(|fault| fault.record.as_str()).chain(claims).collect();
    let is_echo = |fault: &&Fault| match &fault.problem {
        Problem::Unknown(name) => left_out.contains(name.rsplit('/').next().unwrap_or(name)),
        _ => false,
    };
    faults.iter().filter(|fault| !is_echo(fault)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(file: DataFile, record: &str, field: &str, problem: Problem) -> Fault {
        Fault { file, record: record.into(), field: field.into(), problem }
    }

    #[test]
    fn what_follows_from_a_fault_is_no_cause() {
        let broken = || Problem::Unreadable("broken".into());
        let unknown = |name: &str| Problem::Unknown(name.into());
        let faults = [
            fault(DataFile::Parks, "qinzhou", "status", broken()),
            fault(DataFile::Parks, "kuantan", "f0007 unit", broken()),
            fault(DataFile::Pairs, "qinzhou-kuantan", "home", unknown("qinzhou")),
            fault(DataFile::Disputes, "d1", "record", unknown("park/qinzhou")),
            fault(DataFile::Disputes, "d2", "claims", unknown("f0007")),
            fault(DataFile::Disputes, "d3", "claims", unknown("f9999")),
            fault(DataFile::Parks, "kuantan", "sectors", unknown("alchemy")),
        ];
        let told: Vec<_> = causes(&faults).iter().map(|fault| (fault.record.as_str(), fault.field.as_str())).collect();
        assert_eq!(told, [("qinzhou", "status"), ("kuantan", "f0007 unit"), ("d3", "claims"), ("kuantan", "sectors")]);
    }
}
