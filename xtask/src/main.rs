//! `cargo xtask`: the command-line entry of the project's own tool.
//!
//! It only turns the outcome into an exit code; everything else lives in the library, where it can be tested.

use std::process::ExitCode;

fn main() -> ExitCode {
    match xtask::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The chain is printed as one paragraph: first what could not be done, then why.
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
