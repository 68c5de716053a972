//! The app's page with what those who read links look for, and the description of its embedded form.

use anyhow::ensure;
use twin_parks::draw::SIZE;
use twin_parks::present::markup::escaped;
use twin_parks::present::preview::PreviewView;
use twin_parks::present::share::SANDBOX;
use twin_parks::wire::quoted;

/// The page with title, description, picture and the address of its oEmbed form.
pub(crate) fn with_preview(page: &str, view: &PreviewView, address: &str) -> anyhow::Result<String> {
    let path = view.route.print();
    let path = path.trim_start_matches('/');
    let title = if view.chinese.is_empty() { view.title.clone() } else { format!("{} · {}", view.title, view.chinese) };
    let (here, picture) = (format!("{address}{path}"), format!("{address}previews/{path}.png"));
    let (width, height) = (SIZE.0.to_string(), SIZE.1.to_string());
    let property = |name: &str, value: &str| format!("<meta property=\"{name}\" content=\"{}\">", escaped(value));
    let named = |name: &str, value: &str| format!("<meta name=\"{name}\" content=\"{}\">", escaped(value));
    let lines = [
        format!("<link rel=\"canonical\" href=\"{}\">", escaped(&here)),
        format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">",
            escaped(&format!("{address}oembed/{path}.json")),
            escaped(&title)
        ),
        property("og:type", "website"),
        property("og:site_name", "Twin Parks"),
        property("og:title", &title),
        property("og:description", &view.description),
        property("og:url", &here),
        property("og:image", &picture),
        property("og:image:width", &width),
        property("og:image:height", &height),
        property("og:image:alt", &format!("{title}. {}", view.description)),
        named("twitter:card", "summary_large_image"),
    ];
    let page = replaced(page, "<title>", "</title>", &format!("{} · Twin Parks", escaped(&title)))?;
    let page = with_description(&page, &named("description", &view.description))?;
    let end = page.find("</head>");
    ensure!(end.is_some(), "it has no head");
    Ok(page.replacen("</head>", &format!("{}</head>", lines.concat()), 1))
}

/// What stands between two marks, replaced.
fn replaced(page: &str, from: &str, to: &str, by: &str) -> anyhow::Result<String> {
    let Some((before, rest)) = page.split_once(from) else { anyhow::bail!("it has no {from}") };
    let Some((_, after)) = rest.split_once(to) else { anyhow::bail!("what begins with {from} does not end") };
    Ok(format!("{before}{from}{by}{to}{after}"))
}

/// The page with another description. The build may have left out quotes that HTML does not need.
fn with_description(page: &str, tag: &str) -> anyhow::Result<String> {
    let found = ["name=\"description\"", "name=description"].into_iter().find_map(|name| page.find(name));
    let bounds = found.and_then(|at| Some((page.get(..at)?.rfind('<')?, at + page.get(at..)?.find('>')? + 1)));
    let parts = bounds.and_then(|(from, to)| Some((page.get(..from)?, page.get(to..)?)));
    let Some((before, after)) = parts else { anyhow::bail!("it has no description") };
    Ok(format!("{before}{tag}{after}"))
}

/// The embedded form, as those ask for it who turn pasted links into frames (oEmbed 1.0, type `rich`).
pub(crate) fn oembed(view: &PreviewView, address: &str) -> String {
    let path = view.route.print();
    let path = path.trim_start_matches('/');
    let frame = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"800\" height=\"640\" loading=\"lazy\" referrerpolicy=\"no-referrer\" \
         sandbox=\"{SANDBOX}\" style=\"border: 0\"></iframe>",
        escaped(&format!("{address}embed/{path}")),
        escaped(&view.title)
    );
    let texts = [
        ("version", "1.0"),
        ("type", "rich"),
        ("title", &view.title),
        ("provider_name", "Twin Parks"),
        ("provider_url", address),
        ("html", &frame),
        ("thumbnail_url", &format!("{address}previews/{path}.png")),
    ];
    let texts = texts.map(|(name, text)| format!(" {}: {}", quoted(name), quoted(text)));
    let numbers = [("width", 800), ("height", 640), ("thumbnail_width", SIZE.0), ("thumbnail_height", SIZE.1)];
    let numbers = numbers.map(|(name, number)| format!(" {}: {number}", quoted(name)));
    format!("{{\n{},\n{}\n}}\n", texts.join(",\n"), numbers.join(",\n"))
}
