//! Styles against code, both ways: a class that has no style, or a style that has no class, is a slip or a leftover.

use crate::css::Sheet;
use crate::rust::Source;
use crate::tree::{File, assert_none, files};
use std::collections::{BTreeMap, BTreeSet};

/// Every style file, taken apart.
fn sheets() -> Vec<(File, Sheet)> {
    let sheets = files("style", ".css").into_iter().map(|file| {
        let sheet = Sheet::of(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.place));
        (file, sheet)
    });
    sheets.collect()
}

/// Every class that the code sets, with the places where it does.
fn used() -> BTreeMap<String, BTreeSet<String>> {
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut note = |classes: &str, place: &str| {
        for class in classes.split_whitespace() {
            used.entry(class.to_owned()).or_default().insert(place.to_owned());
        }
    };
    for file in files("src/ui", ".rs") {
        set_in_views(&Source::of(&file.text).with_texts, &file.place).iter().for_each(|classes| note(classes, &file.place));
    }
    for file in files("src/draw", ".rs") {
        let code = Source::of(&file.text).with_texts;
        code.split(".class(\"").skip(1).filter_map(|rest| rest.split('"').next()).for_each(|classes| note(classes, &file.place));
    }
    let page = File::at("index.html");
    page.text.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next()).for_each(|classes| note(classes, &page.place));
    for script in ["boot.js", "kiosk/page/last-good.js"].map(File::at) {
        for setter in ["className = \"", "classList.add(\""] {
            let set = script.text.split(setter).skip(1).filter_map(|rest| rest.split('"').next());
            set.for_each(|classes| note(classes, &script.place));
        }
    }
    used
}

/// The classes of `class="…"`, of the texts in `class=…` expressions, and of `class:name`.
fn set_in_views(code: &str, place: &str) -> Vec<String> {
    let mut classes = Vec::new();
    for (at, _) in code.match_indices("class") {
        let is_word = !code[..at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-');
        let rest = &code[at + "class".len()..];
        if let Some(name) = rest.strip_prefix(':').filter(|_| is_word) {
            let end =
                name.find(|letter: char| !(letter.is_alphanumeric() || letter == '-' || letter == '_')).unwrap_or(name.len());
            classes.extend((!name.starts_with(':')).then(|| name[..end].to_owned()));
        } else if let Some(value) = rest.strip_prefix('=').filter(|_| is_word) {
            let value = attribute_value(value);
            assert!(
                !value.contains("format!"),
                "{place}: a class that is put together from pieces can't be found: class={value}"
            );
            classes.extend(value.split('"').skip(1).step_by(2).map(str::to_owned));
        }
    }
    classes
}

/// The value of an attribute of a view: one literal, or an expression up to the next attribute or the tag's end.
fn attribute_value(text: &str) -> &str {
    if let Some(literal) = text.strip_prefix('"') {
        return literal.find('"').map_or(text, |end| &text[..end + 2]);
    }
    let mut depth = 0_i32;
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '{' | '[' => depth += 1,
            ')' | '}' | ']' => depth -= 1,
            '>' if depth == 0 && !matches!(before, '-' | '=') => return &text[..at],
            _ => {}
        }
        before = letter;
    }
    text
}

#[test]
fn the_braces_of_every_style_file_match() {
    let broken =
        files("style", ".css").into_iter().filter_map(|file| Some(format!("{}: {}", file.place, Sheet::of(&file.text).err()?)));
    assert_none("a brace too many or too few swallows the rules that follow", &broken.collect::<Vec<_>>());
}

#[test]
fn every_class_in_the_code_has_a_style() {
    let styled: BTreeSet<String> = sheets().iter().flat_map(|(_, sheet)| sheet.classes()).map(|(class, _)| class).collect();
    let without = used().into_iter().filter(|(class, _)| !styled.contains(class));
    let wrong: Vec<String> =
        without.map(|(class, places)| format!(".{class} in {}", places.into_iter().collect::<Vec<_>>().join(", "))).collect();
    assert_none("classes without a style: style them, take them away, or use data-key for a hook", &wrong);
}

#[test]
fn every_styled_class_is_set_in_the_code() {
    let used = used();
    let mut wrong = Vec::new();
    for (file, sheet) in sheets() {
        let idle = sheet.classes().into_iter().filter(|(class, _)| !used.contains_key(class));
        wrong.extend(idle.map(|(class, line)| format!("{}:{line} .{class}", file.place)));
    }
    assert_none("styles that nothing has", &wrong);
}

#[test]
fn every_block_file_styles_the_block_it_is_named_after() {
    let used = used();
    let mut wrong = Vec::new();
    let of_blocks = |file: &File, sheet: &Sheet| {
        let is_block = sheet.blocks.iter().all(|block| block.head == "@layer block");
        is_block
            && ["style/blocks/", "style/kiosk/", "style/embed/", "style/share/"].iter().any(|place| file.place.starts_with(place))
    };
    for (file, sheet) in sheets().into_iter().filter(|(file, sheet)| of_blocks(file, sheet)) {
        let own = sheet
            .classes()
            .into_iter()
            .any(|(class, _)| class == file.stem() || class.starts_with(&format!("{}__", file.stem())));
        if !own {
            wrong.push(format!("{} does not style .{}", file.place, file.stem()));
        }
        if !sheet.classes().iter().any(|(class, _)| used.contains_key(class)) {
            wrong.push(format!("{}: none of its classes is set anywhere", file.place));
        }
    }
    assert_none("block files without their block", &wrong);
}

