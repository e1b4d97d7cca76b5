//! A sheet as a table of names and values, empty or filled in, that can be marked.

use super::Detail;
use crate::judge::Asked;
use crate::messages::Messages;
use crate::practice::worksheet::Worksheet;

/// Writes the table of a sheet; rows that are only remarks say its seed and the digits asked for. A step that has no value has no row.
///
/// # Errors
/// Where the table cannot be written, which memory does not do.
pub fn csv(sheet: &Worksheet, detail: Detail, messages: &Messages) -> Result<String, std::io::Error> {
    let mut rows = csv::Writer::from_writer(Vec::new());
    rows.write_record(["name", "value"])?;
    if let Some(seed) = sheet.seed {
        let seed = messages.text("worksheet-seed", &[("seed", seed.to_string().into())]);
        rows.write_record([format!("# {seed}").as_str(), ""])?;
    }
    // A program reads this row, so that it is the same in every language.
    let asked = match sheet.asked {
        Asked::Nothing => None,
        Asked::Decimals(count) => Some(format!("# Decimals {count}")),
        Asked::Significant(count) => Some(format!("# Significant {count}")),
    };
    if let Some(asked) = asked {
        rows.write_record([asked.as_str(), ""])?;
    }
    for question in sheet.questions() {
        let Ok(answer) = &question.answer else { continue };
        let value = if detail == Detail::Blank { "" } else { answer.digits.as_str() };
        rows.write_record([question.name.as_str(), value])?;
    }
    let bytes = rows.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
