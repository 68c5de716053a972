//! Connections: who is let in, one request after the other, and an orderly end.

use std::io::Read as _;
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::wire::{self, Manner, NoRequest};
use super::{Shared, hold, respond};

/// How long a connection may idle. Longer than browsers keep theirs, so that they are the ones who close.
const IDLE: Duration = Duration::from_secs(330);
/// How long the other side may take to hear the last answer.
const FAREWELL: Duration = Duration::from_secs(1);

/// Lets connections in until the site stops.
pub(super) fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if hold(&shared.state).stopping {
            return;
        }
        match stream {
            Ok(stream) => {
                let shared = Arc::clone(shared);
                // Without a thread the connection falls shut, and the browser tries again.
                let _ = thread::Builder::new().name("site connection".to_owned()).spawn(move || attend(stream, &shared));
            }
            // Running out of handles passes; spinning on it would not help it pass.
            Err(_) => thread::sleep(Duration::from_millis(50)),
        }
    }
}

/// Attends to one connection from its first request to its end.
fn attend(stream: TcpStream, shared: &Shared) {
    let Some(id) = enter(&stream, shared) else {
        return;
    };
    converse(stream, shared);
    hold(&shared.state).open.remove(&id);
}

/// Registers a connection, so that stopping the site can close it. A site that stops takes no more.
fn enter(stream: &TcpStream, shared: &Shared) -> Option<u64> {
    let handle = stream.try_clone().ok()?;
    let mut state = hold(&shared.state);
    if state.stopping {
        return None;
    }
    let id = state.next_connection;
    state.next_connection += 1;
    state.open.insert(id, handle);
    Some(id)
}

fn converse(mut stream: TcpStream, shared: &Shared) {
    // Settings that the system refuses only cost speed or patience.
    let _ = stream.set_nodelay(true);
    let _ = stream.set_read_timeout(Some(IDLE));
    let mut buffer = Vec::new();
    loop {
        let request = match wire::read(&mut stream, &mut buffer) {
            Ok(request) => request,
            Err(NoRequest::Ended) => break,
            Err(reason) => {
                let status = if matches!(reason, NoRequest::TooLong) { 431 } else { 400 };
                let _ = wire::write(
                    &mut stream,
                    &respond::words(status, "This is not a request that can be understood."),
                    &Manner { head_only: false, keep: false },
                );
                return farewell(&stream);
            }
        };
        let manner = Manner { head_only: request.method == "HEAD", keep: request.keeps_connection() };
        let Ok(answer) = shared.answer(&request) else {
            break;
        };
        if wire::write(&mut stream, &answer, &manner).is_err() {
            break;
        }
        if !manner.keep {
            return farewell(&stream);
        }
    }
    let _ = stream.shutdown(Shutdown::Both);
}

/// Ends a connection so that the last answer arrives: what the other side still sends is read away, because closing over unread bytes resets the
/// connection and can swallow the answer.
fn farewell(mut stream: &TcpStream) {
    let _ = stream.shutdown(Shutdown::Write);
    let _ = stream.set_read_timeout(Some(FAREWELL));
    let mut away = [0; 4096];
    for _ in 0..1024 {
        if !matches!(stream.read(&mut away), Ok(count) if count > 0) {
            break;
        }
    }
}
