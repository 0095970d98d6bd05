//! The colours and type of a chart that stands alone. On the page the style sheets give them; a file that is copied
//! away carries them along, and a test holds the two together.

use std::fmt::Write as _;

/// Whose colours a sheet takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Light, dark or forced, as whoever looks at it has set.
    Reader,
    /// Light, for what knows no such settings, as a PNG.
    Light,
    /// Light, or dark where the address of the picture ends in `#dark`, whatever the reader has set.
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
pub const COLOURS: [Colour; 11] = [
    colour("paper", "#fcfbf8", "#171715"),
    colour("ink", "#1d1c1a", "#eceae4"),
    colour("quiet", "#55514a", "#b3aea3"),
    colour("link", "#1a5566", "#8fcbdb"),
    colour("line", "#d8d3c7", "#3b3934"),
    colour("strong-line", "#8b857a", "#8b857a"),
    colour("mark", "#1f6275", "#74b6c8"),
    colour("mark-soft", "#5c8c99", "#4b7c89"),
    colour("mark-band", "#6898a5", "#447380"),
    colour("rest", "#dfdad0", "#3b3934"),
    colour("other", "#b4511d", "#e8935f"),
];

/// The fonts, the first that is there.
pub const SANS: &str = r#""Helvetica Neue", Helvetica, Arial, "Liberation Sans", Roboto, "Noto Sans", "Noto Sans Khmer", "Khmer OS", sans-serif"#;

/// What the roles of [`crate::Role`] look like: class and declarations, as on the page.
pub const ROLES: [(&str, &str); 17] = [
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
    ("rest", "fill: var(--rest); stroke: var(--strong-line); stroke-width: 0.75"),
    ("band", "fill: var(--mark-band)"),
    ("band.outline", "fill: none; stroke: var(--mark); stroke-width: 1; stroke-dasharray: 1.8 1.2"),
    ("other", "fill: var(--paper); stroke: var(--other); stroke-width: 2"),
    ("value", "font-weight: bold"),
    ("label", "fill: var(--quiet)"),
    ("small", "font-size: 12px; fill: var(--quiet)"),
];

/// What all texts of a sheet look like, besides their fonts.
pub(crate) const TEXT: &str = "font-size: 14px; fill: var(--ink)";

/// What a sheet has besides.
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

/// For who has set colours of their own.
const FORCED: &str = "@media (forced-colors: active) { .sheet { forced-color-adjust: none; } \
.sheet .paper { fill: Canvas; } .sheet text, .sheet tspan, .sheet .label, .sheet .small, .sheet .finding, \
.sheet .legend, .sheet .print, .sheet .strong { fill: CanvasText; } \
.sheet .number, .sheet .raised, .sheet .address { fill: LinkText; } \
.sheet .solid, .sheet .edge, .sheet .bar { fill: CanvasText; } .sheet .soft, .sheet .band { fill: GrayText; } \
.sheet .rest, .sheet :is(circle, path).band { fill: Canvas; stroke: CanvasText; } \
.sheet .other, .sheet .solid.outline { fill: Canvas; stroke: CanvasText; } \
.sheet .grid, .sheet .rule, .sheet .base, .sheet .rail, .sheet .gap { stroke: CanvasText; } }";

impl Theme {
    /// The text of a sheet's `<style>`, the same for every chart, so that a policy can name it by its hash.
    pub fn style(self) -> String {
        let mut style = format!(".sheet text {{ font-family: {SANS}; {TEXT}; }}{}", rules(|_| true));
        style = light(&style);
        let coloured = format!(".sheet text {{ fill: var(--ink); }}{}", rules(|value| value.contains("var(")));
        let dark = filled(&coloured, |colour| colour.dark);
        let _ = match self {
            Self::Light => Ok(()),
            Self::Reader => write!(style, "\n@media screen and (prefers-color-scheme: dark) {{ {dark}\n}}\n{FORCED}"),
            Self::ByAddress => write!(style, "\n{}", dark.replace(".sheet ", "#dark:target ")),
        };
        style
    }
}

const fn colour(name: &'static str, light: &'static str, dark: &'static str) -> Colour {
    Colour { name, light, dark }
}

/// A rule for each class, with those of its declarations that are wanted.
fn rules(wanted: impl Fn(&str) -> bool) -> String {
    let mut rules = String::new();
    for (class, declarations) in ROLES.iter().chain(&SHEET) {
        let kept: Vec<&str> = declarations.split("; ").filter(|declaration| wanted(declaration)).collect();
        if !kept.is_empty() {
            let _ = write!(rules, "\n.sheet .{class} {{ {}; }}", kept.join("; "));
        }
    }
    rules
}

/// The declarations for an element of these classes: what is said of more of them at once prevails, so it comes later.
pub(crate) fn of_classes(classes: &[&str]) -> impl Iterator<Item = &'static str> {
    let mut rules: Vec<_> =
        ROLES.iter().chain(&SHEET).filter(|(rule, _)| rule.split('.').all(|class| classes.contains(&class))).collect();
    rules.sort_by_key(|(rule, _)| rule.split('.').count());
    rules.into_iter().map(|(_, declarations)| *declarations)
}

/// Declarations with each custom property replaced by its light colour.
pub(crate) fn light(declarations: &str) -> String {
    filled(declarations, |colour| colour.light)
}

/// The rules with each custom property replaced by its colour.
fn filled(rules: &str, choose: impl Fn(&Colour) -> &'static str) -> String {
    COLOURS
        .iter()
        .fold(rules.to_owned(), |rules, colour| rules.replace(&format!("var(--{})", colour.name), choose(colour)))
}
