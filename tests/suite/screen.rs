//! Screens as a reader sees them, driven by real keys.

use super::screen_help::Window;

#[test]
fn look_at_some() {
    for step in std::env::var("STEPS").unwrap_or_default().split(' ') {
        let (name, step) = step.split_once('/').unwrap_or(("mazur", "1"));
        let size = std::env::var("SIZE").unwrap_or("80x24".into());
        let (w, h) = size.split_once('x').unwrap();
        let mut window = Window::of(name).sized(w.parse().unwrap(), h.parse().unwrap()).at(step);
        println!("{}\n", window.text());
    }
}
