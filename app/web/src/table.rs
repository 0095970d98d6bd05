//! The figures of a chart as a table: the same values, for readers who prefer text.

use leptos::prelude::*;
use model::{Chart, Event, Figure, Kind, Marker, Note, Place, Source};
use statement::{Account, Isolated, Message, Worded, basis};

use crate::apart::words;
use crate::row::{home, more};
use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{card, localities, marker, prose, wording};

/// The table of a chart, folded.
pub(crate) fn table(plot: &Account<'_>, chart: &Chart, setting: Setting<'_>) -> Still {
    let language = plot.language;
    let title = language.say(Message::TableOf { title: chart.title.in_language(language.tag()) });
    let column = |message, by| (language.say(message), by);
    let (head, rows): (Vec<(String, By)>, Vec<Still>) = match chart.kind {
        Kind::Timeline => {
            let head = vec![column(Message::ColumnEvent, By::Words), column(Message::ColumnDate, By::Date)];
            (head, plot.events(chart).into_iter().map(|event| event_row(plot, event, None)).collect())
        }
        Kind::Spans => {
            let head = vec![
                column(Message::ColumnWhat, By::Words),
                column(Message::ColumnWhen, By::Date),
                column(Message::ColumnValue, By::Value),
                column(Message::ColumnSaidBy, By::Words),
            ];
            let (figures, events) = (plot.figures(chart), plot.events(chart));
            // Without figures the last columns are left out.
            let head = head.into_iter().take(if figures.is_empty() { 2 } else { 4 }).collect();
            let events = events.into_iter().map(|event| {
                let rest = (!figures.is_empty()).then(|| view! { <td class="none"></td><td class="none"></td> });
                event_row(plot, event, rest.map(IntoStill::still))
            });
            let mut rows: Vec<Still> = events.collect();
            rows.extend(figures.into_iter().map(|figure| span_row(plot, chart, figure, setting)));
            (head, rows)
        }
        Kind::Matrix => {
            let notes = plot.reporting(chart);
            let mut head = vec![column(Message::ColumnFigure, By::Words)];
            head.extend(notes.iter().map(|note| (plot.brief(note.source), By::Article(note.number))));
            (
                head,
                plot.by_origins(chart)
                    .into_iter()
                    .map(|figure| matrix_row(plot, chart, figure, &notes, setting))
                    .collect(),
            )
        }
        Kind::Wording => {
            let head = vec![column(Message::ColumnFigure, By::Words), column(Message::ColumnWords, By::Words)];
            (head, plot.figures(chart).into_iter().map(|figure| wording_row(plot, chart, figure, setting)).collect())
        }
        Kind::Map => {
            let head = vec![
                column(Message::ColumnPlace, By::Words),
                column(Message::ColumnPrecision, By::Words),
                column(Message::ColumnSaid, By::Words),
            ];
            (head, localities::rows(plot, chart, setting))
        }
        Kind::Flow => {
            let head = vec![
                column(Message::ColumnFigure, By::Words),
                column(Message::ColumnSaidBy, By::Words),
                column(Message::ColumnReportedBy, By::Words),
                column(Message::ColumnRepeatedBy, By::Words),
            ];
            (head, plot.figures(chart).into_iter().map(|figure| flow_row(plot, chart, figure, setting)).collect())
        }
        _ => {
            let mut head = vec![
                column(Message::ColumnFigure, By::Words),
                column(Message::ColumnValue, By::Value),
                column(Message::ColumnAsOf, By::Date),
                column(Message::ColumnSaidBy, By::Words),
            ];
            if !chart.groups.is_empty() {
                head.push(column(Message::ColumnGroup, By::Words));
            }
            (head, plot.figures(chart).into_iter().map(|figure| figure_row(plot, chart, figure, setting)).collect())
        }
    };
    let name = title.clone();
    let id = format!("{}-table", Place::Chart(&chart.id).anchor());
    let head =
        head.into_iter().map(|(name, by)| view! { <th scope="col" data-by=by.name()>{words(&name)}</th> }.still());
    let head: Vec<Still> = head.collect();
    view! {
        <details class="table" id=id>
            <summary>{language.say(Message::ShowTable)}</summary>
            <div class="scroll" role="region" tabindex="0" aria-label=name>
                <table>
                    <caption>{words(&title)}</caption>
                    <thead><tr>{head}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .still()
}

/// The keys by which rows can be sorted.
enum By {
    /// The words of the column, which is the default.
    Words,
    /// By the values of the figures.
    Value,
    /// The dates of the events, or the times of the figures.
    Date,
    /// The values that the article of this number gives.
    Article(usize),
}

impl By {
    fn name(&self) -> Option<String> {
        match self {
            Self::Words => None,
            Self::Value => Some("value".into()),
            Self::Date => Some("date".into()),
            Self::Article(number) => Some(number.to_string()),
        }
    }
}

fn figure_row(plot: &Account<'_>, chart: &Chart, figure: &Figure, setting: Setting<'_>) -> Still {
    let Cells { value, time, who } = cells(plot, chart, figure);
    view! {
        <tr id=home(plot, chart, figure) data-row=figure.id.clone() data-basis=basis(figure)>
            <th scope="row">{words(plot.text(&figure.label))}{more(plot, chart, figure, setting)}</th>
            {value}{time}{who}
            {group(plot, chart, figure)}
        </tr>
    }
    .still()
}

/// The group of a figure, in a chart that has groups.
fn group(plot: &Account<'_>, chart: &Chart, figure: &Figure) -> Option<Still> {
    let group = chart.groups.iter().find(|group| group.figures.contains(&figure.id))?;
    Some(view! { <td>{words(plot.text(&group.title))}</td> }.still())
}

/// A total on an axis of time: its dates first.
fn span_row(plot: &Account<'_>, chart: &Chart, figure: &Figure, setting: Setting<'_>) -> Still {
    let Cells { value, time, who } = cells(plot, chart, figure);
    view! {
        <tr id=home(plot, chart, figure) data-row=figure.id.clone() data-basis=basis(figure)>
            <th scope="row">{words(plot.text(&figure.label))}{more(plot, chart, figure, setting)}</th>
            {time}{value}{who}
        </tr>
    }
    .still()
}

/// The facts of a figure, each in a cell.
struct Cells {
    value: Still,
    time: Still,
    who: Still,
}

fn cells(plot: &Account<'_>, chart: &Chart, figure: &Figure) -> Cells {
    let who = figure.said_by.as_ref().map(|who| plot.text(who).to_owned()).unwrap_or_default();
    let who = match plot.represented(figure) {
        Some(body) => plot.say(Message::SpeakerFor { who: &who, body }),
        None if figure.is_derived() => plot.say(Message::Computed),
        None => who,
    };
    // The remark includes the status, and whether it is an allegation.
    let (phrase, _) = plot.stated(figure).into_parts();
    Cells {
        value: view! {
            <td>{words(&phrase.to_string())}{marker::marker(plot, &figure.id)}{prose::remark(plot.remark_in(chart, figure))}</td>
        }
        .still(),
        time: view! { <td>{plot.time(figure).unwrap_or_default()}</td> }.still(),
        who: view! { <td>{words(&who)}</td> }.still(),
    }
}

fn event_row(plot: &Account<'_>, event: &Event, rest: Option<Still>) -> Still {
    let note = event.note.as_ref().map(|note| view! { <p class="note">{prose::prose(plot, note)}</p> });
    // The note covers a single citation without a date of its own.
    let several = event.citations.iter().count() > 1 || event.citations.iter().any(|citation| citation.date.is_some());
    let wordings = several.then(|| wording::wordings(plot, &event.id));
    view! {
        <tr data-row=event.id.clone()>
            <th scope="row">{words(plot.text(&event.label))}{note}{wordings}</th>
            <td>{plot.language.date(&event.date)}{marker::marker(plot, &event.id)}</td>
            {rest}
        </tr>
    }
    .still()
}

fn matrix_row(plot: &Account<'_>, chart: &Chart, figure: &Figure, notes: &[&Note<'_>], setting: Setting<'_>) -> Still {
    let cells: Vec<Still> = notes.iter().map(|note| matrix_cell(plot, figure, note)).collect();
    view! {
        <tr id=home(plot, chart, figure) data-row=figure.id.clone() data-basis=basis(figure)>
            <th scope="row">{words(plot.text(figure.name()))}{card::standing(plot, figure, setting)}{more(plot, chart, figure, setting)}</th>
            {cells}
        </tr>
    }
    .still()
}

