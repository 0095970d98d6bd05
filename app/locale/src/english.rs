//! English.

pub(crate) use news::news;
pub(crate) use numeral::{capital, number, value};
pub(crate) use offer::offer;

mod currency;
mod news;
mod noun;
mod numeral;
mod offer;

use std::cmp::Ordering;

use model::{Basis, Certainty, Date, Day, Frequency, Issued, Precision, Season, Turn};

use crate::{Isolated, Message, isolated};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// How often a report is expected, as an adverb.
fn frequency(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Daily => "daily",
        Frequency::Weekly => "weekly",
        Frequency::Monthly => "monthly",
        Frequency::Quarterly => "every three months",
        Frequency::Yearly => "yearly",
    }
}

/// The course of a measure: `It rose from 1,440 people (20 January 2026) to 4,725 people (22 February 2026), according to …`.
fn course(from: (&str, &str), to: (&str, &str), who: &str, turn: Ordering) -> String {
    let verb = match turn {
        Ordering::Greater => "rose",
        Ordering::Less => "fell",
        Ordering::Equal => "went",
    };
    let by = if who.is_empty() { String::new() } else { format!(", according to {}", Isolated(who)) };
    format!("It {verb} from {} ({}) to {} ({}){by}", from.0, from.1, to.0, to.1)
}

/// What is left out of a page that is set back to a day.
fn left_unknown(later: usize, undated: usize, figures: usize) -> String {
    let of = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    let mut parts = Vec::new();
    if later > 0 {
        parts.push(of(later, "article published later", "articles published later"));
    }
    if undated > 0 {
        parts.push(of(undated, "article of unknown date", "articles of unknown date"));
    }
    if parts.is_empty() {
        return "Nothing is left out".into();
    }
    format!("Left out: {}, and {}", parts.join(", "), of(figures, "figure", "figures"))
}

pub(crate) fn date(date: &Date) -> String {
    match date {
        Date::Day(point) => day(point),
        Date::Interval(from, Some(to)) => format!("{} to {}", day(from), day(to)),
        Date::Interval(from, None) => format!("from {} on", day(from)),
    }
}

fn day(day: &Day) -> String {
    let month = day.month.and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?));
    let plain = match (day.day, month) {
        (Some(number), Some(month)) => format!("{number} {month} {}", day.year),
        (_, Some(month)) => format!("{month} {}", day.year),
        _ => day.year.to_string(),
    };
    doubted(plain, day.certainty)
}

pub(crate) fn tick(day: &Day, whole: bool) -> String {
    let month = day.month.and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?)?.get(..3));
    let mut parts = Vec::new();
    parts.extend(day.day.map(|number| number.to_string()));
    parts.extend(month.filter(|_| whole || day.day.is_none_or(|number| number == 1)).map(str::to_owned));
    if whole || month.is_none() {
        parts.push(day.year.to_string());
    }
    parts.join(" ")
}

pub(crate) fn issued(issued: &Issued) -> String {
    match issued {
        Issued::Date(known) => date(known),
        Issued::Season { season, year } => {
            let season = match season {
                Season::Spring => "Spring",
                Season::Summer => "Summer",
                Season::Autumn => "Autumn",
                Season::Winter => "Winter",
            };
            doubted(format!("{season} {}", year.year), year.certainty)
        }
        Issued::Literal(words) => isolated(words).into_owned(),
    }
}

fn doubted(plain: String, certainty: Certainty) -> String {
    match certainty {
        Certainty::Sure => plain,
        Certainty::Approximate => format!("about {plain}"),
        Certainty::Uncertain => format!("{plain} (uncertain)"),
        Certainty::Both => format!("about {plain} (uncertain)"),
    }
}

pub(crate) fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Count => "Count",
        Basis::Estimate => "Estimate",
        Basis::Claim => "Claim",
        Basis::Allegation => "Allegation",
        Basis::Law => "Law",
    }
}

