//! Opens the built page in real browsers: the code that the tests in `browser` and the smoke test share.
//!
//! Environment variables give the paths of programs and folders:
//!
//! | variable | path of | default |
//! | --- | --- | --- |
//! | `FOOTNOTED_DIST` | the built page | `dist/` |
//! | `FOOTNOTED_LETTERS` | the built page of `tests/editions/letters` | its tests are skipped |
//! | `FOOTNOTED_CHROMEDRIVER` | ChromeDriver | `chromedriver` on the PATH |
//! | `FOOTNOTED_CHROMIUM` | Chromium of the same version | `chromium` on the PATH |
//! | `FOOTNOTED_FIREFOX` | Firefox | its tests are skipped |
//! | `FOOTNOTED_GECKODRIVER` | geckodriver | the tests in Firefox are skipped |
//! | `FOOTNOTED_NGINX` | nginx with `brotli_static` | its tests are skipped |
//! | `FOOTNOTED_AXE` | `axe.min.js` of axe-core | its rules are not checked |

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

mod connection;
mod driver;
mod measures;
mod pool;
