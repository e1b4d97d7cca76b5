//! From the bytes of a sheet to text: UTF-8, UTF-16, Windows-1252 or the GB encodings of a Chinese spreadsheet, or a
//! workbook.

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::fault::{SheetFault, SheetFaultKind};
use super::workbook;
use crate::scenario::{FaultKind, MOST_BYTES, Place};

/// Every archive begins so, and a workbook is one.
const ARCHIVE: &[u8] = b"PK\x03\x04";
/// The workbooks of old versions of Excel begin so; they are not read.
const OLD_WORKBOOK: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// The text of a sheet.
#[derive(Clone, Debug)]
pub struct SheetText {
    /// The text, with the lines that faults are counted in.
    pub text: String,
    /// Whether it was a workbook: then a tab is between two cells, and a line is a row.
    pub(super) is_workbook: bool,
}

impl SheetText {
    /// Reads the text of a sheet.
    ///
    /// # Errors
    /// Where the bytes are no text, or more than anybody hands in.
    pub fn of(bytes: &[u8]) -> Result<Self, SheetFault> {
        let fault = |kind| SheetFault { place: Place::FILE, kind };
        if bytes.len() > MOST_BYTES {
            return Err(fault(FaultKind::TooManyBytes { limit: MOST_BYTES }.into()));
        }
        if bytes.starts_with(ARCHIVE) {
            let text = workbook::text(bytes).map_err(|kind| fault(SheetFaultKind::Workbook(kind)))?;
            return Ok(Self { text, is_workbook: true });
        }
        if bytes.starts_with(OLD_WORKBOOK) {
            return Err(fault(SheetFaultKind::Workbook(workbook::WorkbookFault::Old)));
        }
        let text = decoded(bytes);
        match stray(&text) {
            Some(code) => Err(fault(FaultKind::ControlCharacter { code }.into())),
            None => Ok(Self { text, is_workbook: false }),
        }
    }
}

fn decoded(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0.into_owned();
    }
    let encoding = match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => return text.to_owned(),
        _ if bytes.contains(&0) => wide(bytes),
        _ if is_chinese(bytes) => GB18030,
        _ => WINDOWS_1252,
    };
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// Which end of UTF-16 comes first: in names and numbers every second byte is 0.
fn wide(bytes: &[u8]) -> &'static Encoding {
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    if zeros(0) > zeros(1) { UTF_16BE } else { UTF_16LE }
}

/// Whether bytes that are no UTF-8 are Chinese: all of them come in pairs, most of them of common characters.
fn is_chinese(bytes: &[u8]) -> bool {
    let (mut pairs, mut common) = (0_usize, 0_usize);
    let mut rest = bytes.iter().copied();
    while let Some(first) = rest.next() {
        if first < 0x80 {
            continue;
        }
        let is_pair = matches!(first, 0xa1..=0xf7) && matches!(rest.next(), Some(0xa1..=0xfe));
        if !is_pair {
            return false;
        }
        pairs += 1;
        // The characters of the first level of GB 2312, and its punctuation and Greek letters.
        common += usize::from(matches!(first, 0xb0..=0xd7 | 0xa1 | 0xa3 | 0xa6));
    }
    pairs > 0 && common * 2 > pairs
}

/// A control character that shows that a file is no text; a stray one in some cell is that line's affair.
fn stray(text: &str) -> Option<u32> {
    const FEW: usize = 8;
    let is_stray =
        |letter: &char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{1a}');
    let mut found = text.chars().filter(is_stray);
    let first = found.next()?;
    let more = found.take(FEW).count();
    (first == '\0' || text.contains('\0') || more >= FEW).then(|| first.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        SheetText::of(bytes).expect("a text").text
    }

    fn wide_bytes(text: &str, swapped: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if swapped { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn every_encoding_of_a_spreadsheet_is_read() {
        let sheet = "Größe;Wert\nnet_h1;0,3775\n";
        for swapped in [false, true] {
            assert_eq!(text(&wide_bytes(sheet, swapped)), sheet);
            assert_eq!(text(&wide_bytes(&format!("\u{feff}{sheet}"), swapped)), sheet);
        }
        assert_eq!(text(format!("\u{feff}{sheet}").as_bytes()), sheet);
        assert_eq!(text(b"Gr\xf6\xdfe;Wert\nnet_h1;\x960,3775\n"), "Größe;Wert\nnet_h1;–0,3775\n");
        assert_eq!(text(b"\xc9tape;R\xe9ponse\n"), "Étape;Réponse\n");
        let (chinese, _, _) = GB18030.encode("步骤,数值\nδ_h1,0.0087\n");
        assert_eq!(text(&chinese), "步骤,数值\nδ_h1,0.0087\n");
    }

    #[test]
    fn what_is_no_text_is_no_sheet() {
        let kind = |bytes: &[u8]| SheetText::of(bytes).expect_err("no text").kind;
        assert!(matches!(
            kind(&[0, 1, 2, 3, 0, 0, 0, 7, 7, 8]),
            SheetFaultKind::File(FaultKind::ControlCharacter { .. })
        ));
        assert!(matches!(kind(b"PK\x03\x04nothing"), SheetFaultKind::Workbook(_)));
        assert!(matches!(kind(b"\xd0\xcf\x11\xe0"), SheetFaultKind::Workbook(_)));
        assert_eq!(text(b"net_h1,\x1b[2J\n"), "net_h1,\x1b[2J\n", "one bad cell is one line's affair");
    }
}
