//! The fallback fonts for letters that a base face lacks, in order of preference.
//!
//! A family is searched only for letters in its Unicode blocks, so that no font is unpacked for letters that it cannot have.

use std::ops::RangeInclusive;

use crate::face::Face;
use crate::font::Font;

/// A fallback family, in regular and perhaps in bold.
pub(crate) struct Family {
    pub(crate) name: &'static str,
    pub(crate) regular: Font,
    pub(crate) bold: Option<Font>,
    blocks: &'static [RangeInclusive<u32>],
}

/// `family!("Name" both, blocks…)` with a bold weight, `family!("Name", blocks…)` without.
macro_rules! family {
    ($name:literal both, $($block:expr),+) => {
        Family {
            name: $name,
            regular: Font::packed(include_bytes!(concat!("../fonts/", $name, "-Regular.br"))),
            bold: Some(Font::packed(include_bytes!(concat!("../fonts/", $name, "-Bold.br")))),
            blocks: &[$($block),+],
        }
    };
    ($name:literal, $($block:expr),+) => {
        Family {
            name: $name,
            regular: Font::packed(include_bytes!(concat!("../fonts/", $name, "-Regular.br"))),
            bold: None,
            blocks: &[$($block),+],
        }
    };
}

pub(crate) static FAMILIES: [Family; 47] = [
    family!(
        "NotoSans" both,
        0xa0..=0x52f,
        0x1ab0..=0x1aff,
        0x1c80..=0x1c8f,
        0x1d00..=0x218f,
        0x2c60..=0x2c7f,
        0x2de0..=0x2e7f,
        0xa640..=0xa69f,
        0xa700..=0xa7ff,
        0xa92e..=0xa92e,
        0xab30..=0xab6f,
        0xfb00..=0xfb06,
        0xfe20..=0xfe2f,
        0xfffc..=0xfffd
    ),
    family!("NotoSansKhmer" both, 0x1780..=0x17ff, 0x19e0..=0x19ff),
    family!("NotoSansThai" both, 0xe00..=0xe7f),
    family!("NotoSansLao" both, 0xe80..=0xeff),
    family!("NotoSansMyanmar" both, 0x1000..=0x109f, 0xa9e0..=0xa9ff, 0xaa60..=0xaa7f),
    family!("NotoSansDevanagari" both, 0x900..=0x97f, 0x1cd0..=0x1cff, 0xa830..=0xa83f, 0xa8e0..=0xa8ff),
    family!("NotoSansBengali" both, 0x980..=0x9ff, 0x1cd0..=0x1cff),
    family!("NotoSansTamil" both, 0xb80..=0xbff, 0x11300..=0x1137f),
    family!("NotoSansArabic" both, 0x600..=0x6ff, 0x750..=0x77f, 0x8a0..=0x8ff, 0xfb50..=0xfdff, 0xfe70..=0xfefc),
    family!("NotoSansHebrew" both, 0x590..=0x5ff, 0xfb1d..=0xfb4f),
    family!("NotoSansGujarati" both, 0xa80..=0xaff),
    family!("NotoSansGurmukhi" both, 0xa00..=0xa7f),
    family!("NotoSansTelugu" both, 0xc00..=0xc7f),
    family!("NotoSansKannada" both, 0xc80..=0xcff),
    family!("NotoSansMalayalam" both, 0xd00..=0xd7f),
    family!("NotoSansSinhala" both, 0xd80..=0xdff, 0x111e0..=0x111ff),
    family!("NotoSansOriya" both, 0xb00..=0xb7f),
    family!("NotoSansGeorgian" both, 0x10a0..=0x10ff, 0x1c90..=0x1cbf, 0x2d00..=0x2d2f),
    family!("NotoSansArmenian" both, 0x530..=0x58f, 0xfb13..=0xfb17),
    family!("NotoSansEthiopic" both, 0x1200..=0x139f, 0x2d80..=0x2ddf, 0xab00..=0xab2f),
    family!("NotoSerifTibetan", 0xf00..=0xfff),
    family!("NotoSansMongolian", 0x1800..=0x18af, 0x11660..=0x1167f),
    family!("NotoSansThaana" both, 0x780..=0x7bf),
    family!("NotoSansSyriac", 0x700..=0x74f, 0x860..=0x86f),
    family!("NotoSansNKo", 0x7c0..=0x7ff),
    family!("NotoSansCherokee" both, 0x13a0..=0x13ff, 0xab70..=0xabbf),
    family!("NotoSansCanadianAboriginal" both, 0x1400..=0x167f, 0x18b0..=0x18ff),
    family!("NotoSansTifinagh", 0x2d30..=0x2d7f),
    family!("NotoSansJavanese" both, 0xa980..=0xa9df),
    family!("NotoSansBalinese" both, 0x1b00..=0x1b7f),
    family!("NotoSansSundanese" both, 0x1b80..=0x1bbf, 0x1cc0..=0x1ccf),
    family!("NotoSansBuginese", 0x1a00..=0x1a1f),
    family!("NotoSansTagalog", 0x1700..=0x171f, 0x1735..=0x1736),
    family!("NotoSansCham" both, 0xaa00..=0xaa5f),
    family!("NotoSansTaiTham" both, 0x1a20..=0x1aaf),
    family!("NotoSansTaiLe", 0x1950..=0x197f),
    family!("NotoSansNewTaiLue", 0x1980..=0x19df),
    family!("NotoSansTaiViet", 0xaa80..=0xaadf),
    family!("NotoSansOlChiki" both, 0x1c50..=0x1c7f),
    family!("NotoSansMeeteiMayek" both, 0xaae0..=0xaaff, 0xabc0..=0xabff),
    family!("NotoSansLisu" both, 0xa4d0..=0xa4ff),
    family!("NotoSansYi", 0xa000..=0xa4cf),
    // Symbols come before the Han font, whose arrows and shapes are as wide as its letters.
    family!(
        "NotoSansMath",
        0x370..=0x3ff,
        0x2000..=0x23ff,
        0x25a0..=0x27ff,
        0x2900..=0x2bff,
        0x1d400..=0x1d7ff,
        0x1ee00..=0x1eeff
    ),
    family!(
        "NotoSansSymbols" both,
        0x20a0..=0x27bf,
        0x2900..=0x2bff,
        0x4dc0..=0x4dff,
        0x1f100..=0x1f1ff,
        0x1f546..=0x1f54f,
        0x1f700..=0x1f77f
    ),
    family!(
        "NotoSansSC" both,
        0x1100..=0x11ff,
        0x2460..=0x24ff,
        0x2e80..=0x9fff,
        0xac00..=0xd7a3,
        0xf900..=0xfaff,
        0xfe10..=0xfe1f,
        0xfe30..=0xfe4f,
        0xff00..=0xffef,
        0x20000..=0x3ffff
    ),
    family!(
        "NotoEmoji",
        0x1f000..=0x1faff,
        0x203c..=0x2b55,
        0xa9..=0xae,
        0x3030..=0x3299,
        0xe0020..=0xe007f,
        0x23..=0x39
    ),
    family!(
        "NotoSansSymbols2",
        0x2000..=0x2bff,
        0x2e80..=0x2fff,
        0x4dc0..=0x4dff,
        0xfff9..=0xfffd,
        0x10100..=0x102ff,
        0x10e60..=0x10e7f,
        0x1d2e0..=0x1d2ff,
        0x1d300..=0x1d37f,
        0x1f000..=0x1fbff
    ),
];

/// The emoji font, which the variation selector U+FE0F asks for.
pub(crate) fn emoji() -> &'static Font {
    static NONE: Font = Font::plain(&[]);
    FAMILIES.iter().find(|family| family.name == "NotoEmoji").map_or(&NONE, |family| &family.regular)
}

/// The fallback fonts for a face that have a letter. Within a family, the font of the face's weight comes first.
pub(crate) fn having(letter: char, face: Face) -> impl Iterator<Item = &'static Font> {
    let families = FAMILIES.iter().filter(move |family| family.may_have(letter));
    let fonts = families.flat_map(move |family| {
        let bold = family.bold.as_ref().filter(|_| face.is_bold());
        bold.into_iter().chain(std::iter::once(&family.regular))
    });
    fonts.filter(move |font| font.has(letter))
}

impl Family {
    fn may_have(&self, letter: char) -> bool {
        self.blocks.iter().any(|block| block.contains(&u32::from(letter)))
    }
}