fn wording_row(plot: &Account<'_>, chart: &Chart, figure: &Figure, setting: Setting<'_>) -> Still {
    let Some(figure) = plot.dashboard.figure(&figure.id) else { return ().still() };
    let markers = plot.footnotes.markers(&figure.id);
    let mut rungs = Vec::new();
    for rung in chart::ladder(plot, figure) {
        let own: Vec<Marker<'_>> =
            markers.iter().filter(|marker| marker.source.id == rung.source.id).cloned().collect();
        let worded: Vec<Still> = rung.wordings.iter().map(worded).collect();
        let instead = rung.wordings.iter().filter_map(|wording| wording.instead.as_ref());
        let instead: Vec<Still> = instead
            .map(|phrase| view! { ", "<strong>{words(&plot.say(Message::Differs { phrase }))}</strong> }.still())
            .collect();
        rungs.push(
            view! { <p>{words(&plot.brief(rung.source))}{marker::of(plot, &own)}": "{worded}{instead}</p> }.still(),
        );
    }
    view! {
        <tr id=home(plot, chart, figure) data-row=figure.id.clone() data-basis=basis(figure)>
            <th scope="row">{words(plot.text(figure.name()))}{card::standing(plot, figure, setting)}{more(plot, chart, figure, setting)}</th>
            <td>{rungs}</td>
        </tr>
    }
    .still()
}

