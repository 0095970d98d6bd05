//! The process that takes commands for a browser over HTTP.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};

/// A running driver. When it is dropped it ends, and its browser with it.
pub(crate) struct Driver {
    process: Child,
    port: u16,
    /// The request at which the browser ends.
    farewell: String,
}

impl Driver {
    /// Starts a driver that chooses a port and prints it after the words `listening`. At the request `farewell`, such
    /// as `GET /shutdown`, its browser ends.
    pub(crate) fn start(command: &mut Command, listening: &str, farewell: &str) -> Result<Self> {
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
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

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.dismiss());
        // Fails only if it has ended already.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
