//! Sheets as they are really set: in headless Chromium, and by TeX. Where there is none of them, the test says so.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use handgrad::export::worksheet::{Detail, html, latex};
use handgrad::messages::{Language, Messages};
use handgrad::scenario::built_in;
use tempfile::TempDir;

use super::worksheet::sheet;

/// Where a program stands, by the first of its names that is found.
fn program(names: &[&str]) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&folders).collect();
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file()))
}

/// Measures a page, and tells the page around it.
const PROBE: &str = r#"<script>
addEventListener("load", () => setTimeout(() => {
  const math = [...document.querySelectorAll("math")].map(one => one.getBoundingClientRect());
  const inside = [...document.querySelectorAll("body *")].filter(one => {
    for (let box = one; box && box !== document.body; box = box.parentElement)
      if (getComputedStyle(box).overflowX === "auto") return false;
    return one.getBoundingClientRect().right > innerWidth + 1;
  });
  parent.postMessage([innerWidth, document.documentElement.scrollWidth - document.documentElement.clientWidth, math.length,
    math.filter(box => box.height < 5 || box.width < 2).length, inside.length,
    performance.getEntriesByType("resource").length].join(" "), "*");
}, 0));
</script>"#;

/// What a page around two frames does: writes down what each tells.
const AROUND: &str = r#"<!DOCTYPE html><html><body><pre id="told"></pre>
<script>addEventListener("message", said => { document.getElementById("told").textContent += said.data + "\n"; });</script>
<iframe src="page.html" width="1280" height="900"></iframe><iframe src="page.html" width="400" height="900"></iframe>
</body></html>"#;

/// The measures of a page in frames of 1280 and 400 points.
fn measures(chromium: &Path, page: &str) -> Vec<Vec<u64>> {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("page.html"), page.replace("</body>", &format!("{PROBE}</body>"))).expect("a file");
    let around = folder.path().join("around.html");
    fs::write(&around, AROUND).expect("a file");
    let output = Command::new(chromium)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .args(["--host-resolver-rules=MAP * ~NOTFOUND", "--window-size=1800,1000", "--virtual-time-budget=8000"])
        .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
        .arg("--dump-dom")
        .arg(format!("file://{}", around.display()))
        .stdin(Stdio::null())
        .output()
        .expect("the browser starts");
    let dom = String::from_utf8_lossy(&output.stdout).into_owned();
    let told = dom.split("<pre id=\"told\">").nth(1).and_then(|rest| rest.split("</pre>").next()).unwrap_or_default();
    let numbers = |line: &str| line.split(' ').map(|number| number.parse().expect("a number")).collect();
    let measures: Vec<Vec<u64>> = told.lines().map(numbers).collect();
    assert_eq!(measures.len(), 2, "{dom}\n{}", String::from_utf8_lossy(&output.stderr));
    measures
}

#[test]
fn a_page_fits_wide_and_narrow_windows_and_asks_nobody_for_anything() {
    let Some(chromium) = program(&["chromium", "chromium-browser", "google-chrome"]) else {
        println!("skipped: there is no Chromium here");
        return;
    };
    for (name, detail, language) in [
        ("mazur", Detail::Solved, Language::English),
        ("mazur", Detail::Blank, Language::Chinese),
        ("karpathy-neuron-exp", Detail::Key, Language::English),
        ("tom-yeh-backprop", Detail::Solved, Language::English),
    ] {
        let text = built_in().find(|(known, _)| *known == name).expect(name).1;
        let page = html(&[sheet(text, None, language)], detail, &Messages::new(language));
        let mut widths = Vec::new();
        for measured in measures(&chromium, &page) {
            let [inner, hidden, formulas, flat, outside, requests] = measured[..] else { panic!("{measured:?}") };
            assert_eq!(hidden, 0, "{name}: so much has to be scrolled to in a window of {inner}");
            assert!(formulas > 10 && flat == 0, "{name}: {flat} of {formulas} formulas have no extent");
            assert_eq!((outside, requests), (0, 0), "{name}: what stands outside, what is asked for");
            widths.push(inner);
        }
        widths.sort_unstable();
        assert_eq!(widths, [400, 1280], "{name}");
    }
}

#[test]
fn a_stock_installation_compiles_the_latex() {
    for (name, detail, language) in [
        ("mazur", Detail::Solved, Language::English),
        ("student-passes", Detail::Blank, Language::English),
        ("mazur", Detail::Key, Language::Chinese),
    ] {
        let text = built_in().find(|(known, _)| *known == name).expect(name).1;
        let set = latex(&[sheet(text, Some(4), language)], detail, &Messages::new(language));
        compiles(&set);
    }
    let wild = r#"* [100%] & _a_ # $5 {x} \\input{y} ~ ^ <b> [c] | ?` -- 'd' \"e\" \\"#;
    let text = format!("format: 1\ntitle: \"{wild}\"\ngraph: {{given: {{a: 3}}, nodes: {{f: a*a}}, output: f}}\n");
    compiles(&latex(&[sheet(&text, None, Language::English)], Detail::Solved, &Messages::new(Language::English)));
}

/// Has a text compiled by the program that its first line asks for.
fn compiles(text: &str) {
    let asked = text.lines().next().and_then(|line| line.split("= ").nth(1)).expect("a program");
    let Some(tex) = program(&[asked]) else {
        println!("skipped: there is no {asked} here");
        return;
    };
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("sheet.tex"), text).expect("a file");
    let mut compiler = Command::new(tex);
    compiler.args(["-interaction=nonstopmode", "-halt-on-error", "sheet.tex"]);
    let output = compiler.current_dir(folder.path()).stdin(Stdio::null()).output().expect("TeX starts");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    assert!(!said.contains("Missing character"), "{said}");
    assert!(folder.path().join("sheet.pdf").exists(), "{said}");
}
