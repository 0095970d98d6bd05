//! The signs, prefixes, codes and names of currencies in English-language news, each with the currencies (ISO 4217) that it
//! can mean.

/// The codes of the currencies that a sign or word can mean.
pub(super) type Currencies = &'static [&'static str];

const DOLLARS: Currencies = &["USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD"];
const POUNDS: Currencies = &["GBP", "EGP", "LBP"];
const YEN: Currencies = &["JPY", "CNY"];
const RUPEES: Currencies = &["INR", "PKR", "LKR", "NPR"];

/// Signs before or after a number.
pub(super) const SIGNS: [(&str, Currencies); 21] = [
    ("৳", &["BDT"]),
    ("₦", &["NGN"]),
    ("₵", &["GHS"]),
    ("₪", &["ILS"]),
    ("₴", &["UAH"]),
    ("₸", &["KZT"]),
    ("₭", &["LAK"]),
    ("₮", &["MNT"]),
    ("$", DOLLARS),
    ("€", &["EUR"]),
    ("£", POUNDS),
    ("¥", YEN),
    ("￥", YEN),
    ("₩", &["KRW"]),
    ("₹", &["INR"]),
    ("៛", &["KHR"]),
    ("฿", &["THB"]),
    ("₫", &["VND"]),
    ("₱", &["PHP"]),
    ("₽", &["RUB"]),
    ("₺", &["TRY"]),
];

/// Abbreviations that mean money only before a number: after one, *10 p.m.* is a time.
pub(super) const PREFIXES: [(&str, Currencies); 17] = [
    ("Rs", RUPEES),
    ("Re", RUPEES),
    ("RM", &["MYR"]),
    ("Tk", &["BDT"]),
    ("Rp", &["IDR"]),
    ("KSh", &["KES"]),
    ("USh", &["UGX"]),
    ("TSh", &["TZS"]),
    ("Ksh", &["KES"]),
    ("Dhs", &["AED"]),
    ("Dh", &["AED"]),
    ("Sh", &["KES", "TZS", "UGX"]),
    ("Nu", &["BTN"]),
    ("Lei", &["RON", "MDL"]),
    ("R", &["ZAR"]),
    ("N", &["NGN"]),
    ("P", &["PHP", "BWP"]),
];

/// Prefixes of a dollar sign that name the country.
pub(super) const DOLLARS_OF: [(&str, Currencies); 13] = [
    ("us", &["USD"]),
    ("u . s .", &["USD"]),
    ("au", &["AUD"]),
    ("a", &["AUD"]),
    ("ca", &["CAD"]),
    ("c", &["CAD"]),
    ("hk", &["HKD"]),
    ("nz", &["NZD"]),
    ("s", &["SGD"]),
    ("nt", &["TWD"]),
    ("r", &["BRL"]),
    ("mx", &["MXN"]),
    ("j", &["JMD"]),
];

/// Adjectives before the name of a currency, each with the one currency that they make of it.
pub(super) const NATIONAL: [(&str, Currencies); 38] = [
    ("australian", &["AUD"]),
    ("canadian", &["CAD"]),
    ("hong kong", &["HKD"]),
    ("new zealand", &["NZD"]),
    ("singapore", &["SGD"]),
    ("singaporean", &["SGD"]),
    ("taiwan", &["TWD"]),
    ("taiwanese", &["TWD"]),
    ("egyptian", &["EGP"]),
    ("lebanese", &["LBP"]),
    ("british", &["GBP"]),
    ("japanese", &["JPY"]),
    ("chinese", &["CNY"]),
    ("indian", &["INR"]),
    ("pakistani", &["PKR"]),
    ("sri lankan", &["LKR"]),
    ("nepali", &["NPR"]),
    ("nepalese", &["NPR"]),
    ("kenyan", &["KES"]),
    ("tanzanian", &["TZS"]),
    ("ugandan", &["UGX"]),
    ("somali", &["SOS"]),
    ("moroccan", &["MAD"]),
    ("saudi", &["SAR"]),
    ("qatari", &["QAR"]),
    ("yemeni", &["YER"]),
    ("iranian", &["IRR"]),
    ("omani", &["OMR"]),
    ("turkish", &["TRY"]),
    ("syrian", &["SYP"]),
    ("norwegian", &["NOK"]),
    ("danish", &["DKK"]),
    ("mexican", &["MXN"]),
    ("philippine", &["PHP"]),
    ("swiss", &["CHF"]),
    ("iraqi", &["IQD"]),
    ("jordanian", &["JOD"]),
    ("kuwaiti", &["KWD"]),
];

