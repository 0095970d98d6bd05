//! Runs independent tasks on several threads.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::Result;

/// Makes something of each item, on this many threads, and returns the results in the order of the items. A result does not
/// depend on the number of threads; with one, everything runs on the calling thread.
///
/// # Errors
/// The first error, in the order of the items.
pub(crate) fn each<T: Sync, R: Send>(
    workers: usize,
    items: &[T],
    make: impl Fn(&T) -> Result<R> + Sync,
) -> Result<Vec<R>> {
    if workers < 2 || items.len() < 2 {
        return items.iter().map(make).collect();
    }
    let next = AtomicUsize::new(0);
    let made = Mutex::new(Vec::with_capacity(items.len()));
    let work = || {
        let mut own = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(place) else { break };
            own.push((place, make(item)));
        }
        made.lock().unwrap_or_else(PoisonError::into_inner).extend(own);
    };
    thread::scope(|scope| {
        for _ in 1..workers.min(items.len()) {
            scope.spawn(work);
        }
        work();
    });
    let mut made = made.into_inner().unwrap_or_else(PoisonError::into_inner);
    made.sort_by_key(|(place, _)| *place);
    made.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    #[test]
    fn results_are_in_the_order_of_the_items_on_any_number_of_threads() {
        let items: Vec<usize> = (0..100).collect();
        for workers in [0, 1, 2, 7, 200] {
            let made = each(workers, &items, |item| Ok(item * 2)).unwrap();
            assert_eq!(made, items.iter().map(|item| item * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_first_mistake_is_reported() {
        let items: Vec<usize> = (0..100).collect();
        for workers in [1, 4] {
            let odd = |item: &usize| if item % 10 == 3 { bail!("{item}") } else { Ok(()) };
            assert_eq!(each(workers, &items, odd).unwrap_err().to_string(), "3");
        }
    }
}
