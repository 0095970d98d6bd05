//! The colours and type of a chart outside the page. On the page the style sheets have them; a copied file includes them,
//! and a test holds the two together.

use std::fmt::Write as _;

/// The colours of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Light, dark or forced, by the settings of the viewer.
    Reader,
    /// Light, for formats without such settings, such as PNG.
    Light,
    /// Light, or dark if the address of the picture ends in `#dark`, independent of the viewer's settings.
    ByAddress,
}

/// A colour of the page: its name there, light and dark.
pub struct Colour {
    /// The custom property without its dashes.
    pub name: &'static str,
    /// As `#rrggbb`.
    pub light: &'static str,
    /// As `#rrggbb`.
    pub dark: &'static str,
}

/// The colours that charts use.
pub const COLOURS: [Colour; 13] = [
    colour("paper", "#fdfcf9", "#14161a"),
    colour("panel", "#f3f1ea", "#1f2228"),
    colour("ink", "#16181d", "#f1efe8"),
    colour("quiet", "#53565c", "#b4b5b4"),
    colour("link", "#174f86", "#93c1f2"),
    colour("line", "#d6d3c8", "#3b3f46"),
    colour("strong-line", "#85827a", "#85878b"),
    colour("estimate", "#1d5c9e", "#7fb4ee"),
    colour("count", "#12704f", "#62c79b"),
    colour("claim", "#9a5200", "#eeab52"),
    colour("allegation", "#8b2d66", "#e296c6"),
    colour("said", "#62656b", "#a3a6ab"),
    colour("alarm", "#b3261e", "#ff9388"),
];

/// The colour of each basis; laws, events and computed figures are in ink.
pub const BASES: [&str; 5] = ["estimate", "count", "claim", "allegation", "said"];

/// The share of a mark's colour in soft parts, in hundredths; the rest is paper.
pub const SOFT: u32 = 76;

/// The fonts, in order of preference.
pub const SANS: &str = r#""Helvetica Neue", Helvetica, Arial, "Liberation Sans", Roboto, "Noto Sans", "Noto Sans Khmer", "Khmer OS", sans-serif"#;

/// The look of the roles of [`crate::Role`]: class and declarations, as on the page.
pub const ROLES: [(&str, &str); 25] = [
    ("outline", "fill: none; stroke-width: 1"),
    ("grid", "stroke: var(--line)"),
    ("base", "stroke: var(--strong-line)"),
    ("rule", "stroke: var(--line)"),
    ("rail", "stroke: var(--strong-line); stroke-width: 1.5"),
    ("gap", "stroke: var(--strong-line); stroke-width: 1.5; stroke-dasharray: 1 5; stroke-linecap: round"),
    ("solid", "fill: var(--mark)"),
    ("solid.outline", "fill: var(--paper); stroke: var(--mark); stroke-width: 2; stroke-dasharray: 2.5 1.5"),
    ("soft", "fill: var(--mark-soft)"),
    ("edge", "fill: var(--ink)"),
    ("rest", "fill: var(--panel); stroke: var(--strong-line); stroke-width: 0.75"),
    ("band", "fill: var(--mark-soft)"),
    ("band.outline", "fill: none; stroke: var(--mark); stroke-width: 1; stroke-dasharray: 1.8 1.2"),
    ("given", "fill: var(--panel); stroke: var(--mark); stroke-width: 1.25"),
    ("other", "fill: var(--paper); stroke: var(--alarm); stroke-width: 2"),
    ("glyph", "fill: var(--mark)"),
    ("flow", "fill: var(--mark); fill-opacity: 0.6"),
    ("carry", "fill: var(--line)"),
    ("alone", "fill: var(--alarm)"),
    ("land", "fill: var(--line); stroke: var(--strong-line); stroke-width: 0.75"),
    ("spot", "fill: var(--mark); fill-opacity: 0.3; stroke: var(--mark)"),
    ("value", "font-weight: bold"),
    ("large", "font-size: 20px; font-weight: bold"),
    ("label", "fill: var(--quiet)"),
    ("small", "font-size: 12px; fill: var(--quiet)"),
];

/// Computed figures are not filled: no article reports them.
pub const COMPUTED: &str = "fill: var(--paper); stroke: var(--ink); stroke-width: 1.5";

/// The look of all texts of a sheet, besides their fonts.
pub(crate) const TEXT: &str = "font-size: 14px; fill: var(--ink)";

/// Further rules of a sheet.
const SHEET: [(&str, &str); 12] = [
    ("paper", "fill: var(--paper)"),
    ("bar", "fill: var(--ink)"),
    ("strong", "font-weight: bold; fill: var(--ink)"),
    ("title", "font-size: 22px; font-weight: bold"),
    ("finding", "font-size: 16px; fill: var(--quiet)"),
    ("legend", "font-size: 13px; fill: var(--quiet)"),
    ("print", "font-size: 12px; fill: var(--quiet)"),
    ("number", "font-size: 12px; font-weight: bold; fill: var(--link)"),
    ("repeats", "font-weight: normal"),
    ("raised", "font-size: 11px; font-weight: bold; fill: var(--link)"),
    ("address", "fill: var(--link)"),
    ("target", "fill: none; pointer-events: all"),
];

/// Further rules of a picture of a fixed size, which is always light.
const SLIDE: [(&str, &str); 2] = [
    ("headline", "font-size: 16px; font-weight: bold"),
    ("single", "font-size: 13px; font-weight: bold; fill: var(--alarm)"),
];