pub(crate) fn say(message: Message<'_>) -> String {
    let fixed = match message {
        Message::SkipToFigures => "Skip to the figures",
        Message::Sections => "Contents",
        Message::Computed => "Computed",
        Message::FromOneArticle => "One article reports it",
        Message::Disputed => "disputed",
        Message::Withdrawn => "withdrawn by its source",
        Message::Divided => "divided by",
        Message::Added => "plus",
        Message::Subtracted => "less",
        Message::ShowTable => "The figures as a table",
        Message::ColumnFigure => "Figure",
        Message::ColumnGroup => "Group",
        Message::ColumnValue => "As reported",
        Message::ColumnAsOf => "As of",
        Message::ColumnSaidBy => "Who says so",
        Message::ColumnDate => "Date",
        Message::ColumnEvent => "Event",
        Message::ColumnWhat => "What",
        Message::ColumnWhen => "When",
        Message::NotReported => "not reported",
        Message::NotRepeated => "not repeated",
        Message::Notes => "Notes: the articles and their words",
        Message::NotesIntro => {
            "Each number on this page leads to the article that reports it and to the words that state it. The link behind these words opens the article at that place, if the browser supports it."
        }
        Message::NotesShort => "Notes",
        Message::Reported => "Reported",
        Message::NewestArticle => "Newest article",
        Message::PageChanged => "Page changed",
        Message::NoneSoFar => "none so far",
        Message::ReportError => "Report an error",
        Message::Key => "How to read the drawings and colours",
        Message::KeyForms => "How numbers are drawn",
        Message::KeyBases => "How numbers are known",
        Message::KeyNumbers => "Footnote numbers",
        Message::KeyNumbersHint => {
            "Bold: an article with reporting of its own. Light: one that repeats another. A red dot: an article gives another value."
        }
        Message::LogScale => "each line is ten times the one before",
        Message::Picture => "Picture",
        Message::Slide => "Picture for a slide",
        Message::Data => "Data",
        Message::Introduction => "the introduction",
        Message::ShownIn => "Also in: ",
        Message::Untitled => "Title not known",
        Message::Undated => "date not known",
        Message::ArchivedCopy => "Archived copy",
        Message::LegendExact => "a number as given",
        Message::LegendAbout => "about: blurred end",
        Message::LegendAtLeast => "at least: a line at the lowest value, fading beyond",
        Message::LegendMoreThan => "more than: fading, no line",
        Message::LegendAtMost => "at most: blurred up to a line",
        Message::LegendLessThan => "less than: blurred, no line",
        Message::LegendBetween => "from … to …",
        Message::LegendMagnitude => {
            "a word such as “thousands”: drawn from 1,000 to the next such word, open at both ends"
        }
        Message::LegendHollow => "hollow: withdrawn, superseded, or computed from such a figure",
        Message::LegendBasis { basis } => match basis {
            "estimate" => "an estimate",
            "count" => "a count",
            "claim" => "a claim about its own work",
            "allegation" => "an allegation or a charge",
            "law" => "what a law says",
            "computed" => "computed from others",
            _ => "said, with no basis given",
        },
        Message::NoScale => "no common scale",
        Message::PrecisionOf { precision: Precision::City } => "city",
        Message::PrecisionOf { precision: Precision::Province } => "province",
        Message::PrecisionOf { precision: Precision::Country } => "country",
        Message::PlacesTogether { places } => return together(places),
        Message::Unlocated { figures, events } => return unlocated(figures, events),
        Message::OutlinesFrom => "Outlines: Natural Earth. Borders are drawn as they are in practice, not as claimed.",
        Message::LegendCountry => "a country that the articles name",
        Message::LegendProvince => "somewhere in this province",
        Message::LegendCity => "somewhere in this city",
        Message::ColumnPlace => "Place",
        Message::ColumnPrecision => "Located to",
        Message::ColumnSaid => "As reported",
        Message::NamedOnly => "named",
        Message::SumsCompared => "Only these two can be compared:",
        Message::LegendLog => "A logarithmic scale: equal distances are equal multiples.",
        Message::TileWhole => "outline: the whole",
        Message::LegendSame => "reports the same value",
        Message::LegendOther => "gives another value",
        Message::LegendAlone => "in one article alone",
        Message::LegendCarried => "repeated by another article",
        Message::LegendParty => "a party to the matter",
        Message::LegendWords => "underlined: words that differ from the article before",
        Message::LegendRepeats => "an article that repeats an earlier one",
        Message::ColumnWords => "In its words",
        Message::WhoSays => "who says it",
        Message::WhoReports => "who reports it",
        Message::WhoRepeats => "who repeats it",
        Message::NobodyNamed => "no one named",
        Message::Party => "a party",
        Message::ColumnReportedBy => "Reported by",
        Message::ColumnRepeatedBy => "Repeated by",
        Message::LegendDay => "a day",
        Message::LegendMonth => "a month",
        Message::LegendYear => "a year",
        Message::LegendAboutThen => "about then",
        Message::LegendUncertain => "uncertain",
        Message::LegendLasting => "lasted this long",
        Message::LegendGoesOn => "goes on",
        Message::LegendTotal => "a total over this time",
        Message::LegendFrayed => "frayed: end not known to the day",
        Message::LegendBegan => "began at an unknown time",
        Message::LegendEnded => "ended at an unknown time, or goes on",
        Message::Totals => "Totals: what each one counts happened at some time within its bar.",
        Message::ByYear => "year by year",
        Message::ByMonth => "month by month",
        Message::ByDay => "day by day",
        Message::LoosePart => "Dated only to the year:",
        Message::Corrections => "Corrections",
        Message::DataFile => "All data, as this page reads it (JSON)",
        Message::TakeAway => "Download and cite",
        Message::TakeAwayIntro => "Every file names the articles and passages behind its figures.",
        Message::Download => "Download",
        Message::Cite => "Cite",
        Message::CiteDashboard => "How to cite this page",
        Message::Embed => "Embed",
        Message::EmbedDashboard => "Embed the whole page",
        Message::WholeDashboard => "All figures, charts and notes",
        Message::NoSuchPart { id: "" } => "This page has no part with this id",
        Message::Charts => "Charts",
        Message::Figures => "Figures",
        Message::CiteShort => "In running text",
        Message::CiteFull => "In full",
        Message::ToPage => "Back to the page",
        Message::FiguresTable => "All figures, as a table (CSV)",
        Message::DataPackage => "Description of these files (Data Package)",
        Message::Standalone => "This page as one file, to keep or pass on (HTML)",
        Message::Loading => "Loading the figures.",
        Message::CannotShow => "The figures cannot be shown",
        Message::Unreachable => {
            "The data file could not be fetched. Either there is no connection, or the server did not answer."
        }
        Message::TryAgain => "Try again",
        Message::Close => "Close",
        Message::ShowProblems => "What is wrong",
        Message::ForCurators => {
            "For the curator: every problem is listed below, with its place in data/dashboard.json."
        }
        Message::Tools => "Reading tools",
        Message::Follow => "Follow",
        Message::FollowOne => "Follow one article",
        Message::AllArticles => "none",
        Message::OneArticleOnly => "figures in one article only",
        Message::Colours => "Colours",
        Message::AsTheSystem => "as on this device",
        Message::Light => "light",
        Message::Dark => "dark",
        Message::ShareView => "Copy a link to this view",
        Message::Find => "Search",
        Message::FindAll => "Search figures, events, articles and quotes",
        Message::FindHint => "Type words of a figure, an event, an article or a quote, or choose above.",
        Message::Found { count: 0, .. } => "Nothing found.",
        Message::FilterBasis => "Basis",
        Message::FilterArticle => "Article",
        Message::FilterUnit => "Unit",
        Message::FilterAlone => "in one article only",
        Message::FilterDiffers => "articles differ",
        Message::Clear => "Clear",
        Message::MoreFigures { count: 1 } => "One more figure",
        Message::LeavePage => "Leave this page",
        Message::LeaveHint => "Opens Wikipedia in place of this page. Pressing Shift three times does the same.",
        Message::InTheNotes => "To the notes",
        Message::CopyCitation => "Copy citation",
        Message::StopFollowing => "Stop following",
        Message::Copied => "Copied.",
        Message::CopyByHand => "Press Ctrl+C, or ⌘C, to copy the selected text.",
        Message::Desk => "Check and preview a file",
        Message::DeskIntro => {
            "Edit the data here, paste another file, choose one or drop it on the page. The page checks it as you type and shows it below. It does not leave this browser. Reload the page to return to the published data."
        }
        Message::DeskChoose => "Choose a file",
        Message::DeskText => "The data file",
        Message::DeskDownload => "Download this file",
        Message::DeskLeave => "Back to the published data",
        Message::DeskShown => "Nothing is wrong with this file. The page below shows it; it is not published.",
        Message::DeskSame => "Nothing is wrong with this file, and it shows the same as the published one.",
        Message::DeskElsewhere => "No figure or article changed; other parts of the file did, perhaps only its layout.",
        Message::FollowingNone => "No article is followed; no figure is highlighted.",
        Message::ToLinear => "Show on a linear scale",
        Message::ToLog => "Show on a logarithmic scale",
        Message::NowLinear => {
            "A linear scale: equal distances are equal differences, so small numbers crowd at its start."
        }
        Message::Unsorted => "Back in the order of the chart.",
        Message::Found { count, shown } if shown < count => {
            return format!("{count} found; the first {shown} are shown.");
        }
        Message::Found { count, .. } => return format!("{count} found."),
        Message::MoreFigures { count } => return format!("{count} more figures"),
        Message::Folded { charts, figures } => return folded(charts, figures),
        Message::ReadPassage { outlet } => return format!("Read it in {outlet}", outlet = Isolated(outlet)),
        Message::ReportedSince { date } => return format!("Reported since {date}"),
        Message::FollowArticle { outlet } => return format!("Follow {outlet}", outlet = Isolated(outlet)),
        Message::EvidenceFor { what } => return format!("Evidence: {what}", what = Isolated(what)),
        Message::Supports { outlet, figures: 1, all } => {
            return format!("{outlet} supports one of the {all} figures.", outlet = Isolated(outlet));
        }
        Message::Supports { outlet, figures, all } => {
            return format!("{outlet} supports {figures} of the {all} figures.", outlet = Isolated(outlet));
        }
        Message::Falling { figures, with_repeats } => return falling(figures, with_repeats),
        Message::InOneArticleOnly { figures, all } => {
            return format!(
                "{figures} of the {all} figures rest on one article alone, or are computed from one that does."
            );
        }
        Message::CheckedAgainst { articles: 1 } => return "Checked against this article".into(),
        Message::CheckedAgainst { articles } => return format!("Checked against these {articles} articles"),
        Message::DeskHeld { count: 1 } => {
            return "There is a problem in this file. The page below shows the last version without one.".into();
        }
        Message::DeskHeld { count } => {
            return format!(
                "There are {count} problems in this file. The page below shows the last version without any."
            );
        }
        Message::DeskChanges { count: 1 } => return "One figure or article changed against what is published:".into(),
        Message::DeskChanges { count } => {
            return format!("{count} figures and articles changed against what is published:");
        }
        Message::DeskLeftOut { keys } => {
            return format!(
                "This is a published copy, without what its curator keeps beside the articles: {keys}.",
                keys = Isolated(keys)
            );
        }
        Message::ChangeAdded { name, now } => return format!("{name}: new, {now}", name = Isolated(name)),
        Message::ChangeRemoved { name, was } => return format!("{name}: removed, was {was}", name = Isolated(name)),
        Message::ChangeValue { name, was, now } => return format!("{name}: {was} → {now}", name = Isolated(name)),
        Message::ChangeEvidence { name } => return format!("{name}: evidence changed", name = Isolated(name)),
        Message::ChangeWords { name } => {
            return format!("{name}: words, dates or status changed", name = Isolated(name));
        }
        Message::ChangeArticle { name, turn } => {
            let what = match turn {
                Turn::Added => "new article",
                Turn::Removed => "article removed",
                Turn::Changed => "article changed",
            };
            return format!("{name}: {what}");
        }
        Message::MarksOf { title, count: 1 } => {
            return format!(
                "Chart: {title}. An arrow key reads its one mark; Enter opens the evidence.",
                title = Isolated(title)
            );
        }
        Message::MarksOf { title, count } => {
            return format!(
                "Chart: {title}. The arrow keys walk through its {count} marks; Enter opens the evidence.",
                title = Isolated(title)
            );
        }
        Message::Mark { index, count, words } => return format!("{index} of {count}: {words}"),
        Message::SortBy { column } => return format!("Sort by {column}", column = Isolated(column)),
        Message::SortedUp { column } => return format!("Sorted by {column}, rising.", column = Isolated(column)),
        Message::SortedDown { column } => return format!("Sorted by {column}, falling.", column = Isolated(column)),
        Message::CitedIn { title, date } => {
            return format!("Cited in “{title}”, data of {date}", title = Isolated(title));
        }
        Message::DataDashboard => "Data dashboard",
        Message::NotesAndPassages { count: 1 } => "Note and the passage it quotes",
        Message::NotesAndPassages { count } => return format!("Notes and the {count} passages they quote"),
        Message::Passages { count: 1 } => "One passage",
        Message::Passages { count } => return format!("{count} passages"),
        Message::RestsOnOne { reports } => return format!("{reports}; a part of it rests on one alone"),
        Message::SourcesOf { articles } => return format!("Sources: {articles}"),
        Message::CiteWhole { title, date } => return format!("“{title}”, version of {date}", title = Isolated(title)),
        Message::CiteWithin { title, date } => {
            return format!("In: “{title}”, version of {date}", title = Isolated(title));
        }
        Message::CitePart { what, articles, title, date } => {
            return format!(
                "{what} ({articles}), in “{title}”, version of {date}",
                what = Isolated(what),
                title = Isolated(title)
            );
        }
        Message::ComputedFrom { formula, articles } => return format!("computed: {formula}; reported by {articles}"),
        Message::AndOthers { first } => return format!("{first}, and others"),
        Message::Updated { date } => return format!("Data last changed on {date}"),
        Message::FilesOf { date } => return format!("These files are of {date}, and differ from the page."),
        Message::FiguresOf { date } => return format!("These are the figures of {date}."),
        Message::OtherThan { date } => {
            return format!("That differs from the files offered for download, which are of {date}");
        }
        Message::NoSuchPart { id } => return format!("This page has no part with the id “{id}”", id = Isolated(id)),
        Message::CiteOf { what } => return format!("Cite: {what}", what = Isolated(what)),
        Message::SourcesAs { format } => return format!("The articles ({format})"),
        Message::SaidBy { who } => return format!("According to {who}", who = Isolated(who)),
        Message::SpeakerFor { who, body } => {
            return format!("{who}, for {body}", who = Isolated(who), body = Isolated(body));
        }
        Message::AsOf { date } => return format!("As of {date}"),
        Message::FromTo { from, to } => return format!("from {from} to {to}"),
        Message::Since { date } => return format!("since {date}"),
        Message::LegendJoined => "line: readings by one speaker, or for one body",
        Message::LegendWithin => "bar: the time that a reading can be of",
        Message::LegendPeriod => "bar: the period that is counted",
        Message::Course { from, begun, to, ended, who, turn } => return course((from, begun), (to, ended), who, turn),
        Message::LaterReading { value, date } => return format!("newest reading: {value}, as of {date}"),
        Message::FromTimes { from, to } => return format!("From figures as of {from} to {to}"),
        Message::AsKnown { date } => return format!("As known on {date}"),
        Message::LeftUnknown { later, undated, figures } => return left_unknown(later, undated, figures),
        Message::KnownOn => "What was known on",
        Message::AllKnown => "any day",
        Message::ShowAllKnown => "Show all that is known now",
        Message::FilesOfNow => "The files hold all that is known now.",
        Message::ReportedEvery { how, date } => {
            return format!("Expected {}; the newest report cited here is of {date}", frequency(how));
        }
        Message::NoNewer { date } => return format!("No newer report is cited here since {date}"),
        Message::FromArticles { articles, origins: 1, origin } => {
            return format!("{articles} articles, one origin: {origin}", origin = Isolated(origin));
        }
        Message::FromArticles { articles, origins, .. } if articles == origins => {
            return format!("{articles} articles");
        }
        Message::FromArticles { articles, origins, .. } => {
            return format!("{articles} articles, {origins} origins");
        }
        Message::ReadBy { who, date } => {
            return format!("Read by {who} on {date}; the program cannot read this wording.", who = Isolated(who));
        }
        Message::Differs { phrase } => return format!("gives {phrase}"),
        Message::Superseded { by, value } => return format!("superseded by {by}: {value}", by = Isolated(by)),
        Message::RestsOn { name, standing } => return format!("rests on {name} ({standing})", name = Isolated(name)),
        Message::TableOf { title } => return format!("Table: {title}", title = Isolated(title)),
        Message::Repeats { outlets } => return format!("Repeats reporting of {outlets}"),
        Message::ChartPlace { title } => return format!("chart “{title}”", title = Isolated(title)),
        Message::MarkerLabelOn { number, outlet, what } => {
            return format!("Note {number}: {outlet} on {what}", outlet = Isolated(outlet), what = Isolated(what));
        }
        Message::NoteOf { number, outlet } => return format!("Note {number}: {outlet}", outlet = Isolated(outlet)),
        Message::TileDot { amount } => return format!("one dot = {amount}"),
        Message::TileSquare { amount } => return format!("one square = {amount}"),
        Message::TileWord { from, to } => return format!("; the word is drawn as {from} to {to}"),
        Message::TilePart { value, name } => return format!("filled: {value} · {name}", name = Isolated(name)),
        Message::TileCourse { readings, from, to } => return format!("{readings} readings, {from} to {to}"),
        Message::TileScale { range } => return format!("scale: {range}"),
        Message::EvidenceOf { numbers, more, what } => return evidence(numbers, more, what),
        Message::Others { count: 1 } => "one other",
        Message::Others { count } => return format!("{count} others"),
        Message::ReportsFigures { figures: 0, .. } => "no figure of its own",
        Message::ReportsFigures { figures: 1, alone: 0 } => "one figure",
        Message::ReportsFigures { figures: 1, .. } => "one figure, in it alone",
        Message::ReportsFigures { figures, alone: 0 } => return format!("{figures} figures"),
        Message::ReportsFigures { figures, alone } if figures == alone => {
            return format!("{figures} figures, all in it alone");
        }
        Message::ReportsFigures { figures, alone } => return format!("{figures} figures, {alone} in it alone"),
        Message::RepeatsFigures { figures: 1, all: 0, .. } => "one figure, of several articles",
        Message::RepeatsFigures { figures, all: 0, .. } => return format!("{figures} figures, of several articles"),
        Message::RepeatsFigures { figures, all, outlet: "" } => return format!("{figures} of the {all}"),
        Message::RepeatsFigures { figures, all, outlet } => {
            return format!("{figures} of the {all} of {outlet}", outlet = Isolated(outlet));
        }
        Message::Went { teller, origins, repeats } => return went(teller, origins, repeats),
        Message::LegendEnlarged { names } => {
            let names: Vec<_> = names.iter().map(|name| isolated(name)).collect();
            return format!("Too small to be seen, and drawn larger than to scale: {}.", names.join("; "));
        }
        Message::LegendDot { amount } => return format!("One dot is {amount}."),
        Message::Before { date } => return format!("Before {date}:"),
        Message::BeforeOrLoose { date } => return format!("Before {date}, or dated only to the year:"),
        Message::LeftOutYears { years: 1 } => "1 year",
        Message::LeftOutYears { years } => return format!("{years} years"),
        Message::LeftOutMonths { months: 1 } => "1 month",
        Message::LeftOutMonths { months } => return format!("{months} months"),
        Message::LeftOutDays { days: 1 } => "1 day",
        Message::LeftOutDays { days } => return format!("{days} days"),
        Message::GapYears { years } => return format!("about {years} years later"),
        Message::CorrectionOf { label, was, now } => {
            return format!("{label}: was {was}, is now {now}", label = Isolated(label));
        }
        Message::Corrected { date } => return format!("Corrected on {date}"),
        Message::Licence { licence } => return format!("Data: {licence}", licence = Isolated(licence)),
        Message::ProblemsIn { count: 1 } => {
            return "There is a problem in the data file, so its figures are not shown.".into();
        }
        Message::ProblemsIn { count } => {
            return format!("There are {count} problems in the data file, so its figures are not shown.");
        }
        Message::NotFound { status } => {
            return format!(
                "The data file data/dashboard.json was not found: the server answered {status}. Put the file back beside the page."
            );
        }
    };
    fixed.into()
}

