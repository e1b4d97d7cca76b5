//! The heading of a table, in the languages that people hand sheets in.

/// Words for what was worked out.
const NAMES: &[&str] = &[
    "name",
    "names",
    "step",
    "steps",
    "quantity",
    "variable",
    "symbol",
    "term",
    "item",
    "what", // en
    "名称",
    "步骤",
    "名字",
    "变量",
    "符号",
    "项目",
    "量",
    "名稱",
    "步驟",
    "變量",
    "變數",
    "符號", // zh
    "schritt",
    "größe",
    "groesse",
    "bezeichnung",
    "rechenschritt",
    "grösse", // de
    "nom",
    "étape",
    "etape",
    "grandeur",
    "quantité",
    "symbole", // fr
    "nombre",
    "paso",
    "cantidad",
    "símbolo", // es
    "nome",
    "passo",
    "passaggio",
    "grandezza",
    "etapa",
    "grandeza", // it, pt
    "naam",
    "stap",
    "nazwa",
    "krok", // nl, pl
    "steg",
    "namn",
    "navn",
    "trin",
    "vaihe",
    "nimi",
    "lépés",
    "név",
    "adım",
    "název",
    "nume", // sv, da, fi, hu, tr, cs, ro
    "имя",
    "название",
    "шаг",
    "名前",
    "이름", // ru, ja, ko
];

/// Words for what came out.
const VALUES: &[&str] = &[
    "value",
    "values",
    "result",
    "results",
    "answer",
    "answers",
    "number", // en
    "值",
    "数值",
    "结果",
    "答案",
    "得数",
    "数",
    "數值",
    "結果", // zh
    "wert",
    "werte",
    "ergebnis",
    "antwort",
    "lösung",
    "zahl",
    "resultat",
    "loesung", // de
    "valeur",
    "résultat",
    "resultat",
    "réponse",
    "reponse", // fr
    "valor",
    "resultado",
    "respuesta",
    "solución", // es
    "valore",
    "risultato",
    "risposta",
    "resposta", // it, pt
    "waarde",
    "resultaat",
    "antwoord",
    "uitkomst",
    "wartość",
    "wynik",
    "odpowiedź", // nl, pl
    "värde",
    "svar",
    "værdi",
    "verdi",
    "arvo",
    "tulos",
    "érték",
    "eredmény",
    "değer",
    "sonuç", // sv, da, no, fi, hu, tr
    "hodnota",
    "výsledek",
    "vysledek",
    "výsledok",
    "valoare",
    "rezultat", // cs, sk, ro
    "значение",
    "результат",
    "ответ",
    "値",
    "答え",
    "값",
    "결과", // ru, ja, ko
];

/// The columns of the two things that a sheet needs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    pub(super) name: usize,
    pub(super) value: usize,
    /// How many cells a row may have.
    pub(super) width: usize,
    pub(super) has_heading: bool,
}

impl Columns {
    /// Those of a table without a heading.
    pub(super) const BARE: Self = Self { name: 0, value: 1, width: 2, has_heading: false };

    /// The columns that a row names, where it names both.
    pub(super) fn of_heading<S: AsRef<str>>(row: &[S]) -> Option<Self> {
        let name = find(row, NAMES)?;
        let value = row.iter().enumerate().position(|(at, cell)| at != name && is_word(cell.as_ref(), VALUES))?;
        let width = row.iter().rposition(|cell| !cell.as_ref().is_empty()).map_or(0, |last| last + 1);
        Some(Self { name, value, width, has_heading: true })
    }

    /// Whether a row names one of the two columns alone: the name, or else the value.
    pub(super) fn one_alone<S: AsRef<str>>(row: &[S]) -> Option<bool> {
        match (find(row, NAMES), find(row, VALUES)) {
            (Some(_), None) => Some(true),
            (None, Some(_)) => Some(false),
            _ => None,
        }
    }
}

fn find<S: AsRef<str>>(row: &[S], words: &[&str]) -> Option<usize> {
    row.iter().position(|cell| is_word(cell.as_ref(), words))
}

/// Whether a cell has one of the words: `Value`, `your value (4 decimals)`, `Wert:`.
fn is_word(cell: &str, words: &[&str]) -> bool {
    const MOST_WORDS: usize = 5;
    let cell = cell.to_lowercase();
    let cell = cell.split(['(', '（', '[']).next().unwrap_or_default();
    let parts: Vec<&str> =
        cell.split(|letter: char| !letter.is_alphanumeric() && letter != '_').filter(|part| !part.is_empty()).collect();
    parts.len() <= MOST_WORDS && parts.iter().any(|part| words.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_known_in_many_languages() {
        for heading in [
            ["Name", "Value"],
            ["Schritt", "Ergebnis"],
            ["Größe", "Dein Wert"],
            ["Étape", "Valeur (4 décimales)"],
            ["步骤", "数值"],
            ["Paso:", "Resultado:"],
            ["Step name", "Your answer"],
        ] {
            assert!(Columns::of_heading(&heading).is_some(), "{heading:?}");
        }
        let columns = Columns::of_heading(&["Nr.", "Wert", "Bemerkung", "Schritt", ""]).expect("a heading");
        assert_eq!((columns.name, columns.value, columns.width), (3, 1, 4));
        for row in [["net_h1", "0.3775"], ["step_size", "value_1"], ["net_h1", "value"], ["name", "remark"]] {
            assert!(Columns::of_heading(&row).is_none(), "{row:?}");
        }
    }
}
