//! What the system asks of the program: to end, or to wait in the background.

#[cfg(not(unix))]
use std::io;

/// A signal that asks the program to end.
pub(super) type Signal = i32;

#[cfg(unix)]
mod unix {
    use std::io;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
    use signal_hook::{SigId, flag, low_level};

    use super::Signal;

    /// Remembers signals until the loop looks.
    pub(in crate::tui) struct Signals {
        end: Arc<AtomicUsize>,
        wait: Arc<AtomicBool>,
        registered: Vec<SigId>,
    }

    impl Signals {
        /// Begins to listen.
        pub(in crate::tui) fn listen() -> io::Result<Self> {
            let mut signals = Self { end: Arc::default(), wait: Arc::default(), registered: Vec::new() };
            for signal in [SIGTERM, SIGHUP, SIGINT] {
                let number = usize::try_from(signal).unwrap_or(0);
                signals.registered.push(flag::register_usize(signal, Arc::clone(&signals.end), number)?);
            }
            signals.registered.push(flag::register(SIGTSTP, Arc::clone(&signals.wait))?);
            Ok(signals)
        }

        /// The signal that asks to end, if one came.
        pub(in crate::tui) fn end(&self) -> Option<Signal> {
            Signal::try_from(self.end.load(Ordering::Relaxed)).ok().filter(|&signal| signal != 0)
        }

        /// Whether the program was asked to wait since the last look.
        pub(in crate::tui) fn wait(&self) -> bool {
            self.wait.swap(false, Ordering::Relaxed)
        }

        /// Waits in the background until the program is called back.
        pub(in crate::tui) fn stop() -> io::Result<()> {
            low_level::emulate_default_handler(SIGTSTP)
        }

        /// Ends the program as the signal would have.
        pub(in crate::tui) fn die(signal: Signal) -> io::Result<()> {
            low_level::emulate_default_handler(signal)
        }
    }

    impl Drop for Signals {
        fn drop(&mut self) {
            for id in self.registered.drain(..) {
                low_level::unregister(id);
            }
        }
    }
}

#[cfg(unix)]
pub(super) use unix::Signals;

/// Where there are no such signals.
#[cfg(not(unix))]
pub(super) struct Signals;

#[cfg(not(unix))]
impl Signals {
    pub(super) fn listen() -> io::Result<Self> {
        Ok(Self)
    }

    pub(super) fn end(&self) -> Option<Signal> {
        None
    }

    pub(super) fn wait(&self) -> bool {
        false
    }

    pub(super) fn stop() -> io::Result<()> {
        Ok(())
    }

    pub(super) fn die(_: Signal) -> io::Result<()> {
        Ok(())
    }
}
