"""Writes tests/gold/paper_mazur.json: Mazur's network worked on paper, by Python's decimal module.

Every result is rounded once and the rounded number is carried on; given numbers are not rounded. Run it as
`python3 scripts/paper.py > tests/gold/paper_mazur.json`; it needs nothing but Python.
"""

import json
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, getcontext

getcontext().prec = 60
D = Decimal
INPUTS = [D("0.05"), D("0.10")]
TARGETS = [D("0.01"), D("0.99")]
RATE = D("0.5")
EPOCHS = [1, 2, 3, 10, 60]

# The name of a variant, its keys in a scenario, the digits of a step by the beginning of its name, and the ties.
VARIANTS = {
    "decimals": ("arithmetic: {paper: {decimals: 4}}", "decimals", 4, {}, ROUND_HALF_UP),
    "even": ("arithmetic: {paper: {decimals: 2}}\nrounding: half_even", "decimals", 2, {}, ROUND_HALF_EVEN),
    "up": ("arithmetic: {paper: {decimals: 2}}\nrounding: half_up", "decimals", 2, {}, ROUND_HALF_UP),
    "significant": ("arithmetic: {paper: {significant: 4}}", "significant", 4, {}, ROUND_HALF_UP),
    "by_kind": (
        "arithmetic: {paper: {decimals: 5, net: 3, out: 4, delta: 6, new: 3, steps: {out_h2: 1, E_o1: 2}}}",
        "decimals",
        5,
        {"net_": 3, "out_": 4, "delta_": 6, "_new": 3, "out_h2": 1, "E_o1": 2},
        ROUND_HALF_UP,
    ),
}


def epoch(weights, rounded):
    """One update; gives the values of all steps by name, and the new weights."""
    values = {}

    def step(name, value):
        values[name] = rounded(name, value)
        return values[name]

    def sigmoid(net):
        return 1 / (1 + (-net).exp())

    hidden, outputs = [], []
    for index, neuron in enumerate(["h1", "h2"]):
        first, second = weights[2 * index], weights[2 * index + 1]
        net = step(f"net_{neuron}", first * INPUTS[0] + second * INPUTS[1] + D("0.35"))
        hidden.append(step(f"out_{neuron}", sigmoid(net)))
    for index, neuron in enumerate(["o1", "o2"]):
        first, second = weights[4 + 2 * index], weights[5 + 2 * index]
        net = step(f"net_{neuron}", first * hidden[0] + second * hidden[1] + D("0.60"))
        outputs.append(step(f"out_{neuron}", sigmoid(net)))
    errors = [step(f"E_o{k + 1}", D("0.5") * (TARGETS[k] - outputs[k]) ** 2) for k in range(2)]
    step("E_total", errors[0] + errors[1])
    gradients = [None] * 8
    deltas = []
    for k in range(2):
        by_out = step(f"dE_dout_o{k + 1}", outputs[k] - TARGETS[k])
        slope = step(f"dout_dnet_o{k + 1}", outputs[k] * (1 - outputs[k]))
        deltas.append(step(f"delta_o{k + 1}", by_out * slope))
        for j in range(2):
            gradients[4 + 2 * k + j] = step(f"dE_dw{5 + 2 * k + j}", by_out * slope * hidden[j])
    for j in range(2):
        paths = [step(f"dE_dout_h{j + 1}_via_o{k + 1}", deltas[k] * weights[4 + 2 * k + j]) for k in range(2)]
        by_out = step(f"dE_dout_h{j + 1}", paths[0] + paths[1])
        slope = step(f"dout_dnet_h{j + 1}", hidden[j] * (1 - hidden[j]))
        step(f"delta_h{j + 1}", by_out * slope)
        for i in range(2):
            gradients[2 * j + i] = step(f"dE_dw{1 + 2 * j + i}", by_out * slope * INPUTS[i])
    new = [step(f"w{n + 1}_new", weights[n] - RATE * gradients[n]) for n in range(8)]
    return values, new


def run(unit, digits, own, ties):
    def rounded(name, value):
        by_kind = {part: count for part, count in own.items() if part.endswith("_") or part.startswith("_")}
        fitting = [count for part, count in by_kind.items() if name.startswith(part) or name.endswith(part)]
        kept = own.get(name, fitting[0] if fitting else digits)
        scale = kept if unit == "decimals" else kept - 1 - value.adjusted()
        if value == 0:
            return D(0)
        result = value.quantize(D(1).scaleb(-scale), rounding=ties)
        if unit == "significant" and result.adjusted() > value.adjusted():
            result = value.quantize(D(1).scaleb(1 - scale), rounding=ties)
        return result

    weights = [D(text) for text in ["0.15", "0.20", "0.25", "0.30", "0.40", "0.45", "0.50", "0.55"]]
    tables = {}
    for number in range(1, max(EPOCHS) + 1):
        values, weights = epoch(weights, rounded)
        if number in EPOCHS:
            tables[str(number)] = {name: format(value.normalize() + 0, "f") for name, value in values.items()}
    return tables


print(json.dumps({
    name: {"keys": keys, "epochs": run(unit, digits, own, ties)}
    for name, (keys, unit, digits, own, ties) in VARIANTS.items()
}, indent=1))
