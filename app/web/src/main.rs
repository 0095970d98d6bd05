//! The program that Trunk builds: it starts the page. Natively it does nothing.

fn main() {
    #[cfg(target_arch = "wasm32")]
    web::start();
}