/// A wording, its marked words bold and underlined.
fn worded(wording: &Worded) -> Still {
    let mut parts = Vec::new();
    for run in wording.words.chunk_by(|one, other| one.changed == other.changed) {
        let changed = run.iter().any(|piece| piece.changed);
        let space = run.first().filter(|piece| piece.spaced).map(|_| " ");
        let text = Worded { words: run.to_vec(), instead: None }.text();
        parts.push(match changed {
            true => view! { {space}<u><b>{text}</b></u> }.still(),
            false => view! { {space}{text} }.still(),
        });
    }
    view! { <bdi>{parts}</bdi>" " }.still()
}

fn flow_row(plot: &Account<'_>, chart: &Chart, figure: &Figure, setting: Setting<'_>) -> Still {
    let Some(figure) = plot.dashboard.figure(&figure.id) else { return ().still() };
    let way = plot.way(figure);
    let repeats: Vec<&Source> = way.repeats.iter().map(|(source, _)| *source).collect();
    let mut who = way.teller.name.map_or_else(|| plot.say(Message::NobodyNamed), str::to_owned);
    if way.teller.party {
        who = format!("{}, {}", Isolated(&who), plot.say(Message::Party));
    }
    let named = |articles: &[&Source]| {
        let markers = plot.footnotes.markers(&figure.id).into_iter();
        let own = markers.filter(|marker| articles.iter().any(|source| source.id == marker.source.id));
        let own: Vec<Marker<'_>> = own.collect();
        view! { <td>{words(&plot.named(articles))}{marker::of(plot, &own)}</td> }.still()
    };
    view! {
        <tr id=home(plot, chart, figure) data-row=figure.id.clone() data-basis=basis(figure)>
            <th scope="row">{words(plot.text(figure.name()))}{card::standing(plot, figure, setting)}{more(plot, chart, figure, setting)}</th>
            <td>{words(&who)}</td>
            {named(&way.origins)}
            {if repeats.is_empty() { view! { <td class="none">{plot.say(Message::NotRepeated)}</td> }.still() } else { named(&repeats) }}
        </tr>
    }
    .still()
}

/// The passages of one article about a figure.
fn matrix_cell(plot: &Account<'_>, figure: &Figure, note: &Note<'_>) -> Still {
    let language = plot.language;
    let says: Vec<Still> = figure
        .citations()
        .filter(|citation| citation.source == note.source.id)
        .map(|citation| {
            let value = citation.value.unwrap_or(figure.value);
            // The status is in the head of the row.
            let value = plot.bare(&value, &figure.unit).to_string();
            let wording = citation.wording.as_ref().map(|own| format!(": {}", Isolated(plot.text(own))));
            view! { <p>{words(&(value + &wording.unwrap_or_default()))}</p> }.still()
        })
        .collect();
    if says.is_empty() {
        return view! { <td class="none">{language.say(Message::NotReported)}</td> }.still();
    }
    let markers = plot.footnotes.markers(&figure.id).into_iter();
    let markers: Vec<Marker<'_>> = markers.filter(|marker| marker.number == note.number).collect();
    view! { <td>{says}{marker::of(plot, &markers)}</td> }.still()
}
