//! The headers of every answer, by what it is an answer with. This is the only place where they are written.

use std::path::Path;

/// Who may show an embedded page in a frame, as sources of a policy: every site that is itself protected on its way.
/// A host that knows its partners names them instead, and `'self'` for the page that makes embeds.
pub(crate) const PARTNERS: &str = "'self' https:";

/// A set of paths below the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paths {
    /// This one.
    Exactly(&'static str),
    /// All below a folder, written with its slash.
    Below(&'static str),
    /// Files with a hash of their content in the name.
    Hashed,
    /// Files: their last part has a point, which no view has.
    Files,
    /// Views whose first part is this.
    Views(&'static str),
    /// Whatever is left: views.
    Rest,
}

/// What an answer is made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The page of the app, at any address of the site or of a kiosk.
    Page,
    /// The same page, at an address below `/embed`.
    Embedded,
    /// The worker of kiosks.
    Worker,
    /// A file that has a hash of its content in its name.
    Hashed,
    /// Any other file.
    File,
}

/// Which paths are of which kind; the first that fits counts.
pub(crate) const PLACES: [(Paths, Kind); 11] = [
    (Paths::Exactly("worker.js"), Kind::Worker),
    (Paths::Exactly("index.html"), Kind::Page),
    // Most hosts look into a folder first, so those that share a name with pages hold the page as well.
    (Paths::Exactly("data/index.html"), Kind::Page),
    (Paths::Exactly("kiosk/index.html"), Kind::Page),
    (Paths::Exactly("share/index.html"), Kind::Page),
    (Paths::Exactly("embed/index.html"), Kind::Embedded),
    // Data keeps its name when it changes, whatever the name looks like. And what is missing here is no view.
    (Paths::Below("data/"), Kind::File),
    (Paths::Hashed, Kind::Hashed),
    (Paths::Files, Kind::File),
    (Paths::Views("embed"), Kind::Embedded),
    (Paths::Rest, Kind::Page),
];

impl Paths {
    /// Whether a path below the base is one of them.
    pub(crate) fn has(self, path: &str) -> bool {
        match self {
            Self::Exactly(one) => path == one,
            Self::Below(folder) => path.starts_with(folder),
            Self::Hashed => has_hash(path),
            Self::Files => path.rsplit('/').next().is_some_and(|name| name.contains('.')),
            Self::Views(first) => path.split('/').next() == Some(first),
            Self::Rest => true,
        }
    }
}

impl Kind {
    /// The kind of what lies at a path below the base.
    pub(crate) fn of(path: &str) -> Self {
        let place = PLACES.iter().find(|(paths, _)| paths.has(path));
        place.map_or(Self::Page, |(_, kind)| *kind)
    }

    /// The headers of its answers. `partners` are the sources that may show an embedded page.
    pub(crate) fn headers(self, partners: &str) -> Vec<(&'static str, String)> {
        let own: &[(&str, &str)] = match self {
            // For browsers that know no `frame-ancestors`. And no window that the app opens, or that opened it, has a
            // hand in it.
            Self::Page => &[
                ("X-Frame-Options", "DENY"),
                ("Vary", "Sec-Fetch-Mode"),
                ("Cross-Origin-Opener-Policy", "same-origin"),
                ("Cross-Origin-Resource-Policy", "same-origin"),
            ],
            // A page that is cut off from all others may only show frames that say both of these.
            Self::Embedded => &[
                ("Vary", "Sec-Fetch-Mode"),
                ("Cross-Origin-Embedder-Policy", "require-corp"),
                ("Cross-Origin-Resource-Policy", "cross-origin"),
            ],
            // Frames in a sandbox have no origin, so to them the app's own files are another site's; and the data is
            // for everyone.
            Self::Hashed | Self::File => {
                &[("Access-Control-Allow-Origin", "*"), ("Cross-Origin-Resource-Policy", "cross-origin")]
            }
            Self::Worker => &[("Cross-Origin-Resource-Policy", "same-origin")],
        };
        let cache = if self == Self::Hashed { FOR_EVER } else { ASK };
        let all = [("Cache-Control", cache.to_owned()), ("Content-Security-Policy", self.policy(partners))];
        let own = own.iter().map(|(name, value)| (*name, (*value).to_owned()));
        all.into_iter().chain(own).chain(everywhere()).collect()
    }

    /// What it may load and do, and who may show it in a frame.
    fn policy(self, partners: &str) -> String {
        match self {
            // It fetches newer data from wherever staff say, which may be another site.
            Self::Worker => "default-src 'none'; script-src 'self'; connect-src http: https:".to_owned(),
            Self::Embedded => format!("{APP}; frame-ancestors {partners}"),
            _ => format!("{APP}; frame-ancestors 'none'"),
        }
    }
}

/// What the app may load and do: what is its own, and nothing inline.
const APP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                   connect-src 'self'; frame-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'none'";

/// The headers of every answer.
pub(crate) fn everywhere() -> Vec<(&'static str, String)> {
    EVERYWHERE.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
}

const EVERYWHERE: [(&str, &str); 4] = [
    // It only means something over TLS, and is passed over elsewhere. It speaks for this host and for none beside it.
    ("Strict-Transport-Security", "max-age=63072000"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    // What the app does without. It copies, shares, and keeps displays awake.
    (
        "Permissions-Policy",
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), \
         hid=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), \
         serial=(), usb=(), xr-spatial-tracking=()",
    ),
];

/// For what can't change under its name.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// For everything else: it may be kept, and is asked after each time.
const ASK: &str = "no-cache";

/// Whether a path ends in a name with the hash that the build puts there: `boot-0123456789abcdef.js`. Trunk prints 64 bits
/// without leading zeros, so a hash can be a digit or more shorter than 16.
fn has_hash(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.split_once('.').map_or("", |(stem, _)| stem);
    let hash = stem.strip_suffix("_bg").unwrap_or(stem).rsplit_once('-').map(|(_, hash)| hash);
    hash.is_some_and(|hash| {
        (12..=16).contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f'))
    })
}

/// The type of a file by its extension, and whether compression helps.
pub(crate) fn content_type(path: &str) -> (&'static str, bool) {
    let extension = Path::new(path).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let extension = extension.to_ascii_lowercase();
    let found = TYPES.iter().find(|(known, ..)| *known == extension);
    found.map_or(("application/octet-stream", false), |(_, content_type, compressible)| (*content_type, *compressible))
}

/// Every extension, its type, and whether compression helps.
pub(crate) const TYPES: [(&str, &str, bool); 16] = [
    ("html", "text/html; charset=utf-8", true),
    ("js", "text/javascript; charset=utf-8", true),
    ("mjs", "text/javascript; charset=utf-8", true),
    ("css", "text/css; charset=utf-8", true),
    // Exactly this, or browsers refuse to compile while it streams.
    ("wasm", "application/wasm", true),
    ("json", "application/json", true),
    ("map", "application/json", true),
    ("webmanifest", "application/manifest+json", true),
    ("svg", "image/svg+xml", true),
    ("txt", "text/plain; charset=utf-8", true),
    ("xml", "application/xml", true),
    ("ico", "image/x-icon", false),
    ("png", "image/png", false),
    ("jpg", "image/jpeg", false),
    ("webp", "image/webp", false),
    ("woff2", "font/woff2", false),
];