#[test]
fn every_variable_that_is_read_is_set_and_every_one_that_is_set_is_read() {
    let sheets = sheets();
    let declarations = || {
        sheets
            .iter()
            .flat_map(|(file, sheet)| sheet.all().into_iter().flat_map(|block| &block.declarations).map(move |row| (file, row)))
    };
    let variable = |text: &str| {
        text.split(|letter: char| letter == ',' || letter == ')' || letter.is_whitespace()).next().unwrap_or_default().to_owned()
    };
    let read: BTreeMap<String, &str> = declarations()
        .flat_map(|(file, (_, value))| {
            value.split("var(").skip(1).map(move |rest| (variable(rest.trim_start()), file.place.as_str()))
        })
        .collect();
    let mut set: BTreeSet<String> =
        declarations().filter(|(_, (name, _))| name.starts_with("--")).map(|(_, (name, _))| name.clone()).collect();
    let views = files("src/ui", ".rs");
    set.extend(views.iter().flat_map(|file| file.text.split("style:").skip(1)).map(|rest| variable(&rest.replace('=', " "))));
    let lost = read
        .iter()
        .filter(|(name, _)| !set.contains(*name))
        .map(|(name, place)| format!("{place} reads {name}, which nothing sets"));
    let idle = set.iter().filter(|name| !read.contains_key(*name)).map(|name| format!("{name} is set and never read"));
    assert_none("variables at loose ends", &lost.chain(idle).collect::<Vec<_>>());
}

#[test]
fn colours_stand_in_the_tokens_and_nowhere_else() {
    let mut wrong = Vec::new();
    for (file, sheet) in sheets().into_iter().filter(|(file, _)| file.place != "style/tokens.css") {
        for block in sheet.all() {
            let coloured = block.declarations.iter().filter(|(_, value)| has_colour(value));
            wrong.extend(
                coloured.map(|(name, value)| format!("{}:{} {} {{ {name}: {value} }}", file.place, block.line, block.head)),
            );
        }
    }
    assert_none("colours as literals: give each a role in style/tokens.css", &wrong);
}

/// A hex colour or a colour function. Words such as `CanvasText` are the system's own roles and may stand.
fn has_colour(value: &str) -> bool {
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color("];
    let lower = value.to_lowercase();
    let is_hex = lower.split('#').skip(1).any(|rest| {
        let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
        matches!(digits, 3 | 4 | 6 | 8)
    });
    is_hex || functions.iter().any(|function| lower.contains(function)) || ["white", "black"].contains(&lower.as_str())
}

/// The layers in their order, from the one statement that declares it.
fn layers() -> Vec<String> {
    let (file, sheet) = sheets().into_iter().find(|(file, _)| file.place == "style/layers.css").expect("the order of the layers");
    assert!(sheet.blocks.is_empty(), "{} only says the order", file.place);
    let [order] = sheet.statements.as_slice() else { panic!("{}: one order, not {:?}", file.place, sheet.statements) };
    let names = order.strip_prefix("@layer").expect("an order of layers");
    names.split(',').map(|name| name.trim().to_owned()).collect()
}

#[test]
fn every_style_file_lies_in_exactly_one_layer_of_the_list() {
    let layers = layers();
    let mut wrong = Vec::new();
    for (file, sheet) in sheets().into_iter().filter(|(file, _)| file.place != "style/layers.css") {
        for statement in &sheet.statements {
            wrong.push(format!("{}: “{statement}” stands outside all blocks", file.place));
        }
        let own: BTreeSet<&str> = sheet.blocks.iter().map(|block| block.head.as_str()).collect();
        let unknown =
            own.iter().filter(|head| head.strip_prefix("@layer ").is_none_or(|name| !layers.iter().any(|layer| layer == name)));
        wrong.extend(unknown.map(|head| format!("{}: “{head}” is no layer of the list", file.place)));
        if own.len() != 1 {
            wrong.push(format!(
                "{} lies in {} layers: {}",
                file.place,
                own.len(),
                own.into_iter().collect::<Vec<_>>().join(", ")
            ));
        }
    }
    assert_none("styles outside their layer", &wrong);
}

#[test]
fn every_layer_of_the_list_has_styles() {
    let heads: BTreeSet<String> = sheets().iter().flat_map(|(_, sheet)| &sheet.blocks).map(|block| block.head.clone()).collect();
    let idle: Vec<String> = layers().into_iter().filter(|layer| !heads.contains(&format!("@layer {layer}"))).collect();
    assert_none("layers without styles", &idle);
}

#[test]
fn classes_are_found_however_they_are_set() {
    let code =
        r#"<p class="a b" id="c"> <p class=move || if x { "d" } else { "e" }> <p class:f=on> <p data-class="g"> subclass="h""#;
    assert_eq!(set_in_views(code, "here"), ["a b", "d", "e", "f"]);
}
