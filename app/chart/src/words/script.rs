//! Scripts that are written without spaces between words.

/// Signs of Chinese, Japanese and Yi, and the marks that go with them: a line may end between any two of them.
pub(super) fn is_ideograph(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{3029}' | '\u{3030}'..='\u{312f}' | '\u{31a0}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff01}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(not(target_arch = "wasm32"))]
/// Letters of scripts that are written without spaces between words.
pub(super) fn is_unspaced(c: char) -> bool {
    is_ideograph(c)
        || matches!(c,
            '\u{e00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1950}'..='\u{19ff}'
            | '\u{1a20}'..='\u{1aaf}' | '\u{a980}'..='\u{a9ff}' | '\u{aa60}'..='\u{aa7f}')
}
