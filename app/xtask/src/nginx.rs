//! Finds nginx, the server on which the tests run the configuration given in docs/hosting.md.

use std::fs;
use std::path::{self, Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::browser::Named;
use crate::debian::Need;
use crate::{command, program, tools};

const VARIABLE: &str = "FOOTNOTED_NGINX";

/// The Debian packages with nginx and its module for files that are compressed with brotli in advance.
pub(crate) const NGINX: Need = Need {
    name: "nginx with brotli_static",
    packages: &["nginx-light", "libnginx-mod-http-brotli-static"],
    is_met: || Ok(find()?.is_some()),
};

/// nginx with the brotli module.
pub(crate) fn nginx() -> Result<Named> {
    let found = find()?.context("nginx with brotli_static is not installed, and FOOTNOTED_NGINX is not set")?;
    Ok(vec![(VARIABLE, found)])
}

fn find() -> Result<Option<PathBuf>> {
    let probe = probe()?;
    let found = program::named(VARIABLE, &["nginx"]).or_else(beside_the_path);
    Ok(found.filter(|nginx| serves_brotli(nginx, &probe)))
}

/// On Debian the PATH of an ordinary user does not contain /usr/sbin.
fn beside_the_path() -> Option<PathBuf> {
    let found = Path::new("/usr/sbin/nginx");
    found.is_file().then(|| found.to_owned())
}

/// Writes a configuration that only an nginx with the brotli module accepts.
fn probe() -> Result<PathBuf> {
    let file = path::absolute(Path::new(tools::HOME).join("brotli.conf"))?;
    let text = format!(
        "include /etc/nginx/modules-enabled/*.conf;\npid \"{}\";\nevents {{}}\nhttp {{ access_log off; brotli_static on; }}\n",
        file.with_extension("pid").display()
    );
    fs::create_dir_all(tools::HOME)
        .and_then(|()| fs::write(&file, text))
        .with_context(|| format!("{} cannot be written", file.display()))?;
    Ok(file)
}

fn serves_brotli(nginx: &Path, probe: &Path) -> bool {
    command::output(Command::new(nginx).args(["-e", "stderr", "-t", "-c"]).arg(probe)).is_ok()
}
