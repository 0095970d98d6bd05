#!/usr/bin/env python3
"""Makes the .br files of this folder: subsets of the Noto fonts. README.md names the packages and what is left out.

    cut.py UNPACKED EMOJI

UNPACKED is the folder into which fonts-noto-core and fonts-noto-cjk were unpacked, EMOJI the unpacked package
@fontsource/noto-emoji. Needs fonttools and brotli. The output is reproducible.
"""

import io
import sys
from pathlib import Path

import brotli
from fontTools import subset

HERE = Path(__file__).parent

# All letters are kept; only hinting is removed, which pictures do not use.
WHOLE = """NotoSans NotoSansArabic NotoSansArmenian NotoSansBalinese NotoSansBengali NotoSansBuginese
NotoSansCanadianAboriginal NotoSansCham NotoSansCherokee NotoSansDevanagari NotoSansEthiopic NotoSansGeorgian
NotoSansGujarati NotoSansGurmukhi NotoSansHebrew NotoSansJavanese NotoSansKannada NotoSansKhmer NotoSansLao
NotoSansLisu NotoSansMalayalam NotoSansMath NotoSansMeeteiMayek NotoSansMongolian NotoSansMyanmar NotoSansNKo
NotoSansNewTaiLue NotoSansOlChiki NotoSansOriya NotoSansSinhala NotoSansSundanese NotoSansSymbols NotoSansSymbols2
NotoSansSyriac NotoSansTagalog NotoSansTaiLe NotoSansTaiTham NotoSansTaiViet NotoSansTamil NotoSansTelugu
NotoSansThaana NotoSansThai NotoSansTifinagh NotoSansYi NotoSerifTibetan""".split()

# Weights that are left out: large, and rarely used.
LIGHT = [("NotoSerifTibetan", "Bold")]

# Without vertical writing, regional forms and optional features.
HAN_FEATURES = ["ccmp", "ljmo", "vjmo", "tjmo", "mark", "mkmk"]
# The index of the mainland China face in the collection; unified letters have its forms.
HAN_FACE = 2


def double_bytes(codec, leads=range(0x81, 0xFF), trails=range(0x40, 0xFF)):
    """All letters of a two-byte encoding."""
    found = set()
    for lead in leads:
        for trail in trails:
            try:
                found.update(bytes([lead, trail]).decode(codec))
            except UnicodeDecodeError:
                pass
    return found


def is_han(letter):
    return "\u3400" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff" or letter >= "\U00020000"


def han(weight):
    """The letters of a weight. Both have the common ones: GB 2312, Big5's first level, JIS X 0208 and KS X 1001. Regular
    also has all of Big5, GBK and HKSCS, which bold text takes from it."""
    letters = double_bytes("gb2312") | double_bytes("euc_jp") | double_bytes("euc_kr")
    letters |= double_bytes("big5", range(0xA4, 0xC7))
    if weight == "Regular":
        letters |= double_bytes("big5") | double_bytes("gbk") | double_bytes("big5hkscs")
    letters = {ord(letter) for letter in letters if is_han(letter)} | {0x20}
    # All Hangul; radicals, punctuation, kana, bopomofo, strokes, enclosed and full-width forms.
    for first, last in [(0x1100, 0x11FF), (0x2E80, 0x31FF), (0x3200, 0x33FF), (0xAC00, 0xD7A3), (0xFE10, 0xFE1F),
                        (0xFE30, 0xFE4F), (0xFF00, 0xFFEF)]:
        letters |= set(range(first, last + 1))
    return letters


def options(features):
    o = subset.Options()
    o.hinting = False
    o.layout_features = features
    o.notdef_outline = True
    o.glyph_names = False
    o.name_IDs = [1, 2, 4, 6, 13, 14]
    o.drop_tables += ["BASE", "DSIG", "STAT", "VORG", "gasp", "vhea", "vmtx"]
    o.recalc_timestamp = False
    return o


def cut(source, letters, o):
    font = subset.load_font(source, o)
    subsetter = subset.Subsetter(o)
    subsetter.populate(unicodes=letters or font.getBestCmap().keys())
    subsetter.subset(font)
    return font


def write(font, name):
    plain = io.BytesIO()
    font.save(plain, reorderTables=True)
    packed = brotli.compress(plain.getvalue(), quality=11, lgwin=24)
    (HERE / f"{name}.br").write_bytes(packed)
    print(f"{name}: {len(font.getBestCmap())} letters, {len(plain.getvalue())} bytes, {len(packed)} packed", flush=True)


def main():
    unpacked, emoji = map(Path, sys.argv[1:])
    noto = unpacked / "usr/share/fonts"
    for name in WHOLE:
        for weight in ["Regular", "Bold"]:
            source = noto / f"truetype/noto/{name}-{weight}.ttf"
            if source.exists() and (name, weight) not in LIGHT:
                write(cut(source, None, options(["*"])), f"{name}-{weight}")
    for weight in ["Regular", "Bold"]:
        o = options(HAN_FEATURES)
        o.font_number = HAN_FACE
        # Outlines without subroutines compress better.
        o.desubroutinize = True
        write(cut(noto / f"opentype/noto/NotoSansCJK-{weight}.ttc", han(weight), o), f"NotoSansSC-{weight}")
    # The package has the whole font beside its slices; this file has all sequences.
    font = cut(emoji / "files/noto-emoji-emoji-400-normal.woff2", None, options(["*"]))
    font.flavor = None
    write(font, "NotoEmoji-Regular")



main()
