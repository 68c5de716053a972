//! Charts: a line a column, a dot a figure, its shape by how firm the thing is, and the same as a table.
//!
//! Places are in percent of the width, so a chart has the width of its page and stays sharp at any size.

use super::node::Node;
use super::parts::{figure, opener};
use crate::address::ViewQuery;
use crate::domain::catalogue::Catalogue;
use crate::domain::record::Side;
use crate::present::chart::{ChartGroupView, ChartView, DotView, LineView, Mark, chart_of_cell, charts};
use crate::present::claims::CellKey;
use crate::present::compare::{chosen_parks, columns_of_pairs, columns_of_parks, compared_pairs};
use crate::present::reader::Reader;
use crate::present::words::Words;

/// The charts of what an address compares; `None` when it compares nothing that has figures.
#[must_use]
pub fn charts_of_view(catalogue: &Catalogue, query: &ViewQuery, reader: &Reader) -> Option<Node> {
    let pairs = compared_pairs(catalogue, query);
    let groups = if pairs.is_empty() {
        charts(catalogue, &[&columns_of_parks(&chosen_parks(catalogue, query))], reader)
    } else {
        let [mut legs, whole] = columns_of_pairs(&pairs);
        // A park that is a leg of several pairs has one line.
        let mut seen = Vec::new();
        legs.retain(|leg| {
            let is_new = !seen.contains(&leg.subject);
            seen.push(leg.subject.clone());
            is_new
        });
        charts(catalogue, &[&legs, &whole], reader)
    };
    let words = reader.words();
    (!groups.is_empty()).then(|| {
        Node::new("div")
            .class("charts")
            .child(Node::new("p").class("hint").text(words.charts_lead))
            .child(legend(words))
            .children(groups.iter().map(|it| group(it, words)))
    })
}

/// The claims of a cell as points on one line, with what they quarrel over; `None` where they are no figures.
#[must_use]
pub fn points(catalogue: &Catalogue, key: &CellKey, reader: &Reader) -> Option<Node> {
    let chart = chart_of_cell(catalogue, key, reader)?;
    let line = chart.lines.first()?;
    let words = reader.words();
    let unit = (!chart.unit.is_empty()).then(|| Node::new("p").class("chart__unpublished").text(chart.unit.as_str()));
    Some(Node::new("div").class("chart").child(strip(line)).child(scale(&chart)).children(unit).child(legend(words)))
}

fn legend(words: &'static Words) -> Node {
    let meaning = |mark| match mark {
        Mark::Disc => words.mark_disc,
        Mark::Diamond => words.mark_diamond,
        Mark::Ring => words.mark_ring,
        Mark::Square => words.mark_square,
    };
    let one = |(mark, _)| {
        let sign = Node::new("svg").class("chart__sign").with("aria-hidden", "true").child(shape(mark, 50.0));
        Node::new("li").child(sign).text(" ").text(meaning(mark))
    };
    let pale = Node::new("svg").class("chart__sign").with("aria-hidden", "true");
    let pale = pale.child(shape(Mark::Disc, 50.0).with("data-stale", "true"));
    let pale = Node::new("li").child(pale).text(" ").text(words.mark_pale);
    Node::new("ul").class("chart__legend").children(Mark::ALL.map(one)).child(pale)
}

/// The charts of a group. Where only one column has a figure there is nothing to compare, and the chart unfolds on demand.
fn group(group: &ChartGroupView, words: &'static Words) -> Node {
    let list = |charts: &[&ChartView]| Node::new("div").class("charts__list").children(charts.iter().map(|it| chart(it, words)));
    let (telling, lone): (Vec<&ChartView>, Vec<&ChartView>) = group.charts.iter().partition(|chart| chart.lines.len() > 1);
    let lone = (!lone.is_empty()).then(|| {
        let name = format!("{} ({})", words.published_by_one, lone.len());
        Node::new("details").child(Node::new("summary").text(name)).child(list(&lone))
    });
    Node::new("section")
        .class("charts__group")
        .with("data-group", group.key)
        .child(Node::new("h2").text(group.name.as_str()))
        .children((!telling.is_empty()).then(|| list(&telling)))
        .children(lone)
}

fn chart(chart: &ChartView, words: &'static Words) -> Node {
    let unit = if chart.unit.is_empty() { String::new() } else { format!(" ({})", chart.unit) };
    let unpublished = (!chart.unpublished.is_empty()).then(|| {
        Node::new("p").class("chart__unpublished").text(format!(
            "{}: {}",
            words.not_published,
            words.enumerated(&chart.unpublished)
        ))
    });
    let line = |line: &LineView| {
        let from = line.inherited_from.as_ref().map(|place| Node::new("small").text(words.inherited(place)));
        let first = line.dots.first().map(|dot| {
            let figure = &dot.figure;
            let dated = if figure.as_of.is_empty() { String::new() } else { format!(" · {}", figure.as_of) };
            Node::new("small").text(format!("{}{}{dated}", figure.value, words.behind(&figure.unit)))
        });
        let name = opener(&line.key, &format!("chart-{}", line.name), &line.name);
        Node::new("div")
            .class("chart__line")
            .with("data-side", Side::name(line.side))
            .child(Node::new("div").child(name).children(first).children(from))
            .child(strip(line))
    };
    Node::new("figure")
        .class("chart")
        .child(
            Node::new("figcaption")
                .class("chart__title")
                .text(format!("{}{unit}", chart.name))
                .children(chart.of_pairs.then(|| Node::new("small").text(format!(" {}", words.of_the_pair)))),
        )
        .children(chart.lines.iter().map(line))
        .child(Node::new("div").class("chart__line").child(Node::new("div")).child(scale(chart)))
        .children(unpublished)
        .child(twin(chart, words))
}

