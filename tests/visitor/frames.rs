//! Looks into the frames of a page.

use anyhow::Result;
use serde_json::json;

use crate::window::Window;

impl Window {
    /// Scrolls to a frame of the page, switches into it, calls `look`, and switches back.
    pub async fn within<T>(&self, frame: u16, look: impl AsyncFnOnce(&Self) -> Result<T>) -> Result<T> {
        self.see_with::<()>("document.querySelectorAll('iframe')[arguments[0]].scrollIntoView()", vec![json!(frame)])
            .await?;
        self.session.enter_frame(frame).await?;
        let looked = look(self).await;
        self.session.enter_default_frame().await?;
        looked
    }

    /// Waits until a frame has the height of its content, to two pixels, and cannot be scrolled.
    pub async fn fits(&self, frame: u16, what: &str) -> Result<()> {
        // Null while the page is loading.
        let script = "const root = document.documentElement;
            const over = document.querySelector('#evidence[data-open]')?.getBoundingClientRect().bottom ?? 0;
            const content = Math.max(root?.getBoundingClientRect().bottom ?? 0, over);
            return document.querySelector('.excerpt, .masthead, .missing') && root ? [innerHeight, Math.ceil(content), root.scrollHeight] : null";
        // During a navigation there is nothing to measure.
        let fits = |sizes: &Option<(f64, f64, f64)>| {
            sizes
                .is_some_and(|(inner, content, scrolled)| (0.0..=2.0).contains(&(inner - content)) && scrolled <= inner)
        };
        let what = format!(
            "{what}: frame {frame} has the height of its content (inner height, content height, scroll height)"
        );
        self.within(frame, async |window| window.wait_until(&what, script, fits).await).await
    }
}
