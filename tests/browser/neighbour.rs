//! A page of somebody else's: on another origin, under a strict policy of its own, with what was pasted into it.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result};

use crate::nginx::Nginx;
use visitor::place;
use visitor::scratch::Scratch;

/// The pages of an organisation, served by an nginx of its own.
pub(crate) struct Neighbour {
    nginx: Nginx,
}

/// Columns that what is pasted has to fit into, and a style that would show if it leaked.
const STYLE: &str = "body { margin: 8px; color: rgb(255, 0, 0) } .column { margin-bottom: 20px } .w320 { width: 320px }
    .w600 { width: 600px } .w1200 { width: 1200px } iframe { box-sizing: border-box } a { color: rgb(0, 128, 0) }";

impl Neighbour {
    /// Serves pages that may frame this site, run its scripts, show its pictures and read its data, and nothing else.
    pub(crate) async fn of(site: &str) -> Result<Self> {
        let nginx = place::nginx().context("FOOTNOTED_NGINX names no nginx")?;
        let scratch = Scratch::new()?;
        let folder = scratch.path().join("site");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("style.css"), STYLE)?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let policy = format!(
            "default-src 'none'; style-src 'self'; script-src {site}; frame-src {site} 'self'; connect-src {site}; img-src {site}; base-uri 'none'"
        );
        let server = format!(
            "server {{ listen 127.0.0.1:{port}; root {}; add_header Content-Security-Policy \"{policy}\" always; \
             add_header Cache-Control no-store; types {{ \"text/html; charset=utf-8\" html; text/css css; }} }}",
            folder.display()
        );
        Ok(Self { nginx: Nginx::run(&nginx, port, scratch, &server).await? })
    }

    /// Publishes a page with this in its body. Gives its address.
    pub(crate) fn publish(&self, name: &str, body: &str) -> Result<String> {
        let page = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
             <title>A page of somebody else’s</title><link rel=\"stylesheet\" href=\"style.css\"></head><body>{body}</body></html>"
        );
        fs::write(self.nginx.folder("/").join(name), page)?;
        Ok(self.nginx.address(&format!("/{name}")))
    }
}
