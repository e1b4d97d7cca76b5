//! How a formula is read, and what is said about a text that is none.

use handgrad::formula::ParseFaultKind as Kind;
use handgrad::formula::{DEEPEST_NESTING, Formula, Function, LONGEST_NUMBER, LONGEST_TEXT, Name};

/// Every node of the tree in brackets with its sign in front, so that a test shows the tree.
fn tree(formula: &Formula) -> String {
    let all = |parts: Vec<String>| parts.join(" ");
    match formula {
        Formula::Number(number) => number.to_string(),
        Formula::Name(name) => name.to_string(),
        Formula::Negative(inner) => format!("(neg {})", tree(inner)),
        Formula::Sum(terms) => {
            let term = |term: &handgrad::formula::Term| {
                format!("{}{}", if term.minus { "-" } else { "+" }, tree(&term.formula))
            };
            format!("(sum {})", all(terms.iter().map(term).collect()))
        }
        Formula::Product(factors) => {
            let factor = |factor: &handgrad::formula::Factor| {
                format!("{}{}", if factor.over { "/" } else { "*" }, tree(&factor.formula))
            };
            format!("(product {})", all(factors.iter().map(factor).collect()))
        }
        Formula::Power(base, exponent) => format!("(power {} {})", tree(base), tree(exponent)),
        Formula::Call(function, arguments) => {
            format!("({} {})", function.name(), all(arguments.iter().map(tree).collect()))
        }
    }
}

#[test]
fn operators_bind_as_in_school() {
    for (text, expected) in [
        ("a + b - c", "(sum +a +b -c)"),
        ("a - b - c", "(sum +a -b -c)"),
        ("(a + b) + c", "(sum +(sum +a +b) +c)"),
        ("a + (b + c)", "(sum +a +(sum +b +c))"),
        ("a/b*c", "(product *a /b *c)"),
        ("a/(b*c)", "(product *a /(product *b *c))"),
        ("(a*b)*c", "(product *(product *a *b) *c)"),
        ("a + b*c", "(sum +a +(product *b *c))"),
        ("-2^2", "(neg (power 2 2))"),
        ("(-2)^2", "(power (neg 2) 2)"),
        ("2^-3", "(power 2 (neg 3))"),
        ("2^3^2", "(power 2 (power 3 2))"),
        ("2^-3^2", "(power 2 (neg (power 3 2)))"),
        ("(2^3)^2", "(power (power 2 3) 2)"),
        ("-a*b", "(product *(neg a) *b)"),
        ("-(a*b)", "(neg (product *a *b))"),
        ("a*-b", "(product *a *(neg b))"),
        ("-a + b", "(sum +(neg a) +b)"),
        ("a - -b", "(sum +a -(neg b))"),
        ("--a", "(neg (neg a))"),
        ("((a))", "a"),
        ("max(a, -b)", "(max a (neg b))"),
        ("exp(x)^2", "(power (exp x) 2)"),
        ("a·b×c−d", "(sum +(product *a *b *c) -d)"),
        ("a*.5e1", "(product *a *5)"),
        (" a\t+\n1.50 ", "(sum +a +1.50)"),
        ("2e+3", "2000"),
        ("dE_dw5#2@10*x@3", "(product *dE_dw5#2@10 *x@3)"),
        ("e1 + expo", "(sum +e1 +expo)"),
    ] {
        let formula = Formula::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
        assert_eq!(tree(&formula), expected, "{text}");
    }
}

