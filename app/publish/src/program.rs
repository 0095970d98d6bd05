//! Removes from the program what only its authors need.

/// The first bytes of a program: its magic number and the version of its format.
const HEAD: &[u8] = b"\0asm\x01\0\0\0";

/// The id of custom sections, which browsers ignore: names for debuggers, and tools.
const CUSTOM: u8 = 0;

/// A program without its custom sections. Other content stays unchanged.
pub(crate) fn spare(program: &[u8]) -> Vec<u8> {
    sections(program).unwrap_or_else(|| program.to_owned())
}

fn sections(program: &[u8]) -> Option<Vec<u8>> {
    let mut rest = program.strip_prefix(HEAD)?;
    let mut out = HEAD.to_vec();
    while let Some((kind, more)) = rest.split_first() {
        let (length, content) = length(more)?;
        let section = rest.len() - content.len() + length;
        let (section, after) = rest.split_at_checked(section)?;
        if *kind != CUSTOM {
            out.extend(section);
        }
        rest = after;
    }
    Some(out)
}

/// A length in LEB128: seven bits in each byte, the lowest first, and a bit for continuation.
fn length(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let last = bytes.iter().take(5).position(|byte| *byte < 0x80)?;
    let (length, rest) = bytes.split_at_checked(last + 1)?;
    let length = length.iter().rev().fold(0, |length, byte| length << 7 | usize::from(byte & 0x7f));
    Some((length, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A section of this many bytes, whose length is written in two bytes.
    fn section(kind: u8, bytes: usize) -> Vec<u8> {
        let length = [(bytes & 0x7f) as u8 | 0x80, (bytes >> 7) as u8];
        [&[kind], length.as_slice(), &vec![kind; bytes]].concat()
    }

    #[test]
    fn only_what_browsers_read_is_sent() {
        let program = [HEAD, &section(1, 3), &section(0, 300), &section(10, 200), &section(0, 4)].concat();
        assert_eq!(spare(&program), [HEAD, &section(1, 3), &section(10, 200)].concat());
    }

    #[test]
    fn what_is_no_program_or_a_piece_of_one_stays() {
        let program = [HEAD, &section(1, 3), &section(0, 300)].concat();
        for strange in
            [b"program".as_slice(), b"", &program[..40], &[HEAD, &[1, 0xff, 0xff, 0xff, 0xff, 0xff]].concat()]
        {
            assert_eq!(spare(strange), strange);
        }
    }
}
