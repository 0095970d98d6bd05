//! The reader's choice of light or dark. It is kept in the address alone, which can be copied as a link.

use anyhow::Result;

use visitor::findings;
use visitor::host::Answer;
use visitor::reader::Reader;

/// The colours of all roles, and the computed colours of the page.
const COLOURS: &str = "const style = getComputedStyle(document.documentElement);
    const roles = ['--paper', '--panel', '--ink', '--quiet', '--link', '--line', '--strong-line', '--mark', '--mark-soft', '--estimate', '--count',
        '--claim', '--allegation', '--said', '--alarm', '--focus', '--apart'];
    return [...roles.map(role => style.getPropertyValue(role)), style.backgroundColor, style.color]";

/// The colour scheme of the elements that the browser draws, such as lists.
const SCHEME: &str = "return getComputedStyle(document.documentElement).colorScheme";

async fn colours(reader: &Reader) -> Result<Vec<String>> {
    let colours: Vec<String> = reader.see(COLOURS).await?;
    assert!(colours.iter().all(|colour| !colour.is_empty()), "a role has no colour: {colours:?}");
    Ok(colours)
}

#[tokio::test]
async fn light_and_dark_can_be_chosen_on_any_device() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.prefer("dark").await?;
    let dark = colours(&reader).await?;
    reader.prefer("light").await?;
    let light = colours(&reader).await?;
    assert_ne!(light, dark);
    for device in ["light", "dark"] {
        reader.prefer(device).await?;
        for (theme, wanted) in [("dark", &dark), ("light", &light)] {
            reader.choose("theme", theme).await?;
            assert_eq!(&colours(&reader).await?, wanted, "{theme} on a {device} device");
            assert_eq!(reader.see::<String>(SCHEME).await?, theme, "{theme} on a {device} device");
            assert_eq!(reader.see::<String>("return location.search").await?, format!("?theme={theme}"));
        }
        reader.choose("theme", "").await?;
        let wanted = if device == "dark" { &dark } else { &light };
        assert_eq!(&colours(&reader).await?, wanted, "as on a {device} device");
        assert_eq!(reader.see::<String>("return location.search").await?, "");
    }
    Ok(())
}

#[tokio::test]
async fn the_colours_of_the_address_apply_before_the_first_paint() -> Result<()> {
    let reader = Reader::new().await?;
    let first = "document.addEventListener('DOMContentLoaded', () => window.first = document.documentElement.dataset.theme);
        new PerformanceObserver(list => window.painted ??= document.documentElement.dataset.theme).observe({ type: 'paint', buffered: true })";
    reader.watch(first).await?;
    reader.host.answer(Answer::Held);
    for theme in ["dark", "light"] {
        reader.open_with(&format!("?theme={theme}"), "static").await?;
        reader
            .wait_until("the page is painted", "return window.painted ?? ''", |painted: &String| painted == theme)
            .await?;
        assert_eq!(reader.see::<String>("return window.first").await?, theme);
        assert_eq!(reader.see::<String>(SCHEME).await?, theme);
    }
    Ok(())
}

#[tokio::test]
async fn the_list_shows_the_colours_of_the_address_and_ignores_unknown_ones() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let usual = colours(&reader).await?;
    let select = "return document.querySelector('.tools select[name=theme]').value";
    for (choice, wanted) in [("?theme=dark", "dark"), ("?theme=light", "light"), ("?theme=pink", ""), ("?theme=", "")] {
        reader.open_with(choice, "ready").await?;
        assert_eq!(reader.see::<String>(select).await?, wanted, "{choice}");
        if wanted.is_empty() {
            assert_eq!(colours(&reader).await?, usual, "{choice}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn print_is_on_white_with_any_choice() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.print().await?;
    let paper = colours(&reader).await?;
    for theme in ["dark", "light"] {
        reader.open_with(&format!("?theme={theme}"), "ready").await?;
        assert_eq!(colours(&reader).await?, paper, "{theme}");
    }
    assert!(paper[0].contains("#fff"), "paper is {}", paper[0]);
    Ok(())
}

#[tokio::test]
async fn choices_are_kept_in_the_address_alone() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.choose("theme", "dark").await?;
    reader.choose("source", "jurist").await?;
    let script = "return [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length].map(String)";
    let kept: Vec<String> = reader.see(script).await?;
    assert_eq!(kept, ["", "0", "0", "0", "0"]);
    reader.open("ready").await?;
    let theme: String = reader.see("return document.documentElement.dataset.theme ?? ''").await?;
    assert_eq!(theme, "", "a choice is kept without its address");
    Ok(())
}

#[tokio::test]
async fn the_copied_link_opens_the_same_view() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.choose("theme", "dark").await?;
    reader.choose("source", "newser").await?;
    reader.click(".tools [data-do=share]").await?;
    let announced: String = reader.see("return document.getElementById('announcer').textContent").await?;
    assert_eq!(announced, "Copied.");
    let link = reader.pasted().await?;
    assert_eq!(link, format!("{}?theme=dark&source=newser", reader.host.page()));
    let view = "const { theme, following } = document.documentElement.dataset; return [theme, following, document.getElementById('following').textContent]";
    let chosen: Vec<String> = reader.see(view).await?;
    reader.session.goto("about:blank").await?;
    reader.session.goto(link).await?;
    reader.wait_for_state("ready").await?;
    assert_eq!(reader.see::<Vec<String>>(view).await?, chosen);
    Ok(())
}

#[tokio::test]
async fn the_tools_work_before_the_program_is_loaded_and_are_disabled_after_an_error() -> Result<()> {
    let reader = Reader::new().await?;
    reader.host.answer(Answer::Held);
    reader.open("static").await?;
    let tools = "return [...document.querySelectorAll(':is(.tools, .switch) :is(select, button, input)')].map(tool => tool.disabled)";
    let disabled: Vec<bool> = reader.see(tools).await?;
    assert!(disabled.len() >= 4 && disabled.iter().all(|disabled| !*disabled), "{disabled:?}");
    let small = "return [...document.querySelectorAll(':is(.tools, .switch) :is(select, button, input), .exit')]
        .filter(tool => tool.getClientRects().length > 0 && tool.getBoundingClientRect().height < 24).length";
    assert_eq!(reader.see::<usize>(small).await?, 0, "the number of touch targets that are too small");
    reader.host.answer(Answer::Missing);
    reader.wait_for_state("error").await?;
    let all = |wanted: bool| move |found: &Vec<bool>| found.iter().all(|disabled| *disabled == wanted);
    reader.wait_until("all tools are disabled", tools, all(true)).await?;
    reader.host.answer(Answer::AsBuilt);
    reader.click("[data-do=again]").await?;
    reader.wait_until("all tools are enabled", tools, all(false)).await
}

#[tokio::test]
async fn without_scripts_no_control_is_shown_that_needs_one() -> Result<()> {
    let reader = Reader::new().await?;
    reader.without_scripts().await?;
    reader.session.goto(reader.host.page()).await?;
    let script = "return [...document.querySelectorAll('button, select, input, textarea, [data-do], .tools, .switch, [tabindex=\"0\"]')]
        .filter(part => part.checkVisibility() && part.getClientRects().length > 0).map(part => part.outerHTML.slice(0, 80))";
    let offered: Vec<String> = reader.see(script).await?;
    findings::none(&offered, "shown without scripts");
    Ok(())
}
