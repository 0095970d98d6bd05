//! Makes the proposals for an article, in reading order.

use std::collections::BTreeSet;
use std::ops::Range;

use model::{Date, Day};

use crate::article::Article;
use crate::grammar::{Dating, Quantity};

use super::amount;
use super::attribution;
use super::clip::clip;
use super::compared::Compared;
use super::counted;
use super::divide;
use super::doubt::{self, LONGEST};
use super::falls;
use super::furniture;
use super::known::Shelved;
use super::moment::moment;
use super::near::Near;
use super::piece;
use super::proposed::{Mark, Proposals, ProposedEvent, ProposedFigure, Refusal, Request};
use super::sift;
use super::spots::Spots;

/// The number of proposals that are made of each kind.
const MOST: usize = 2000;

/// In words. A date alone does not say what happened then, so its quote is longer.
const OF_A_FIGURE: usize = 4;
const OF_AN_EVENT: usize = 9;

/// In bytes. A date in digits so near to the begin of a text is that of the article.
const STAMP: usize = 60;

/// In bytes. Dates further from a number do not include it.
const BESIDE: usize = 20;

/// Reads an article.
///
/// # Errors
/// If the text is too long for an article, or the data file is not JSON.
pub fn propose(request: &Request<'_>) -> Result<Proposals, Refusal> {
    if request.text.len() > LONGEST {
        return Err(Refusal::Text(doubt::too_long(request.text.len())));
    }
    let shelved = request.file.map(Shelved::of).transpose().map_err(Refusal::File)?.unwrap_or_default();
    let article = Article::of(request.text);
    let spots = Spots::of(article.plain());
    let own = shelved.sources.get(request.source);
    let issued = request.issued.or_else(|| own?.issued.as_ref()?.day());
    let compared = Compared::of((&article, &spots), (request.source, issued), &shelved, request.others);
    let reader = Reader { article: &article, spots: &spots, issued };
    let mut proposals = Proposals {
        source: request.source.into(),
        issued,
        remarks: doubt::remarks(request, &shelved, issued, &compared.missing),
        ..Proposals::default()
    };
    let sentences = reader.sentences();
    let mut taken: BTreeSet<String> = shelved.ids.iter().cloned().collect();
    let mut dated = BTreeSet::new();
    for quantity in &article.parsed().quantities {
        let Some((sentence, title_case)) = holding(&sentences, &quantity.core) else { continue };
        let part = divide::around(article.text(), sentence, &quantity.span);
        let near = Near::of(quantity, article.plain(), &part);
        if !amount::is_sound(quantity) || !sift::is_figure(&near, reader.dates(&quantity.span, BESIDE), title_case) {
            continue;
        }
        if proposals.figures.len() == MOST {
            proposals.left_out += 1;
            continue;
        }
        let mut figure = reader.figure(&near, &part, &mut dated);
        figure.repeats = compared.repeats(&quantity.core, &part);
        figure.mark = compared.mark(&figure, quantity, &part);
        figure.json = piece::figure(&figure, request.source, &mut taken);
        proposals.figures.push(figure);
    }
    for said in article.parsed().dates.iter().filter(|said| !dated.contains(&said.span.start)) {
        let Some((sentence, _)) = holding(&sentences, &said.span) else { continue };
        let part = divide::around(article.text(), sentence, &said.span);
        let Some(mut event) = reader.event(said, &part) else { continue };
        if proposals.events.len() == MOST {
            proposals.left_out += 1;
            continue;
        }
        event.repeats = compared.repeats(&said.span, &part);
        event.mark = compared.mark_of_event(&event, &said.span);
        event.json = piece::event(&event, request.source, &mut taken);
        proposals.events.push(event);
    }
    reader.number_lines(&mut proposals);
    Ok(proposals)
}

/// An article while it is read.
struct Reader<'a> {
    article: &'a Article,
    spots: &'a Spots,
    issued: Option<Day>,
}

