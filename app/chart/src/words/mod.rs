//! The words of scripts without spaces, between which a line may end.
//!
//! The press finds them by dictionary. Dictionaries are too large for the reader's program, which only draws data that is
//! newer than the page: there Chinese and Japanese lines break between any two signs, except at marks that must not begin or
//! end a line, and a run of Khmer, Thai, Lao or Burmese letters counts as one word, which breaks between clusters if it is
//! too long. So the two differ in Khmer, Thai, Lao, Burmese, Tibetan and Javanese words, and in Chinese and Japanese at some
//! marks; other text is the same.

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use dictionary::parts;
#[cfg(target_arch = "wasm32")]
pub(crate) use plain::parts;

#[cfg(not(target_arch = "wasm32"))]
mod dictionary;
#[cfg(any(target_arch = "wasm32", test))]
mod plain;
mod script;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_reader_s_program_takes_a_row_of_khmer_or_thai_letters_for_one_word() {
        for text in ["មនុស្សប្រហែលជាត្រូវបានជាប់", "ผู้คนถูกกักขัง", "ຄົນຫຼາຍກວ່າ", "လူတစ်သိန်း"]
        {
            assert_eq!(plain::parts(text), [text]);
            assert!(dictionary::parts(text).len() > 1);
        }
    }

    #[test]
    fn the_reader_s_program_keeps_marks_with_the_sign_that_they_belong_to() {
        assert_eq!(plain::parts("約十万人が「詐欺」で。"), ["約", "十", "万", "人", "が", "「詐", "欺」", "で。"]);
    }

    proptest! {
        #[test]
        fn where_words_have_spaces_press_and_reader_end_lines_alike(
            text in "[a-zA-ZÀ-žẠ-ỹ\\p{Greek}\\p{Cyrillic}\\p{Arabic}\\p{Hebrew}\\p{Devanagari}가-힣0-9,.()/-]{0,30}"
        ) {
            prop_assert_eq!(plain::parts(&text), dictionary::parts(&text));
        }

        #[test]
        fn chinese_without_marks_ends_lines_alike_in_press_and_reader(text in "[一-龠]{0,20}") {
            prop_assert_eq!(plain::parts(&text), dictionary::parts(&text));
        }

        #[test]
        fn nothing_is_lost_between_words(text in "[\\PCក-៹ก-๛一-龠]{0,30}") {
            prop_assert_eq!(plain::parts(&text).concat(), text.clone());
            prop_assert_eq!(dictionary::parts(&text).concat(), text);
        }
    }
}
