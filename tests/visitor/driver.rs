//! The process that takes commands for a browser over HTTP.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};

/// A shell that starts a driver and ends it, with all that is left in its folder, when whoever started the shell has
/// ended, however that was: a browser that is kept for the next test must not outlive the last one.
#[cfg(unix)]
const KEEPER: &str = r#"
folder=$1; shift
"$@" & driver=$!
trap '' INT TERM HUP
exec > /dev/null 2>&1
read -r _
kill "$driver"; wait "$driver"
# A browser that is ending still writes into it.
for attempt in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    rm -rf "$folder"; sleep 0.2
    [ -e "$folder" ] || break
done"#;

/// A running driver. When it is dropped it ends, and its browser with it.
pub(crate) struct Driver {
    process: Child,
    port: u16,
    /// The request at which the browser ends.
    farewell: String,
}

impl Driver {
    /// Starts a driver that chooses a port and prints it after the words `listening`. At the request `farewell`, such
    /// as `GET /shutdown`, its browser ends. `folder` holds what both write.
    pub(crate) fn start(wanted: &Command, folder: &Path, listening: &str, farewell: &str) -> Result<Self> {
        let mut command = kept(wanted, folder);
        command.envs(wanted.get_envs().filter_map(|(name, value)| Some((name, value?))));
        command.env("TMPDIR", folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn()?;
        let output = process.stdout.take().context("no output of the driver")?;
        // Owned from here on, so that it is stopped even if it says nothing of its port.
        let mut driver = Self { process, port: 0, farewell: farewell.to_owned() };
        let mut said = BufReader::new(output).lines().map_while(Result::ok);
        driver.port = said
            .find_map(|line| line.rsplit_once(listening)?.1.trim_end_matches('.').parse().ok())
            .context("the driver did not say at which port it listens")?;
        // Whoever writes to a pipe that nobody reads is stopped.
        std::thread::spawn(move || said.for_each(drop));
        Ok(driver)
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Names the request at which the browser ends, once it is known.
    pub(crate) fn ends_at(&mut self, farewell: String) {
        self.farewell = farewell;
    }

    fn dismiss(&self) -> io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        let Self { farewell, port, .. } = self;
        write!(stream, "{farewell} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n")?;
        stream.read_to_end(&mut Vec::new()).map(drop)
    }
}

/// The command, run by a keeper where there is a shell for it.
#[cfg(unix)]
fn kept(wanted: &Command, folder: &Path) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", KEEPER, "sh"]).arg(folder).arg(wanted.get_program()).args(wanted.get_args());
    // Ctrl-C is for the tests: their end is the keeper's.
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command
}

#[cfg(not(unix))]
fn kept(wanted: &Command, _: &Path) -> Command {
    let mut command = Command::new(wanted.get_program());
    command.args(wanted.get_args());
    command
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.dismiss());
        // The keeper sees the end of its input; without one, the driver may have ended already, and cannot be stopped.
        drop(self.process.stdin.take());
        if cfg!(not(unix)) {
            drop(self.process.kill());
        }
        drop(self.process.wait());
    }
}
