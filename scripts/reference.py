"""Writes tests/gold/definitions.json: values and slopes of every activation and loss, by mpmath.

Run by hand where a definition is added:  python3 scripts/reference.py  (needs mpmath 1.3).
Nothing of handgrad is used. Each function is written down here as mpmath has it or as its paper defines it, and each
slope is a numerical derivative of that function (mp.diff at 500 digits), never a formula; only at a kink, where there is
none, the slope is the one that the scenario format fixes. Numbers are rounded to 30 significant digits.
"""

import json
from pathlib import Path

import mpmath
from mpmath import mp, mpf

mp.dps = 500

X = ["-20", "-5.25", "-2", "-1", "-0.5", "-0.001", "0", "0.001", "0.3", "0.5", "1", "2.75", "6", "20"]


def heaviside(at_zero):
    return lambda x: mpf(at_zero) if x == 0 else mpf(1 if x > 0 else 0)


def leaky(slope):
    return lambda x: x if x > 0 else mpf(slope) * x


def elu(alpha):
    return lambda x: x if x > 0 else mpf(alpha) * mpmath.expm1(x)


# name: (what a scenario writes, the function, the slope at its kink 0)
ACTIVATIONS = {
    "identity": ("identity", lambda x: x, None),
    "step": ("step", heaviside(1), "0"),
    "step_zero": ("{step: {at_zero: 0}}", heaviside(0), "0"),
    "step_half": ("{step: {at_zero: 0.5}}", heaviside("0.5"), "0"),
    "sign": ("sign", mpmath.sign, "0"),
    "sigmoid": ("sigmoid", lambda x: (1 + mpmath.tanh(x / 2)) / 2, None),
    "tanh": ("tanh", mpmath.tanh, None),
    "relu": ("relu", lambda x: max(x, mpf(0)), "0"),
    "leaky_relu": ("leaky_relu", leaky("0.01"), "0.01"),
    "leaky_relu_tenth": ("{leaky_relu: 0.1}", leaky("0.1"), "0.1"),
    "elu": ("elu", elu(1), "1"),
    "elu_half": ("{elu: 0.5}", elu("0.5"), "0.5"),
    "softplus": ("softplus", lambda x: mpmath.log1p(mpmath.exp(x)), None),
    "silu": ("silu", lambda x: x * (1 + mpmath.tanh(x / 2)) / 2, None),
    "gelu_tanh": (
        "gelu_tanh",
        lambda x: x / 2 * (1 + mpmath.tanh(mpmath.sqrt(2 / mp.pi) * (x + mpf("0.044715") * x**3))),
        None,
    ),
    "own": ('{formula: "x * sigmoid(x)"}', lambda x: x * (1 + mpmath.tanh(x / 2)) / 2, None),
    "own_kinked": ('{formula: "max(x, 0.5) * abs(x - 1)"}', lambda x: max(x, mpf("0.5")) * abs(x - 1), None),
}

ANYWHERE = [("-1.5", "0.25"), ("0", "1"), ("0.3", "0.3"), ("0.75", "0"), ("2", "-1"), ("40", "0.5")]
INSIDE = [("0.5", "1"), ("0.001", "0"), ("0.25", "0.25"), ("0.9", "0.3"), ("0.75", "0"), ("0.625", "1")]
SIGNS = [("0.3", "1"), ("-0.3", "1"), ("1", "1"), ("1.5", "1"), ("0.25", "-1"), ("-1", "-1"), ("-2", "-1"), ("7", "-1")]


def entropy(out, target):
    def part(share, chance):
        return mpf(0) if share == 0 else -share * mpmath.log(chance)

    return part(target, out) + part(1 - target, 1 - out)


# name: (what a scenario writes, the function of out and target, the (out, target) pairs, the slope at its kink)
LOSSES = {
    "half_squared_error": ("half_squared_error", lambda o, t: (t - o) ** 2 / 2, ANYWHERE, None),
    "squared_error": ("squared_error", lambda o, t: (t - o) ** 2, ANYWHERE, None),
    "mean_squared_error": ("mean_squared_error", lambda o, t: (t - o) ** 2, ANYWHERE, None),
    "absolute_error": ("absolute_error", lambda o, t: abs(t - o), ANYWHERE, "0"),
    "binary_cross_entropy": ("binary_cross_entropy", entropy, INSIDE, None),
    "hinge": ("hinge", lambda o, t: max(mpf(0), 1 - t * o), SIGNS, "0"),
    "own": ('{formula: "(target - out)^4 / 4"}', lambda o, t: (t - o) ** 4 / 4, ANYWHERE, None),
}

# Softmax with cross-entropy: nets, targets, then each out, each E, and each slope of the total by a net.
SOFTMAX = [(["0.3", "-1.2", "2"], ["0", "1", "0"]), (["1", "1", "1"], ["0.25", "0.5", "0.25"])]


def text(number):
    return mpmath.nstr(mpf(number), 30, min_fixed=-60, max_fixed=60)


def slope(function, at, kink):
    """The numerical derivative, or the slope of the kink where the two sides differ or the function jumps."""
    if kink is not None:
        tiny = mpf(10) ** -60
        left, right = (function(at) - function(at - tiny)) / tiny, (function(at + tiny) - function(at)) / tiny
        if abs(left - right) > mpf(10) ** -30 or abs(left) > mpf(10) ** 30:
            return mpf(kink)
    found = mpmath.diff(function, at)
    # Of a slope of 0 something below the 500 digits is left.
    return mpmath.chop(found, tol=mpf(10) ** -400)


def activation(entry):
    scenario, function, kink = entry
    points = X if "0.5) *" not in scenario else [x for x in X if x not in ("0.5", "1")]
    rows = [[x, text(function(mpf(x))), text(slope(function, mpf(x), kink))] for x in points]
    return {"scenario": scenario, "points": rows}


def loss(entry):
    scenario, function, pairs, kink = entry
    rows = []
    for out, target in pairs:
        of_out = lambda o, target=target: function(o, mpf(target))
        rows.append([out, target, text(of_out(mpf(out))), text(slope(of_out, mpf(out), kink))])
    return {"scenario": scenario, "points": rows}


def softmax(nets, targets):
    t = [mpf(target) for target in targets]

    def outs(n):
        powers = [mpmath.exp(net) for net in n]
        return [power / sum(powers) for power in powers]

    def total(*n):
        return sum((-target * mpmath.log(out) for target, out in zip(t, outs(n)) if target != 0), mpf(0))

    point = tuple(mpf(net) for net in nets)
    units = [tuple(int(i == k) for i in range(len(point))) for k in range(len(point))]
    return {
        "nets": nets,
        "targets": targets,
        "outs": [text(out) for out in outs(point)],
        "total": text(total(*point)),
        "deltas": [text(mpmath.diff(total, point, unit)) for unit in units],
    }


def main():
    gold = {
        "made_by": f"scripts/reference.py, mpmath {mpmath.__version__}",
        "activations": {name: activation(entry) for name, entry in ACTIVATIONS.items()},
        "losses": {name: loss(entry) for name, entry in LOSSES.items()},
        "softmax": [softmax(*case) for case in SOFTMAX],
    }
    path = Path(__file__).resolve().parent.parent / "tests" / "gold" / "definitions.json"
    path.write_text(json.dumps(gold, indent=1) + "\n")


if __name__ == "__main__":
    main()
