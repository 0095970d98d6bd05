//! Reads and writes numbers in plain digits. A number with decimals has at most 15 digits, which an `f64` always keeps; a
//! whole number may have 16 if it is not above 2⁵³. A number is written with the digits that were read.
//!
//! The general conversions between decimal text and floating point would add 15 kilobytes to the program in the browser.
//! Reported figures do not need them: a whole number of at most 15 digits and a power of ten up to 10²² are exact in an
//! `f64`, so that one multiplication or division rounds correctly (Clinger, 1990).

/// The largest power of ten that an `f64` holds exactly.
pub(crate) const LARGEST_POWER: i32 = 22;
/// All whole numbers up to here are exact.
const LARGEST_WHOLE: u64 = 1 << 53;
/// The number of decimal digits that an `f64` always keeps.
const DIGITS: i32 = 15;
/// The digits of a number with decimals, read as a whole number, must be less than this.
pub(crate) const LARGEST_DECIMAL: f64 = 1e15;

/// Reads a JSON number. Too large a number is infinite, too small a one the smallest positive number, and one with more
/// digits than can be kept is NaN.
pub(crate) fn read(text: &str) -> Option<f64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (mantissa, exponent) = match digits.find(['e', 'E']) {
        Some(at) => (digits.get(..at)?, digits.get(at + 1..)?),
        None => (digits, "0"),
    };
    let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits: String = [whole, decimals].concat();
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let significant = digits.trim_end_matches('0').len();
    let trailing = digits.len() - significant;
    digits.truncate(significant);
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return Some(0.0);
    }
    // An exponent that does not fit an i32 means infinity or zero either way.
    let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
    let exponent = exponent.parse::<i32>().unwrap_or(if exponent.starts_with('-') { -9999 } else { 9999 });
    let power =
        exponent.saturating_add(i32::try_from(trailing).ok()?).saturating_sub(i32::try_from(decimals.len()).ok()?);
    let number = match digits.parse::<u64>() {
        _ if power > LARGEST_POWER => f64::INFINITY,
        Ok(_) if power < -LARGEST_POWER => f64::MIN_POSITIVE,
        Ok(digits) if digits <= LARGEST_WHOLE && (power >= 0 || (digits as f64) < LARGEST_DECIMAL) => {
            let factor = self::power(power.abs());
            if power < 0 { digits as f64 / factor } else { digits as f64 * factor }
        }
        _ => f64::NAN,
    };
    Some(if negative { -number } else { number })
}

/// Writes a number in digits, without separators, and with no more digits than an `f64` keeps.
pub fn write(number: f64) -> String {
    let size = number.abs();
    let magnitude = if size > 0.0 { size.log10().floor() as i32 } else { 0 };
    let decimals = (DIGITS - 1 - magnitude).clamp(0, LARGEST_POWER);
    let unit = power(decimals);
    let rest = ((size - size.trunc()) * unit).round();
    let (whole, rest) = if rest >= unit { (size.trunc() + 1.0, 0.0) } else { (size.trunc(), rest) };
    let sign = if number < 0.0 { "-" } else { "" };
    let (whole, rest) = (whole as u64, rest as u64);
    let rest = if decimals > 0 { format!("{:0width$}", rest, width = decimals as usize) } else { String::new() };
    match rest.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        rest => format!("{sign}{whole}.{rest}"),
    }
}

/// The significant digits of a number's absolute value as a whole number, and the power of ten of the last one: 1,250 gives
/// 125 and 1, 0.05 gives 5 and −2.
pub(crate) fn parts(number: f64) -> (f64, i32) {
    let text = write(number.abs());
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let digits = [whole, decimals].concat();
    let kept = digits.trim_end_matches('0');
    let count = kept.parse::<u64>().unwrap_or_default() as f64;
    (count, digits.len() as i32 - kept.len() as i32 - decimals.len() as i32)
}

/// A power of ten.
pub(crate) fn power(of: i32) -> f64 {
    10f64.powi(of)
}

/// Moves the decimal point of written digits to the left: three places give a number of thousands.
pub fn shift(digits: &str, places: usize) -> String {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let padded = format!("{whole:0>width$}", width = places + 1);
    let (whole, behind) = padded.split_at(padded.len() - places);
    let moved = format!("{behind}{decimals}");
    match moved.trim_end_matches('0') {
        "" => whole.into(),
        rest => format!("{whole}.{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_read_as_json_writes_them() {
        for text in ["0", "7", "118", "4.57", "4570000000", "12.5e9", "1E+3", "0.000001", "100000", "-3", "0.1", "1.0"]
        {
            assert_eq!(read(text), text.parse().ok(), "{text}");
        }
        assert_eq!(read("1e400"), Some(f64::INFINITY));
        assert_eq!(read("1e99999999999"), Some(f64::INFINITY));
        assert!(read("0.1234567890123456789").is_some_and(f64::is_nan));
        assert_eq!(read("1234567890123456"), Some(1_234_567_890_123_456.0));
        assert!(read("123456789012345.6").is_some_and(f64::is_nan), "sixteen digits with decimals are not kept");
        assert_eq!(read("x"), None);
    }

    #[test]
    fn numbers_are_written_in_plain_digits() {
        assert_eq!(write(4.57), "4.57");
        assert_eq!(write(0.1 + 0.2), "0.3");
        assert_eq!(write(12_500_000_000.0), "12500000000");
        assert_eq!(write(-0.5), "-0.5");
        assert_eq!(write(1.999_999_999_999_999_8), "2");
        assert_eq!(write(1e9 + 0.1), "1000000000.1");
        assert_eq!(write(0.000_001_23), "0.00000123");
        assert_eq!(write(9e15), "9000000000000000");
        assert_eq!(write(0.0), "0");
        assert_eq!(shift("4570000000", 9), "4.57");
        assert_eq!(shift("999999999", 9), "0.999999999");
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(digits in 1u64..1_000_000_000_000_000, decimals in 0usize..=22) {
            let padded = format!("{digits:0width$}", width = decimals + 1);
            let (whole, behind) = padded.split_at(padded.len() - decimals);
            let text = format!("{whole}.{behind}0");
            let plain = text.trim_end_matches('0').trim_end_matches('.');
            let number = read(&text).unwrap();
            prop_assert_eq!(Some(number), text.parse().ok());
            prop_assert_eq!(write(number), plain);
            let (count, last) = parts(number);
            prop_assert_eq!(format!("{count}e{last}").parse(), Ok(number));
        }

        #[test]
        fn whole_numbers_keep_every_digit(number in 0u64..=9_000_000_000_000_000) {
            prop_assert_eq!(read(&number.to_string()), Some(number as f64));
            prop_assert_eq!(write(number as f64), number.to_string());
        }
    }
}
