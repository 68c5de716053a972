//! What was asked for, in order.

/// The requests since the start or the last clearing.
#[derive(Default)]
pub(super) struct Log {
    entries: Vec<Entry>,
    next: u64,
}

struct Entry {
    id: u64,
    path: String,
    /// 0 until the answer is known.
    status: u16,
}

impl Log {
    /// Notes a request as it arrives. The number is for [`Log::answered`].
    pub(super) fn arrived(&mut self, path: &str) -> u64 {
        let id = self.next;
        self.next += 1;
        self.entries.push(Entry { id, path: path.to_owned(), status: 0 });
        id
    }

    /// Notes the status of the answer. A request that was cleared away meanwhile stays away.
    pub(super) fn answered(&mut self, id: u64, status: u16) {
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.id == id) {
            entry.status = status;
        }
    }

    /// All requests, as paths and statuses.
    pub(super) fn entries(&self) -> Vec<(String, u16)> {
        self.entries.iter().map(|entry| (entry.path.clone(), entry.status)).collect()
    }

    /// Forgets them.
    pub(super) fn clear(&mut self) {
        self.entries.clear();
    }
}
