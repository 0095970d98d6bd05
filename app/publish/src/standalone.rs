//! The page as one file: without scripts, with an inline style, and with every linked file as a data URL.

use anyhow::{Context, Result, anyhow};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lol_html::html_content::{ContentType, Element};
use lol_html::{HandlerResult, RewriteStrSettings, element, rewrite_str};

use crate::files::Files;
use crate::shell::meta;
use crate::{citing, news, policy};

/// Makes one file of a finished page, with this style sheet and, at its end, this HTML on citing.
///
/// # Errors
/// If the page links to a file that does not exist.
pub(crate) fn standalone(page: &str, style: &str, cite: &str, site: &Files) -> Result<String> {
    let policy = meta("http-equiv", "Content-Security-Policy", &policy::standalone(style));
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(
            "meta[http-equiv=Content-Security-Policy], script:not([type]), link[rel=stylesheet], link[type=\"application/atom+xml\"]",
            |old| {
                old.remove();
                Ok(())
            }
        ))
        .append_element_content_handler(element!("html", |html| {
            // No script will lay out what the style delays.
            Ok(html.set_attribute("data-laid-out", "")?)
        }))
        .append_element_content_handler(element!("meta[charset]", |charset| {
            charset.after(&policy, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("style", |old| {
            old.replace(&format!("<style>{style}</style>"), ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("#page", |page| {
            page.append(cite, ContentType::Html);
            Ok(())
        }));
    let page = rewrite_str(page, settings)?;
    // The inserted HTML has links too.
    let links = element!("a[href], link[href]", |link| take_in(link, site));
    Ok(rewrite_str(&page, RewriteStrSettings::new().append_element_content_handler(links))?)
}

/// Puts a file of the site into the link to it.
fn take_in(link: &mut Element<'_, '_>, site: &Files) -> HandlerResult {
    let Some(href) = link.get_attribute("href") else { return Ok(()) };
    if link.removed() || href.starts_with('#') || href.contains(':') {
        return Ok(());
    }
    if let Some(name) = citing::anchor(&href) {
        return Ok(link.set_attribute("href", &format!("#{name}"))?);
    }
    // The list of changes is on the site, whose address this file does not have.
    if href.starts_with(news::PAGE) {
        link.remove_and_keep_content();
        return Ok(());
    }
    // Links to this file itself, to a picture whose SVG is in the page, or to pages on embedding, which a single file does
    // not have.
    if href == "standalone.html" || href.ends_with(".png") || href.starts_with("share/") {
        link.remove();
        return Ok(());
    }
    let kind =
        media_type(&href).with_context(|| format!("the page links to {href}, a kind of file that is not known"))?;
    let content = site.read(&href).context("the page links to a file that is not there")?;
    link.set_attribute("href", &format!("data:{kind};base64,{}", STANDARD.encode(content)))?;
    if link.tag_name() == "a" {
        // Browsers do not open a data URL as a page; they save it, under this name.
        let name = href.rsplit('/').next().unwrap_or(&href);
        link.set_attribute("download", name)?;
    }
    Ok(())
}

/// The media type of a file of the site.
fn media_type(address: &str) -> Result<&'static str> {
    Ok(match address.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "bib" => "application/x-bibtex",
        "csv" => "text/csv;charset=utf-8",
        "html" => "text/html",
        "json" => "application/json",
        "png" => "image/png",
        "ris" => "application/x-research-info-systems",
        "svg" => "image/svg+xml",
        other => return Err(anyhow!("files that end in .{other} have no media type here")),
    })
}
