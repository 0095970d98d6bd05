//! nginx: the real server on which the tests try what the documentation tells people to write.

use std::fs;
use std::path::{self, Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::browser::Named;
use crate::debian::Need;
use crate::{command, program, tools};

const VARIABLE: &str = "FOOTNOTED_NGINX";

/// nginx, able to serve files that were compressed with brotli beforehand.
pub(crate) const NGINX: Need = Need {
    name: "nginx with brotli_static",
    packages: &["nginx-light", "libnginx-mod-http-brotli-static"],
    is_met: || Ok(find()?.is_some()),
};

/// nginx with brotli.
pub(crate) fn nginx() -> Result<Named> {
    let found = find()?.context("nginx with brotli_static is not here, and FOOTNOTED_NGINX does not name it")?;
    Ok(vec![(VARIABLE, found)])
}

fn find() -> Result<Option<PathBuf>> {
    let probe = probe()?;
    let found = program::named(VARIABLE, &["nginx"]).or_else(beside_the_path);
    Ok(found.filter(|nginx| serves_brotli(nginx, &probe)))
}

/// On Debian an ordinary user's PATH does not lead to servers.
fn beside_the_path() -> Option<PathBuf> {
    let found = Path::new("/usr/sbin/nginx");
    found.is_file().then(|| found.to_owned())
}

/// A configuration that only an nginx with brotli understands.
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
