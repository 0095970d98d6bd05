//! Generates an edition of any size with every kind of value, unit, basis, status and chart. It is the same in every run.
//! Its content is meaningless, but its words vary, so that it compresses like real data.

use crate::article::Articles;
use crate::choice::Choice;
use crate::subject::{BLOCK, Known, Statement, Subject};
use crate::words::{CAVEATS, MONTHS};
use crate::{chart, list};

/// The number of figures in the first section.
const LEAD: usize = 5;

/// The number of figures in every other section.
const SECTION: usize = 24;

/// The `dashboard.json` of a generated edition with this number of figures, at least one.
pub fn generated(figures: usize) -> String {
    with_wrong(figures, 0)
}

/// The same with this number of quotes that contradict the values they are cited for, at most one per reported figure.
pub fn with_wrong(figures: usize, wrong: usize) -> String {
    let figures = figures.max(1);
    let mut articles = Articles::of(figures);
    let mut left = wrong;
    let mut pieces = Vec::new();
    let blocks = figures.div_ceil(BLOCK);
    let subjects: Vec<Subject> = (0..blocks).map(Subject::of).collect();
    for (block, subject) in subjects.iter().enumerate() {
        let here = BLOCK.min(figures - block * BLOCK);
        for at in 0..here {
            // The wrong quotes are distributed over the whole file.
            let behind = figures - block * BLOCK - at;
            let is_wrong = left > 0 && left * figures >= wrong * behind;
            let statement = subject.statement(at);
            let is_wrong = is_wrong && matches!(statement.known, Known::Reported(_));
            left -= usize::from(is_wrong);
            pieces.push(figure(subject, at, here, &statement, &mut articles, is_wrong));
        }
    }
    let events: Vec<String> = subjects.iter().map(|subject| event(subject, &mut articles)).collect();
    let charts = chart::all(&subjects, figures);
    let measures: Vec<String> = subjects.iter().filter(|subject| measured(subject, figures)).map(measure).collect();
    let corrections: Vec<String> = subjects.iter().filter(|subject| subject.block % 5 == 2).map(correction).collect();
    let lines = [
        "  \"schema_version\": 1".to_owned(),
        format!("  \"id\": \"generated-{figures}\""),
        "  \"title\": { \"en\": \"A made-up region, figure by figure\" }".to_owned(),
        "  \"summary\": { \"en\": \"Made up to try how the work grows with the data. Of the first town it is said: {f-0}.\" }".to_owned(),
        "  \"updated\": \"2026-11-01\"".to_owned(),
        "  \"license\": \"CC0-1.0\"".to_owned(),
        list("sources", &articles.written()),
        list("speakers", &speakers(&subjects, &pieces)),
        list("measures", &measures),
        list("figures", &pieces),
        list("events", &events),
        list("charts", &charts.iter().map(|chart| chart.text.clone()).collect::<Vec<_>>()),
        list("sections", &sections(figures, &charts, &subjects)),
        list("corrections", &corrections),
    ];
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

/// Whether the figure of this number, if an article reports it, says for what time it holds.
pub(crate) fn is_dated(number: usize) -> bool {
    Choice::of(number).below(4, 40) > 0
}

/// A figure. `here` is the number of figures in its block.
fn figure(
    subject: &Subject,
    at: usize,
    here: usize,
    statement: &Statement,
    articles: &mut Articles,
    is_wrong: bool,
) -> String {
    let number = subject.block * BLOCK + at;
    let choice = Choice::of(number);
    let mut lines = vec![
        format!("\"id\": \"f-{number}\""),
        format!("\"label\": {{ \"en\": \"{}\" }}", statement.label),
        format!("\"short\": {{ \"en\": \"{}\" }}", statement.short),
    ];
    match &statement.known {
        Known::Derived(operation, operands) => {
            let ids = operands.map(|operand| format!("\"f-{}\"", subject.block * BLOCK + operand));
            lines.push(format!("\"derive\": {{ \"{operation}\": [{}] }}", ids.join(", ")));
        }
        Known::Reported(reported) => lines.push(format!("\"value\": {}", reported.amount.value(reported.scale))),
    }
    lines.push(format!("\"unit\": \"{}\"", statement.unit));
    if let Known::Reported(reported) = &statement.known {
        if is_dated(number) {
            lines.push(format!("\"as_of\": \"2026-{:02}\"", choice.between(1, 9, 41)));
            if here == BLOCK && chart::is_reading(subject.block, at) {
                lines.push(format!("\"measure\": \"m-{}\"", subject.block));
            }
            if choice.below(5, 45) == 0 {
                lines.push(format!("\"since\": \"2025-{:02}\"", choice.between(1, 12, 46)));
            }
        }
        // By a record of its own, or in words, or not named at all.
        match choice.below(3, 42) {
            0 => {}
            1 => lines.push(format!("\"said_by\": {{ \"en\": \"{}\" }}", subject.teller)),
            _ => lines.push(format!("\"speaker\": \"{}\"", speaker(subject))),
        }
        if let Some(basis) = reported.basis {
            lines.push(format!("\"basis\": \"{basis}\""));
        }
        lines.extend(status(subject.block, at, here));
        if choice.below(3, 43) == 0 {
            lines.push(format!("\"note\": {{ \"en\": \"{}\" }}", choice.among(&CAVEATS, 44)));
        }
        lines.push(articles.citations(subject, reported, choice, is_wrong));
    }
    format!("    {{\n      {}\n    }}", lines.join(",\n      "))
}

/// Whether figures of a block are readings of a measure.
fn measured(subject: &Subject, figures: usize) -> bool {
    (subject.block + 1) * BLOCK <= figures && (0..BLOCK).any(|at| chart::is_reading(subject.block, at))
}

fn measure(subject: &Subject) -> String {
    let Subject { block, thing, place, .. } = subject;
    format!("    {{ \"id\": \"m-{block}\", \"label\": {{ \"en\": \"The {} of {place} over time\" }} }}", thing.plural)
}

/// The id of who counts in a block.
fn speaker(subject: &Subject) -> String {
    let letters = subject.teller.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' });
    letters.collect::<String>().trim_matches('-').to_owned()
}

/// Who counts, each once: those whom a figure names by their record.
fn speakers(subjects: &[Subject], figures: &[String]) -> Vec<String> {
    let mut tellers: Vec<&Subject> = Vec::new();
    for subject in subjects {
        if tellers.iter().all(|other| other.teller != subject.teller) {
            tellers.push(subject);
        }
    }
    let named = |teller: &&Subject| {
        let named = format!("\"speaker\": \"{}\"", speaker(teller));
        figures.iter().any(|figure| figure.contains(&named))
    };
    let written = |teller: &Subject| {
        format!("    {{ \"id\": \"{}\", \"name\": {{ \"en\": \"{}\" }} }}", speaker(teller), teller.teller)
    };
    tellers.into_iter().filter(named).map(written).collect()
}

/// The status of a figure: some are superseded, withdrawn or disputed.
fn status(block: usize, at: usize, here: usize) -> Vec<String> {
    match (at, block % 7) {
        (2, 1) => vec!["\"status\": \"disputed\"".into()],
        (3, 3) => vec!["\"status\": \"withdrawn\"".into()],
        (3, 5) if here > 4 => {
            vec!["\"status\": \"superseded\"".into(), format!("\"superseded_by\": \"f-{}\"", block * BLOCK)]
        }
        _ => Vec::new(),
    }
}

fn event(subject: &Subject, articles: &mut Articles) -> String {
    let choice = Choice::of(subject.block);
    let (year, month, day) = (choice.between(2019, 2025, 50), choice.between(1, 12, 51), choice.between(1, 28, 52));
    let name = MONTHS.get(month as usize - 1).copied().unwrap_or("May");
    let exact = choice.below(2, 53) == 0;
    let date = if exact { format!("{year}-{month:02}-{day:02}") } else { format!("{year}-{month:02}") };
    let said = if exact { format!("on {day} {name} {year}") } else { format!("in {name} {year}") };
    let citation = articles.event(&format!("a new register was begun {said}"));
    format!(
        "    {{\n      \"id\": \"e-{}\",\n      \"date\": \"{date}\",\n      \"label\": {{ \"en\": \"A new register of {} is begun in {}\" }},\n      {citation}\n    }}",
        subject.block, subject.thing.plural, subject.place
    )
}

fn correction(subject: &Subject) -> String {
    format!(
        "    {{\n      \"date\": \"2026-10-{:02}\",\n      \"figure\": \"f-{}\",\n      \"was\": {{ \"exactly\": {} }},\n      \"reason\": {{ \"en\": \"The number for {} was mistyped.\" }}\n    }}",
        1 + subject.block % 30,
        subject.block * BLOCK,
        100 + subject.block,
        subject.place
    )
}

/// The index of the figure after each section.
fn ends(figures: usize) -> Vec<usize> {
    let rest = (1..).map(|section| section * SECTION).take_while(|end| *end < figures);
    let mut ends: Vec<usize> = std::iter::once(LEAD.min(figures)).chain(rest).collect();
    if ends.last().is_some_and(|last| *last < figures) {
        ends.push(figures);
    }
    ends
}

fn sections(figures: usize, charts: &[chart::Chart], subjects: &[Subject]) -> Vec<String> {
    let mut sections = Vec::new();
    let mut from = 0;
    let mut charts = charts.iter().peekable();
    for to in ends(figures) {
        let ids: Vec<String> = (from..to).map(|figure| format!("\"f-{figure}\"")).collect();
        let mut drawn = Vec::new();
        // A chart is in the section in which its block ends.
        while let Some(chart) = charts.next_if(|chart| chart.last < to) {
            drawn.push(format!("\"{}\"", chart.id));
        }
        let towns: Vec<&str> =
            subjects.iter().skip(from / BLOCK).take(2).map(|subject| subject.place.as_str()).collect();
        let title = if from == 0 { "At a glance".to_owned() } else { format!("Around {}", towns.join(" and ")) };
        sections.push(format!(
            "    {{\n      \"id\": \"s-{}\",\n      \"title\": {{ \"en\": \"{title}\" }},\n      \"summary\": {{ \"en\": \"What begins here begins with {{f-{from}}}.\" }},\n      \"figures\": [{}],\n      \"charts\": [{}]\n    }}",
            sections.len(),
            ids.join(", "),
            drawn.join(", ")
        ));
        from = to;
    }
    sections
}