/// Names of currencies after a number.
pub(super) const NAMES: [(&str, Currencies); 54] = [
    ("naira", &["NGN"]),
    ("rand", &["ZAR"]),
    ("shilling", &["KES", "TZS", "UGX", "SOS"]),
    ("shillings", &["KES", "TZS", "UGX", "SOS"]),
    ("taka", &["BDT"]),
    ("dirham", &["AED", "MAD"]),
    ("dirhams", &["AED", "MAD"]),
    ("riyal", &["SAR", "QAR", "YER"]),
    ("riyals", &["SAR", "QAR", "YER"]),
    ("rial", &["IRR", "OMR", "YER"]),
    ("rials", &["IRR", "OMR", "YER"]),
    ("shekel", &["ILS"]),
    ("shekels", &["ILS"]),
    ("lira", &["TRY", "SYP"]),
    ("zloty", &["PLN"]),
    ("zlotys", &["PLN"]),
    ("kronor", &["SEK"]),
    ("kroner", &["NOK", "DKK"]),
    ("reais", &["BRL"]),
    ("hryvnia", &["UAH"]),
    ("hryvnias", &["UAH"]),
    ("cedi", &["GHS"]),
    ("cedis", &["GHS"]),
    ("birr", &["ETB"]),
    ("dinars", &["IQD", "JOD", "KWD", "DZD", "LYD", "TND", "RSD"]),
    ("kwacha", &["ZMW", "MWK"]),
    ("ruble", &["RUB"]),
    ("dollar", DOLLARS),
    ("dollars", DOLLARS),
    ("euro", &["EUR"]),
    ("euros", &["EUR"]),
    ("pound", POUNDS),
    ("pounds", POUNDS),
    ("sterling", &["GBP"]),
    ("yen", &["JPY"]),
    ("yuan", &["CNY"]),
    ("renminbi", &["CNY"]),
    ("won", &["KRW"]),
    ("baht", &["THB"]),
    ("riel", &["KHR"]),
    ("riels", &["KHR"]),
    ("dong", &["VND"]),
    ("kip", &["LAK"]),
    ("kyat", &["MMK"]),
    ("peso", &["PHP", "MXN"]),
    ("pesos", &["PHP", "MXN"]),
    ("ringgit", &["MYR"]),
    ("rupiah", &["IDR"]),
    ("rupee", RUPEES),
    ("rupees", RUPEES),
    ("franc", &["CHF", "XAF", "XOF"]),
    ("francs", &["CHF", "XAF", "XOF"]),
    ("rubles", &["RUB"]),
    ("roubles", &["RUB"]),
];

/// Codes of currencies, in capitals before or after a number.
pub(super) const CODES: [Currencies; 47] = [
    &["UGX"],
    &["NGN"],
    &["KES"],
    &["ZAR"],
    &["GHS"],
    &["BRL"],
    &["SEK"],
    &["NOK"],
    &["DKK"],
    &["PLN"],
    &["TRY"],
    &["AED"],
    &["SAR"],
    &["ILS"],
    &["EGP"],
    &["NPR"],
    &["UAH"],
    &["CZK"],
    &["ETB"],
    &["USD"],
    &["EUR"],
    &["GBP"],
    &["JPY"],
    &["CNY"],
    &["RMB", "CNY"],
    &["KRW"],
    &["THB"],
    &["KHR"],
    &["VND"],
    &["LAK"],
    &["MMK"],
    &["PHP"],
    &["MYR"],
    &["IDR"],
    &["SGD"],
    &["HKD"],
    &["TWD"],
    &["AUD"],
    &["NZD"],
    &["CAD"],
    &["CHF"],
    &["INR"],
    &["PKR"],
    &["BDT"],
    &["LKR"],
    &["RUB"],
    &["MXN"],
];

/// The code or prefix directly before the digits of an amount, as in `RM5 million`, `USD500`. A single letter means money
/// only before a large number, since an N95 is a mask.
pub(super) fn glued(text: &str) -> Option<&'static str> {
    let prefixes = PREFIXES.iter().map(|(prefix, _)| *prefix);
    let codes = CODES.iter().flat_map(|codes| codes.iter().copied());
    prefixes.chain(codes).find(|prefix| {
        let amount = text.strip_prefix(prefix).filter(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()));
        amount.is_some_and(|amount| prefix.len() > 1 || is_large(amount))
    })
}

/// Whether an amount has four digits or more, or is followed by a word such as *million*.
fn is_large(amount: &str) -> bool {
    let rest = amount.trim_start_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ','));
    let word = rest.trim_start().split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    let scales = ["m", "bn", "b", "tn", "million", "billion", "trillion"];
    amount.len() - rest.len() > 3 || scales.contains(&word)
}
