//! How embedded pages look: in a partner's colours, letters and corners, always readable.

use journeys::Visit;
use serde_json::Value;

use super::see_drawn;

const PAIR: &str = "/embed/compare?ids=china-malaysia,china-vietnam";

/// Background, text, links, letters and corners as they are drawn.
const LOOKS: &str = "
    const style = (selector) => getComputedStyle(document.querySelector(selector));
    return [style('html').backgroundColor, style('html').colorScheme, style('.credit__link').color, style('body').fontFamily.split(',')[0], style('.button').borderRadius];";

#[test]
fn a_partners_colours_letters_and_corners_are_put_on() {
    Visit::new().go(async |visitor| {
        visitor.open(&format!("{PAIR}&bg=101830&accent=ffd166&font=georgia&radius=0")).await;
        see_drawn(visitor).await;
        let looks: Vec<Value> = visitor.ask(LOOKS).await;
        assert_eq!(looks, ["rgb(16, 24, 48)", "dark", "rgb(255, 209, 102)", "Georgia", "0px"]);
        assert!(!visitor.sees("A colour was changed").await);
        // What the visitor chooses afterwards does not take the theme away that goes with the background.
        visitor.switch("Differences only").await;
        visitor.wait_for("the refinement", "return location.search.includes('diff=1');").await;
        let looks: Vec<Value> = visitor.ask(LOOKS).await;
        assert_eq!(looks[1], "dark");
    });
}

#[test]
fn a_colour_that_could_not_be_read_is_corrected_and_said_to_be() {
    Visit::new().go(async |visitor| {
        visitor.open(&format!("{PAIR}&bg=ffffff&accent=ffe000")).await;
        see_drawn(visitor).await;
        visitor.see("A colour was changed so that everything can be read.").await;
        let looks: Vec<Value> = visitor.ask(LOOKS).await;
        assert_ne!(looks[2], "rgb(255, 224, 0)");
    });
}

#[test]
fn what_is_outside_the_grammar_is_told_of_and_changes_nothing() {
    Visit::new().go(async |visitor| {
        visitor.open(PAIR).await;
        see_drawn(visitor).await;
        let usual: Vec<Value> = visitor.ask(LOOKS).await;
        visitor
            .open(&format!(
                "{PAIR}&accent=red;background:url(//x)&bg=%3Cscript%3E&font=Comic&radius=999&lock=maybe&height=9&pick=..&colour=1"
            ))
            .await;
        see_drawn(visitor).await;
        assert_eq!(visitor.ask::<Vec<Value>>(LOOKS).await, usual);
        visitor.unfold("Details").await;
        for name in ["accent", "bg", "font", "radius", "lock", "height", "pick", "colour"] {
            visitor.see(name).await;
        }
        let lines: usize = visitor.ask("return document.querySelectorAll('.notice__list li').length;").await;
        assert_eq!(lines, 8);
    });
}
