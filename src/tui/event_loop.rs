//! The loop: draw, wait for a key or a signal, act.

use std::time::{Duration, Instant};

use anyhow::Context as _;
use crossterm::event::{self, Event, MouseEvent, MouseEventKind};

use super::app::{App, Flow};
use super::signals::{Signal, Signals};
use super::terminal::Screen;

/// A signal is seen within this time.
const LONGEST_WAIT: Duration = Duration::from_millis(100);

/// How the loop ended.
enum End {
    Quit,
    Signal(Signal),
}

/// Runs until the reader leaves. The terminal is whole again when this returns, panics or is ended by a signal.
pub(super) fn run(app: &mut App) -> anyhow::Result<()> {
    let signals = Signals::listen().context("signals")?;
    #[cfg(unix)]
    super::hangup::watch();
    let end = {
        let mut screen = Screen::take().context("terminal")?;
        let end = turn(app, &mut screen, &signals);
        // Where the terminal is gone, nothing can be given back to it.
        #[cfg(unix)]
        if !super::hangup::Keyboard::find().wait(Duration::ZERO) {
            app.end();
            Signals::die(signal_hook::consts::SIGHUP).context("signal")?;
        }
        end
    };
    app.end();
    drop(signals);
    match end? {
        End::Quit => Ok(()),
        End::Signal(signal) => Signals::die(signal).context("signal"),
    }
}

fn turn(app: &mut App, screen: &mut Screen, signals: &Signals) -> anyhow::Result<End> {
    let mut is_stale = true;
    let mut was_working = false;
    #[cfg(unix)]
    let keyboard = super::hangup::Keyboard::find();
    loop {
        is_stale |= app.follow();
        if is_stale {
            screen.terminal().draw(|frame| {
                app.prepare(frame.area());
                app.draw(frame.area(), frame.buffer_mut());
            })?;
            panic_for_test(app);
            is_stale = false;
        }
        if let Some(signal) = signals.end() {
            return Ok(End::Signal(signal));
        }
        let mut wait = signals.wait();
        let is_working = app.work();
        is_stale |= is_working || was_working;
        was_working = is_working;
        let tick = app.tick(Instant::now());
        if tick.has_moved {
            is_stale = true;
            continue;
        }
        let longest = tick.next.map_or(LONGEST_WAIT, |next| next.min(LONGEST_WAIT));
        let longest = if is_working { Duration::ZERO } else { longest };
        // What was read already is not in the terminal any more.
        #[cfg(unix)]
        let longest = {
            if !keyboard.wait(Duration::ZERO) || (!event::poll(Duration::ZERO)? && !keyboard.wait(longest)) {
                return Ok(End::Signal(signal_hook::consts::SIGHUP));
            }
            Duration::ZERO
        };
        if event::poll(longest)? {
            let event = event::read()?;
            is_stale |= !is_passing(&event);
            match app.handle(&event) {
                Flow::Continue => {}
                Flow::Quit => return Ok(End::Quit),
                Flow::Suspend => wait = true,
            }
        }
        if wait {
            screen.lend(Signals::stop).context("suspend")?;
            is_stale = true;
        }
    }
}

/// Whether nothing comes of an event: the mouse is moved over the window.
fn is_passing(event: &Event) -> bool {
    let kind = |mouse: &MouseEvent| mouse.kind;
    let moves = |kind| matches!(kind, MouseEventKind::Moved | MouseEventKind::Drag(_) | MouseEventKind::Up(_));
    event.as_mouse_event().as_ref().map(kind).is_some_and(moves)
}

/// Panics behind the first key if a test of a debug build asks for it.
#[cfg(debug_assertions)]
fn panic_for_test(app: &mut App) {
    let has_moved = app.reading().is_some_and(|(_, state)| state.position.number > 1);
    let is_wanted = has_moved && std::env::var_os("HANDGRAD_PANIC_FOR_TEST").is_some();
    assert!(!is_wanted, "a panic for a test");
}

#[cfg(not(debug_assertions))]
fn panic_for_test(_: &mut App) {}
