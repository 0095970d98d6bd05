//! The built page in a real browser, as its readers meet it.
//!
//! `cargo test -p tests --test browser` drives headless Chromium through the tests of this folder.
//! Each test has a browser and a server of its own, so none can see what another left behind, and
//! both end with the test, also when it fails. The environment may say where things are:
//!
//! | variable | names | otherwise |
//! | --- | --- | --- |
//! | `FOOTNOTED_DIST` | the built page | `dist/` |
//! | `FOOTNOTED_CHROMEDRIVER` | ChromeDriver | `chromedriver` on the path |
//! | `FOOTNOTED_CHROMIUM` | Chromium of the same version | `chromium` on the path |
//! | `FOOTNOTED_FIREFOX` | Firefox | it is not tried |
//! | `FOOTNOTED_GECKODRIVER` | geckodriver | Firefox is not tried |
//! | `FOOTNOTED_NGINX` | nginx with `brotli_static` | it is not tried |
//! | `FOOTNOTED_AXE` | axe-core's `axe.min.js` | its rules are not checked |

mod chromium;
mod dataset;
mod driver;
mod findings;
mod firefox;
mod gaps;
mod hands;
mod host;
mod neighbour;
mod nginx;
mod pasting;
mod place;
mod reader;
mod scratch;
mod window;

mod accessibility;
mod asking;
mod charts;
mod choices;
mod colours;
mod desk;
mod dialog;
mod embedding;
mod evidence;
mod excerpts;
mod exit;
mod failures;
mod following;
mod forgery;
mod fresh;
mod keyboard;
mod layout;
mod notes;
mod page;
mod prerendered;
mod privacy;
mod scales;
mod sentences;
mod standalone;
mod strict;
mod tables;
mod walking;
