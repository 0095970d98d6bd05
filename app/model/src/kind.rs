//! The kinds of chart, and what each demands of the file: to add one, add a variant and its [`Traits`].

use crate::value::Bounds;
use crate::value::Value;

/// The ways to draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A bar for each figure, all in one unit.
    Bars(Scale),
    /// A part of a whole.
    Share(Share),
    /// Events in their order and distance.
    Timeline,
    /// Figures on one scale, as spans from low to high; magnitudes as open bands.
    Range(Scale),
    /// Which article reports which figure.
    Matrix,
    /// Who says each figure, which articles report it, and which repeat them.
    Flow,
    /// How each article words each figure.
    Wording,
    /// Events on an axis of time, and figures as the stretches of time that they hold for.
    Spans,
    /// Figures that share no axis, and two of them that can be compared.
    Sums,
    /// Readings of measures, on an axis of time.
    Series,
    /// Places, with what articles say of each.
    Map,
}

/// How lengths grow with numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Twice the number, twice the length.
    Linear,
    /// Ten times the number, one step further.
    Log,
}

/// How a part of a whole is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Share {
    /// As a part of a bar.
    Bar,
    /// As a grid of dots, each standing for so many of the unit.
    Dots(f64),
}

/// What a kind of chart demands of the file, and what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Traits {
    /// Its name in the file.
    pub name: &'static str,
    /// How it draws, in a sentence for curators.
    pub meaning: &'static str,
    /// Whether the chart names figures.
    pub figures: Need,
    /// Whether the chart names events; where it may and does not, it shows all.
    pub events: Need,
    /// Whether the chart names places.
    pub places: Need,
    /// Whether all figures are in one unit.
    pub one_unit: bool,
    /// Whether it draws the value of each figure, so that the figure needs no other place on the page.
    pub sets_values: bool,
    /// Which figures it can draw.
    pub draws: Draws,
    /// Whether a measure that the chart names means all its readings; else it means the one that leads.
    pub all_readings: bool,
    /// The keys of a chart that only some kinds have, of those that this one has.
    pub options: &'static [&'static str],
}

/// Whether a chart of a kind has a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must have it.
    Required,
    /// It may have it.
    Optional,
    /// It may have it; without it, it shows none.
    Extra,
    /// It must not have it.
    Never,
}

/// Which figures a kind of chart can draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Draws {
    /// All.
    Any,
    /// Those with a number: a magnitude, such as "thousands", has no length.
    Numbers,
    /// Those that articles report.
    Reported,
    /// Those that hold for a time that is known.
    Dated,
    /// Those with a number that hold for a time that is known.
    Readings,
}

/// The keys of a chart that only some kinds have.
pub const CHART_OPTIONS: [&str; 4] = ["scale", "dot", "groups", "compare"];

impl Kind {
    /// One of each, in the order in which curators read of them.
    pub const ALL: [Self; 11] = [
        Self::Bars(Scale::Linear),
        Self::Share(Share::Bar),
        Self::Timeline,
        Self::Range(Scale::Linear),
        Self::Matrix,
        Self::Flow,
        Self::Wording,
        Self::Spans,
        Self::Sums,
        Self::Series,
        Self::Map,
    ];

