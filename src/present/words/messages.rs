//! Declaring messages by name, and proving while compiling that every language file has them all.

/// Messages for a fixed set of names, such as the kinds of claims.
#[derive(Debug)]
pub struct Named {
    pub(in crate::present) names: &'static [&'static str],
    pub(in crate::present) texts: Vec<&'static str>,
}

impl Named {
    /// The message for a name; empty when there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> &'static str {
        let at = self.names.iter().position(|known| *known == name);
        at.and_then(|at| self.texts.get(at)).copied().unwrap_or_default()
    }
}

/// Declares the messages: plain ones, ones made from values, and ones for a set of names.
macro_rules! messages {
    ($(#[$doc:meta])* $Words:ident plain { $($plain:ident)* } made { $($made:ident($($arg:ident),*))* } named { $($named:ident [$($name:literal)*])* }) => {
        $(#[$doc])*
        #[expect(missing_docs, reason = "the English words are the documentation")]
        #[derive(Debug)]
        pub struct $Words {
            pub lang: crate::domain::names::Lang,
            $(pub $plain: &'static str,)*
            $($made: &'static str,)*
            $(pub(in crate::present) $named: $crate::present::words::messages::Named,)*
        }

        #[expect(missing_docs, reason = "the English words are the documentation")]
        impl $Words {
            /// Every message, by its name in the language files.
            pub const NAMES: &[&str] =
                &[$(stringify!($plain),)* $(stringify!($made),)* $($(concat!(stringify!($named), ".", $name),)*)*];

            /// Takes the messages of a language from where they were read.
            #[must_use]
            pub fn new(lang: crate::domain::names::Lang, text: &dyn Fn(&str) -> &'static str) -> Self {
                // In the order of the names. Said once for all, this is a tenth of naming each message at its field.
                let mut texts = Self::NAMES.iter().map(|name| text(name));
                let mut next = || texts.next().unwrap_or_default();
                Self {
                    lang,
                    $($plain: next(),)*
                    $($made: next(),)*
                    $($named: $crate::present::words::messages::Named { names: &[$($name),*], texts: [$($name),*].iter().map(|_| next()).collect() },)*
                }
            }

            $(
                #[must_use]
                pub fn $made<'a>(&self, $($arg: impl Into<crate::present::words::pattern::Arg<'a>>),*) -> String {
                    crate::present::words::pattern::filled(self.$made, &[$((stringify!($arg), $arg.into())),*], self.lang)
                }
            )*
        }

        /// The names as they follow each other in a language file.
        const IN_ORDER: &[&str] = &[$(stringify!($plain),)* $(stringify!($made),)* $(stringify!($named), $($name,)*)*];
    };
}
pub(in crate::present) use messages;

/// Whether all names stand in a file as keys, in this order.
pub(in crate::present) const fn has_all(mut file: &[u8], mut names: &[&str]) -> bool {
    while let [name, others @ ..] = names {
        let Some(rest) = after_key(file, name.as_bytes()) else { return false };
        (file, names) = (rest, others);
    }
    true
}

/// What follows the first `"name":`.
const fn after_key<'f>(mut file: &'f [u8], name: &[u8]) -> Option<&'f [u8]> {
    while let [first, rest @ ..] = file {
        if *first == b'"'
            && let Some(end @ [b'"', b':', ..]) = after(rest, name)
        {
            return Some(end);
        }
        file = rest;
    }
    None
}

/// What follows a beginning.
const fn after<'f>(mut text: &'f [u8], mut beginning: &[u8]) -> Option<&'f [u8]> {
    while let [wanted, more @ ..] = beginning {
        match text {
            [letter, rest @ ..] if *letter == *wanted => (text, beginning) = (rest, more),
            _ => return None,
        }
    }
    Some(text)
}

/// A language file of a folder that lacks a message, or has it in another place, does not compile. Beside `messages!`.
macro_rules! proven {
    ($folder:literal) => {
        const _: () = {
            use $crate::present::words::messages::has_all;
            assert!(has_all(include_bytes!(concat!($folder, "en.json")), IN_ORDER), "en.json lacks a message");
            assert!(has_all(include_bytes!(concat!($folder, "zh-Hans.json")), IN_ORDER), "zh-Hans.json lacks a message");
            assert!(has_all(include_bytes!(concat!($folder, "ms.json")), IN_ORDER), "ms.json lacks a message");
            assert!(has_all(include_bytes!(concat!($folder, "vi.json")), IN_ORDER), "vi.json lacks a message");
        };
    };
}
pub(in crate::present) use proven;
