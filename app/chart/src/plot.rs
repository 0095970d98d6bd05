//! What every kind of chart is drawn from.

use locale::{Language, Message};
use model::{Chart, Dashboard, Event, Figure, Footnotes, Formula, Note, Piece, Prose, Text};

use crate::canvas::Canvas;
use crate::frame::Frame;
use crate::kind;
use crate::scene::{Reference, Scene};

/// A dashboard about to be drawn: its figures, their notes, and the language to write in.
#[derive(Clone, Copy)]
pub struct Plot<'a> {
    /// The checked data.
    pub dashboard: &'a Dashboard,
    /// Its notes.
    pub footnotes: &'a Footnotes<'a>,
    /// The language of labels and descriptions.
    pub language: Language,
}

impl<'a> Plot<'a> {
    /// Lays a chart out for a frame.
    pub fn scene(&self, chart: &Chart, frame: Frame) -> Scene {
        let mut canvas = Canvas::new(frame.width());
        let height = kind::draw(self, chart, frame, &mut canvas);
        let (ground, marks, references) = canvas.finish();
        Scene {
            chart: chart.id.clone(),
            frame,
            height,
            title: chart.title.in_language(self.language.tag()).to_owned(),
            description: self.description(chart),
            ground,
            marks,
            references,
        }
    }

    /// A sentence with its figures printed in it.
    pub fn sentence(&self, prose: &Prose) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Figure(id) => self.dashboard.figure(id).map(|figure| self.printed(figure)).unwrap_or_default(),
        };
        prose.in_language(self.language.tag()).iter().map(piece).collect()
    }

    /// A figure's value in words.
    pub fn printed(&self, figure: &Figure) -> String {
        self.language.value(&figure.value, &figure.unit).to_string()
    }

    /// A figure in one breath: value, unit and label.
    pub fn told(&self, figure: &Figure) -> String {
        format!("{} {}", self.printed(figure), figure.label.in_language(self.language.tag()))
    }

    /// A formula with the values of its operands.
    pub fn spelled(&self, formula: &Formula) -> String {
        let operands = formula.operands.iter().filter_map(|id| self.dashboard.figure(id));
        let operands: Vec<String> = operands.map(|figure| self.printed(figure)).collect();
        operands.join(&format!(" {} ", self.language.operation(formula.operation)))
    }

    /// An event in one breath: date and label.
    pub fn dated(&self, event: &Event) -> String {
        format!("{}: {}", self.language.date(&event.date), event.label.in_language(self.language.tag()))
    }

    /// The figures a chart draws.
    pub fn figures(&self, chart: &Chart) -> Vec<&'a Figure> {
        chart.figures.iter().filter_map(|id| self.dashboard.figure(id)).collect()
    }

    /// The events a chart draws.
    pub fn events(&self, chart: &Chart) -> Vec<&'a Event> {
        chart.events.iter().filter_map(|id| self.dashboard.event(id)).collect()
    }

    /// The notes of the articles that report any figure of a chart, by number.
    pub fn reporting(&self, chart: &Chart) -> Vec<&'a Note<'a>> {
        let figures = self.figures(chart);
        let reports =
            |source: &str| figures.iter().any(|figure| figure.citations().any(|citation| citation.source == source));
        self.footnotes.notes().iter().filter(|note| reports(&note.source.id)).collect()
    }

    /// The markers of a figure or event as they stand in a picture, without their places.
    pub(crate) fn references(&self, item: &str, what: &Text) -> Vec<Reference> {
        let what = what.in_language(self.language.tag());
        let reference = |marker: model::Marker<'_>| Reference {
            at: (0, 0),
            number: marker.number,
            words: self.language.say(Message::MarkerLabelOn {
                number: marker.number,
                outlet: marker.source.short_name(),
                what,
            }),
            anchor: marker.anchor,
        };
        self.footnotes.markers(item).into_iter().map(reference).collect()
    }

    /// The finding and every mark, for who cannot see the picture.
    fn description(&self, chart: &Chart) -> String {
        let mut words = vec![self.sentence(&chart.finding)];
        words.extend(self.figures(chart).into_iter().map(|figure| self.told(figure) + "."));
        words.extend(self.events(chart).into_iter().map(|event| self.dated(event) + "."));
        words.join(" ")
    }
}
