//! A page of another site, with its own origin and a strict policy, into which tests paste snippets.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result};

use crate::nginx::Nginx;
use visitor::place;
use visitor::scratch::Scratch;

/// The other site, served by its own nginx.
pub(crate) struct Neighbour {
    nginx: Nginx,
}

/// Columns for the snippets, and styles that a test would notice in a snippet or on the page.
const STYLE: &str = "body { margin: 8px; color: rgb(255, 0, 0) } .column { margin-bottom: 20px } .w320 { width: 320px }
    .w600 { width: 600px } .w1200 { width: 1200px } iframe { box-sizing: border-box } figure { margin: 0 } a { color: rgb(0, 128, 0) }";

impl Neighbour {
    /// Serves pages whose policy allows only the frames, scripts, pictures and data of `site`.
    pub(crate) async fn of(site: &str) -> Result<Self> {
        Self::with(&strict(site), "").await
    }

    /// The same with pages that load from other sites only what these allow.
    pub(crate) async fn isolated(site: &str) -> Result<Self> {
        Self::with(&strict(site), "add_header Cross-Origin-Embedder-Policy require-corp; ").await
    }

    /// Serves pages that may have styles and scripts of their own, as most sites do.
    pub(crate) async fn without_policy() -> Result<Self> {
        Self::with("", "").await
    }

    async fn with(policy: &str, headers: &str) -> Result<Self> {
        let nginx = place::nginx().context("FOOTNOTED_NGINX is not set")?;
        let scratch = Scratch::new()?;
        let folder = scratch.path().join("site");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("style.css"), STYLE)?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let server = format!(
            "server {{ listen 127.0.0.1:{port}; root {}; add_header Content-Security-Policy \"{policy}\" always; {headers}\
             add_header Cache-Control no-store; types {{ \"text/html; charset=utf-8\" html; text/css css; text/javascript js; }} }}",
            folder.display()
        );
        Ok(Self { nginx: Nginx::run(&nginx, port, scratch, &server).await? })
    }

    /// Publishes a page with this body and returns its address.
    pub(crate) fn publish(&self, name: &str, body: &str) -> Result<String> {
        let page = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
             <title>A page of another site</title><link rel=\"stylesheet\" href=\"style.css\"></head><body>{body}</body></html>"
        );
        self.write(name, &page)
    }

    /// Writes a file and returns its address.
    pub(crate) fn write(&self, name: &str, content: &str) -> Result<String> {
        fs::write(self.nginx.folder("/").join(name), content)?;
        Ok(self.nginx.address(&format!("/{name}")))
    }
}

/// The policy of a page that loads only from its own site and from `site`.
fn strict(site: &str) -> String {
    format!(
        "default-src 'none'; style-src 'self'; script-src {site}; frame-src {site} 'self'; connect-src {site}; img-src {site}; base-uri 'none'"
    )
}
