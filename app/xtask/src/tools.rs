//! The programs that cargo installs for this checkout, of one fixed version each: Trunk and wasm-bindgen turn crates
//! into a page, geckodriver commands Firefox.

use std::fs;
use std::path::{self, Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{command, lockfile, program, wasm};

/// Where everything that is installed for this checkout goes; `cargo clean` takes it away.
pub(crate) const HOME: &str = "target/tools";

const TRUNK_VERSION: &str = "0.21.14";
const GECKODRIVER_VERSION: &str = "0.37.1";

/// The programs that build the page.
pub(crate) struct Tools {
    pub(crate) trunk: PathBuf,
    pub(crate) wasm_bindgen: PathBuf,
}

/// Finds the tools, and installs those that are missing.
pub(crate) fn ready() -> Result<Tools> {
    wasm::ready()?;
    let trunk = Tool {
        package: "trunk",
        program: "trunk",
        version: TRUNK_VERSION.to_owned(),
        purpose: "it builds and serves the page",
        duration: "about 7 minutes",
        extra: &["--locked"],
    };
    // Not `--locked`: the lock file in this package names versions that can no longer be had.
    let wasm_bindgen = Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: lockfile::version_of("wasm-bindgen")?,
        purpose: "it joins wasm to JavaScript, and must be of the version in Cargo.lock",
        duration: "about 3 minutes",
        extra: &["--bin", "wasm-bindgen"],
    };
    Ok(Tools { trunk: trunk.ready()?, wasm_bindgen: wasm_bindgen.ready()? })
}

/// Finds the program that commands Firefox, and installs it when it is missing.
pub(crate) fn geckodriver() -> Result<PathBuf> {
    let geckodriver = Tool {
        package: "geckodriver",
        program: "geckodriver",
        version: GECKODRIVER_VERSION.to_owned(),
        purpose: "it commands Firefox in the tests",
        duration: "about 5 minutes",
        extra: &["--locked"],
    };
    geckodriver.ready()
}

struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    purpose: &'static str,
    duration: &'static str,
    extra: &'static [&'static str],
}

impl Tool {
    fn ready(&self) -> Result<PathBuf> {
        if let Some(program) = self.find()? {
            return Ok(program);
        }
        self.install()?;
        match self.find()? {
            Some(program) => Ok(program),
            None => bail!(
                "{} was installed into {HOME}, but does not answer `--version` with {}",
                self.program,
                self.version
            ),
        }
    }

    fn find(&self) -> Result<Option<PathBuf>> {
        // Trunk is started elsewhere and looks for its helpers from there: no relative path.
        let bin = path::absolute(Path::new(HOME).join("bin"))?;
        Ok(program::of_version(self.program, &self.version, &bin))
    }

    fn install(&self) -> Result<()> {
        let Self { package, version, .. } = self;
        println!("Installing {package} {version} into {HOME}, once:");
        println!("  why: {};", self.purpose);
        println!("  how long: {} on two cores.", self.duration);
        let build = Path::new(HOME).join("build");
        let mut install = command::cargo(["install", package, "--version", version]);
        install
            .args(self.extra)
            // Whatever is there under this name was looked at and is not the right one.
            .args(["--force", "--root", HOME])
            .env("CARGO_TARGET_DIR", &build)
            // A tool runs for seconds; its own profile would spend minutes more on making it fast.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        command::run(&mut install).with_context(|| {
            format!("{package} could not be installed; with {package} {version} on the PATH, that one is used")
        })?;
        // Hundreds of megabytes of no further use; if they stay, only disk space is lost.
        fs::remove_dir_all(&build).ok();
        Ok(())
    }
}
