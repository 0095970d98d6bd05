//! A real nginx that serves a copy of the built page with the configuration of docs/hosting.md.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use axum::http::{HeaderMap, StatusCode, header};
use tokio::time;

use visitor::scratch::Scratch;
use visitor::{gaps, place};

/// A running server. Fields are dropped in their order.
pub(crate) struct Nginx {
    process: Process,
    port: u16,
    scratch: Scratch,
}

struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        // Fails only if the process has already ended.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

impl Nginx {
    /// The paths at which the page is served.
    pub(crate) const FOLDERS: [&str; 2] = ["/", "/a/b/"];

    /// Serves copies of the built page. Without nginx on this machine it reports that `test` was skipped.
    pub(crate) async fn start(test: &str) -> Result<Option<Self>> {
        let Some(nginx) = place::nginx() else {
            gaps::say(test, "FOOTNOTED_NGINX is not set")?;
            return Ok(None);
        };
        let scratch = Scratch::new()?;
        for folder in Self::FOLDERS {
            copy(&place::dist(), &folder_of(&scratch, folder))?;
        }
        // The port was free a moment ago. If another process takes it, nginx fails with a message.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let servers = servers(&snippet("nginx")?, port, &scratch)?;
        Self::run(&nginx, port, scratch, &servers).await.context("see the snippet in docs/hosting.md").map(Some)
    }

    /// Runs nginx with these servers, one of which listens on this port.
    pub(crate) async fn run(nginx: &Path, port: u16, scratch: Scratch, servers: &str) -> Result<Self> {
        let file = scratch.path().join("nginx.conf");
        fs::write(&file, configuration(servers, &scratch))?;
        let mut command = Command::new(nginx);
        command.args(["-e", "stderr", "-c"]).arg(&file).stdout(Stdio::null());
        let process = command.spawn().with_context(|| format!("{} does not start", nginx.display()))?;
        let mut server = Self { process: Process(process), port, scratch };
        server.listen().await?;
        Ok(server)
    }

    /// The origin of the server.
    pub(crate) fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The address of a path that begins with a slash.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The folder on disk that is served at this path.
    pub(crate) fn folder(&self, path: &str) -> PathBuf {
        folder_of(&self.scratch, path)
    }

    async fn listen(&mut self) -> Result<()> {
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if let Some(status) = self.process.0.try_wait()? {
                bail!("nginx ended with {status}; its messages are above");
            }
            time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }
}

/// The code block in this language in docs/hosting.md.
pub(crate) fn snippet(language: &str) -> Result<String> {
    let path = place::hosting();
    let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let code = text.split_once(&format!("```{language}\n")).and_then(|(_, rest)| rest.split_once("```"));
    let (code, _) = code.with_context(|| format!("{} has no code block in {language}", path.display()))?;
    Ok(code.to_owned())
}

/// A response of the server.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

/// Fetches an address with these headers.
pub(crate) async fn ask(address: &str, with: &[(header::HeaderName, &str)]) -> Result<Answer> {
    let client = reqwest::Client::builder().no_proxy().build()?;
    let request = with.iter().fold(client.get(address), |request, (name, value)| request.header(name, *value));
    let answer = request.send().await?;
    let (status, headers) = (answer.status(), answer.headers().clone());
    Ok(Answer { status, headers, body: answer.bytes().await?.to_vec() })
}

/// The paths of all files of the built page, without the compressed copies.
pub(crate) fn files() -> Result<Vec<String>> {
    let mut files = Vec::new();
    gather(&place::dist(), "", &mut files)?;
    files.retain(|file| !is_copy(file));
    Ok(files)
}

pub(crate) fn is_copy(file: &str) -> bool {
    file.ends_with(".br") || file.ends_with(".gz")
}

fn gather(folder: &Path, prefix: &str, files: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            gather(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.push(name);
        }
    }
    Ok(())
}

/// The configuration with the paths and port of this test.
fn servers(snippet: &str, port: u16, scratch: &Scratch) -> Result<String> {
    let mut snippet = snippet.to_owned();
    let root = folder_of(scratch, "/");
    for (theirs, ours) in [
        ("listen 80;", format!("listen 127.0.0.1:{port};")),
        ("root /srv/footnoted;", format!("root {};", root.display())),
    ] {
        ensure!(snippet.matches(theirs).count() == 1, "the configuration for nginx must contain `{theirs}` once");
        snippet = snippet.replace(theirs, &ours);
    }
    Ok(snippet)
}

/// The complete configuration around these servers.
fn configuration(servers: &str, scratch: &Scratch) -> String {
    let folder = scratch.path().display();
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("    {name}_temp_path {folder}/{name};\n"))
        .concat();
    format!(
        "daemon off;\nmaster_process off;\npid {folder}/nginx.pid;\nerror_log stderr crit;\n\
         include /etc/nginx/modules-enabled/*.conf;\nevents {{}}\n\
         http {{\n    access_log off;\n{temporary}{servers}}}\n"
    )
}

fn folder_of(scratch: &Scratch, path: &str) -> PathBuf {
    scratch.path().join("site").join(path.trim_start_matches('/'))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    let entries = fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))?;
    for entry in entries {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &place)?;
        } else {
            fs::copy(entry.path(), place)?;
        }
    }
    Ok(())
}
