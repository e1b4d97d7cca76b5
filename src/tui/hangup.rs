//! Ends the program when its terminal is gone.
//!
//! Reading keys from a terminal that hung up never comes back: the loop that would see the signal is not reached any
//! more, and the program would run for ever. So the loop looks here before it reads ([`Keyboard::wait`]), and ends in
//! order; and where it was reading already, a thread ends the program.

use std::fs::File;
use std::io::{IsTerminal as _, stdin};
use std::os::fd::AsFd;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::signals::Signals;

/// What a terminal says that is gone.
const GONE: PollFlags = PollFlags::HUP.union(PollFlags::ERR).union(PollFlags::NVAL);

/// How long the loop has to end the program in order.
const GRACE: Duration = Duration::from_millis(300);

/// Where keys come from.
pub(super) struct Keyboard {
    /// The terminal, where standard input is something else.
    beside: Option<File>,
}

impl Keyboard {
    /// Finds the keyboard.
    pub(super) fn find() -> Self {
        Self { beside: if stdin().is_terminal() { None } else { File::open("/dev/tty").ok() } }
    }

    /// Waits for a key or a signal, no longer than that; false where the terminal is gone.
    pub(super) fn wait(&self, longest: Duration) -> bool {
        let events =
            |longest| self.beside.as_ref().map_or_else(|| events(&stdin(), longest), |file| events(file, longest));
        // It may be the hangup that is signalled.
        let events = events(longest).or_else(|_| events(Duration::ZERO));
        !events.unwrap_or(PollFlags::empty()).intersects(GONE)
    }
}

fn events(terminal: &impl AsFd, longest: Duration) -> Result<PollFlags, Errno> {
    let mut watched = [PollFd::new(terminal, PollFlags::IN)];
    poll(&mut watched, Timespec::try_from(longest).ok().as_ref())?;
    Ok(watched[0].revents())
}

/// Waits beside the loop until the terminal hangs up.
pub(super) fn watch() {
    thread::spawn(|| {
        let is_gone = match &Keyboard::find().beside {
            Some(terminal) => wait(terminal),
            None => wait(&stdin()),
        };
        if is_gone {
            thread::sleep(GRACE);
            let _ = Signals::die(signal_hook::consts::SIGHUP);
        }
    });
}

/// Waits until a terminal hangs up; false where that cannot be known.
fn wait(terminal: &impl AsFd) -> bool {
    loop {
        let mut watched = [PollFd::new(terminal, PollFlags::empty())];
        match poll(&mut watched, None) {
            Ok(_) => return watched[0].revents().intersects(GONE),
            Err(Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}
