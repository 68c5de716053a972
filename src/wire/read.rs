//! Reading shapes off a parsed tree, with plain words for what does not fit.

use serde_json::{Map, Value};

/// Something that can be read off a tree.
pub(super) trait Shape: Sized {
    /// Reads it, or says what was expected.
    fn read(value: Value) -> Result<Self, String>;

    /// What stands in for it where its field is missing; an error where nothing can.
    fn missing() -> Option<Self> {
        None
    }
}

/// The fields of an object, taken one by one.
pub(super) struct Fields(Map<String, Value>);

/// The fields of a value that must be an object.
pub(super) fn object(value: Value) -> Result<Fields, String> {
    match value {
        Value::Object(fields) => Ok(Fields(fields)),
        _ => Err("expected a record in braces".into()),
    }
}

impl Fields {
    /// Takes a field; an error names it. Never inlined: it stands behind every field of every shape.
    #[inline(never)]
    pub(super) fn take<T: Shape>(&mut self, key: &str) -> Result<T, String> {
        match self.0.remove(key) {
            Some(value) => T::read(value).map_err(|why| format!("`{key}`: {why}")),
            None => T::missing().ok_or_else(|| format!("`{key}` is missing")),
        }
    }
}

impl Shape for String {
    fn read(value: Value) -> Result<Self, String> {
        match value {
            Value::String(text) => Ok(text),
            _ => Err("expected text".into()),
        }
    }
}

impl Shape for f64 {
    fn read(value: Value) -> Result<Self, String> {
        value.as_f64().ok_or_else(|| "expected a number".into())
    }
}

impl Shape for u16 {
    fn read(value: Value) -> Result<Self, String> {
        value.as_u64().and_then(|number| Self::try_from(number).ok()).ok_or_else(|| "expected a whole number up to 65,535".into())
    }
}

impl Shape for bool {
    fn read(value: Value) -> Result<Self, String> {
        value.as_bool().ok_or_else(|| "expected true or false".into())
    }

    fn missing() -> Option<Self> {
        Some(false)
    }
}

impl Shape for Value {
    fn read(value: Value) -> Result<Self, String> {
        Ok(value)
    }
}

impl<T: Shape> Shape for Option<T> {
    fn read(value: Value) -> Result<Self, String> {
        if value.is_null() { Ok(None) } else { T::read(value).map(Some) }
    }

    fn missing() -> Option<Self> {
        Some(None)
    }
}

impl<T: Shape> Shape for Vec<T> {
    fn read(value: Value) -> Result<Self, String> {
        let Value::Array(items) = value else { return Err("expected a list in brackets".into()) };
        let mut read = Self::with_capacity(items.len());
        for item in items {
            read.push(T::read(item)?);
        }
        Ok(read)
    }

    fn missing() -> Option<Self> {
        Some(Self::new())
    }
}
