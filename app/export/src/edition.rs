//! A dashboard about to be taken away, and its words in one language.

use locale::Language;
use model::{Chart, Dashboard, Figure, Footnotes, Formula, Piece, Prose, Text};

/// A dashboard about to be taken away: its figures and notes, the language, and where it is published.
#[derive(Clone, Copy, Debug)]
pub struct Edition<'a> {
    /// The checked data.
    pub dashboard: &'a Dashboard,
    /// Its notes.
    pub footnotes: &'a Footnotes<'a>,
    /// The language of what is printed; texts that are not translated stand in English.
    pub language: Language,
    /// Where it is published: an absolute address that ends in `/`. `None` where that is not known; then files are
    /// named by relative addresses, and what needs an address is left out.
    pub address: Option<&'a str>,
}

impl<'a> Edition<'a> {
    /// A text in the language of the edition.
    pub(crate) fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.in_language(self.language.tag())
    }

    /// A sentence with its figures printed in it.
    pub(crate) fn sentence(&self, prose: &Prose) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Figure(id) => self.dashboard.figure(id).map(|figure| self.printed(figure)).unwrap_or_default(),
        };
        prose.in_language(self.language.tag()).iter().map(piece).collect()
    }

    /// A figure's value as the page prints it.
    pub(crate) fn printed(&self, figure: &Figure) -> String {
        self.language.value(&figure.value, &figure.unit).to_string()
    }

    /// A formula in words: each operand as printed, with its name.
    pub(crate) fn formula(&self, formula: &Formula) -> String {
        let between = self.language.operation(formula.operation);
        let mut words = String::new();
        for figure in formula.operands.iter().filter_map(|id| self.dashboard.figure(id)) {
            if !words.is_empty() {
                words = words + " " + &between + " ";
            }
            words = words + &self.printed(figure) + " (" + self.text(figure.name()) + ")";
        }
        words
    }

    /// What a reader must be told of a figure that no longer stands as it did.
    pub(crate) fn standing(&self, figure: &Figure) -> Option<String> {
        self.language.standing(self.dashboard, figure)
    }

    /// The figures a chart draws, in its order.
    pub(crate) fn figures(&self, chart: &Chart) -> impl Iterator<Item = &'a Figure> {
        let dashboard = self.dashboard;
        chart.figures.iter().filter_map(move |id| dashboard.figure(id))
    }

    /// The address of a file of the edition: absolute where its own is known, else relative.
    pub(crate) fn file(&self, path: &str) -> String {
        self.address.unwrap_or_default().to_owned() + path
    }
}
