//! The words of generated editions. Places and outlets are fictional; no word can be read as a number or a date.

use crate::choice::Choice;

/// A countable thing.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Thing {
    pub(crate) plural: &'static str,
    pub(crate) singular: &'static str,
    /// A participle for what happened to them.
    pub(crate) done: &'static str,
}

const fn thing(plural: &'static str, singular: &'static str, done: &'static str) -> Thing {
    Thing { plural, singular, done }
}

pub(crate) const THINGS: [Thing; 40] = [
    thing("seedlings", "seedling", "planted"),
    thing("benches", "bench", "repaired"),
    thing("bus stops", "bus stop", "rebuilt"),
    thing("homes", "home", "insulated"),
    thing("wells", "well", "dug"),
    thing("lamps", "lamp", "replaced"),
    thing("bridges", "bridge", "inspected"),
    thing("classrooms", "classroom", "painted"),
    thing("patients", "patient", "vaccinated"),
    thing("bicycles", "bicycle", "registered"),
    thing("orchards", "orchard", "harvested"),
    thing("letters", "letter", "delivered"),
    thing("boats", "boat", "licensed"),
    thing("hedgehogs", "hedgehog", "tagged"),
    thing("meals", "meal", "served"),
    thing("gardens", "garden", "opened"),
    thing("volunteers", "volunteer", "trained"),
    thing("kettles", "kettle", "recalled"),
    thing("tickets", "ticket", "sold"),
    thing("flats", "flat", "inspected"),
    thing("apprentices", "apprentice", "hired"),
    thing("swallows", "swallow", "ringed"),
    thing("footpaths", "footpath", "cleared"),
    thing("fields", "field", "flooded"),
    thing("shelters", "shelter", "furnished"),
    thing("manuscripts", "manuscript", "scanned"),
    thing("beehives", "beehive", "moved"),
    thing("rooftops", "rooftop", "surveyed"),
    thing("ferries", "ferry", "delayed"),
    thing("parcels", "parcel", "returned"),
    thing("households", "household", "connected"),
    thing("instruments", "instrument", "lent"),
    thing("playgrounds", "playground", "fenced"),
    thing("vineyards", "vineyard", "measured"),
    thing("windows", "window", "sealed"),
    thing("chimneys", "chimney", "swept"),
    thing("pupils", "pupil", "enrolled"),
    thing("tractors", "tractor", "tested"),
    thing("murals", "mural", "restored"),
    thing("hydrants", "hydrant", "flushed"),
];

const STARTS: [&str; 28] = [
    "Alden", "Brack", "Corm", "Dunner", "Elver", "Farrow", "Gantle", "Hask", "Inver", "Jorren", "Kestle", "Lorm",
    "Marrow", "Norrin", "Osmer", "Pell", "Quarn", "Rother", "Sallow", "Tarn", "Ulver", "Varrow", "Wend", "Yarrel",
    "Zeller", "Thrap", "Cinder", "Hollin",
];

const ENDS: [&str; 24] = [
    "moor", "dale", "wick", "ford", "by", "combe", "mere", "thorpe", "ley", "stead", "holm", "garth", "shaw", "beck",
    "fell", "haven", "hurst", "marsh", "reach", "bridge", "cross", "field", "gate", "worth",
];

/// A fictional place.
pub(crate) fn place(choice: Choice, purpose: u64) -> String {
    format!("{}{}", choice.among(&STARTS, purpose), choice.among(&ENDS, purpose + 1))
}

pub(crate) const TELLERS: [&str; 16] = [
    "the council",
    "the district office",
    "a survey of the region",
    "the rescue service",
    "the water board",
    "the farmers’ union",
    "the harbour master",
    "the school board",
    "the society of engineers",
    "a ministry’s report",
    "the statistics office",
    "the health board",
    "the auditors",
    "the residents’ league",
    "the museum",
    "the forestry service",
];

pub(crate) const OPENINGS: [&str; 12] = [
    "officials recorded",
    "the survey found",
    "inspectors listed",
    "a tally shows",
    "the office counted",
    "records show",
    "the auditors saw",
    "the board named",
    "its pages give",
    "the notice gave",
    "clerks registered",
    "the inquiry reached",
];

pub(crate) const CAVEATS: [&str; 12] = [
    "The article does not say who counted, nor over what time.",
    "Those that were begun and not finished are left out, it adds.",
    "Another office keeps a list of its own, which nobody has seen.",
    "The sentence speaks of the whole district; the headline of the town alone.",
    "No list of them has been published.",
    "It is not clear whether the same ones were counted again.",
    "The number was given at a meeting and has not been printed since.",
    "What became of the others is not said.",
    "An earlier article of the same outlet gives no number.",
    "The office did not answer when it was asked how it knows.",
    "Only those are meant that stood in the register.",
    "The article names the season and not the month.",
];

pub(crate) const HEADLINES: [&str; 14] = [
    "Slow start, long list",
    "What the register says",
    "A quiet count in the hills",
    "Behind the new fence",
    "Promises kept, promises lost",
    "Who pays for the works",
    "The ledger is opened",
    "After the flood, the tally",
    "A winter of repairs",
    "The map and the missing pages",
    "More than it looks",
    "Questions for the board",
    "The long way to a number",
    "Before the frost",
];

pub(crate) const PAPERS: [&str; 10] =
    ["Courier", "Gazette", "Post", "Herald", "Observer", "Chronicle", "Bulletin", "Messenger", "Echo", "Record"];

pub(crate) const MONTHS: [&str; 12] = [
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
