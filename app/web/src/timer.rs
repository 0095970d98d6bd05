//! Something that is put off, until it is done or put off anew.

use std::cell::RefCell;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::set_timeout_with_handle;

/// What waits, if anything does.
pub(crate) struct Timer(RefCell<Option<TimeoutHandle>>);

impl Timer {
    pub(crate) const fn new() -> Self {
        Self(RefCell::new(None))
    }

    /// Puts something off, in the place of what waited before.
    pub(crate) fn wait(&self, time: Duration, then: impl FnOnce() + 'static) {
        self.keep(set_timeout_with_handle(then, time).ok());
    }

    /// Drops what waits.
    pub(crate) fn stop(&self) {
        self.keep(None);
    }

    fn keep(&self, handle: Option<TimeoutHandle>) {
        if let Some(old) = self.0.replace(handle) {
            old.clear();
        }
    }
}