impl Reader<'_> {
    /// The sentences that do not belong to the page around the article, each with whether it has capitals like a headline.
    fn sentences(&self) -> Vec<(Range<usize>, bool)> {
        let text = self.article.text();
        let lines = divide::lines(self.article.plain());
        let words: Vec<&str> = lines.iter().map(|line| text.get(line.clone()).unwrap_or_default()).collect();
        let furniture = furniture::of(&words);
        let article = lines.iter().zip(furniture).filter(|(_, furniture)| !furniture).map(|(line, _)| line);
        let sentences = article.flat_map(|line| divide::sentences(text, line));
        let in_capitals = |place: &Range<usize>| divide::is_in_title_case(text.get(place.clone()).unwrap_or_default());
        sentences.map(|place| (place.clone(), in_capitals(&place))).collect()
    }

    /// The dates at most this many bytes from a part of the text.
    fn dates(&self, part: &Range<usize>, beside: usize) -> &[Dating] {
        let dates = &self.article.parsed().dates;
        let from = dates.partition_point(|date| date.span.end + beside < part.start);
        let to = dates.partition_point(|date| date.span.start < part.end + beside);
        dates.get(from..to.max(from)).unwrap_or_default()
    }

    /// A quantity as a figure; its place in the sentence is `part`. Dates that are its time are added to `dated`.
    fn figure(&self, near: &Near<'_>, part: &Range<usize>, dated: &mut BTreeSet<usize>) -> ProposedFigure {
        let quantity = near.quantity;
        let sentence = self.article.text().get(part.clone()).unwrap_or_default();
        let minus = self.has_minus(&quantity.core);
        let fall = falls::is_fall(near, minus);
        let value = if fall { amount::below_zero(&quantity.value()) } else { quantity.value() };
        let (as_of, since) = self.time(quantity, part, dated);
        ProposedFigure {
            value: amount::rounded(value),
            unit: counted::unit(near, sentence),
            words: self.original(&quantity.span),
            place: quantity.span.clone(),
            sentence: self.original(part),
            line: 0,
            clip: clip((self.article, self.spots), part, &self.to_quote(quantity, part, fall && !minus), OF_A_FIGURE),
            as_of,
            since,
            said_by: attribution::speaker(sentence, quantity.core.start.saturating_sub(part.start)),
            doubts: doubt::doubts(near, fall && !minus),
            mark: Mark::New,
            repeats: Vec::new(),
            json: String::new(),
        }
    }

    /// A date as an event, if its sentence says that something happened then.
    fn event(&self, said: &Dating, part: &Range<usize>) -> Option<ProposedEvent> {
        let sentence = self.article.text().get(part.clone())?;
        // A line of a date and a name dates the page.
        let before = self.article.text().get(part.start..said.span.start).unwrap_or_default();
        let stamp = said.span.start < STAMP
            && self.original(&said.span).bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let alone = said.span.len() * 2 > part.len() || sentence.split(' ').count() < 5 || stamp;
        let vague =
            said.years_on.is_some() && said.month.is_none() || before.to_lowercase().trim_end().ends_with("as of");
        let date = moment(said, self.issued).filter(|_| !alone && !vague)?;
        Some(ProposedEvent {
            date,
            words: self.original(&said.span),
            sentence: self.original(part),
            line: 0,
            clip: clip((self.article, self.spots), part, &said.span, OF_AN_EVENT),
            mark: Mark::New,
            repeats: Vec::new(),
            json: String::new(),
        })
    }

    /// What a quote must have: the quantity with its hedges, and for a fall the words beside it, which say so.
    fn to_quote(&self, quantity: &Quantity, part: &Range<usize>, fall: bool) -> Range<usize> {
        if !fall {
            return quantity.span.clone();
        }
        let text = self.article.text();
        let before = text.get(part.start..quantity.span.start).unwrap_or_default();
        let from = before.rmatch_indices(' ').nth(3).map_or(part.start, |(at, _)| part.start + at + 1);
        let behind = text.get(quantity.span.end..part.end).unwrap_or_default();
        let to = behind.match_indices([' ', ',', '.']).nth(1).map_or(part.end, |(at, _)| quantity.span.end + at);
        from..to.max(quantity.span.end)
    }

    /// The time to which a quantity applies, and since when it counts: from its sentence, else from the article.
    fn time(
        &self,
        quantity: &Quantity,
        part: &Range<usize>,
        dated: &mut BTreeSet<usize>,
    ) -> (Option<Date>, Option<Date>) {
        let text = self.article.text();
        let (mut as_of, mut since) = (None, None);
        for said in self.dates(part, 0).iter().filter(|said| part.start <= said.span.start && said.span.end <= part.end)
        {
            let Some(date) = moment(said, self.issued) else { continue };
            let before = text.get(part.start..said.span.start).unwrap_or_default().trim_end().to_lowercase();
            if said.since && !before.ends_with("as of") {
                since = since.or_else(|| Date::parse(date.to_string().trim_end_matches("/..")));
                continue;
            }
            let leads = ["as of", "as at", "by", "up to", "until", "at the end of"];
            // "$4.57 billion in 2023": the year follows the amount in its clause.
            let gap = text.get(quantity.span.end..said.span.start).unwrap_or(",");
            let year = said.year.is_some() && said.month.is_none();
            let of_the_amount =
                year && before.ends_with(" in") && gap.split(' ').count() <= 6 && !gap.contains([',', ';']);
            if as_of.is_none() && (of_the_amount || leads.iter().any(|lead| before.ends_with(lead))) {
                as_of = Some(if said.since { Date::Day(date.start()) } else { date });
                dated.insert(said.span.start);
            }
        }
        (as_of.or(self.issued.map(Date::Day)), since)
    }

    /// A part of the text in the article's letters.
    fn original(&self, part: &Range<usize>) -> String {
        let plain = self.article.plain();
        crate::exact::letters(plain.whole.get(plain.origin(part)).unwrap_or_default())
    }

    /// Whether a minus is directly before a number.
    fn has_minus(&self, core: &Range<usize>) -> bool {
        let plain = self.article.plain();
        let before = plain.whole.get(..plain.origin(core).start).unwrap_or_default();
        let Some(rest) = before.strip_suffix(['-', '−', '–']) else { return false };
        rest.chars().next_back().is_none_or(|letter| letter.is_whitespace() || letter == '(')
    }

    /// Gives each proposal the line of its quote.
    fn number_lines(&self, proposals: &mut Proposals) {
        let plain = self.article.plain();
        let ends: Vec<usize> = plain.whole.match_indices('\n').map(|(at, _)| at).collect();
        let line = |place: &Range<usize>| 1 + ends.partition_point(|end| *end < plain.origin(place).start);
        proposals.figures.iter_mut().for_each(|figure| figure.line = line(&figure.clip.place));
        proposals.events.iter_mut().for_each(|event| event.line = line(&event.clip.place));
    }
}

/// The sentence that has a place.
fn holding<'s>(sentences: &'s [(Range<usize>, bool)], place: &Range<usize>) -> Option<(&'s Range<usize>, bool)> {
    let at = sentences.partition_point(|(sentence, _)| sentence.end <= place.start);
    let (sentence, in_capitals) = sentences.get(at)?;
    (sentence.start <= place.start && place.end <= sentence.end).then_some((sentence, *in_capitals))
}
