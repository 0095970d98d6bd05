//! Somebody who visits the built page with a real browser: what the tests in `browser` and the smoke test share.
//!
//! The environment may say where things are:
//!
//! | variable | names | otherwise |
//! | --- | --- | --- |
//! | `FOOTNOTED_DIST` | the built page | `dist/` |
//! | `FOOTNOTED_LETTERS` | the built page of `tests/editions/letters` | it is not tried |
//! | `FOOTNOTED_CHROMEDRIVER` | ChromeDriver | `chromedriver` on the path |
//! | `FOOTNOTED_CHROMIUM` | Chromium of the same version | `chromium` on the path |
//! | `FOOTNOTED_FIREFOX` | Firefox | it is not tried |
//! | `FOOTNOTED_GECKODRIVER` | geckodriver | Firefox is not tried |
//! | `FOOTNOTED_NGINX` | nginx with `brotli_static` | it is not tried |
//! | `FOOTNOTED_AXE` | axe-core's `axe.min.js` | its rules are not checked |

pub mod browser;
pub mod chromium;
pub mod dataset;
pub mod findings;
pub mod firefox;
pub mod frames;
pub mod gaps;
pub mod hands;
pub mod host;
pub mod place;
pub mod reader;
pub mod scratch;
pub mod window;

mod driver;
mod line;
mod shelf;
