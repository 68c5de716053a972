//! x
use journeys::Visit;
#[test]
fn probe() {
    Visit::new().go(async |visitor| {
        for p in [
            "/compare?ids=china-malaysia,china-vietnam",
            "/pairs/china-malaysia",
            "/parks/kuantan",
            "/sectors/new-energy-vehicles",
            "/context/rcep",
            "/sources",
            "/data",
            "/parks/kuantn",
            "/nowhere/at-all",
            "/compare",
            "/sectors",
        ] {
            visitor.open(p).await;
            visitor.see_some("footer").await;
            visitor.wait_for("x", "return !document.querySelector('.loading');").await;
            let t: String = visitor.ask("return document.body.innerText").await;
            eprintln!("=== {p}\n{}", t.chars().take(6000).collect::<String>());
        }
    });
}
