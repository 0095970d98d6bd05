//! Privacy: the page sends no requests to other origins and stores nothing in the browser.

use anyhow::Result;

use visitor::reader::Reader;

#[tokio::test]
async fn the_page_sends_no_requests_to_other_origins() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let script = "return performance.getEntriesByType('resource').map(entry => entry.name)";
    let asked: Vec<String> = reader.see(script).await?;
    assert!(
        asked.iter().any(|address| address.contains("/data/dashboard.json")),
        "the browser kept no record: {asked:?}"
    );
    let home = format!("{}/", reader.host.origin());
    for address in asked.iter().filter(|address| !address.starts_with("data:")) {
        assert!(address.starts_with(&home), "the page fetches {address}");
    }
    for request in reader.host.requests() {
        assert_eq!(format!("http://{}/", request.host), home, "{} was requested from another host name", request.path);
    }
    Ok(())
}

#[tokio::test]
async fn every_file_that_the_page_requests_exists() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let script = "return performance.getEntriesByType('resource')
        .filter(entry => entry.responseStatus >= 400)
        .map(entry => entry.name)";
    let missing: Vec<String> = reader.see(script).await?;
    assert!(missing.is_empty(), "not found: {missing:?}");
    Ok(())
}

#[tokio::test]
async fn the_page_sets_no_cookies_and_stores_nothing() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let cookies = reader.chromium.session.get_all_cookies().await?;
    assert!(cookies.is_empty(), "{cookies:?}");
    let stored: usize = reader.see("return localStorage.length + sessionStorage.length").await?;
    assert_eq!(stored, 0, "the page stores something in the browser");
    Ok(())
}
