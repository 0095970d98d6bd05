//! A static view: a part of the page that is made once and not changed.
//!
//! For every view Leptos keeps the state to change it later, and for an `AnyView` the code for each kind of change. Nearly
//! all of this page is static. Converted at once into nodes (in the browser) or text (natively), it needs no such code,
//! which would be a tenth of the program.
//!
//! This file implements traits that Leptos uses internally, so its version is pinned in Cargo.toml: a newer version may
//! change them.

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
#[cfg(target_arch = "wasm32")]
use leptos::prelude::Mountable;
use leptos::prelude::{AddAnyAttr, Render, RenderHtml};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState};

#[cfg(target_arch = "wasm32")]
use made::Nodes as Made;
#[cfg(not(target_arch = "wasm32"))]
use made::Text as Made;

/// A finished view. It takes no more attributes, so adding one does not compile. This compiles:
/// ```
/// use leptos::prelude::*;
/// let still: web::Still = web::loading(statement::Language::default());
/// let page = view! { <main class="page">{still}</main> };
/// assert!(page.to_html().starts_with("<main class=\"page\"><"));
/// ```
///
/// This does not:
///
/// ```compile_fail
/// use leptos::prelude::*;
/// let still: web::Still = web::loading(statement::Language::default());
/// let page = still.add_any_attr(leptos::tachys::html::class::class("page"));
/// assert!(page.to_html().contains("page"));
/// ```
pub struct Still(Made);

/// Makes a view static.
pub(crate) trait IntoStill {
    /// Makes it.
    fn still(self) -> Still;
}

impl<T: RenderHtml> IntoStill for T {
    fn still(self) -> Still {
        Still(Made::of(self))
    }
}

impl Still {
    /// Appends it to an element. Leptos would keep the state to remove it again.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn put(mut self, home: &web_sys::Element) {
        self.0.mount(home, None);
    }

    /// Its text.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn into_html(self) -> String {
        self.0.0
    }
}

impl Render for Still {
    type State = Made;

    fn build(self) -> Self::State {
        self.0
    }

    fn rebuild(self, state: &mut Self::State) {
        *state = self.0;
    }
}

impl AddAnyAttr for Still {
    type Output<New: Attribute> = Self;

    fn add_any_attr<New: Attribute>(self, _: New) -> Self {
        // Evaluated for each attribute, while compiling.
        const { assert!(size_of::<New>() == usize::MAX, "a view that was made takes no attribute: give it to what is made") };
        self
    }
}

impl RenderHtml for Still {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        attributes: Vec<AnyAttribute>,
    ) {
        debug_assert!(attributes.is_empty(), "a view that was made takes no attribute");
        self.0.write(html);
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self::State {
        self.0
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// Nodes, in the browser.
#[cfg(target_arch = "wasm32")]
mod made {
    use leptos::prelude::{Mountable, Render, document};
    use send_wrapper::SendWrapper;
    use wasm_bindgen::JsCast;
    use web_sys::{DocumentFragment, Element, Node};

    /// Nodes without a place in the page yet.
    pub struct Nodes(SendWrapper<DocumentFragment>);

    impl Nodes {
        pub(super) fn of(view: impl Render) -> Self {
            let fragment = document().create_document_fragment();
            // Leptos mounts into an element; a fragment has the same methods.
            view.build().mount(fragment.unchecked_ref(), None);
            Self(SendWrapper::new(fragment))
        }

        pub(super) fn write(&self, _: &mut String) {}
    }

    impl Mountable for Nodes {
        fn unmount(&mut self) {}

        fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
            let placed = parent.insert_before(&self.0, marker);
            debug_assert!(placed.is_ok());
        }

        fn insert_before_this(&self, _: &mut dyn Mountable) -> bool {
            false
        }

        fn elements(&self) -> Vec<Element> {
            Vec::new()
        }
    }
}

/// Text, natively.
#[cfg(not(target_arch = "wasm32"))]
mod made {
    use leptos::prelude::{Mountable, RenderHtml};

    /// HTML.
    pub struct Text(pub(super) String);

    impl Text {
        pub(super) fn of(view: impl RenderHtml) -> Self {
            Self(view.to_html())
        }

        pub(super) fn write(&self, html: &mut String) {
            html.push_str(&self.0);
        }
    }

    impl Mountable for Text {
        fn unmount(&mut self) {}

        fn mount(
            &mut self,
            _: &leptos::tachys::renderer::types::Element,
            _: Option<&leptos::tachys::renderer::types::Node>,
        ) {
        }

        fn insert_before_this(&self, _: &mut dyn Mountable) -> bool {
            false
        }

        fn elements(&self) -> Vec<leptos::tachys::renderer::types::Element> {
            Vec::new()
        }
    }
}
