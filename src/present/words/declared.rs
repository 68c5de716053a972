//! The messages of the interface by name, in the order of the language files, and the proof that every language has
//! them all.

use super::messages::{messages, proven};

messages! {
    /// All messages of one language. Their English form, in `public/words/en.json`, says what each is for.
    Words
    plain {
        site tagline explore compare sectors sources data skip_to_content main_navigation footer credit colours_changed rows_picked notes_heading notes_lead qr_label take_along copy_link link_copied copy_refused share share_refused save_csv save_json print print_refused put_on_page nothing_to_save not_whole qr_too_long
        explore_title explore_lead search_label search_hint filters clear_filters sort_by show_as list_of
        show_more nothing_found nothing_found_lead also_found pairs parks pair park cards table charts charts_lead chart_as_table mark_disc mark_diamond mark_ring mark_square mark_pale sectors_matrix sectors_matrix_lead share_both share_home share_partner share_neither together done_here not_done_here nowhere year_line year_line_lead figures_of_year published_by_one ahead source_column name model_and_state
        place_heading partner_country sort_featured sort_name sort_newest sort_area sort_area_up sort_projects
        sort_jobs not_published best unverified_mark choose_two choose_in_list differences_only highlight_best
        hide_unpublished view_options earlier later remove add_column add tray up_to_five choose_another
        tray_full clear_tray attribute of_the_pair stale may_have_lapsed disputed whole no_kind other_time undated open_claims
        close rule_of_choice sources_disagree shown_first older unverified confidence_high confidence_medium
        confidence_low source_heading mirror opens_elsewhere home_side partner_side both_sides no_park_named
        leg_of around note reference_model coordinates acronyms sectors_basis sectors_heading stages_heading
        figures_heading links_heading open_comparison add_to_comparison official_name local_name sectors_title
        sectors_lead branches part_of show_in_list pairs_with_sector parks_with_sector sources_title
        sources_lead source_claims source_about source_age data_title data_lead downloads file_heading
        holds_heading schema disputes_heading disputes_lead gaps_heading gaps_lead missing_heading missing_lead dispute_open
        dispute_explained left_out_heading nothing_left_out not_found_title not_found_lead nearest_heading
        to_explore loading slow failed_title failed_lead retry part_missing still_works details address_notice too_many
        problem_doubled problem_shape problem_source unreachable timed_out file_empty file_html
        file_not_text file_truncated language_label units_label currency_label money_as_published theme_label theme_auto theme_light theme_dark
        units_source units_metric units_mu units_acre units_rai age_this_month age_this_year
    }
    made {
        page_title(page)
        pair_count(n)
        park_count(n)
        claim_count(n)
        source_count(n)
        of_all(n)
        relax(filters, results)
        quoted(text)
        unknown_filter(facet, value)
        compare_it(name)
        compare_count(results)
        compare_caption(names)
        compare_summary(columns, rows, disputed, unpublished)
        claims_about(name)
        claims_title(attribute, name)
        open_cell(claims, attribute)
        figures_disagree(n)
        and_more(n)
        other_kind(kind)
        other_scope(scope)
        inherited(place)
        source_not_loaded(id)
        list_more(list, next)
        list_last(list, next)
        place(region, country)
        about(lat, lon, km)
        hs_chapters(chapters)
        pairs_and_parks(pairs, parks)
        age_months(n)
        age_years(n)
        sources_summary(sources, claims)
        unverified_summary(n)
        data_summary(pairs, parks, claims, sources)
        unknown_id(id)
        unknown_id_near(id, near)
        only_pairs(names)
        only_parks(names)
        not_found_path(path)
        unknown_parameter(name)
        bad_parameter(name, value)
        data_notice(n)
        problem_unknown(name)
        bad_status(status)
        too_large(megabytes)
        file_not_json(line, column)
        file_newer(version)
        file_shape(missing)
        offline(since)
        language_missing(language)
        no_rate(own, wanted)
        rate_dated(rate, date)
        rates_used(currency, rates)
        rates_lacking(currency, currencies)
        remove_it(name)
        move_earlier(name)
        move_later(name)
        shown_of(shown, total)
        in_english(text)
        dated(name, date)
        list_sentences(first, second)
        rows_shown(shown, total)
        labelled(label, text)
        published_of(published, total)
        ends(name)
        ended(date)
        holds_until(date)
        unit_after(unit)
        unit_per(over, per)
        unit_each(per)
        rate(over, per)
        date_month(month, year)
        date_day(day, month, year)
        date_year(year)
    }
    named {
        kind ["realised" "operating" "statutory" "approved" "committed" "signed" "planned"]
        model ["twin-parks" "cross-border-zone" "joint-park" "overseas-park"]
        status ["operating" "building" "preparing" "planned" "unclear"]
        access ["seaport" "road-gate" "rail" "airport" "river"]
        group ["land" "access" "sectors" "investment" "tax" "labour" "governance" "timeline"]
        facet ["country" "sector" "model" "status" "access"]
        stage ["rnd" "materials" "manufacturing" "assembly" "logistics" "sales"]
        side ["home" "partner"]
        context_kind ["corridor" "port" "platform" "agreement" "region" "country" "model" "company"
            "reference"]
        file ["attributes.json" "sectors.json" "parks.json" "pairs.json" "context.json" "sources.json"
            "disputes.json"]
        column ["about" "attribute" "value" "value_to" "unit" "kind" "scope" "as_of" "lapses" "source" "publisher" "published"
            "address" "confidence" "chosen" "shown" "note" "claim"]
        headline ["planned-area" "projects" "investment" "cit-effective"]
        country ["CN" "MY" "VN" "ID" "PH" "TH" "KH" "LA" "SG" "BY"]
        unit ["m2" "ha" "km2" "mu" "acre" "rai" "m" "km" "nmi" "year" "month" "day" "hour" "minute" "percent"
            "t" "TEU" "DWT" "kWh" "MMBtu" "m3"]
        per ["acre" "year" "month" "day" "hour" "minute"]
        currency ["CNY" "USD" "MYR" "VND" "IDR" "THB" "SGD" "PHP" "LAK" "EUR"]
        month ["1" "2" "3" "4" "5" "6" "7" "8" "9" "10" "11" "12"]
    }
}

// A language that lacks a message does not compile. The test `language_laws` names it.
proven!("../../../public/words/");