    /// What it demands and shows.
    pub fn traits(self) -> Traits {
        let figures = |name, meaning| Traits {
            name,
            meaning,
            figures: Need::Required,
            events: Need::Never,
            places: Need::Never,
            one_unit: false,
            sets_values: false,
            draws: Draws::Any,
            all_readings: false,
            options: &[],
        };
        match self {
            Self::Bars(_) => Traits {
                one_unit: true,
                sets_values: true,
                draws: Draws::Numbers,
                options: &["scale", "groups"],
                ..figures("bars", "A bar for each figure, all in one unit.")
            },
            Self::Share(_) => Traits {
                one_unit: true,
                sets_values: true,
                draws: Draws::Numbers,
                options: &["dot"],
                ..figures("share", "A part of a whole, as a part of a bar or as dots.")
            },
            Self::Timeline => Traits {
                figures: Need::Never,
                events: Need::Optional,
                ..figures("timeline", "Events in their order and distance, as a list.")
            },
            Self::Range(_) => Traits {
                one_unit: true,
                sets_values: true,
                options: &["scale", "groups"],
                ..figures(
                    "range",
                    "Figures of one unit on one scale, as spans from low to high; words such as \"thousands\" as open bands.",
                )
            },
            Self::Matrix => {
                Traits { draws: Draws::Reported, ..figures("matrix", "Which article reports which figure.") }
            }
            Self::Flow => Traits {
                draws: Draws::Reported,
                ..figures("flow", "Who says each figure, which articles report it, and which repeat them.")
            },
            Self::Wording => Traits {
                draws: Draws::Reported,
                ..figures(
                    "wording",
                    "How each article words each figure, with the words marked that are not those of the first.",
                )
            },
            Self::Spans => Traits {
                figures: Need::Optional,
                events: Need::Optional,
                sets_values: true,
                draws: Draws::Dated,
                ..figures(
                    "spans",
                    "Events on a true axis of time, and below them figures as the stretches of time from \"since\" to \"as_of\".",
                )
            },
            Self::Sums => Traits {
                sets_values: true,
                options: &["compare"],
                ..figures(
                    "sums",
                    "A list of figures that share no axis, and the one pair of them that can be compared, as a bar.",
                )
            },
            Self::Series => Traits {
                one_unit: true,
                sets_values: true,
                draws: Draws::Readings,
                all_readings: true,
                ..figures(
                    "series",
                    "Readings on a true axis of time; a measure that is named in \"figures\" is drawn with all its readings.",
                )
            },
            Self::Map => Traits {
                figures: Need::Extra,
                events: Need::Extra,
                places: Need::Required,
                sets_values: true,
                ..figures(
                    "map",
                    "Places on a map, cities as discs and countries as areas, with a list of the figures and events that name them.",
                )
            },
        }
    }

    /// Its name in the file.
    pub fn name(self) -> &'static str {
        self.traits().name
    }

    /// The scale of its axis; `None` where it has none to choose.
    pub fn scale(self) -> Option<Scale> {
        match self {
            Self::Bars(scale) | Self::Range(scale) => Some(scale),
            _ => None,
        }
    }

    /// The same kind with another scale, where it has one.
    pub fn with_scale(self, scale: Scale) -> Self {
        match self {
            Self::Bars(_) => Self::Bars(scale),
            Self::Range(_) => Self::Range(scale),
            other => other,
        }
    }

    /// The same kind with parts drawn otherwise, where it draws parts.
    pub(crate) fn with_share(self, share: Share) -> Self {
        match self {
            Self::Share(_) => Self::Share(share),
            other => other,
        }
    }

    /// The names of the kinds of which this holds: `bars`, `bars or range`, `bars, share or range`.
    pub(crate) fn list(such: impl Fn(&Traits) -> bool) -> String {
        let names: Vec<&str> = Self::ALL.into_iter().map(Self::traits).filter(such).map(|traits| traits.name).collect();
        match names.split_last() {
            Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
            _ => names.concat(),
        }
    }
}

impl Draws {
    /// Why a figure cannot be drawn, and what to do; nothing where it can.
    pub(crate) fn refuse(self, id: &str, value: &Value, is_derived: bool, is_dated: bool) -> Option<String> {
        match self {
            Self::Numbers | Self::Readings if matches!(value.bounds, Bounds::Magnitude(_)) => Some(format!(
                "\"{id}\" is a magnitude without a number, which has no length: draw it in a chart of the kind \"range\""
            )),
            Self::Reported if is_derived => Some(format!(
                "\"{id}\" is computed, so no article reports it: a {} shows reported figures",
                Kind::list(|traits| traits.draws == self)
            )),
            Self::Dated | Self::Readings if !is_dated => Some(format!(
                "\"{id}\" does not say for what time it holds: give it \"as_of\", and \"since\" where it is a total since a day"
            )),
            _ => None,
        }
    }
}
