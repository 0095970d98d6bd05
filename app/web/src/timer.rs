//! A delayed action, which can be cancelled or delayed again (debounced).

use std::cell::RefCell;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::set_timeout_with_handle;

use crate::charge;

/// The waiting action, if there is one.
pub(crate) struct Timer(RefCell<Option<TimeoutHandle>>);

impl Timer {
    pub(crate) const fn new() -> Self {
        Self(RefCell::new(None))
    }

    /// Delays an action; it replaces the waiting one. It is dropped if the other program answers by then.
    pub(crate) fn wait(&self, time: Duration, then: impl FnOnce() + 'static) {
        let then = || {
            if charge::is_mine() {
                then();
            }
        };
        self.keep(set_timeout_with_handle(then, time).ok());
    }

    /// Cancels the waiting action.
    pub(crate) fn stop(&self) {
        self.keep(None);
    }

    fn keep(&self, handle: Option<TimeoutHandle>) {
        if let Some(old) = self.0.replace(handle) {
            old.clear();
        }
    }
}
