//! What those who judge the headers of sites say to the answers of nginx.

use serde::Deserialize;

use super::{judged, nginx};

/// The verdict on a page.
#[derive(Debug, Deserialize)]
struct Verdict {
    path: String,
    score: i32,
    grade: String,
    tests: Vec<(String, Option<String>, i32)>,
    findings: Vec<Finding>,
}

/// Something that csp_evaluator has to say to a policy.
#[derive(Debug, Deserialize)]
struct Finding {
    severity: u32,
    directive: String,
    value: Option<String>,
    description: String,
}

/// Findings with this number or a smaller one are of medium severity or worse, as csp_evaluator counts.
const MEDIUM: u32 = 30;

#[test]
fn judges_of_headers_give_the_best_marks() {
    let (plain, port) = nginx().ports();
    let (plain, port) = (plain.to_string(), port.to_string());
    let pages =
        [("/", 130), ("/compare?ids=china-malaysia,china-vietnam", 130), ("/kiosk", 130), ("/embed/pairs/china-malaysia", 120)];
    let arguments = [&["127.0.0.1", &plain, &port], pages.map(|(path, _)| path).as_slice()].concat();
    let verdicts: Vec<Verdict> = judged("scores.mjs", &arguments);
    assert_eq!(verdicts.len(), pages.len());
    for (verdict, (path, least)) in verdicts.iter().zip(pages) {
        eprintln!(
            "{}: HTTP Observatory {} ({}); csp_evaluator: {} remarks",
            verdict.path,
            verdict.score,
            verdict.grade,
            verdict.findings.len()
        );
        for finding in &verdict.findings {
            let Finding { severity, directive, value, description } = finding;
            eprintln!("  {severity} {directive} {}: {description}", value.as_deref().unwrap_or_default());
        }
        assert_eq!(verdict.path, path);
        assert!(verdict.score >= least, "{path} has {}: {:#?}", verdict.score, verdict.tests);
        let worst: Vec<&Finding> = verdict.findings.iter().filter(|finding| finding.severity <= MEDIUM).collect();
        assert!(worst.is_empty(), "{path}: {worst:#?}");
    }
}
