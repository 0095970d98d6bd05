//! Every chart of the real data, at both frames, as the bytes that stand in the page. `UPDATE_EXPECT=1` writes them
//! anew; look at them before you commit.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use std::fs;
use std::path::Path;

use chart::{Frame, Plot};
use expect_test::expect_file;
use locale::Language;
use model::{Dashboard, Footnotes};

fn real() -> Dashboard {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/editions/cambodia/dashboard.json"))
        .unwrap();
    Dashboard::parse(&text).unwrap()
}

#[test]
fn every_chart_of_the_real_data_is_drawn_as_it_was() {
    let dashboard = real();
    let footnotes = Footnotes::of(&dashboard);
    let plot = Plot { dashboard: &dashboard, footnotes: &footnotes, language: Language::English };
    let golden = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden"));
    let mut drawn = Vec::new();
    for chart in &dashboard.charts {
        for frame in Frame::ALL {
            let name = format!("{}-{}.svg", chart.id, frame.name());
            expect_file![golden.join(&name)].assert_eq(&format!("{}\n", plot.scene(chart, frame).picture()));
            drawn.push(name);
        }
    }
    for file in fs::read_dir(golden).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(drawn.contains(&name), "{name} belongs to no chart: remove it");
    }
}
