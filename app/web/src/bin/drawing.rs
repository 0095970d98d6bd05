//! The drawing program, which Trunk builds. Natively it does nothing.

fn main() {
    #[cfg(target_arch = "wasm32")]
    web::draw();
}
