//! The singular of a counted noun, from the plural in the data.

/// The singular of a plural: `child held` of `children held`. Of a rate, and of a word with others behind it, the first
/// word is counted: `1 person per location`, `1 raid on compounds`. An unknown form stays unchanged; a file can
/// declare its own.
pub(super) fn singular(plural: &str) -> String {
    let counted = BEHIND.iter().filter_map(|word| plural.find(word)).min().unwrap_or(plural.len());
    let (counted, rest) = plural.split_at(counted);
    let words: Vec<&str> = counted.split(' ').collect();
    let known = |word: &&str| IRREGULAR.iter().find(|(many, _)| many == word).map(|(_, one)| *one);
    // *People trafficked* are people, *scam locations* are locations.
    let place = words.iter().position(|word| known(word).is_some()).unwrap_or(words.len().saturating_sub(1));
    let one = |(index, word): (usize, &&str)| match known(word) {
        _ if index != place => (*word).to_owned(),
        Some(one) => one.to_owned(),
        None => regular(word),
    };
    let words: Vec<String> = words.iter().enumerate().map(one).collect();
    words.join(" ") + rest
}

/// Words that begin a qualifier of the noun before them.
const BEHIND: [&str; 14] = [
    " per ",
    " of ",
    " in ",
    " on ",
    " with ",
    " without ",
    " by ",
    " from ",
    " at ",
    " under ",
    " for ",
    " to ",
    " who ",
    " that ",
];

/// Irregular plurals.
const IRREGULAR: [(&str, &str); 28] = [
    ("people", "person"),
    ("degrees", "degree"),
    ("children", "child"),
    ("women", "woman"),
    ("men", "man"),
    ("lives", "life"),
    ("wives", "wife"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("series", "series"),
    ("species", "species"),
    ("headquarters", "headquarters"),
    ("barracks", "barracks"),
    ("police", "police"),
    ("movies", "movie"),
    ("calories", "calorie"),
    ("ties", "tie"),
    ("lies", "lie"),
    ("thieves", "thief"),
    ("halves", "half"),
    ("crises", "crisis"),
    ("analyses", "analysis"),
    ("buses", "bus"),
    ("viruses", "virus"),
    ("campuses", "campus"),
    ("censuses", "census"),
    ("shoes", "shoe"),
    ("means", "means"),
];

/// By the spelling: `compound`, `country`, `box`, `church`, `hero`.
fn regular(plural: &str) -> String {
    if let Some(stem) = plural.strip_suffix("ies") {
        return format!("{stem}y");
    }
    let short = ["ches", "shes", "xes", "sses", "zzes", "oes"].into_iter().any(|end| plural.ends_with(end));
    let ending = match plural {
        _ if short => "es",
        _ if plural.ends_with("ss") => "",
        _ => "s",
    };
    plural.strip_suffix(ending).unwrap_or(plural).to_owned()
}

#[cfg(test)]
mod tests {
    use super::singular;

    #[test]
    fn one_of_many_is_called_as_one_is() {
        for (many, one) in [
            ("people", "person"),
            ("people trafficked", "person trafficked"),
            ("children", "child"),
            ("missing women", "missing woman"),
            ("scam locations", "scam location"),
            ("countries", "country"),
            ("series", "series"),
            ("raids on compounds", "raid on compounds"),
            ("members of parliament", "member of parliament"),
            ("people per location", "person per location"),
            ("boxes", "box"),
            ("churches", "church"),
            ("houses", "house"),
            ("NGOs", "NGO"),
            ("sheep", "sheep"),
            ("hectares", "hectare"),
            ("illnesses", "illness"),
        ] {
            assert_eq!(singular(many), one);
        }
    }
}