/// `Evidence: articles 1, 2, 3 on people freed`.
fn evidence(numbers: &[usize], more: usize, what: &str) -> String {
    let mut list: Vec<String> = numbers.iter().map(usize::to_string).collect();
    list.extend((more > 0).then(|| format!("+{more} more")));
    // Speech input finds a link by the words that are seen, so the name has the numbers as the marker shows them.
    let articles = match list.as_slice() {
        [one] => format!("article {one}"),
        all => format!("articles {}", all.join(", ")),
    };
    let of = if what.is_empty() { String::new() } else { format!(" on {}", Isolated(what)) };
    format!("Evidence: {articles}{of}")
}

/// `Poipet and Bavet, together`.
fn together(places: &[&str]) -> String {
    let names: Vec<_> = places.iter().map(|name| isolated(name)).collect();
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} and {last}, together", others.join(", ")),
        _ => names.concat(),
    }
}

/// `Of 25 reported figures, 20 name no place and 3 name only a country. Of 9 events, 7 name no place.`
fn unlocated(figures: (usize, usize, usize), events: (usize, usize, usize)) -> String {
    let sentence = |(none, country, all): (usize, usize, usize), what: &str| {
        let verb = if none == 1 { "names" } else { "name" };
        let none = if none == 0 { "none".to_owned() } else { none.to_string() };
        let country = match country {
            0 => String::new(),
            1 => " and 1 names only a country".to_owned(),
            country => format!(" and {country} name only a country"),
        };
        (all > 0).then(|| format!("Of {all} {what}, {none} {verb} no place{country}."))
    };
    let figures = sentence(figures, if figures.2 == 1 { "reported figure" } else { "reported figures" });
    let events = sentence(events, if events.2 == 1 { "event" } else { "events" });
    figures.into_iter().chain(events).collect::<Vec<_>>().join(" ")
}

