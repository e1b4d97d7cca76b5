//! The pictures of the README are screens of the program, set as SVG; a test notices when they are out of date.

use std::fs;
use std::path::Path;

use crossterm::event::KeyCode;
use handgrad::tui::Options;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};
use svg::Document;
use svg::node::element::{Rectangle, Text};

use super::screen_help::{PLAIN, Window};

/// The width and the height of a cell.
const CELL: (u32, u32) = (9, 19);

/// What a terminal with a dark background shows.
const PAPER: &str = "#1d2021";
const INK: &str = "#d5c4a1";

const COLOURED: Options = Options { color: true, ..PLAIN };

fn css(color: Option<Color>) -> &'static str {
    match color {
        Some(Color::Indexed(130)) => "#d79921",
        Some(Color::Indexed(32)) => "#83a598",
        Some(Color::Indexed(66)) => "#a89984",
        Some(Color::LightRed) => "#fb6a5a",
        Some(Color::Cyan) => "#8ec07c",
        Some(Color::Magenta) => "#d3869b",
        Some(Color::Red) => "#fb4934",
        Some(Color::Green) => "#b8bb26",
        None | Some(Color::Reset) => INK,
        Some(other) => panic!("{other} has no colour in a picture"),
    }
}

/// A row as stretches of cells that look alike: where each begins, how many cells it has, its text and its look.
fn stretches(buffer: &Buffer, y: u16) -> Vec<(u16, u16, String, Style)> {
    let mut found: Vec<(u16, u16, String, Style)> = Vec::new();
    let mut x = buffer.area.left();
    while x < buffer.area.right() {
        let cell = &buffer[(x, y)];
        let cells = u16::try_from(unicode_width::UnicodeWidthStr::width(cell.symbol())).unwrap().max(1);
        match found.last_mut() {
            Some((_, length, text, style)) if *style == cell.style() => {
                *length += cells;
                text.push_str(cell.symbol());
            }
            _ => found.push((x, cells, cell.symbol().to_owned(), cell.style())),
        }
        x += cells;
    }
    found
}

fn picture(buffer: &Buffer) -> String {
    let (width, height) = (u32::from(buffer.area.width) * CELL.0, u32::from(buffer.area.height) * CELL.1);
    let paper = Rectangle::new().set("width", "100%").set("height", "100%").set("rx", 6).set("fill", PAPER);
    let mut document = Document::new()
        .set("viewBox", (0, 0, width, height))
        .set("font-family", "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace")
        .set("font-size", 15)
        .add(paper);
    for y in buffer.area.top()..buffer.area.bottom() {
        for (x, cells, text, style) in stretches(buffer, y) {
            let is_reversed = style.add_modifier.contains(Modifier::REVERSED);
            let (left, top) = (u32::from(x) * CELL.0, u32::from(y) * CELL.1);
            let across = u32::from(cells) * CELL.0;
            if is_reversed {
                let block = Rectangle::new().set("x", left).set("y", top).set("width", across).set("height", CELL.1);
                document = document.add(block.set("fill", css(style.fg)));
            }
            if text.trim().is_empty() {
                continue;
            }
            // Every letter stands in its cell, whatever font there is.
            let places: Vec<String> = cell_places(&text, left);
            // The text is written on a line of its own: blanks at its ends are dropped, and those in it must not be.
            let mut line = Text::new(text.replace(' ', "\u{a0}")).set("x", places.join(" ")).set("y", top + CELL.1 - 5);
            line = line.set("fill", if is_reversed { PAPER } else { css(style.fg) });
            if style.add_modifier.contains(Modifier::BOLD) {
                line = line.set("font-weight", "bold");
            }
            if style.add_modifier.contains(Modifier::DIM) {
                line = line.set("opacity", "0.6");
            }
            document = document.add(line);
        }
    }
    format!("{document}\n")
}

/// Where each character of a text begins.
fn cell_places(text: &str, left: u32) -> Vec<String> {
    let mut x = left;
    let place = |letter: char| {
        let here = x;
        x += CELL.0 * u32::try_from(unicode_width::UnicodeWidthChar::width(letter).unwrap_or(0)).unwrap();
        here.to_string()
    };
    text.chars().map(place).collect()
}

fn is_as_drawn(name: &str, mut window: Window) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures").join(name).with_extension("svg");
    let drawn = picture(&window.buffer());
    if std::env::var_os("UPDATE_PICTURES").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &drawn).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == drawn, "draw the pictures anew with UPDATE_PICTURES=1 cargo test pictures_of_the_readme");
}

#[test]
fn the_pictures_of_the_readme_are_screens_of_the_program() {
    is_as_drawn("gradient", Window::with("mazur", COLOURED).sized(100, 30).at("dE_dw5"));
    is_as_drawn("check", Window::with("mazur", COLOURED).sized(100, 26).at("dE_dw1").keys("x"));
    let wrong = Window::with("mazur", COLOURED).keys("e0.3757").press(KeyCode::Enter);
    is_as_drawn("practice", wrong);
    let answers = Window::with("xor", COLOURED).keys("c").press(KeyCode::Tab).press(KeyCode::Tab).worked();
    let late = (0..120).fold(answers, |window, _| window.press(KeyCode::Right));
    is_as_drawn("answers", late);
}
