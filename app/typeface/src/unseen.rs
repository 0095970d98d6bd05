//! Characters that are never visible: white space, joiners, separators and directional marks.

/// White space and Unicode's default ignorable characters.
pub(crate) fn is_unseen(c: char) -> bool {
    c.is_whitespace() || is_ignorable(c)
}

/// Unicode's property Default_Ignorable_Code_Point.
pub(crate) fn is_ignorable(c: char) -> bool {
    matches!(
        u32::from(c),
        0xad | 0x34f
            | 0x61c
            | 0x115f..=0x1160
            | 0x17b4..=0x17b5
            | 0x180b..=0x180f
            | 0x200b..=0x200f
            | 0x202a..=0x202e
            | 0x2060..=0x206f
            | 0x3164
            | 0xfe00..=0xfe0f
            | 0xfeff
            | 0xffa0
            | 0xfff0..=0xfff8
            | 0x1bca0..=0x1bca3
            | 0x1d173..=0x1d17a
            | 0xe0000..=0xe0fff
    )
}

/// Those of them that every shaper hides, even if the font lacks them. A missing space is drawn as wide as a similar one.
pub(crate) fn is_hidden_by_all(c: char) -> bool {
    c == ' '
        || matches!(
            u32::from(c),
            0x9 | 0xa | 0xd | 0xa0 | 0xad | 0x2000..=0x200f | 0x202a..=0x202f | 0x205f..=0x206f | 0x3000 | 0xfe00..=0xfe0f | 0xfeff
        )
}

/// Those of them that can change which glyphs a font chooses: joiners, variation selectors and tags.
pub(crate) fn chooses_glyphs(c: char) -> bool {
    matches!(u32::from(c), 0x34f | 0x180b..=0x180f | 0x200c | 0x200d | 0xfe00..=0xfe0f | 0xe0020..=0xe007f | 0xe0100..=0xe01ef)
}

/// Characters that bind the next letter to the one before, below it or in one sign with it: viramas and the zero width joiner.
pub(crate) fn binds_next(c: char) -> bool {
    matches!(
        u32::from(c),
        0x200d
            | 0x94d
            | 0x9cd
            | 0xa4d
            | 0xacd
            | 0xb4d
            | 0xbcd
            | 0xc4d
            | 0xccd
            | 0xd4d
            | 0xdca
            | 0xf84
            | 0x1039
            | 0x17d2
            | 0x1a60
            | 0x1b44
            | 0xa9c0
            | 0xaaf6
    )
}
