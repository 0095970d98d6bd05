//! The articles and citations of a generated edition. Each article is cited, and every third figure has two articles.

use crate::choice::Choice;
use crate::subject::{Reported, Subject};
use crate::words::{HEADLINES, OPENINGS, PAPERS, place};

/// The articles, and the next one to cite.
pub(crate) struct Articles {
    count: usize,
    next: usize,
}

impl Articles {
    /// The articles for this number of figures: one for every four or five.
    pub(crate) fn of(figures: usize) -> Self {
        Self { count: (figures * 2 / 9).max(1), next: 0 }
    }

    /// The sources in the form of the data.
    pub(crate) fn written(&self) -> Vec<String> {
        (0..self.count).map(|article| source(article, self.count)).collect()
    }

    /// The citations of a figure. If `wrong`, the first quote contradicts the value.
    pub(crate) fn citations(&mut self, subject: &Subject, reported: &Reported, choice: Choice, wrong: bool) -> String {
        let first = self.turn();
        let quote = |reported: &Reported, purpose| {
            let behind = reported.behind.map_or(subject.thing.plural, |behind| behind);
            format!(
                "{} {} in {}",
                choice.among(&OPENINGS, purpose),
                reported.amount.said(reported.sign, behind),
                subject.place
            )
        };
        let mistaken = Reported { amount: reported.amount.mistaken(), ..*reported };
        let own = quote(if wrong { &mistaken } else { reported }, 60);
        let mut citations = vec![citation(first, &own, Some(subject.thing.done))];
        if choice.below(3, 61) == 0 && self.count > 1 {
            let step = 1 + choice.below(self.count as u64 - 1, 62) as usize;
            citations.push(citation((first + step) % self.count, &quote(reported, 63), None));
        }
        format!("\"citations\": [\n        {}\n      ]", citations.join(",\n        "))
    }

    /// The citation of an event.
    pub(crate) fn event(&mut self, quote: &str) -> String {
        format!("\"citations\": [\n        {}\n      ]", citation(self.turn(), quote, None))
    }

    fn turn(&mut self) -> usize {
        let turn = self.next % self.count;
        self.next += 1;
        turn
    }
}

fn citation(article: usize, quote: &str, wording: Option<&str>) -> String {
    let wording = wording.map(|word| format!(", \"wording\": {{ \"en\": \"“{word}”\" }}")).unwrap_or_default();
    format!("{{ \"source\": \"a-{article}\", \"quote\": \"{quote}\"{wording} }}")
}

/// An article. Some outlets have several articles, and every seventh article repeats the one before.
fn source(article: usize, count: usize) -> String {
    let choice = Choice::of(article);
    // The number of outlets is about three times the square root of the number of articles.
    let outlets = (count.isqrt() * 3).max(1);
    let outlet = article % outlets;
    let town = place(Choice::of(outlet), 70);
    let paper = PAPERS.get(outlet % PAPERS.len()).copied().unwrap_or("Post");
    let headline = choice.among(&HEADLINES, 72);
    let scene = place(choice, 73);
    let (year, month, day) = (2026, choice.between(1, 9, 75), choice.between(1, 28, 76));
    let address = format!(
        "{}-{}.example.org/{year}/{month:02}/{}-{article}",
        town.to_lowercase(),
        paper.to_lowercase(),
        scene.to_lowercase()
    );
    let mut lines = vec![
        format!("\"id\": \"a-{article}\""),
        "\"type\": \"article-newspaper\"".to_owned(),
        format!("\"title\": \"{headline} of {scene}\""),
        format!("\"container-title\": \"The Example {town} {paper}\""),
        format!("\"issued\": {{ \"date-parts\": [[{year}, {month}, {day}]] }}"),
        format!("\"URL\": \"https://{address}\""),
    ];
    if !article.is_multiple_of(3) {
        lines.push(format!(
            "\"archive_url\": \"https://archive.example.org/{year}{month:02}{day:02}/https://{address}\""
        ));
    }
    if article % 7 == 6 {
        lines.push(format!("\"repeats\": [\"a-{}\"]", article - 1));
    }
    format!("    {{\n      {}\n    }}", lines.join(",\n      "))
}
