//! How the app is hosted: what answers say beside their content. The server of this tool obeys it, and the files for
//! other servers are made of it, so that what is tested is what is served.

mod caddy;
mod nginx;
mod pack;
pub(crate) mod rules;
mod sbom;
mod static_host;

pub(crate) use pack::{Order, pack};
