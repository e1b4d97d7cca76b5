//! Sheets are read as people write them: in tables and maps, with names and numbers as on paper.

use handgrad::lesson::Lesson;
use handgrad::practice::{PaperNames, Sheet, SheetFaultKind, SheetForm};
use handgrad::scenario::{FaultKind, built_in, read};
use proptest::prelude::*;

fn lesson(name: &str) -> Lesson {
    let (_, text) = built_in().find(|(built_in, _)| *built_in == name).expect(name);
    Lesson::new(read(text).expect(name), None)
}

fn lines_of(sheet: &[u8], form: SheetForm) -> Vec<(String, Option<String>)> {
    let sheet = Sheet::read(sheet, form, &lesson("mazur"), 9).unwrap_or_else(|faults| panic!("{faults:?}"));
    let value = |line: &handgrad::practice::SheetLine| line.value.as_ref().map(ToString::to_string);
    sheet.lines.iter().map(|line| (line.what.to_string(), value(line))).collect()
}

fn lines(sheet: &str) -> Vec<(String, Option<String>)> {
    lines_of(sheet.as_bytes(), SheetForm::Unknown)
}

fn line(name: &str, value: &str) -> (String, Option<String>) {
    (name.to_owned(), Some(value.to_owned()))
}

#[test]
fn the_same_sheet_may_be_written_in_many_ways() {
    let expected = vec![line("net_h1", "0.3775"), line("dE_dw5", "0.0822"), ("w5_new".to_owned(), None)];
    for sheet in [
        "net_h1,0.3775\ndE_dw5,0.0822\nw5_new,\n",
        "name,value\r\nnet_h1,.3775\r\ndE_dw5,0.0822\r\nw5_new\r\n",
        "\u{feff}name;value\nnet_h1;0,3775\n\n  \n∂E/∂w5;0,0822\nw5+;\n",
        "Name\tRemark\tValue\nnet_h1\teasy\t0.3775\n∂E_total/∂w₅\t\t+0.0822\nw₅⁺\tleft out\n",
        "value,name,remark\n0.3775,net_h1,\"easy, for once\"\n8.22e-2,dE/dw5,\n,w5',\n",
        "# Ana\nnet_h1,\"0,3775\"\n dE_total/dw5 , 0.0822 \nw_5^+,\n,,\n",
        "net_h1: 0.3775\n∂E/∂w5: 0.0822\nw5+: ~\n",
        "# Ana\n\"net_h1\": '0,3775'\ndE_dw5: 0.0822\nw5_new:\n",
        "{net_h1: 0.3775, dE_dw5: 0.0822, w5_new: null}",
        "步骤,值\nnet_h1,0.3775\ndE_dw5,0.0822\nw5_new,\n",
    ] {
        assert_eq!(lines(sheet), expected, "{sheet}");
    }
}

#[test]
fn the_ending_of_a_file_says_what_it_is() {
    let both = b"net_h1: 0.3775";
    assert_eq!(lines_of(both, SheetForm::Map), [line("net_h1", "0.3775")]);
    assert!(Sheet::read(both, SheetForm::Table, &lesson("mazur"), 9).is_err());
}

#[test]
fn an_expression_is_worked_out_and_a_number_keeps_its_digits() {
    let sheet = "net_o1;0.4*0.593269992+0.45*0.596884378+0.6\nout_h1;0,5930\nE_o1;1/3\n";
    let worked = [line("net_o1", "1.105905967"), line("out_h1", "0.5930"), line("E_o1", "0.333333333")];
    assert_eq!(lines(sheet), worked);
}

fn named(lesson: &Lesson, text: &str) -> String {
    let read = PaperNames::default().read(lesson, text);
    read.map_or_else(|fault| format!("{fault:?}"), |formula| formula.to_string())
}

#[test]
fn steps_may_be_called_as_they_are_written_on_paper() {
    let mazur = lesson("mazur");
    for (paper, name) in [
        ("∂E/∂w5", "dE_dw5"),
        ("∂E_total/∂w5", "dE_dw5"),
        ("∂Etotal/∂w₅", "dE_dw5"),
        ("dE/dw5", "dE_dw5"),
        ("∂E / ∂w_{5}", "dE_dw5"),
        ("∂E/∂out_o1", "dE_dout_o1"),
        ("∂out_o1/∂net_o1", "dout_dnet_o1"),
        ("∂net_o1/∂w5", "dnet_o1_dw5"),
        ("∂net_o1/∂out_h1", "dnet_o1_dout_h1"),
        ("∂E/∂out_h1", "dE_dout_h1"),
        ("∂E_o1/∂out_h1", "dE_dout_h1_via_o1"),
        ("∂E/∂net_h1", "delta_h1"),
        ("δ_h1", "delta_h1"),
        ("δh1", "delta_h1"),
        ("δₕ₁", "delta_h1"),
        ("netₕ₁", "net_h1"),
        ("net_h₁", "net_h1"),
        ("w5+", "w5_new"),
        ("w₅⁺", "w5_new"),
        ("w5'", "w5_new"),
        ("η", "eta"),
        ("E", "E_total"),
        ("E_total@2", "E_total@2"),
        ("∂E/∂w5#1@3", "dE_dw5#1@3"),
        ("w5⁺@2", "w5_new@2"),
        ("w5+ − w5", "w5_new - w5"),
        ("-δ_o1", "-delta_o1"),
        ("w5+-w6", "w5+(-w6)"),
        ("(abs(δ_o1) + abs(∂E/∂w5))/2", "(abs(delta_o1) + abs(dE_dw5))/2"),
        ("−η*∂E/∂w5", "-eta*dE_dw5"),
    ] {
        let read = named(&mazur, paper);
        assert_eq!(read.replace(' ', ""), name.replace(' ', ""), "{paper}");
    }
    assert!(named(&mazur, "dE/dw9").contains("Unknown"), "a name that nothing has");
}