/// For viewers with forced colours.
const FORCED: &str = "@media (forced-colors: active) { .sheet { forced-color-adjust: none; } \
.sheet .paper { fill: Canvas; } .sheet text, .sheet tspan, .sheet .label, .sheet .small, .sheet .finding, \
.sheet .legend, .sheet .print, .sheet .strong { fill: CanvasText; } \
.sheet .number, .sheet .raised, .sheet .address { fill: LinkText; } \
.sheet .solid, .sheet .edge, .sheet .bar, .sheet .glyph, .sheet .alone { fill: CanvasText; } .sheet .soft, .sheet .band, .sheet .flow, .sheet .spot, .sheet .carry { fill: GrayText; } \
.sheet .rest, .sheet .given, .sheet .other, .sheet .land, .sheet .solid.outline, .sheet [data-basis=\"computed\"] .solid { fill: Canvas; stroke: CanvasText; } \
.sheet .grid, .sheet .rule, .sheet .base, .sheet .rail, .sheet .gap { stroke: CanvasText; } }";

impl Theme {
    /// The content of a sheet's `<style>`, the same for every chart, so that a policy can contain its hash. Light colours
    /// are attributes, so a picture that is always light has no style.
    pub fn style(self) -> String {
        match self {
            Self::Light => String::new(),
            Self::Reader => {
                format!("@media screen and (prefers-color-scheme: dark) {{{}\n}}\n{FORCED}", dark(".sheet"))
            }
            Self::ByAddress => dark("#dark:target"),
        }
    }
}

/// The rules for dark colours within what a selector matches.
fn dark(root: &str) -> String {
    let mut rules = format!("\n{root} text {{ fill: var(--ink); }}");
    for (class, declarations) in looks() {
        let coloured: Vec<&str> = declarations.split("; ").filter(|declaration| declaration.contains("var(")).collect();
        if !coloured.is_empty() {
            let _ = write!(rules, "\n{root} {} {{ {}; }}", selector(class), coloured.join("; "));
        }
    }
    let bases = BASES.map(|basis| format!("\n{root} [data-basis=\"{basis}\"] {{ {} }}", marks(Some(basis))));
    let plain = COLOURS.iter().map(|colour| format!("--{}: {}; ", colour.name, colour.dark));
    format!("\n{root} {{ {}{} }}{}{rules}", plain.collect::<String>(), marks(None), bases.concat())
}

/// The colours of the marks of each basis, in dark.
fn marks(basis: Option<&str>) -> String {
    let [mark, soft] = ["var(--mark)", "var(--mark-soft)"].map(|name| filled(name, basis, |colour| colour.dark));
    format!("--mark: {mark}; --mark-soft: {soft};")
}

const fn colour(name: &'static str, light: &'static str, dark: &'static str) -> Colour {
    Colour { name, light, dark }
}

/// The look of each class of a sheet that can be dark, or of a class within computed figures; later ones override.
fn looks() -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut looks: Vec<_> = ROLES.iter().chain(&SHEET).copied().chain([("computed solid", COMPUTED)]).collect();
    looks.sort_by_key(|(class, _)| class.split('.').count());
    looks.into_iter()
}

fn selector(class: &str) -> String {
    match class.split_once(' ') {
        Some((basis, class)) => format!("[data-basis=\"{basis}\"] .{class}"),
        None => format!(".{class}"),
    }
}

/// The declarations for an element of these classes, in a mark of this basis.
pub(crate) fn of_classes<'a>(classes: &'a [&str], basis: Option<&'a str>) -> impl Iterator<Item = &'static str> {
    let fits = move |class: &str| match class.split_once(' ') {
        Some((within, class)) => basis == Some(within) && classes.contains(&class),
        None => class.split('.').all(|class| classes.contains(&class)),
    };
    looks().chain(SLIDE).filter(move |(class, _)| fits(class)).map(|(_, declarations)| declarations)
}

/// Declarations with each custom property replaced by its light colour, in a mark of this basis.
pub(crate) fn light(declarations: &str, basis: Option<&str>) -> String {
    filled(declarations, basis, |colour| colour.light)
}

/// Declarations with each custom property replaced by its colour.
fn filled(declarations: &str, basis: Option<&str>, choose: fn(&Colour) -> &'static str) -> String {
    let named = |name: &str| COLOURS.iter().find(|colour| colour.name == name).map_or("#000000", choose);
    let mark = named(basis.filter(|basis| BASES.contains(basis)).unwrap_or("ink"));
    let own = declarations.replace("var(--mark)", mark).replace("var(--mark-soft)", &mixed(mark, named("paper")));
    COLOURS.iter().fold(own, |filled, colour| filled.replace(&format!("var(--{})", colour.name), choose(colour)))
}

/// A mix of two colours for soft parts, with this share of the first.
pub fn mixed(one: &str, other: &str) -> String {
    let part = |colour: &str, at: usize| colour.get(at..at + 2).and_then(|part| u32::from_str_radix(part, 16).ok());
    let mix = |at| (SOFT * part(one, at).unwrap_or(0) + (100 - SOFT) * part(other, at).unwrap_or(0) + 50) / 100;
    format!("#{:02x}{:02x}{:02x}", mix(1), mix(3), mix(5))
}
