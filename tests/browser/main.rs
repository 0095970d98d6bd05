//! End-to-end tests of the built page in real browsers.
//!
//! `cargo test -p tests --test browser` runs them in headless Chromium. The library `visitor` starts the browsers and the
//! server, and documents the environment variables with their paths.

mod neighbour;
mod nginx;
mod pasting;

mod accessibility;
mod asked;
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
mod finding;
mod first;
mod following;
mod forgery;
mod fragments;
mod fresh;
mod glance;
mod handover;
mod head;
mod hosts;
mod isolated;
mod key;
mod keyboard;
mod layout;
mod letters;
mod notes;
mod page;
mod paper;
mod prerendered;
mod privacy;
mod scales;
mod sentences;
mod standalone;
mod strict;
mod tables;
mod translated;
mod walking;
