//! Finds the lines of a copied page that do not belong to the article: menus, advertisements, lists of other articles.

/// Words of such lines, where the line is short.
const WORDS: &str = "sign in, sign up, log in, our app, app store, google play, read more, read next, read these, related \
    stories, related articles, related article, related topics, share this, share on, min read, minute \
    read, mins read, all rights reserved, get all your news, premium titles, days free, free trial, \
    already a member, tap to, tap the, home screen, click here, privacy policy, terms of use, terms of \
    service, contact us, follow us, whatsapp channel, telegram channel, get the news, global sources, \
    getty images, photo gallery, short url, top stories, our picks, editor's picks, breaking news \
    alerts, skip to, page not found, unlimited access, cancel anytime, gift this article, reading time, \
    tel:, fax:, e-mail:, subscribe, newsletter, cookies, ©, advertisement";

/// Words of such lines, where the line is no sentence.
const OF_LABELS: &str = "subscription, membership, login, the app, an app, one app, mobile app, install, download, comments, \
    curated, recommended, trending, most read, most popular, donate, copyright, watch:, listen, news \
    sites, views, shares, likes, support us, per month after";

/// Headings after which a page lists other articles.
const ENDS: &str = "read these next, related stories, related articles, top stories on, sign up to read this article, most read, \
    most popular, more from, recommended for you, you may also like, our picks, trending now, get the news \
    faster, more stories";

/// In bytes. A longer line is a paragraph.
const SHORT: usize = 140;

/// For each line of a text whether it belongs to the page around the article.
pub(super) fn of(lines: &[&str]) -> Vec<bool> {
    let mut ended = false;
    let marked = lines.iter().map(|line| {
        let short = line.len() <= SHORT;
        let small = if short { line.to_lowercase() } else { String::new() };
        let last = !small.ends_with('.') && ENDS.split(", ").any(|heading| small.starts_with(heading));
        // What follows such a heading may still be the article, if it is a paragraph.
        ended = (ended || last) && short;
        short && (ended || is_of_the_page(&small))
    });
    marked.collect()
}

fn is_of_the_page(small: &str) -> bool {
    let words = small.split(' ').count();
    let label = words < 6 || words < 14 && !small.ends_with(['.', '!', '?', '"']);
    let any = |list: &str| list.split(", ").any(|word| has(small, word));
    any(WORDS) || label && any(OF_LABELS) || is_stamp(small)
}

/// Whether a line is nothing but a time, a date or a counter: `Posted Jan 21, 2026 10:01 AM CST`, `12 shares`.
fn is_stamp(small: &str) -> bool {
    let stamped = ["published", "updated", "posted", "last modified", "last updated", "page ", "date "];
    let words = small.split(' ').count();
    let digits = small.bytes().filter(u8::is_ascii_digit).count();
    words <= 12 && digits >= 4 && stamped.iter().any(|word| small.starts_with(word))
        || words <= 1 && digits * 2 > small.len()
}

/// Whether a text has a phrase as whole words.
fn has(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let behind = text.get(at + phrase.len()..).and_then(|behind| behind.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !behind.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_lines_of_the_page_are_apart_from_the_article() {
        let article = "Police said on Monday that they had raided 118 locations, and that 5,000 people were arrested. The app \
            with which they were lured was installed by 300 of them, a spokesman said.";
        let lines = [
            "One app. One membership.",
            "Posted Jan 21, 2026 10:01 AM CST",
            "Thousands flee 10 centers",
            article,
            "Related stories",
            "Five things to know",
        ];
        assert_eq!(of(&lines), [true, true, false, false, true, true]);
    }
}