#[test]
fn a_fault_says_what_is_wrong_and_where() {
    let unknown = |name: &str, nearest| Kind::UnknownFunction { name: name.into(), nearest };
    let count = |function, found| Kind::WrongArgumentCount { function, found };
    for (text, at_fault, start, kind) in [
        ("", "", 0, Kind::UnexpectedEnd),
        ("  ", "", 2, Kind::UnexpectedEnd),
        ("a +", "", 3, Kind::UnexpectedEnd),
        ("a ^", "", 3, Kind::UnexpectedEnd),
        ("a + * b", "*", 4, Kind::ExpectedOperand),
        ("a + )", ")", 4, Kind::ExpectedOperand),
        ("+a", "+", 0, Kind::ExpectedOperand),
        ("()", ")", 1, Kind::ExpectedOperand),
        ("a $ b", "$", 2, Kind::UnexpectedCharacter('$')),
        ("a + ½", "½", 4, Kind::UnexpectedCharacter('½')),
        ("_a", "_", 0, Kind::UnexpectedCharacter('_')),
        ("a b", "b", 2, Kind::MissingOperator),
        ("2x", "x", 1, Kind::MissingOperator),
        ("2e", "e", 1, Kind::MissingOperator),
        ("2(x)", "(", 1, Kind::MissingOperator),
        ("(a)(b)", "(", 3, Kind::MissingOperator),
        ("w5@2 (x)", "(", 5, Kind::MissingOperator),
        ("2*(a + (b)", "(", 2, Kind::MissingClosingBracket),
        ("exp(a", "(", 3, Kind::MissingClosingBracket),
        ("a)*b", ")", 1, Kind::UnmatchedClosingBracket),
        ("a, b", ",", 1, Kind::UnexpectedComma),
        ("(a, b)", ",", 2, Kind::UnexpectedComma),
        ("a + 1.2.3", "1.2.3", 4, Kind::NumberNotPlain),
        (".", ".", 0, Kind::NumberNotPlain),
        ("0x10", "0x10", 0, Kind::NumberNotPlain),
        ("1_000", "1_000", 0, Kind::NumberNotPlain),
        ("1e400000", "1e400000", 0, Kind::NumberTooLong),
        ("1e99999999999999999999", "1e99999999999999999999", 0, Kind::NumberTooLong),
        ("w5#", "#", 2, Kind::IndexNotPlain),
        ("w5@x", "@", 2, Kind::IndexNotPlain),
        ("w5@0", "@0", 2, Kind::IndexNotPlain),
        ("w5@2#1", "#", 4, Kind::UnexpectedCharacter('#')),
        ("sigmiod(x)", "sigmiod", 0, unknown("sigmiod", Some(Function::Sigmoid))),
        ("1 + Exp(x)", "Exp", 4, unknown("Exp", Some(Function::Exp))),
        ("log(x)", "log", 0, unknown("log", Some(Function::Ln))),
        ("w5 (x)", "w5", 0, unknown("w5", None)),
        ("exp + 1", "exp", 0, Kind::FunctionWithoutArguments(Function::Exp)),
        ("max(a)", "max", 0, count(Function::Max, 1)),
        ("ln()", "ln", 0, count(Function::Ln, 0)),
        ("1 + ln(a, b)", "ln", 4, count(Function::Ln, 2)),
    ] {
        let fault = Formula::parse(text).expect_err(text);
        assert_eq!((&text[fault.range.clone()], fault.range.start, fault.kind), (at_fault, start, kind), "{text}");
    }
}

#[test]
fn nesting_has_a_limit_that_the_stack_never_meets() {
    let kind = |text: &str| Formula::parse(text).map_err(|fault| fault.kind);
    let nested = |depth: usize| format!("{}x{}", "(".repeat(depth), ")".repeat(depth));
    assert!(kind(&nested(DEEPEST_NESTING)).is_ok());
    assert_eq!(kind(&nested(DEEPEST_NESTING + 1)), Err(Kind::NestedTooDeeply));
    for opening in ["(", "-", "exp(", "2^", "max(0, ", "2^-", "a*(b+"] {
        assert_eq!(kind(&opening.repeat(10_000)), Err(Kind::NestedTooDeeply), "{opening}");
    }
    assert_eq!(kind(&"(".repeat(1_000_000)), Err(Kind::TextTooLong));
}

#[test]
fn the_deepest_formulas_are_read_back_from_their_text() {
    for opening in ["-", "exp(-", "2^-", "2^", "max(0, -a*", "(1 - -"] {
        let closing = if opening.contains('(') { ")" } else { "" };
        let deepest = (1..=DEEPEST_NESTING)
            .rev()
            .find_map(|depth| Formula::parse(&format!("{}x{}", opening.repeat(depth), closing.repeat(depth))).ok())
            .expect("one level is read");
        assert_eq!(Formula::parse(&deepest.to_string()), Ok(deepest));
    }
}

#[test]
fn long_text_is_read_up_to_the_limit() {
    let sum = |length: usize| "x+".repeat(length / 2 - 1) + &"x".repeat(2 + length % 2);
    assert_eq!(sum(LONGEST_TEXT).len(), LONGEST_TEXT);
    let long = Formula::parse(&sum(LONGEST_TEXT)).expect("as long as allowed");
    assert_eq!(long.to_string().len(), LONGEST_TEXT);
    let fault = Formula::parse(&sum(LONGEST_TEXT + 1)).expect_err("too long");
    assert_eq!((fault.range, fault.kind), (0..LONGEST_TEXT + 1, Kind::TextTooLong));
}

#[test]
fn a_number_has_at_most_so_many_digits() {
    for (digits, expected) in [(1_000, true), (LONGEST_NUMBER, true), (LONGEST_NUMBER + 1, false), (50_000, false)] {
        for text in ["7".repeat(digits), format!("0.{}", "7".repeat(digits)), format!("-0.{}", "3".repeat(digits))] {
            match Formula::parse(&text) {
                Ok(formula) => assert!(expected && formula.to_string() == text),
                Err(fault) => assert!(!expected && fault.kind == Kind::NumberTooLong, "{:?}", fault.kind),
            }
        }
    }
    let shifted = format!("{}e1000", "7".repeat(1_000));
    let formula = Formula::parse(&shifted).expect("two thousand digits");
    assert_eq!(Formula::parse(&formula.to_string()), Ok(formula));
}

#[test]
fn a_name_is_read_alone() {
    for text in ["w5", "E_total#2@10", "n", "E_total@3"] {
        assert_eq!(Name::parse(text).map(|name| name.to_string()).as_deref(), Some(text));
    }
    for text in ["", "5", "exp", "w5 ", " w5", "w5+1", "w5#", "w5#x", "gewicht_ä", "w5@0"] {
        assert_eq!(Name::parse(text), None, "{text}");
    }
}
