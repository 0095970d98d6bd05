//! The light and dark colour schemes, and the contrast of the text of drawings in both.

use anyhow::Result;

use visitor::findings;
use visitor::reader::Reader;

const SCHEMES: [&str; 2] = ["light", "dark"];

#[tokio::test]
async fn the_page_is_light_or_dark_as_the_reader_prefers() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    // The lightness of the background, from 0 to 255.
    let script = "const canvas = new OffscreenCanvas(1, 1).getContext('2d');
        canvas.fillStyle = 'Canvas';
        canvas.fillRect(0, 0, 1, 1);
        for (const part of [document.documentElement, document.body]) {
            canvas.fillStyle = getComputedStyle(part).backgroundColor;
            canvas.fillRect(0, 0, 1, 1);
        }
        return Math.max(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3))";
    reader.prefer("light").await?;
    let light: u8 = reader.see(script).await?;
    reader.prefer("dark").await?;
    let dark: u8 = reader.see(script).await?;
    assert!(light > 200 && dark < 60, "light is {light} and dark is {dark}, of 255");
    Ok(())
}

#[tokio::test]
async fn the_text_of_drawings_has_enough_contrast() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for width in [320, 1280] {
        reader.width(width).await?;
        for scheme in SCHEMES {
            reader.prefer(scheme).await?;
            let found: Vec<String> = reader.see(include_str!("probes/contrast.js")).await?;
            findings::none(&found, &format!("{scheme}, {width} px"));
        }
        reader.prefer_that("prefers-contrast", "more").await?;
        let found: Vec<String> = reader.see(include_str!("probes/contrast.js")).await?;
        findings::none(&found, &format!("more contrast, {width} px"));
    }
    Ok(())
}