#[test]
fn every_step_of_every_lesson_can_be_called_what_it_is_called() {
    for (name, _) in built_in() {
        let lesson = lesson(name);
        for step in lesson.program().steps.iter() {
            assert_eq!(named(&lesson, step.name.as_str()), step.name.to_string(), "{name}");
        }
    }
}

#[test]
fn what_a_lesson_draws_is_a_name_of_it_or_nothing_and_never_another_step() {
    // A drawing of one step must not be read as another one, unless both are the same derivative.
    for (name, _) in built_in() {
        let lesson = lesson(name);
        let mut names = PaperNames::default();
        for step in lesson.program().steps.iter() {
            let handgrad::formula::Label::Symbol(symbol) = lesson.label(&step.name) else { continue };
            if let Ok(formula) = names.read(&lesson, &symbol.on_one_line()) {
                assert_eq!(formula.to_string(), step.name.to_string(), "{name}: {}", symbol.on_one_line());
            }
        }
    }
}

#[test]
fn another_notation_and_the_nodes_of_a_graph_have_names_on_paper_too() {
    let graph = lesson("apple-graph");
    assert_eq!(named(&graph, "∂total/∂apple"), "dtotal_dapple");
    assert_eq!(named(&graph, "dtotal/dsubtotal"), "dtotal_dsubtotal");
    let (_, text) = built_in().find(|(name, _)| *name == "mazur").expect("mazur");
    let with = |conventions: &str| {
        Lesson::new(read(&format!("{text}\nconventions: {conventions}\n")).expect("a scenario"), None)
    };
    let za = with("{notation: z_a}");
    for (paper, name) in
        [("z_h1", "net_h1"), ("a_h1", "out_h1"), ("∂a_o1/∂z_o1", "dout_dnet_o1"), ("∂E/∂z_h1", "delta_h1")]
    {
        assert_eq!(named(&za, paper), name, "{paper}");
    }
    assert_eq!(named(&with("{delta: descent}"), "∂E/∂net_o1"), "-delta_o1");
}

#[test]
fn a_number_that_is_given_twice_must_be_the_same() {
    assert_eq!(lines("out_h1,0.5933\nout_h1,0.593269992\n").len(), 2, "one has more digits");
    let twice = |sheet: &str| {
        let faults = Sheet::read(sheet.as_bytes(), SheetForm::Table, &lesson("mazur"), 9).expect_err(sheet);
        matches!(faults.shown()[0].kind, SheetFaultKind::Twice { line: 1, .. })
    };
    assert!(twice("delta_o1,0.1385\n-delta_o1,0.1385\n") && twice("dE_dw5,0.0822\ngrad_w5,0.0821\n"));
}

#[test]
fn what_is_no_text_is_refused() {
    let first = |bytes: &[u8]| {
        let faults = Sheet::read(bytes, SheetForm::Unknown, &lesson("mazur"), 9).expect_err("no sheet");
        faults.shown()[0].kind.clone()
    };
    assert_eq!(first(b"net_h1,\xff"), SheetFaultKind::File(FaultKind::NotText { byte: 0xff }));
    assert_eq!(first(b"net_h1,\x1b[2J"), SheetFaultKind::File(FaultKind::ControlCharacter { code: 0x1b }));
    let huge = vec![b'\n'; (16 << 20) + 1];
    assert_eq!(first(&huge), SheetFaultKind::File(FaultKind::TooManyBytes { limit: 16 << 20 }));
    let long = "net_h1,0.3775\n".repeat(20_000);
    assert_eq!(first(long.as_bytes()), SheetFaultKind::TooManyLines { limit: 10_000 });
    let wrong = "x1,0.3775\n".repeat(1_000_000);
    let faults = Sheet::read(wrong.as_bytes(), SheetForm::Unknown, &lesson("mazur"), 9).expect_err("no sheet");
    assert!(faults.shown().len() == 50 && faults.more() >= 100, "{}", faults.more());
}

proptest! {
    #[test]
    fn whatever_is_read_as_a_sheet_nothing_panics(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        text in "(name|value|net_h1|w5\\+?|∂E/∂w[0-9]|δ_?h1|[,;:\t\n\"'#@{}\\[\\]()^+*/−0-9.e ]){0,40}",
        wild in "\\PC{0,60}",
    ) {
        let mazur = lesson("mazur");
        for sheet in [bytes.as_slice(), text.as_bytes(), wild.as_bytes()] {
            for form in [SheetForm::Unknown, SheetForm::Table, SheetForm::Map] {
                if let Err(faults) = Sheet::read(sheet, form, &mazur, 9) {
                    prop_assert!(!faults.is_empty());
                }
            }
        }
    }
}
