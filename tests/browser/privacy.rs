//! Whoever reads the page is not watched: it asks nobody else for anything and leaves nothing behind.

use anyhow::Result;

use visitor::reader::Reader;

#[tokio::test]
async fn the_page_asks_no_other_origin_for_anything() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let script = "return performance.getEntriesByType('resource').map(entry => entry.name)";
    let asked: Vec<String> = reader.see(script).await?;
    assert!(
        asked.iter().any(|address| address.contains("/data/dashboard.json")),
        "the browser kept no record: {asked:?}"
    );
    let home = format!("{}/", reader.host.origin());
    for address in asked.iter().filter(|address| !address.starts_with("data:")) {
        assert!(address.starts_with(&home), "the page asks for {address}");
    }
    for request in reader.host.requests() {
        assert_eq!(format!("http://{}/", request.host), home, "{} was asked for by another name", request.path);
    }
    Ok(())
}

#[tokio::test]
async fn everything_the_page_asks_for_is_there() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let script = "return performance.getEntriesByType('resource')
        .filter(entry => entry.responseStatus >= 400)
        .map(entry => entry.name)";
    let missing: Vec<String> = reader.see(script).await?;
    assert!(missing.is_empty(), "not found: {missing:?}");
    Ok(())
}

#[tokio::test]
async fn the_page_leaves_no_cookie_and_stores_nothing() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let cookies = reader.chromium.session.get_all_cookies().await?;
    assert!(cookies.is_empty(), "{cookies:?}");
    let stored: usize = reader.see("return localStorage.length + sessionStorage.length").await?;
    assert_eq!(stored, 0, "the page stores something in the browser");
    Ok(())
}
