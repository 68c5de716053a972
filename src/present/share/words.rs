//! The words of the page that makes embeds, by name, in the order of `public/words/share/`.

use crate::present::words::messages::{messages, proven};

messages! {
    /// All messages of that page in one language. Their English form, in `public/words/share/en.json`, says what each is
    /// for. No language is part of the program: only who opens the page fetches one.
    ShareWords
    plain {
        title lead what_heading page_label which_label together_label looks_heading accent_label background_label
        colour_hint colour_bad font_label radius_label as_usual rows_label rows_hint lock_label height_label
        height_auto height_fixed readers_label readers_own preview_heading preview_frame code_heading copy copied
        copy_refused as_line as_line_lead as_script as_script_lead as_element as_element_lead
    }
    made {
        pixels(n)
    }
    named {
        font ["system" "serif" "arial" "georgia" "times" "verdana"]
    }
}

impl ShareWords {
    /// The name of a choice of letters.
    #[must_use]
    pub fn font(&self, name: &str) -> &'static str {
        self.font.get(name)
    }
}

proven!("../../../public/words/share/");