/// What a section has folded away: `2 charts and 21 figures`.
fn folded(charts: usize, figures: usize) -> String {
    let counted = |count: usize, one: &str| match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {one}s"),
    };
    match (charts, figures) {
        (charts, 0) => counted(charts, "chart"),
        (0, figures) => counted(figures, "figure"),
        _ => format!("{} and {}", counted(charts, "chart"), counted(figures, "figure")),
    }
}

/// `Said by the embassy; reported by The Guardian; repeated by Newser`.
fn went(teller: &str, origins: &str, repeats: &str) -> String {
    let who = if teller.is_empty() { "No one is named".to_owned() } else { format!("Said by {}", Isolated(teller)) };
    let repeated = if repeats.is_empty() { String::new() } else { format!("; repeated by {repeats}") };
    format!("{who}; reported by {origins}{repeated}")
}

fn falling(figures: usize, with_repeats: usize) -> String {
    let first = match figures {
        0 => "Without it, none of them is left without an article.".to_owned(),
        1 => "Without it, one figure is left without an article.".to_owned(),
        figures => format!("Without it, {figures} figures are left without an article."),
    };
    match with_repeats {
        0 => first,
        1 => first + " One more is only in it and in articles that repeat it.",
        more => format!("{first} {more} more are only in it and in articles that repeat it."),
    }
}

#[cfg(test)]
mod tests {
    use model::Date;

    #[test]
    fn a_date_is_as_precise_as_its_source() {
        let written = |text: &str| Date::parse(text).map(|date| super::date(&date)).unwrap();
        assert_eq!(written("2008"), "2008");
        assert_eq!(written("2025-06"), "June 2025");
        assert_eq!(written("2025-07-04"), "4 July 2025");
        assert_eq!(written("2026-01~"), "about January 2026");
        assert_eq!(written("2026-01-16?"), "16 January 2026 (uncertain)");
        assert_eq!(written("2021/.."), "from 2021 on");
        assert_eq!(written("2025-07-04/2026-01"), "4 July 2025 to January 2026");
    }
}
