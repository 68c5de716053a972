//! One thing wrong in a file of otherwise good JSON.

use crate::support::Dice;
use serde_json::{Map, Value, json};
use twin_parks::domain::catalogue::DataFile;

/// How many kinds of damage there are.
pub const KINDS: usize = 6;

/// Text that means harm, or none: markup, marks that turn writing round, far too much, nothing, other formats' words.
const HOSTILE: [&str; 12] = [
    "<script>alert(1)</script>",
    "\u{202e}drawkcab\u{202c}",
    "\u{0}",
    "",
    "   ",
    "../../etc/passwd",
    "NaN",
    "1e999",
    "null",
    "💥\u{200d}🏭",
    "'; drop table parks; --",
    "\u{feff}\u{d7ff}\u{ffff}",
];

/// What was done to a file.
#[derive(Debug)]
pub struct Damage {
    /// The file.
    pub file: DataFile,
    /// The list in which the damaged record stands; empty when the damage is outside any.
    pub list: String,
    /// The id that the damaged record had.
    pub record: String,
    /// What was done.
    pub kind: &'static str,
    path: Vec<Step>,
}

/// A step down from a node.
#[derive(Clone, PartialEq, Debug)]
pub enum Step {
    Key(String),
    At(usize),
}

impl std::fmt::Display for Damage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} {}: {}", self.file.name(), self.list, self.record, self.kind)?;
        self.path.iter().try_for_each(|step| match step {
            Step::Key(key) => write!(f, " .{key}"),
            Step::At(at) => write!(f, " [{at}]"),
        })
    }
}

impl Damage {
    /// Whether it lies outside all records.
    pub fn is_of_whole_file(&self) -> bool {
        self.path.len() < 2
    }

    /// Whether the damaged record is the one of this key.
    pub fn is_of(&self, file: DataFile, id: &str) -> bool {
        self.file == file && key(&self.list, &self.record) == id
    }

    /// Whether it lies inside a single claim of the record.
    pub fn is_in_claim(&self) -> bool {
        // A dispute only names claims; it has none.
        let is_list = matches!(self.path.as_slice(), [_, _, Step::Key(key), Step::At(_), ..] if key == "claims");
        is_list && self.file != DataFile::Disputes
    }
}

/// A key that no two records of a file share: scopes stand beside attributes, and gaps beside disputes.
pub fn key(list: &str, id: &str) -> String {
    match list {
        "scopes" | "gaps" => format!("{list} {id}"),
        _ => id.to_owned(),
    }
}

/// A file with the places of all its nodes, which are looked up once for all damage done to it.
pub struct Nodes {
    file: DataFile,
    json: Value,
    upper: Vec<Vec<Step>>,
    all: Vec<Vec<Step>>,
}

impl Nodes {
    /// Looks up the nodes of a file.
    pub fn of(file: DataFile, json: &Value) -> Self {
        let mut all = Vec::new();
        collect(json, &mut Vec::new(), &mut all);
        let upper = all.iter().filter(|path| path.len() <= 3).cloned().collect();
        Self { file, json: json.clone(), upper, all }
    }
}

/// Damages one random node of a file.
pub fn damaged(nodes: &Nodes, dice: &mut Dice) -> (Damage, Value) {
    let (file, mut json) = (nodes.file, nodes.json.clone());
    // Half of the damage goes to the upper levels, which deep files would else almost never see.
    let from = if dice.once_in(2) { &nodes.upper } else { &nodes.all };
    let path = dice.pick(from).clone();
    let (list, record) = match path.as_slice() {
        [Step::Key(list), Step::At(at), ..] => (list.clone(), json[list][*at]["id"].as_str().unwrap_or_default().to_owned()),
        _ => Default::default(),
    };
    let (last, parents) = path.split_last().expect("the root is not damaged");
    let parent = parents.iter().fold(&mut json, |node, step| match step {
        Step::Key(key) => &mut node[key],
        Step::At(at) => &mut node[*at],
    });
    let node = match last {
        Step::Key(key) => &mut parent[key],
        Step::At(at) => &mut parent[*at],
    };
    let kind = match (dice.roll(6), &*node) {
        (0, _) => removed(parent, last),
        (1, _) if matches!(last, Step::Key(_)) => renamed(parent, last),
        (2 | 3, Value::Number(number)) => {
            let number = number.as_f64().unwrap_or_default();
            let (kind, to) =
                if dice.once_in(2) { ("made negative", -number - 1.0) } else { ("made huge", number.abs().max(1.0) * 1e300) };
            *node = json!(to);
            kind
        }
        (2 | 3, Value::String(text)) => {
            let long = text.repeat(10_000 / text.len().max(1) + 1);
            *node = if dice.once_in(6) { json!(long) } else { json!(*dice.pick(&HOSTILE)) };
            "made hostile"
        }
        _ => {
            *node = other_type(node, dice);
            "made another type"
        }
    };
    (Damage { file, list, record, kind, path }, json)
}

fn removed(parent: &mut Value, last: &Step) -> &'static str {
    match (parent, last) {
        (Value::Object(fields), Step::Key(key)) => drop(fields.remove(key)),
        (Value::Array(list), Step::At(at)) => drop(list.remove(*at)),
        _ => panic!("a path fits its file"),
    }
    "removed"
}

fn renamed(parent: &mut Value, last: &Step) -> &'static str {
    if let (Value::Object(fields), Step::Key(key)) = (parent, last) {
        let value = fields.remove(key).expect("a path fits its file");
        fields.insert(format!("{key}s"), value);
    }
    "renamed"
}

fn other_type(node: &Value, dice: &mut Dice) -> Value {
    let others = [
        Value::Null,
        json!(true),
        json!(-7.5),
        json!("text"),
        json!([]),
        json!({}),
        json!([[[{}]]]),
        Value::Object(Map::from_iter([("id".into(), json!(1))])),
    ];
    let same = |other: &Value| std::mem::discriminant(other) == std::mem::discriminant(node);
    let others: Vec<Value> = others.into_iter().filter(|other| !same(other)).collect();
    dice.pick(&others).clone()
}

fn collect(node: &Value, at: &mut Vec<Step>, paths: &mut Vec<Vec<Step>>) {
    if !at.is_empty() {
        paths.push(at.clone());
    }
    let steps: Vec<(Step, &Value)> = match node {
        Value::Object(fields) => fields.iter().map(|(key, value)| (Step::Key(key.clone()), value)).collect(),
        Value::Array(list) => list.iter().enumerate().map(|(place, value)| (Step::At(place), value)).collect(),
        _ => Vec::new(),
    };
    for (step, value) in steps {
        at.push(step);
        collect(value, at, paths);
        at.pop();
    }
}
