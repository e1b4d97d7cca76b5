//! Numbers of books that were quoted and not seen in print, so that no scenario calls them published.
//!
//! Here each is computed again, and held against digits that were computed elsewhere with 40 digits.

use handgrad::formula::Formula;
use handgrad::judge::{Claim, ClaimKind, Verdict, judge};
use handgrad::lesson::Lesson;
use handgrad::number::Exact;
use handgrad::scenario;

const MACLEOD: &str = include_str!("../../scenarios/published/macleod-rgu.yaml");
const NETWORK: &str = include_str!("../../scenarios/published/negnevitsky-xor.yaml");

/// A formula over steps, its value, and the four decimals under which it is quoted.
const FIRST_ITERATION: [(&str, &str, &str); 25] = [
    ("out_3", "0.5249791874789399860991932", "0.5250"),
    ("out_4", "0.8807970779778824440597291", "0.8808"),
    ("out_5", "0.5097242138886782784487115", "0.5097"),
    ("target_5 - out_5", "-0.5097242138886782784487115", "-0.5097"),
    ("-delta_5", "-0.1273828537793629427449433", "-0.1274"),
    ("w35_new - w35", "-0.0066873347075838577278532", "-0.0067"),
    ("w45_new - w45", "-0.0112198445393346739276931", "-0.0112"),
    ("theta5_new - theta5", "0.0127382853779362942744943", "0.0127"),
    ("-delta_3", "0.0381194779967612324600433", "0.0381"),
    ("-delta_4", "-0.0147118207909485186807192", "-0.0147"),
    ("w13_new - w13", "0.0038119477996761232460043", "0.0038"),
    ("w23_new - w23", "0.0038119477996761232460043", "0.0038"),
    ("theta3_new - theta3", "-0.0038119477996761232460043", "-0.0038"),
    ("w14_new - w14", "-0.0014711820790948518680719", "-0.0015"),
    ("w24_new - w24", "-0.0014711820790948518680719", "-0.0015"),
    ("theta4_new - theta4", "0.0014711820790948518680719", "0.0015"),
    ("w13_new", "0.5038119477996761232460043", "0.5038"),
    ("w14_new", "0.8985288179209051481319281", "0.8985"),
    ("w23_new", "0.4038119477996761232460043", "0.4038"),
    ("w24_new", "0.9985288179209051481319281", "0.9985"),
    ("w35_new", "-1.2066873347075838577278532", "-1.2067"),
    ("w45_new", "1.0887801554606653260723069", "1.0888"),
    ("theta3_new", "0.7961880522003238767539957", "0.7962"),
    ("theta4_new", "-0.0985288179209051481319281", "-0.0985"),
    ("theta5_new", "0.3127382853779362942744943", "0.3127"),
];

/// The outputs that the quoted final weights give for the four samples, and the sum of the squared errors.
const FINAL: [(&str, &str); 5] = [
    ("final_y5_for_11", "0.0155158909948552203689583"),
    ("final_y5_for_01", "0.9849483325198776025713407"),
    ("final_y5_for_10", "0.9849452155823635539878337"),
    ("final_y5_for_00", "0.0174864213706325319341344"),
    ("final_sum_of_squared_errors", "0.0009997170335092267029339"),
];

fn verdicts(text: &str, claims: &[(&str, &str)]) -> Vec<Verdict> {
    let mut lesson = Lesson::new(scenario::read(text).unwrap_or_else(|faults| panic!("{faults:?}")), None);
    let claim = |(what, value): &(&str, &str)| Claim {
        what: Formula::parse(what).expect(what),
        value: Exact::parse(value).expect(value),
        kind: ClaimKind::Result,
    };
    let claims: Vec<Claim> = claims.iter().map(claim).collect();
    judge(&mut lesson, &claims).into_iter().map(|judged| judged.expect("a verdict").verdict).collect()
}

#[test]
fn every_number_of_the_first_iteration_has_every_digit() {
    let exact: Vec<_> = FIRST_ITERATION.iter().map(|(what, value, _)| (*what, *value)).collect();
    assert_eq!(verdicts(NETWORK, &exact), vec![Verdict::Right; exact.len()]);
    let quoted: Vec<_> = FIRST_ITERATION.iter().map(|(what, _, quoted)| (*what, *quoted)).collect();
    assert_eq!(verdicts(NETWORK, &quoted), vec![Verdict::Right; quoted.len()]);
}

#[test]
fn macleods_error_of_the_bottom_neuron_and_what_comes_after_the_update_have_every_digit() {
    // What is quoted for the first, -7.916e-3, is a product of factors that had been rounded.
    let claims = [
        ("-delta_bottom", "-0.0079264808489732133593692"),
        ("out_final@2", "0.6820312027460466235184942"),
        ("target_final - out_final@2", "-0.1820312027460466235184942"),
    ];
    assert_eq!(verdicts(MACLEOD, &claims), [Verdict::Right; 3]);
    assert_eq!(verdicts(MACLEOD, &[("-delta_bottom", "-0.007916")]), [Verdict::Wrong]);
}

#[test]
fn the_final_weights_answer_xor() {
    let text = NETWORK
        .replace("3: {w13: 0.5, w23: 0.4}, 4: {w14: 0.9, w24: 1.0}", "3: {w13: 4.7621, w23: 4.7618}, 4: {w14: 6.3917, w24: 6.3917}")
        .replace("theta3: 0.8}, 4: {theta4: -0.1", "theta3: 7.3061}, 4: {theta4: 2.8441")
        .replace("w35: -1.2, w45: 1.1", "w35: -10.3788, w45: 9.7691")
        .replace("theta5: 0.3", "theta5: 4.5589")
        .replace("half_squared_error", "squared_error")
        .replace(
            "  - {inputs: [1, 1], targets: [0]}",
            "  - {inputs: [1, 1], targets: [0]}\n  - {inputs: [0, 1], targets: [1]}\n  - {inputs: [1, 0], targets: [1]}\n  - {inputs: [0, 0], targets: [0]}",
        )
        .replace("learning_rate: 0.1", "learning_rate: 0.1, reduction: sum");
    let names = ["out_5#1", "out_5#2", "out_5#3", "out_5#4", "E_batch"];
    let claims: Vec<_> = names.iter().zip(FINAL).map(|(name, (_, value))| (*name, value)).collect();
    assert_eq!(verdicts(&text, &claims), [Verdict::Right; 5]);
}
