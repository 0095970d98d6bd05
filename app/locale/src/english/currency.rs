//! Currencies in English.

/// The sign before an amount of a currency, and the name of the currency. A sign that several currencies share is used for one
/// of them, as in the Unicode locale data (CLDR); the others keep their code.
pub(super) fn currency(code: &str) -> (String, &str) {
    let (sign, name) = match code {
        "USD" => ("$", "US dollars"),
        "EUR" => ("€", "euros"),
        "GBP" => ("£", "pounds"),
        "JPY" => ("¥", "yen"),
        "KRW" => ("₩", "won"),
        "VND" => ("₫", "dong"),
        "ILS" => ("₪", "shekels"),
        "PHP" => ("₱", "pesos"),
        "INR" => ("₹", "Indian rupees"),
        _ => return (format!("{code} "), code),
    };
    (sign.to_owned(), name)
}

/// How many digits the cents of a currency have (ISO 4217, minor unit).
pub(super) fn minor_digits(code: &str) -> usize {
    match code {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "VND" | "VUV"
        | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        _ => 2,
    }
}
