//! The words that only kiosks say, by name, in the order of `public/words/kiosk/`.

use crate::present::words::messages::{messages, proven};

messages! {
    /// All messages of a kiosk in one language. Their English form, in `public/words/kiosk/en.json`, says what each is
    /// for. No language is part of the program: a kiosk fetches all that it offers.
    KioskWords
    plain {
        touch_to_compare still_there still_there_lead go_on start_over back controls to_phone to_phone_lead
        source_on_phone source_on_phone_lead no_code no_site lower large keyboard erase space done names_found tones
        lacking staff pin pin_choose pin_wrong pin_short pin_new close measure measure_lead narrower wider unmeasured
        times idle_label warn_label first_page offered offered_lead shown_pairs shown_all addresses base_label
        data_label address_hint address_bad night night_lead night_from night_to as_file export import
        imported import_bad import_newer not_kept health never none yes no
    }
    made {
        left_out(things)
        others_say(n)
        pin_wait(n)
        measured(mm, px)
        between(least, most)
        data_kept(date)
        import_odd(fields)
    }
    named {
        health_of ["version" "fetched" "checked" "problem" "worker" "awake" "uptime" "memory" "heap" "visitors" "faults" "address" "site"]
    }
}

impl KioskWords {
    /// The name of a sign of health.
    #[must_use]
    pub fn health(&self, sign: &str) -> &'static str {
        self.health_of.get(sign)
    }
}

proven!("../../../public/words/kiosk/");
