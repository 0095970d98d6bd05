//! oEmbed with `?url=`, as docs/hosting.md has it for servers: on a real nginx, and the function for Netlify and Cloudflare, which runs
//! in a browser here. Both give the same answers.

use std::fs;

use anyhow::{Context, Result};
use axum::http::header;
use serde_json::{Value, json};

use crate::nginx::{self, Nginx, ask};
use visitor::chromium::Chromium;

const SITE: &str = "https://figures.example.org/";

/// The parts that have an answer, as in its file name.
const PARTS: [&str; 3] = ["", "/people", "/figure/raids"];

/// A request: the address of a page, further parameters, and the part and the query of the frame that it is answered with.
type Request = (&'static str, &'static str, Option<(&'static str, &'static str)>);

const REQUESTS: [Request; 17] = [
    ("", "", Some(("", ""))),
    ("index.html", "&format=json", Some(("", ""))),
    ("embed.html?lang=km", "", Some(("", "?lang=km"))),
    ("embed/people.html", "", Some(("/people", ""))),
    ("embed/people.html?theme=dark&lang=en", "", Some(("/people", "?theme=dark&amp;lang=en"))),
    ("embed/people.html", "&theme=light", Some(("/people", "?theme=light"))),
    ("embed/figure/raids.html", "&maxwidth=480", Some(("/figure/raids", ""))),
    ("?chart=people", "", Some(("/people", ""))),
    ("?theme=dark&chart=people", "", Some(("/people", "?theme=dark"))),
    ("?figure=raids", "", Some(("/figure/raids", ""))),
    ("#chart-people", "", Some(("/people", ""))),
    ("?find=released#figure-raids", "", Some(("/figure/raids", ""))),
    ("#note-guardian", "", Some(("", ""))),
    ("embed/no-such-chart.html", "", None),
    ("charts/people.svg", "", None),
    ("embed/people.html", "&format=xml", None),
    ("embed/people.html?theme=%22%3E%3Cscript%3E", "", Some(("/people", ""))),
];

/// The answer in the file of a part, with this query in the address of its frame.
fn answer(part: &str, query: &str, width: u32) -> Value {
    let html = format!(
        "<iframe src=\"{SITE}embed{part}.html{query}\" width=\"100%\"></iframe> <a href=\"{SITE}\">all.html</a>"
    );
    json!({ "version": "1.0", "type": "rich", "title": part, "html": html, "width": width, "height": 480, "thumbnail_width": 1200 })
}

fn file(part: &str) -> String {
    format!("{:#}\n", answer(part, "", 600))
}

/// What a request is to be answered with.
fn wanted((_, more, found): &Request) -> Option<Value> {
    let width = if more.contains("maxwidth=480") { 480 } else { 600 };
    found.map(|(part, query)| answer(part, query, width))
}

/// The query of a request to the endpoint.
fn query((page, more, _): &Request, site: &str) -> String {
    let page: String = format!("{site}{page}")
        .bytes()
        .map(|byte| match byte {
            b if b.is_ascii_alphanumeric() || b"-._~".contains(&b) => char::from(b).to_string(),
            b => format!("%{b:02X}"),
        })
        .collect();
    format!("?url={page}{more}")
}

#[tokio::test]
async fn nginx_answers_a_pasted_address_with_its_chart_in_the_chosen_colours_and_language() -> Result<()> {
    let Some(nginx) = Nginx::start("oEmbed by nginx").await? else { return Ok(()) };
    for folder in Nginx::FOLDERS {
        for part in PARTS {
            let file_of_part = nginx.folder(folder).join(format!("oembed{part}.json"));
            fs::create_dir_all(file_of_part.parent().context("a file without a folder")?)?;
            fs::write(file_of_part, file(part))?;
        }
        let host = [(header::HOST, "figures.example.org")];
        for request in &REQUESTS {
            let site = format!("{}{}", SITE.trim_end_matches('/'), folder);
            let address = nginx.address(&format!("{folder}oembed{}", query(request, &site)));
            let given = ask(&address, &host).await?;
            let found = given.status.is_success().then(|| serde_json::from_slice::<Value>(&given.body)).transpose()?;
            assert_eq!(found, wanted(request), "{request:?}");
            assert_eq!(given.header("access-control-allow-origin"), "*");
            if found.is_some() {
                assert_eq!(given.header("content-type"), "application/json");
            }
        }
        let other = nginx.address(&format!("{folder}oembed?url=https%3A%2F%2Fother.example.org%2Fembed%2Fpeople.html"));
        assert_eq!(ask(&other, &host).await?.status, 404, "a page of another site is answered");
    }
    Ok(())
}

#[tokio::test]
async fn the_function_for_netlify_and_cloudflare_gives_the_same_answers() -> Result<()> {
    let code = nginx::snippet("js")?;
    let files: Vec<(String, String)> = PARTS.iter().map(|part| (format!("/oembed{part}.json"), file(part))).collect();
    let chromium = Chromium::start().await?;
    chromium.session.goto("about:blank").await?;
    let script = "const [code, files, request] = arguments;
        return (async () => {
            const { default: netlify, onRequest, config } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
            const read = ({ pathname }) => {
                const file = new Map(files).get(pathname);
                return file ? new Response(file, { headers: { 'Content-Type': 'application/json' } }) : new Response('', { status: 404 });
            };
            window.fetch = read;
            const answers = [await netlify(new Request(request)), await onRequest({ request: new Request(request), env: { ASSETS: { fetch: read } } })];
            return Promise.all(answers.map((answer) => (answer.ok ? answer.json() : null)));
        })()";
    let other: Request = ("embed/people.html", "", None);
    let asked = REQUESTS.iter().map(|request| (request, query(request, SITE)));
    for (request, query) in asked.chain([(&other, query(&other, "https://other.example.org/"))]) {
        let arguments = vec![json!(code), json!(files), json!(format!("{SITE}oembed{query}"))];
        let found: Vec<Option<Value>> = chromium.see_with(script, arguments).await?;
        assert_eq!(found, [wanted(request), wanted(request)], "{request:?}");
    }
    Ok(())
}
