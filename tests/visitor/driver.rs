//! Runs a WebDriver process such as ChromeDriver, which controls a browser over HTTP.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};

/// A shell script that starts a driver, and kills it and removes its folder when standard input closes. It closes when the
/// test process ends for any reason, so no browser outlives the tests.
#[cfg(unix)]
const SUPERVISOR: &str = r#"
folder=$1; shift
"$@" & driver=$!
trap '' INT TERM HUP
exec > /dev/null 2>&1
read -r _
kill "$driver"; wait "$driver"
# A browser that is exiting still writes into the folder.
for attempt in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    rm -rf "$folder"; sleep 0.2
    [ -e "$folder" ] || break
done"#;

/// A running driver. When this is dropped, the driver and its browser end.
pub(crate) struct Driver {
    process: Child,
    port: u16,
    /// The request that ends the browser.
    shutdown_request: String,
}

impl Driver {
    /// Starts a driver that chooses a port and prints it after the words `listening`. The request `shutdown_request`, such
    /// as `GET /shutdown`, ends its browser. `folder` is for the files of both.
    pub(crate) fn start(wanted: &Command, folder: &Path, listening: &str, shutdown_request: &str) -> Result<Self> {
        let mut command = supervised(wanted, folder);
        command.envs(wanted.get_envs().filter_map(|(name, value)| Some((name, value?))));
        command.env("TMPDIR", folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn()?;
        let output = process.stdout.take().context("no output of the driver")?;
        // Create the value before the port is known, so that the process ends if an error follows.
        let mut driver = Self { process, port: 0, shutdown_request: shutdown_request.to_owned() };
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        driver.port = lines
            .find_map(|line| line.rsplit_once(listening)?.1.trim_end_matches('.').parse().ok())
            .context("the driver did not print the port that it listens on")?;
        // Keep reading the output: the driver would block if the pipe filled up.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(driver)
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Sets the request that ends the browser, once the session is known.
    pub(crate) fn set_shutdown_request(&mut self, shutdown_request: String) {
        self.shutdown_request = shutdown_request;
    }

    fn shut_down(&self) -> io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        let Self { shutdown_request, port, .. } = self;
        write!(stream, "{shutdown_request} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n")?;
        stream.read_to_end(&mut Vec::new()).map(drop)
    }
}

/// The command, run by the supervisor script.
#[cfg(unix)]
fn supervised(wanted: &Command, folder: &Path) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", SUPERVISOR, "sh"]).arg(folder).arg(wanted.get_program()).args(wanted.get_args());
    // A process group of its own does not get Ctrl-C: the script ends after the tests.
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command
}

#[cfg(not(unix))]
fn supervised(wanted: &Command, _: &Path) -> Command {
    let mut command = Command::new(wanted.get_program());
    command.args(wanted.get_args());
    command
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.shut_down());
        // The supervisor reacts to the end of its input. Without one the driver is killed, unless it has already ended.
        drop(self.process.stdin.take());
        if cfg!(not(unix)) {
            drop(self.process.kill());
        }
        drop(self.process.wait());
    }
}
