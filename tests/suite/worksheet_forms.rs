//! The forms of sheets: pages that ask nobody for anything, and text that commands neither a browser nor TeX.

use handgrad::export::worksheet::{Detail, html, latex, markdown};
use handgrad::messages::{Language, Messages};
use handgrad::scenario::read;
use proptest::prelude::*;

use super::tier;
use super::worksheet::{DETAILS, sheet};

/// Every element and attribute of a page that has to do with other files.
fn requests(name: &str, page: &str) -> Vec<String> {
    use quick_xml::events::Event;
    // What HTML leaves open and XML does not.
    let xml = page.replace("<wbr>", "").replace(" open>", ">");
    let end = xml.find("<title>").expect("a title");
    let start = xml.find("<meta").expect("a meta");
    let xml = format!("{}{}", &xml[..start], &xml[end..]);
    let mut reader = quick_xml::Reader::from_str(&xml);
    let mut found = Vec::new();
    let mut elements = 0;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error} at {}", reader.error_position())) {
            Event::Start(tag) | Event::Empty(tag) => {
                elements += 1;
                let element = tag.name().as_ref().to_owned();
                let loads = [
                    "script", "link", "img", "image", "iframe", "object", "embed", "base", "form", "audio", "video",
                    "use",
                ];
                if loads.contains(&element.as_str()) {
                    found.push(element.clone());
                }
                for attribute in tag.attributes() {
                    let attribute = attribute.unwrap_or_else(|error| panic!("{name}: {error}"));
                    let key = attribute.key.as_ref().to_owned();
                    let value = attribute.value.to_string();
                    let leads_out = key.contains("href") || key.starts_with("on") || key.starts_with("xmlns");
                    if leads_out
                        || ["src", "srcset", "action", "data", "poster"].contains(&key.as_str())
                        || value.contains("url(")
                    {
                        found.push(format!("{element} {key}={value}"));
                    }
                }
            }
            Event::Text(text) => {
                let text = text.to_string();
                found.extend(["@import", "url("].iter().filter(|call| text.contains(**call)).map(ToString::to_string));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(elements > 10, "{name}");
    found
}

#[test]
fn every_built_in_scenario_makes_every_sheet() {
    for (name, text) in tier::scenarios() {
        for (language, seed) in [(Language::English, None), (Language::Chinese, Some(3))] {
            let messages = Messages::new(language);
            let sheet = [sheet(text, seed, language)];
            assert!(sheet[0].questions().next().is_some(), "{name}");
            for (flag, detail) in DETAILS {
                let page = html(&sheet, detail, &messages);
                assert_eq!(requests(name, &page), Vec::<String>::new(), "{name} {flag}");
                assert!(!page.contains("<merror") && page.contains("<math"), "{name} {flag}");
                // Only names that answers are marked by stand in a code: no formula had to be left unset.
                let codes = page.matches("<code>").count();
                assert_eq!(codes, sheet[0].questions().count(), "{name} {flag}");
                let set = latex(&sheet, detail, &messages);
                assert_eq!(stray(&set), None, "{name} {flag}");
                assert!(markdown(&sheet, detail, &messages).starts_with("# "), "{name}");
            }
        }
    }
}

/// The first sign that would command LaTeX something where text stands, and braces that do not fit.
fn stray(text: &str) -> Option<String> {
    let body = &text[text.find("\\begin{document}")?..];
    let (mut depth, mut is_math) = (0_i64, false);
    for line in body.lines() {
        let mut letters = line.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next() {
                    Some('(') => is_math = true,
                    Some(')') => is_math = false,
                    // The commands that set their argument as mathematics.
                    Some(_) => {}
                    None => return Some(line.to_owned()),
                },
                '{' => depth += 1,
                '}' => depth -= 1,
                '%' | '#' | '$' | '&' => return Some(line.to_owned()),
                '_' | '^' | '~' if !is_math && !line.contains("\\work") && !line.contains("\\more") => {
                    return Some(line.to_owned());
                }
                _ => {}
            }
            if depth < 0 {
                return Some(line.to_owned());
            }
        }
    }
    (depth != 0).then(|| format!("{depth} braces are open"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_title_is_taken_for_a_command(title in "\\PC{1,40}", signs in "[%&#$_{}~^<>\\\\|\"'`*!\\[\\]/-]{1,12}") {
        let title = format!("{title}{signs}");
        let quoted = serde_json::to_string(&title).expect("a text");
        let text = format!(
            "format: 1\ntitle: {quoted}\nsummary: {quoted}\nsource: {{title: {quoted}}}\n\
             graph: {{given: {{a: 3}}, nodes: {{f: a*a}}, output: f}}\nnotes: {{f: {quoted}}}\n"
        );
        let Ok(_) = read(&text) else { return Ok(()) };
        let messages = Messages::new(Language::English);
        let sheet = [sheet(&text, None, Language::English)];
        let page = html(&sheet, Detail::Solved, &messages);
        prop_assert_eq!(requests(&title, &page), Vec::<String>::new());
        let start = page.find("<h1>").expect("a heading") + 4;
        let heading = &page[start..start + page[start..].find("</h1>").expect("its end")];
        let unescaped = quick_xml::escape::unescape(heading).expect("entities");
        prop_assert_eq!(unescaped.as_ref(), &sheet[0].title);
        let set = latex(&sheet, Detail::Solved, &messages);
        prop_assert_eq!(stray(&set), None, "{}", set);
        let plain = markdown(&sheet, Detail::Solved, &messages);
        prop_assert!(plain.lines().nth(1) == Some(""), "{}", plain);
    }
}
