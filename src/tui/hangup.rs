//! Ends the program when its terminal is gone.
//!
//! Reading keys from a terminal that hung up never comes back: the loop that would see the signal is not reached any
//! more, and the program would run for ever.

use std::fs::File;
use std::io::{IsTerminal as _, stdin};
use std::os::fd::AsFd;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;

use super::signals::Signals;

/// How long the loop has to end the program in order.
const GRACE: Duration = Duration::from_millis(300);

/// Waits beside the loop until the terminal hangs up.
pub(super) fn watch() {
    thread::spawn(|| {
        let beside = if stdin().is_terminal() { None } else { File::open("/dev/tty").ok() };
        let is_gone = match &beside {
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
            Ok(_) => {
                let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
                return watched[0].revents().intersects(gone);
            }
            Err(Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}
