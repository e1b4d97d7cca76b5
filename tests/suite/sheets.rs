//! Sheets are read as people write them: in tables and maps, with names and numbers as on paper.

use handgrad::lesson::Lesson;
use handgrad::practice::{
    Draft, PaperNames, Sheet, SheetFaultKind, SheetFaults, SheetForm, SheetLine, SheetText, WorkbookFault,
};
use handgrad::scenario::{FaultKind, built_in, read};
use proptest::prelude::*;

fn lesson(name: &str) -> Lesson {
    let (_, text) = built_in().find(|(built_in, _)| *built_in == name).expect(name);
    Lesson::new(read(text).expect(name), None)
}

/// Reads a sheet about Mazur's network.
fn sheet(bytes: &[u8], form: SheetForm) -> Result<Sheet, SheetFaults> {
    let draft = Draft::of(&SheetText::of(bytes)?, form)?;
    Ok(Sheet::of(&draft, &lesson("mazur"), 9))
}

/// What every line is about, and its number; none of them has a fault.
fn lines_of(bytes: &[u8], form: SheetForm) -> Vec<(String, Option<String>)> {
    let sheet = sheet(bytes, form).unwrap_or_else(|faults| panic!("{faults:?}"));
    let one = |line: &SheetLine| {
        assert_eq!(line.fault, None, "{}: {}", line.name, line.written);
        let what = line.what.as_ref().expect("a name").to_string();
        (what, line.value.as_ref().map(ToString::to_string))
    };
    sheet.lines.iter().map(one).collect()
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
fn a_list_without_separators_and_a_table_of_markdown_are_read_and_nothing_is_lost_silently() {
    let expected = vec![line("net_h1", "0.3775"), line("out_h1", "0.5933")];
    for sheet in [
        "net_h1 0.3775\nout_h1   0.5933\n",
        "net_h1 = 0.3775\nout_h1 = 0.5933\n",
        "| name | value |\n| --- | --- |\n| net_h1 | 0.3775 |\n| out_h1 | 0.5933 |\n",
        "Ana\nnet_h1,0.3775\nForward pass,\nout_h1,0.5933\nTotal,,\n",
        "Název;Výsledek\nnet_h1;0,3775\nout_h1;0,5933\n",
    ] {
        assert_eq!(lines(sheet), expected, "{sheet}");
    }
    let prose = sheet(b"Dear teacher,\nmy dog ate it\n", SheetForm::Unknown).expect("a text");
    assert!(!prose.lines.is_empty() && prose.lines.iter().all(|line| line.fault.is_some()), "{prose:?}");
}

#[test]
fn the_ending_of_a_file_says_what_it_is() {
    let both = b"net_h1: 0.3775";
    assert_eq!(lines_of(both, SheetForm::Map), [line("net_h1", "0.3775")]);
    let table = sheet(both, SheetForm::Table).expect("a sheet");
    assert_eq!(table.lines[0].name, "net_h1:", "in a table the colon is a part of the cell");
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
fn steps_may_be_called_as_people_type_them() {
    let mazur = lesson("mazur");
    for (typed, name) in [
        ("net h1", "net_h1"),
        ("Net_h1", "net_h1"),
        ("NET H1", "net_h1"),
        ("net\u{a0}h1", "net_h1"),
        ("ｎｅｔ＿ｈ１", "net_h1"),
        ("net-h1:", "net_h1"),
        ("h1 net", "net_h1"),
        ("net input of h1", "net_h1"),
        ("z_h1", "net_h1"),
        ("a h1", "out_h1"),
        ("output h1", "out_h1"),
        ("E total", "E_total"),
        ("Etotal", "E_total"),
        ("total error", "E_total"),
        ("Loss", "E_total"),
        ("L", "E_total"),
        ("E o1", "E_o1"),
        ("error o1", "E_o1"),
        ("delta o1", "delta_o1"),
        ("Delta O1", "delta_o1"),
        ("-delta o1", "-delta_o1"),
        ("$\\delta_{h1}$", "delta_h1"),
        ("∂L/∂w5", "dE_dw5"),
        ("dL/dw5", "dE_dw5"),
        ("dL_dw5", "dE_dw5"),
        ("d E / d w5", "dE_dw5"),
        ("∂J/∂W5", "dE_dw5"),
        ("∂Loss/∂w_5", "dE_dw5"),
        ("\\frac{\\partial E}{\\partial w_5}", "dE_dw5"),
        ("partial E/partial w5", "dE_dw5"),
        ("∂E/∂a_h1", "dE_dout_h1"),
        ("∂L/∂z_h1", "delta_h1"),
        ("∂ out o1 / ∂ net o1", "dout_dnet_o1"),
        ("w5 new", "w5_new"),
        ("new w5", "w5_new"),
        ("W5 (neu)", "w5_new"),
        ("w5_{new}", "w5_new"),
        ("w5(t+1)", "w5_new"),
        ("E total @ 2", "E_total@2"),
        ("learning rate", "eta"),
        ("dE dw5", "dE_dw5"),
    ] {
        assert_eq!(named(&mazur, typed), name, "{typed}");
    }
    for wrong in ["net h9", "h1", "w5 w6", "delta", "net h1 h2", "x", "total", "out"] {
        assert!(named(&mazur, wrong).contains("Fault"), "{wrong}: {}", named(&mazur, wrong));
    }
}

#[test]
fn what_could_mean_two_things_means_neither() {
    let text = "format: 1\ntitle: x\ngraph: {given: {a: 3, b: 2}, nodes: {Sum_1: a + b, sum1: a*b, z: Sum_1*sum1}, output: z}\n";
    let graph = Lesson::new(read(text).expect("a scenario"), None);
    assert_eq!(named(&graph, "Sum_1"), "Sum_1");
    assert!(named(&graph, "SUM 1").contains("Fault"), "{}", named(&graph, "SUM 1"));
    assert_eq!(named(&graph, "Z"), "z", "a name of the lesson goes before a word for something else");
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
        let lines = self::sheet(sheet.as_bytes(), SheetForm::Table).expect(sheet).lines;
        let is_twice = |line: &SheetLine| {
            line.fault.as_ref().is_some_and(|fault| matches!(fault.kind, SheetFaultKind::Twice { line: 1, .. }))
        };
        lines[0].fault.is_none() && is_twice(&lines[1])
    };
    assert!(twice("delta_o1,0.1385\n-delta_o1,0.1385\n") && twice("dE_dw5,0.0822\ngrad_w5,0.0821\n"));
}

#[test]
fn what_is_no_text_is_refused() {
    let first = |bytes: &[u8]| {
        let faults = sheet(bytes, SheetForm::Unknown).expect_err("no sheet");
        faults.shown()[0].kind.clone()
    };
    assert_eq!(first(&[7; 20]), SheetFaultKind::File(FaultKind::ControlCharacter { code: 7 }));
    assert_eq!(first(b"PK\x03\x04 no archive"), SheetFaultKind::Workbook(WorkbookFault::Broken));
    let huge = vec![b'\n'; (16 << 20) + 1];
    assert_eq!(first(&huge), SheetFaultKind::File(FaultKind::TooManyBytes { limit: 16 << 20 }));
    let long = "net_h1,0.3775\n".repeat(20_000);
    assert_eq!(first(long.as_bytes()), SheetFaultKind::TooManyLines { limit: 10_000 });
}

proptest! {
    #[test]
    fn whatever_happens_to_the_bytes_of_a_workbook_nothing_panics(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
    ) {
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().write(0, 0, "net_h1").and_then(|page| page.write(0, 1, 0.3775)).expect("a row");
        let mut bytes = book.save_to_buffer().expect("a workbook");
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(text) = SheetText::of(&bytes) {
            let _ = Draft::of(&text, SheetForm::Unknown);
        }
    }

    #[test]
    fn whatever_is_typed_as_a_number_or_a_name_nothing_panics(
        number in "[-−+0-9.,eE×x·*^()⁻²³½%‰ =≈~√σ{}\\[\\]'’_$€a-c]{0,30}",
        name in "[-−a-zA-Z0-9_ ∂δ/\\\\${}#@+().ₕ₁⁺^]{0,30}",
        wild in "\\PC{0,40}",
    ) {
        let mazur = lesson("mazur");
        for text in [&number, &wild] {
            let _ = handgrad::practice::typed(text, 9);
        }
        for text in [&name, &wild] {
            let _ = PaperNames::default().read(&mazur, text);
        }
    }

    #[test]
    fn whatever_is_read_as_a_sheet_nothing_panics(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        text in "(name|value|net_h1|w5\\+?|∂E/∂w[0-9]|δ_?h1|[,;:\t\n\"'#@{}\\[\\]()^+*/−0-9.e ]){0,40}",
        wild in "\\PC{0,60}",
    ) {
        let mazur = lesson("mazur");
        for sheet in [bytes.as_slice(), text.as_bytes(), wild.as_bytes()] {
            for form in [SheetForm::Unknown, SheetForm::Table, SheetForm::Map] {
                match SheetText::of(sheet).map_err(SheetFaults::from).and_then(|text| Draft::of(&text, form)) {
                    Ok(draft) => prop_assert!(Sheet::of(&draft, &mazur, 9).lines.len() <= 200),
                    Err(faults) => prop_assert!(!faults.is_empty()),
                }
            }
        }
    }
}
