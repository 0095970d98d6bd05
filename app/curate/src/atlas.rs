//! The outlines of countries, and the command that writes one into a file.

use clap::Args;
use serde_json::Value;

use crate::insert::Manuscript;

/// The files of outlines: scale, and a line for each country with its code, its name and its outline.
const FILES: [(Detail, &str); 2] =
    [(Detail::Coarse, include_str!("../outlines/110m.txt")), (Detail::Fine, include_str!("../outlines/50m.txt"))];

/// A country, and how finely it is drawn.
#[derive(Args)]
pub(crate) struct Asked {
    /// The country, by its ISO 3166-1 code of three letters.
    country: String,
    /// The scale: 1:50 million for the country that the edition is about, 1:110 million for others. Small countries have only
    /// the first.
    #[arg(long, value_enum, default_value_t = Detail::Coarse)]
    detail: Detail,
    /// The id of a place in the data file whose outline this is. Without it, the outline is printed.
    #[arg(long, value_name = "ID")]
    pub(crate) into: Option<String>,
}

/// A scale, in millions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Detail {
    /// 1:50 million.
    #[value(name = "50")]
    Fine,
    /// 1:110 million.
    #[value(name = "110")]
    Coarse,
}

impl Asked {
    /// The outline.
    ///
    /// # Errors
    /// A message, if no country has this code.
    pub(crate) fn outline(&self) -> Result<&'static str, String> {
        let asked = self.country.to_uppercase();
        let in_file = |(_, lines): &(Detail, &'static str)| {
            lines.lines().find_map(|line| line.strip_prefix(asked.as_str())?.strip_prefix('\t')?.split_once('\t'))
        };
        let (right, other): (Vec<_>, Vec<_>) = FILES.iter().partition(|(detail, _)| *detail == self.detail);
        let found = right.into_iter().chain(other).find_map(in_file);
        found.map(|(_, outline)| outline).ok_or_else(|| self.unknown())
    }

    /// Writes it into a place.
    ///
    /// # Errors
    /// A message, if there is no such country or place.
    pub(crate) fn write(&self, manuscript: &mut Manuscript, id: &str) -> Result<(), String> {
        let outline = Value::from(self.outline()?).to_string();
        manuscript.set_within("places", id, "outline", &outline)
    }

    /// The codes of the countries whose names are like what was asked for.
    fn unknown(&self) -> String {
        let asked = self.country.to_lowercase();
        let lines = FILES.iter().flat_map(|(_, lines)| lines.lines());
        let entries = lines
            .filter_map(|line| line.split_once('\t'))
            .filter_map(|(code, rest)| Some((code, rest.split_once('\t')?.0)));
        let alike = entries.filter(|(_, name)| name.to_lowercase().contains(&asked));
        let mut alike: Vec<String> = alike.map(|(code, name)| format!("{code} is {name}")).collect();
        alike.sort();
        alike.dedup();
        alike.truncate(5);
        let advice = match alike.as_slice() {
            [] => "use its ISO 3166-1 code of three letters, such as KHM".to_owned(),
            alike => alike.join(", "),
        };
        format!("no country has the code \"{}\": {advice}", self.country)
    }
}
