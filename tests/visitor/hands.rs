//! Keyboard and mouse input, sent to the browser as a reader's.

use anyhow::{Context, Result, bail};
use serde_json::json;
use thirtyfour::{By, Key};

use crate::window::Window;

/// Scrolls the first visible element that matches a selector to the middle of the viewport, and returns its centre.
const MIDDLE: &str = "const element = [...document.querySelectorAll(arguments[0])].find(element => element.checkVisibility() && element.getClientRects().length > 0);
    if (!element) return null;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = element.getClientRects()[0];
    return [left + width / 2, top + height / 2].map(Math.round)";

impl Window {
    /// Presses a key `times` times.
    pub async fn press(&self, key: Key, times: usize) -> Result<()> {
        let keys: String = std::iter::repeat_n(char::from(key), times).collect();
        Ok(self.session.action_chain_with_delay(None, None).send_keys(keys).perform().await?)
    }

    /// Presses a key while another is held.
    pub async fn press_with(&self, held: Key, key: impl Into<char>) -> Result<()> {
        let chain = self.session.action_chain_with_delay(None, None);
        Ok(chain.key_down(held.clone()).send_keys(key.into().to_string()).key_up(held).perform().await?)
    }

    /// Types words where the focus is.
    pub async fn type_words(&self, words: &str) -> Result<()> {
        Ok(self.session.action_chain_with_delay(None, None).send_keys(words).perform().await?)
    }

    /// Moves the mouse to a point of the viewport.
    pub async fn point(&self, x: i64, y: i64) -> Result<()> {
        Ok(self.session.action_chain_with_delay(None, None).move_to(x, y).perform().await?)
    }

    /// Scrolls to the first visible element that matches a selector, and moves the mouse over it.
    pub async fn point_at(&self, selector: &str) -> Result<()> {
        let (x, y) = self.middle(selector).await?;
        self.point(x, y).await
    }

    /// Scrolls to the first visible element that matches a selector, and clicks it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let (x, y) = self.middle(selector).await?;
        Ok(self.session.action_chain_with_delay(None, None).move_to(x, y).click().perform().await?)
    }

    /// Scrolls to the first visible element that matches a selector, and returns its centre.
    pub async fn middle(&self, selector: &str) -> Result<(i64, i64)> {
        let place: Option<(i64, i64)> = self.see_with(MIDDLE, vec![json!(selector)]).await?;
        place.with_context(|| format!("no visible element matches {selector}"))
    }

    /// Focuses the first visible element that matches a selector.
    pub async fn focus(&self, selector: &str) -> Result<()> {
        self.middle(selector).await?;
        let script = "const element = [...document.querySelectorAll(arguments[0])].find(element => element.checkVisibility() && element.getClientRects().length > 0);
            element.focus();
            return document.activeElement === element";
        let focused: bool = self.see_with(script, vec![json!(selector)]).await?;
        anyhow::ensure!(focused, "{selector} cannot be focused");
        Ok(())
    }

    /// Chooses a value in the visible list with this name.
    pub async fn choose(&self, list: &str, value: &str) -> Result<()> {
        let options = format!(".tools select[name={list}] option[value='{value}']");
        for option in self.session.find_all(By::Css(options)).await? {
            if option.is_displayed().await? {
                return Ok(option.click().await?);
            }
        }
        bail!("the list {list} has no option “{value}”")
    }

    /// The text on the clipboard, read by pasting it into a field.
    pub async fn pasted(&self) -> Result<String> {
        let field = "const field = document.createElement('textarea');
            field.id = 'pasted';
            document.body.append(field);
            field.focus()";
        self.see::<()>(field).await?;
        self.press_with(Key::Control, 'v').await?;
        self.see(
            "const field = document.getElementById('pasted'); const { value } = field; field.remove(); return value",
        )
        .await
    }

    /// Puts the text “nothing was copied” on the clipboard.
    pub(crate) async fn copy_nothing(&self) -> Result<()> {
        let field = "const field = document.body.appendChild(document.createElement('textarea'));
            field.id = 'copied';
            field.value = 'nothing was copied';
            field.select()";
        self.see::<()>(field).await?;
        self.press_with(Key::Control, 'c').await?;
        self.see("document.getElementById('copied').remove()").await
    }
}
