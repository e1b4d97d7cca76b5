//! The files in which practice is kept: old ones, large ones, links, and what is not a file at all.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::Command;

use handgrad::scenario::load;

use super::terminal_user::{User, sees};

#[test]
fn progress_of_earlier_versions_is_taken_over_once() {
    let user = User::new();
    fs::create_dir_all(user.state()).unwrap();
    let digest = handgrad::store::digest(&load("mazur", std::io::empty()).unwrap().source);
    let old = format!(
        "{{\"format\": 1, \"scenarios\": [{{\"scenario\": \"{digest}\", \"title\": \"Mazur's 2-2-2 network\", \
         \"round\": 2, \"steps\": [{{\"step\": \"net_h1\", \"outcome\": \"wrong\"}}, {{\"step\": \"out_h1\", \
         \"outcome\": \"at-once\"}}], \"mistakes\": [{{\"mistake\": \"bias-forgotten\", \"count\": 3}}]}}]}}"
    );
    fs::write(user.state().join("progress.json"), &old).unwrap();
    for _ in 0..2 {
        let listed = user.says(&["progress"], "");
        assert!(listed.contains("2 questions: 1 right at once, 1 wrong."), "{listed}");
        assert!(listed.contains("the bias forgotten (3)") && listed.contains(": 2."), "{listed}");
    }
    assert_eq!(fs::read_to_string(user.state().join("progress.read.json")).unwrap(), old);
    user.says(&["practice", "mazur", "--plain"], "0.3775\n:q\n");
    assert!(user.says(&["progress"], "").contains("2 questions: 2 right at once."));
}

#[test]
fn a_large_record_stays_readable_and_is_summed_up() {
    let user = User::new();
    user.says(&["practice", "mazur", "--plain"], "0.3775\n:q\n");
    let path = user.state().join("progress.jsonl");
    let line = fs::read_to_string(&path).unwrap();
    fs::write(&path, line.repeat(120_000)).unwrap();
    assert!(fs::metadata(&path).unwrap().len() > 1 << 24);
    let listed = user.says(&["progress"], "");
    assert!(listed.contains("1 question: 1 right at once."), "{listed}");
    assert!(fs::metadata(&path).unwrap().len() < 4096, "it is summed up");
    assert!(!user.state().join("progress.damaged-1.jsonl").exists());
}

#[test]
fn a_pipe_in_place_of_a_file_does_not_hang_and_a_link_stays_one() {
    let user = User::new();
    fs::create_dir_all(user.state()).unwrap();
    fs::create_dir_all(user.configuration()).unwrap();
    let pipe = |path: &Path| assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    pipe(&user.state().join("progress.jsonl"));
    let output = user.runs(&["progress"], "");
    assert_eq!(output.status.code(), Some(4));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("your practice record cannot be read") && said.contains("is not a regular file"), "{said}");
    let output = user.runs(&["practice", "mazur", "--plain"], "0.3775\n:q\n");
    assert!(String::from_utf8(output.stderr).unwrap().contains("is not a regular file"));
    fs::remove_file(user.state().join("progress.jsonl")).unwrap();
    pipe(&user.state().join("progress.json"));
    assert_eq!(user.runs(&["progress"], "").status.code(), Some(4));
    fs::remove_file(user.state().join("progress.json")).unwrap();
    pipe(&user.configuration().join("keys.toml"));
    let mut terminal = user.opens(&["mazur"]);
    sees(&terminal, "is not a regular file");
    terminal.end();
    fs::remove_file(user.configuration().join("keys.toml")).unwrap();
    for file in ["progress.jsonl", "positions.json"] {
        let real = user.home.path().join(file);
        fs::write(&real, "").unwrap();
        fs::remove_file(&real).unwrap();
        std::os::unix::fs::symlink(&real, user.state().join(file)).unwrap();
    }
    let mut terminal = user.opens(&["mazur"]);
    sees(&terminal, " 1 of 55");
    terminal.keys("nnq");
    terminal.end();
    user.says(&["practice", "mazur", "--plain"], "0.3775\n:q\n");
    for file in ["progress.jsonl", "positions.json"] {
        assert!(fs::symlink_metadata(user.state().join(file)).unwrap().is_symlink(), "{file}");
        assert!(fs::metadata(user.home.path().join(file)).unwrap().len() > 0, "{file}");
    }
}
