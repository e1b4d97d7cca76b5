//! The terminal, taken and given back whole on every way out.

use std::io::{self, IsTerminal as _, stdin, stdout};
use std::sync::Once;

use crossterm::cursor::Show;
use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
use crossterm::execute;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::backend::CrosstermBackend;
use ratatui::{DefaultTerminal, Terminal};

/// Gives the terminal back when it is dropped.
pub(super) struct Screen {
    terminal: DefaultTerminal,
}

/// Whether there is a terminal to read from and to write to.
#[must_use]
pub fn is_there() -> bool {
    stdout().is_terminal() && (stdin().is_terminal() || has_keyboard_beside_input())
}

/// Whether keys can be read although standard input is something else: `handgrad - < lesson.yaml`.
fn has_keyboard_beside_input() -> bool {
    cfg!(unix) && std::fs::File::open("/dev/tty").is_ok()
}

impl Screen {
    /// Takes the terminal.
    pub(super) fn take() -> io::Result<Self> {
        if !is_there() {
            return Err(io::Error::new(io::ErrorKind::Unsupported, "not a terminal"));
        }
        give_back_on_panic();
        match enter() {
            Ok(terminal) => Ok(Self { terminal }),
            Err(error) => {
                give_back();
                Err(error)
            }
        }
    }

    /// Gives the terminal back while `wait` runs, and takes it again.
    pub(super) fn lend(&mut self, wait: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        give_back();
        wait()?;
        self.terminal = enter()?;
        Ok(())
    }

    /// What is drawn on.
    pub(super) fn terminal(&mut self) -> &mut DefaultTerminal {
        &mut self.terminal
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

fn enter() -> io::Result<DefaultTerminal> {
    enable_raw_mode()?;
    // Clearing through ratatui would ask the terminal for its cursor, and not every terminal answers.
    execute!(stdout(), EnterAlternateScreen, EnableMouseCapture, Clear(ClearType::All))?;
    Terminal::new(CrosstermBackend::new(stdout()))
}

/// Gives the terminal back; what fails cannot be helped any more.
fn give_back() {
    // The mouse first: what it sends afterwards would stand on the line of the shell.
    let _ = execute!(stdout(), DisableMouseCapture, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
}

/// A panic is told on a terminal that is whole again.
fn give_back_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |information| {
            give_back();
            before(information);
        }));
    });
}