/// The points of one line, over the range that sources quarrel over. The table beside it says the same in words.
fn strip(line: &LineView) -> Node {
    let quarrel = line.quarrel.map(|(from, to)| {
        Node::new("rect")
            .class("chart__quarrel")
            .with("x", percent(from))
            .with("y", "4")
            .with("width", percent(to - from))
            .with("height", "16")
    });
    // The one shown first is drawn last, and so on top.
    let dots = line.dots.iter().rev().flat_map(dot);
    Node::new("svg")
        .class("chart__strip")
        .with("aria-hidden", "true")
        .with("data-side", Side::name(line.side))
        .child(Node::new("line").class("chart__axis").with("x1", "0%").with("x2", "100%").with("y1", "12").with("y2", "12"))
        .children(quarrel)
        .children(dots)
}

fn dot(dot: &DotView) -> Vec<Node> {
    let stale = dot.is_stale.to_string();
    let title = format!("{} {} {}", dot.figure.value, dot.figure.unit, dot.figure.as_of);
    let said = Node::new("title").text(title);
    let mut drawn = Vec::new();
    if dot.to > dot.from {
        let span = Node::new("line").class("chart__span").with("x1", percent(dot.from)).with("x2", percent(dot.to));
        drawn.push(span.with("y1", "12").with("y2", "12").with("data-stale", stale.as_str()));
        drawn.push(shape(dot.shape, dot.to).with("data-stale", stale.as_str()));
    }
    drawn.push(shape(dot.shape, dot.from).with("data-stale", stale).child(said));
    drawn
}

/// A shape at a place. What is drawn inside has its own origin there, so that it is never stretched.
fn shape(mark: Mark, at: f64) -> Node {
    let inner = match mark {
        Mark::Disc => Node::new("circle").with("r", "6").with("data-fill", "full"),
        Mark::Ring => Node::new("circle").with("r", "5").with("data-fill", "none"),
        Mark::Diamond => Node::new("path").with("d", "M0-7 7 0 0 7-7 0z").with("data-fill", "full"),
        Mark::Square => Node::new("path").with("d", "M-5-5h10v10h-10z").with("data-fill", "none"),
    };
    Node::new("svg").class("chart__mark").with("x", percent(at)).with("y", "12").child(inner)
}

fn scale(chart: &ChartView) -> Node {
    let label = |(at, text): &(f64, String)| {
        let anchor = if *at < 1.0 {
            "start"
        } else if *at > 99.0 {
            "end"
        } else {
            "middle"
        };
        Node::new("text").with("x", percent(*at)).with("y", "12").with("text-anchor", anchor).text(text.as_str())
    };
    // On a narrow page every other label would touch the next.
    let ticks = chart.ticks.iter().enumerate();
    let labels = ticks.map(|(at, tick)| label(tick).with("data-odd", (at % 2 == 1).to_string()));
    Node::new("svg").class("chart__scale").with("aria-hidden", "true").children(labels)
}

fn twin(chart: &ChartView, words: &'static Words) -> Node {
    let head = |text: &str| Node::new("th").with("scope", "col").text(text);
    let rows = chart.lines.iter().flat_map(|line| {
        let quarrel = line.disagreement.iter().map(|said| {
            Node::new("tr")
                .child(Node::new("th").with("scope", "row").text(line.name.as_str()))
                .child(Node::new("td").with("colspan", "2").text(said.as_str()))
        });
        let dots = line.dots.iter().map(|dot| {
            Node::new("tr")
                .child(Node::new("th").with("scope", "row").text(line.name.as_str()))
                .child(
                    Node::new("td")
                        .child(figure(&dot.figure, words))
                        .children(dot.is_stale.then(|| Node::new("small").text(format!(" {}", words.stale)))),
                )
                .child(Node::new("td").text(dot.source.as_str()))
        });
        dots.chain(quarrel)
    });
    let missing = chart.unpublished.iter().map(|name| {
        Node::new("tr")
            .child(Node::new("th").with("scope", "row").text(name.as_str()))
            .child(Node::new("td").text(words.not_published))
            .child(Node::new("td"))
    });
    let table =
        Node::new("table")
            .child(Node::new("caption").class("visually-hidden").text(chart.name.as_str()))
            .child(Node::new("thead").child(
                Node::new("tr").child(head(words.place_heading)).child(head(&chart.name)).child(head(words.source_column)),
            ))
            .child(Node::new("tbody").children(rows).children(missing));
    Node::new("details")
        .class("chart__twin")
        .child(Node::new("summary").text(words.chart_as_table))
        .child(Node::new("div").class("plain-table").child(table))
}

fn percent(place: f64) -> String {
    format!("{}%", crate::domain::decimal::decimal(place))
}
