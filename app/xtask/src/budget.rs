//! What the page may cost: a phone on a slow line pays for every byte of script.

use std::path::Path;

use anyhow::{Result, bail};

use crate::page;
use crate::weight::{self, Phase};

/// All scripts together, after brotli, stay below this many bytes.
const SCRIPT: usize = 150_000;

/// Weighs the scripts in dist/ and prints what they come to.
pub(crate) fn check() -> Result<()> {
    page::built()?;
    let items = weight::folder(Path::new(page::DIST))?;
    judge(weight::total(&items, Phase::Script).brotli)
}

fn judge(script: usize) -> Result<()> {
    match script {
        0 => bail!("there is no script in {}/", page::DIST),
        SCRIPT.. => bail!(
            "js and wasm come to {script} bytes after brotli, but must stay below {SCRIPT}; \
             `cargo xtask bench` shows where they are"
        ),
        _ => {
            println!("js and wasm come to {script} bytes after brotli; below {SCRIPT} is allowed.")
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_below_the_budget_passes() {
        assert!(judge(SCRIPT - 1).is_ok());
    }

    #[test]
    fn a_page_at_the_budget_is_too_heavy() {
        let error = judge(SCRIPT).unwrap_err().to_string();
        assert!(error.starts_with("js and wasm come to 150000 bytes"), "{error}");
    }

    #[test]
    fn a_page_without_script_has_not_been_weighed() {
        assert!(judge(0).is_err());
    }
}
