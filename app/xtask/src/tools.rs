//! Installs programs with cargo, in fixed versions and for this checkout alone: Trunk and wasm-bindgen, which build the
//! page, and geckodriver, which controls Firefox.

use std::fs;
use std::path::{self, Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{command, lockfile, program, wasm};

/// The folder of the installed programs. `cargo clean` removes it.
pub(crate) const HOME: &str = "target/tools";

const TRUNK_VERSION: &str = "0.21.14";
const GECKODRIVER_VERSION: &str = "0.37.1";

/// The programs that build the page.
pub(crate) struct Tools {
    pub(crate) trunk: PathBuf,
    pub(crate) wasm_bindgen: PathBuf,
}

/// Finds the tools that build the page, and installs those that are missing.
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
    // Not `--locked`: the lock file in this package names versions that are no longer available.
    let wasm_bindgen = Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: lockfile::version_of("wasm-bindgen")?,
        purpose: "it connects wasm to JavaScript, and must have the version in Cargo.lock",
        duration: "about 3 minutes",
        extra: &["--bin", "wasm-bindgen"],
    };
    Ok(Tools { trunk: trunk.ready()?, wasm_bindgen: wasm_bindgen.ready()? })
}

/// Finds geckodriver, and installs it if it is missing.
pub(crate) fn geckodriver() -> Result<PathBuf> {
    let geckodriver = Tool {
        package: "geckodriver",
        program: "geckodriver",
        version: GECKODRIVER_VERSION.to_owned(),
        purpose: "it controls Firefox in the tests",
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
            None => bail!("{} was installed into {HOME}, but its `--version` is not {}", self.program, self.version),
        }
    }

    fn find(&self) -> Result<Option<PathBuf>> {
        // An absolute path, since Trunk starts its tools in another folder.
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
            // An existing program of this name has the wrong version.
            .args(["--force", "--root", HOME])
            .env("CARGO_TARGET_DIR", &build)
            // A tool runs for seconds; its own profile would spend more minutes on optimisation.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        command::run(&mut install).with_context(|| {
            format!("{package} could not be installed; you can put {package} {version} on the PATH instead")
        })?;
        // Hundreds of megabytes that are not needed any more. If this fails, only disk space is lost.
        fs::remove_dir_all(&build).ok();
        Ok(())
    }
}
