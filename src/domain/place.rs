//! Where something lies, and how exactly that is known.

/// A point on the map. All points are approximate; the error says by how much.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Place {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// The error in kilometres.
    pub accuracy_km: f64,
}

impl Place {
    /// A point; `None` outside the globe or with a negative error.
    #[must_use]
    pub fn new(lat: f64, lon: f64, accuracy_km: f64) -> Option<Self> {
        let inside = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon) && (0.0..=1_000.0).contains(&accuracy_km);
        inside.then_some(Self { lat, lon, accuracy_km })
    }
}
