//! The frames of a page, and what can be seen in them.

use anyhow::Result;
use serde_json::json;

use crate::window::Window;

impl Window {
    /// Brings a frame of the page into the window, and looks into it until something was done there.
    pub async fn within<T>(&self, frame: u16, look: impl AsyncFnOnce(&Self) -> Result<T>) -> Result<T> {
        self.see_with::<()>("document.querySelectorAll('iframe')[arguments[0]].scrollIntoView()", vec![json!(frame)])
            .await?;
        self.session.enter_frame(frame).await?;
        let looked = look(self).await;
        self.session.enter_default_frame().await?;
        looked
    }

    /// Waits until a frame is as high as what is in it, to two pixels, and has nothing to scroll.
    pub async fn fits(&self, frame: u16, what: &str) -> Result<()> {
        // A page without a height yet is not there yet.
        let script = "const root = document.documentElement;
            const over = document.querySelector('#evidence[data-open]')?.getBoundingClientRect().bottom ?? 0;
            const content = Math.max(root?.getBoundingClientRect().bottom ?? 0, over);
            return document.querySelector('.excerpt, .masthead, .missing') && root ? [innerHeight, Math.ceil(content), root.scrollHeight] : null";
        // While one page takes the place of another there is nothing to be measured.
        let fits = |sizes: &Option<(f64, f64, f64)>| {
            sizes
                .is_some_and(|(inner, content, scrolled)| (0.0..=2.0).contains(&(inner - content)) && scrolled <= inner)
        };
        let what =
            format!("{what}: the frame {frame} is as high as its content (inner height, content, to be scrolled)");
        self.within(frame, async |window| window.wait_until(&what, script, fits).await).await
    }
}
