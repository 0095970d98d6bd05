//! Links to the files that the press writes beside the page.

use leptos::prelude::*;
use model::{Chart, Place};
use statement::{Account, Message};

use crate::link;
use crate::still::{IntoStill, Still};

/// The files of the whole page, and how to cite it. `printed` is the day of the edition that they belong to, if it is not
/// the one shown.
pub(crate) fn section(plot: &Account<'_>, printed: Option<&str>) -> Still {
    let language = plot.language;
    let files = [
        ("figures.csv", language.say(Message::FiguresTable)),
        ("data/dashboard.json", language.say(Message::DataFile)),
        ("datapackage.json", language.say(Message::DataPackage)),
        ("sources.bib", language.say(Message::SourcesAs { format: "BibTeX" })),
        ("sources.ris", language.say(Message::SourcesAs { format: "RIS" })),
        ("sources.csl.json", language.say(Message::SourcesAs { format: "CSL-JSON" })),
        ("standalone.html", language.say(Message::Standalone)),
    ];
    let files: Vec<Still> = files
        .into_iter()
        .map(|(address, name)| view! { <li><a href=address download="">{name}</a></li> }.still())
        .collect();
    let other = match (printed, plot.dashboard.horizon) {
        (Some(date), _) => Some(language.say(Message::FilesOf { date })),
        (None, Some(_)) => Some(language.say(Message::FilesOfNow)),
        (None, None) => None,
    };
    let other = other.map(|words| view! { " "{words} });
    view! {
        <section class="section" id="download" aria-labelledby="download-title">
            <div class="opening">
                <h2 id="download-title">{language.say(Message::TakeAway)}</h2>
                <p class="summary">{language.say(Message::TakeAwayIntro)}{other}</p>
            </div>
            <div class="body">
                <ul class="files">
                    {files}
                    <li>{link::within("cite/dashboard.html".into(), language.say(Message::CiteDashboard))}</li>
                    <li>{link::within("share/dashboard.html".into(), language.say(Message::EmbedDashboard))}</li>
                </ul>
            </div>
        </section>
    }
    .still()
}

/// The files of a chart.
pub(crate) fn chart(plot: &Account<'_>, chart: &Chart) -> Still {
    let place = Place::Chart(&chart.id);
    let files = [("png", plot.say(Message::Picture)), ("svg", "SVG".to_owned()), ("csv", plot.say(Message::Data))];
    let files: Vec<Still> =
        files.into_iter().map(|(ending, name)| file(format!("charts/{}.{ending}", chart.id), name)).collect();
    view! { <p class="take">{slide(plot, &chart.id)}{files}{embed(plot, place)}" "{cite(plot, place)}</p> }.still()
}

/// The picture for a slide of this name.
pub(crate) fn slide(plot: &Account<'_>, name: &str) -> Still {
    file(format!("slides/{name}.png"), plot.say(Message::Slide))
}

/// A file to save.
fn file(address: String, name: String) -> Still {
    view! { <a href=address download="">{name}</a>" " }.still()
}

/// A link to how a figure or chart is cited.
pub(crate) fn cite(plot: &Account<'_>, place: Place<'_>) -> Still {
    link::within(format!("cite/{}.html", place.anchor()), plot.language.say(Message::Cite))
}

/// A link to how a figure or chart is embedded.
pub(crate) fn embed(plot: &Account<'_>, place: Place<'_>) -> Still {
    link::within(format!("share/{}.html", place.anchor()), plot.language.say(Message::Embed))
}
