//! Formulas as LaTeX.

use handgrad::formula::{Formula, Label, Name, Symbol};

fn labels(name: &Name) -> Label {
    match name.as_str() {
        "dE_dw5" => Label::Derivative { of: Symbol::new("E"), by: Symbol::new("w").with_sub("5") },
        "dE_dout_o1" => Label::Derivative { of: Symbol::new("E"), by: Symbol::new("out").with_sub("o1") },
        "w5_new" => Label::Symbol(Symbol::new("w").with_sub("5").with_sup("+")),
        "mhat" => Label::Symbol(Symbol::new("m").with_hat()),
        "delta" => Label::Symbol(Symbol::new("δ")),
        "tiny" => Label::Number("4.1e-10".into()),
        "cut" => Label::Number("-0.75…".into()),
        "price" => Label::Text("5% of $ {a_b} \\x ~^&#".into()),
        _ => Label::as_written(name),
    }
}

#[test]
fn formulas_are_written_as_in_print() {
    for (text, latex) in [
        ("a + b - c", r"a + b - c"),
        ("w5*x", r"\text{w5} \cdot x"),
        ("net_h1", r"\text{net\_h1}"),
        ("1/(1 + exp(-x))", r"\frac{1}{1 + e^{-x}}"),
        ("dE_dw5", r"\frac{\partial E}{\partial w_{5}}"),
        ("dE_dout_o1*delta", r"\frac{\partial E}{\partial \text{out}_{\text{o1}}} \cdot \delta"),
        ("w5_new", r"w_{5}^{+}"),
        ("w5_new^2", r"\left(w_{5}^{+}\right)^{2}"),
        ("mhat/2", r"\frac{\hat{m}}{2}"),
        ("(a + b)^2", r"\left(a + b\right)^{2}"),
        ("a^10", r"a^{10}"),
        ("(a^2)^3", r"\left(a^{2}\right)^{3}"),
        ("dE_dw5^2", r"\left(\frac{\partial E}{\partial w_{5}}\right)^{2}"),
        ("-(a + b)", r"-\left(a + b\right)"),
        ("a - -b", r"a - \left(-b\right)"),
        ("-a/b*c", r"-\frac{a}{b} \cdot c"),
        ("a*b/c", r"\frac{a \cdot b}{c}"),
        ("sqrt(x)^2", r"\left(\sqrt{x}\right)^{2}"),
        ("ln(x)^2", r"\ln\left(x\right)^{2}"),
        ("max(a, b)", r"\max\left(a, b\right)"),
        ("abs(a - b)", r"\left|a - b\right|"),
        ("sigmoid(x)", r"\operatorname{sigmoid}\left(x\right)"),
        ("tiny*x", r"4.1 \cdot 10^{-10} \cdot x"),
        ("tiny^2", r"\left(4.1 \cdot 10^{-10}\right)^{2}"),
        ("x*cut", r"x \cdot \left(-0.75\ldots{}\right)"),
        ("price", r"\text{5\% of \$ \{a\_b\} \textbackslash{}x \textasciitilde{}\textasciicircum{}\&\#}"),
    ] {
        let formula = Formula::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
        assert_eq!(formula.latex(&labels), latex, "{text}");
    }
}
