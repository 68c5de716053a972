//! Every word that the interface says, in every language.
//!
//! A language is a value of [`Words`]: a message that is missing, or a case that a language does not name, does not
//! compile.

mod en;
mod zh_hans;

use crate::domain::attribute::Group;
use crate::domain::catalogue::{DataFile, Of};
use crate::domain::claim::Kind;
use crate::domain::date::Age;
use crate::domain::facet::Facet;
use crate::domain::id::Country;
use crate::domain::names::Lang;
use crate::domain::record::{Access, ContextKind, Model, Side, Stage, Status};
use crate::domain::unit::Unit;

/// The words of a language.
#[must_use]
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &en::WORDS,
        Lang::ZhHans => &zh_hans::WORDS,
    }
}

/// Declares the messages: plain ones, and ones made from values.
macro_rules! messages {
    (plain { $($plain:ident)* } made { $($made:ident: fn($($from:ty),*) -> $to:ty;)* }) => {
        /// All messages of one language. Their English form says what each is for.
        #[expect(missing_docs, reason = "the English words are the documentation")]
        pub struct Words {
            $(pub $plain: &'static str,)*
            $(pub $made: fn($($from),*) -> $to,)*
        }

        #[cfg(test)]
        impl Words {
            /// Every plain message with its name.
            fn plain(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($plain), self.$plain)),*]
            }
        }
    };
}

messages! {
    plain {
        language site tagline explore compare sectors sources data skip_to_content main_navigation
        footer
        explore_title explore_lead search_label search_hint filters filters_open clear_filters sort_by show_as list_of show_more
        nothing_found nothing_found_lead pairs parks pair park cards table name model_and_state place_heading
        partner_country sort_featured sort_name sort_newest sort_area sort_area_up sort_projects sort_jobs
        not_published best unverified_mark choose_two choose_in_list differences_only highlight_best hide_unpublished
        view_options earlier later remove add_column add tray up_to_five choose_another tray_full clear_tray
        attribute of_the_pair stale disputed not_comparable whole no_kind other_time undated open_claims close
        rule_of_choice sources_disagree shown_first older unverified confidence_high confidence_medium confidence_low
        as_published kind_heading scope_heading date_heading source_heading confidence_heading mirror opens_elsewhere
        home_side partner_side both_sides no_park_named leg_of around note reference_model coordinates acronyms
        sectors_basis sectors_heading stages_heading figures_heading links_heading open_comparison add_to_comparison
        official_name local_name
        sectors_title sectors_lead branches part_of show_in_list pairs_with_sector parks_with_sector
        sources_title sources_lead source_claims source_about source_age
        data_title data_lead downloads file_heading holds_heading schema disputes_heading disputes_lead gaps_heading gaps_lead
        dispute_open dispute_explained left_out_heading nothing_left_out
        not_found_title not_found_lead nearest_heading to_explore
        loading slow failed_title failed_lead retry still_works details dismiss
        address_notice unknown_notice too_many no_conversion problem_doubled problem_shape problem_source
        unreachable timed_out file_empty file_html file_not_text file_truncated
        language_label units_label theme_label theme_auto theme_light theme_dark units_source units_metric units_mu units_acre units_rai
    }
    made {
        page_title: fn(&str) -> String;
        results: fn(Of, usize) -> String;
        of_all: fn(usize) -> String;
        relax: fn(&[String], Of, usize) -> String;
        quoted: fn(&str) -> String;
        unknown_filter: fn(&str, &str) -> String;
        compare_it: fn(&str) -> String;
        compare_count: fn(Of, usize) -> String;
        compare_caption: fn(&str) -> String;
        compare_summary: fn(Of, usize, usize, usize, usize) -> String;
        claims_about: fn(&str) -> String;
        claims_title: fn(&str, &str) -> String;
        claims: fn(usize) -> String;
        open_cell: fn(usize, &str) -> String;
        figures_disagree: fn(usize) -> String;
        and_more: fn(usize) -> String;
        other_kind: fn(&str) -> String;
        other_scope: fn(&str) -> String;
        inherited: fn(&str) -> String;
        source_not_loaded: fn(&str) -> String;
        list: fn(&[String]) -> String;
        place: fn(&str, &str) -> String;
        about: fn(f64, f64, f64) -> String;
        hs_chapters: fn(&[String]) -> String;
        pairs_and_parks: fn(usize, usize) -> String;
        age: fn(Age) -> String;
        sources_summary: fn(usize, usize) -> String;
        unverified_summary: fn(usize) -> String;
        data_summary: fn(usize, usize, &str, usize) -> String;
        unknown_id: fn(&str, &[String]) -> String;
        not_mixed: fn(Of, &[String]) -> String;
        not_found_path: fn(&str) -> String;
        unknown_parameter: fn(&str) -> String;
        bad_parameter: fn(&str, &str) -> String;
        data_notice: fn(usize) -> String;
        problem_unknown: fn(&str) -> String;
        bad_status: fn(u16) -> String;
        too_large: fn(usize) -> String;
        file_not_json: fn(usize, usize) -> String;
        file_newer: fn(&str) -> String;
        file_shape: fn(&str) -> String;
        offline: fn(&str) -> String;
        shown_of: fn(usize, usize) -> String;
        remove_it: fn(&str) -> String;
        move_earlier: fn(&str) -> String;
        move_later: fn(&str) -> String;
        kind: fn(Kind) -> &'static str;
        model: fn(Model) -> &'static str;
        status: fn(Status) -> &'static str;
        access: fn(Access) -> &'static str;
        group: fn(Group) -> &'static str;
        facet: fn(Facet) -> &'static str;
        stage: fn(Stage) -> &'static str;
        side: fn(Side) -> &'static str;
        context_kind: fn(ContextKind) -> &'static str;
        file: fn(DataFile) -> &'static str;
        headline: fn(&str) -> &'static str;
        country: fn(Country) -> String;
        unit: fn(Unit) -> String;
        unit_after: fn(&str) -> String;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_message_is_blank_and_no_chinese_one_was_left_in_english() {
        // Words that are the same in both languages.
        let shared = ["acronyms"];
        for (name, text) in words(Lang::En).plain() {
            assert!(!text.trim().is_empty(), "{name}");
        }
        for (name, text) in words(Lang::ZhHans).plain() {
            let has_chinese = text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            assert!(has_chinese || shared.contains(&name), "{name}: {text}");
        }
    }
}
