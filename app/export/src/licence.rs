//! Licences by their SPDX identifiers, and the page at which each is read.

/// The canonical address of a licence; `None` where it is not one of those that data is commonly published under.
pub(crate) fn address(licence: &str) -> Option<String> {
    if licence.starts_with("https://") || licence.starts_with("http://") {
        return Some(licence.into());
    }
    let id = licence.to_ascii_lowercase();
    let fixed = match id.as_str() {
        "cc0-1.0" => "https://creativecommons.org/publicdomain/zero/1.0/",
        "pddl-1.0" => "https://opendatacommons.org/licenses/pddl/1-0/",
        "odc-by-1.0" => "https://opendatacommons.org/licenses/by/1-0/",
        "odbl-1.0" => "https://opendatacommons.org/licenses/odbl/1-0/",
        "ogl-uk-3.0" => "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        "mit" => "https://opensource.org/license/mit",
        "apache-2.0" => "https://www.apache.org/licenses/LICENSE-2.0",
        _ => return creative_commons(&id),
    };
    Some(fixed.into())
}

/// `cc-by-nc-sa-4.0`, or with a jurisdiction behind: `cc-by-3.0-igo`.
fn creative_commons(id: &str) -> Option<String> {
    let rest = id.strip_prefix("cc-")?;
    let kinds = ["by-nc-sa", "by-nc-nd", "by-nc", "by-nd", "by-sa", "by"];
    let kind = kinds.into_iter().find(|kind| rest.strip_prefix(kind).is_some_and(|rest| rest.starts_with('-')))?;
    let (version, place) = {
        let version = rest.get(kind.len() + 1..)?;
        version.split_once('-').unwrap_or((version, ""))
    };
    let known = ["1.0", "2.0", "2.5", "3.0", "4.0"].contains(&version) && place.bytes().all(|b| b.is_ascii_lowercase());
    let place = if place.is_empty() { String::new() } else { format!("{place}/") };
    known.then(|| format!("https://creativecommons.org/licenses/{kind}/{version}/{place}"))
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn a_creative_commons_licence_leads_to_its_deed() {
        for (id, page) in [
            ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
            ("cc-by-nc-sa-3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
            ("CC-BY-3.0-IGO", "https://creativecommons.org/licenses/by/3.0/igo/"),
            ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ] {
            assert_eq!(address(id).as_deref(), Some(page));
        }
    }

    #[test]
    fn a_licence_that_is_not_known_leads_nowhere() {
        for id in ["All rights reserved", "CC-BY", "CC-BY-9.0", "cc-", "CC-BYE-4.0", "LicenseRef-ours", "cc-by-4.0-ខ្មែរ"]
        {
            assert_eq!(address(id), None, "{id}");
        }
    }
}
