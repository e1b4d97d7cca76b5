#!/usr/bin/env python3
"""Values of every optimizer and schedule, computed apart from handgrad.

Writes tests/gold/optimizers.json (`python3 scripts/reference_optimizers.py`, needs mpmath). Everything is worked with
80 digits and nothing is rounded between updates, so that handgrad, which carries 28, agrees to 20.

`bowl`: seven updates of one parameter on a*(w - c)^2. `mazur`: three updates of Mazur's network, all weights and
both shared biases trained. Each table has the values after one update more than the table before.
"""

import json
import pathlib

from mpmath import exp, floor, mp, mpf, nstr, sqrt

mp.dps = 80


class Sgd:
    def __init__(self):
        self.state = {}

    def update(self, w, g, eta, t):
        return w - eta * g


class Momentum(Sgd):
    beta = mpf("0.9")

    def __init__(self):
        self.state = {"v": mpf(0)}

    def update(self, w, g, eta, t):
        self.state["v"] = self.beta * self.state["v"] + g
        return w - eta * self.state["v"]


class Nesterov(Momentum):
    def update(self, w, g, eta, t):
        self.state["v"] = self.beta * self.state["v"] + g
        return w - eta * (g + self.beta * self.state["v"])


class Adagrad(Sgd):
    def __init__(self):
        self.state = {"s": mpf(0)}

    def update(self, w, g, eta, t):
        self.state["s"] += g * g
        return w - eta * g / (sqrt(self.state["s"]) + mpf("1e-8"))


class Rmsprop(Adagrad):
    def update(self, w, g, eta, t):
        self.state["s"] = mpf("0.9") * self.state["s"] + mpf("0.1") * g * g
        return w - eta * g / (sqrt(self.state["s"]) + mpf("1e-8"))


class Adam(Sgd):
    decay = mpf(0)

    def __init__(self):
        self.state = {"m": mpf(0), "v": mpf(0)}

    def update(self, w, g, eta, t):
        s = self.state
        s["m"] += (g - s["m"]) * mpf("0.1")
        s["v"] += (g * g - s["v"]) * mpf("0.001")
        s["mhat"] = s["m"] / (1 - mpf("0.9") ** t)
        s["vhat"] = s["v"] / (1 - mpf("0.999") ** t)
        shrunk = w * (1 - eta * self.decay)
        return shrunk - eta * s["mhat"] / (sqrt(s["vhat"]) + mpf("1e-8"))


class AdamW(Adam):
    decay = mpf("0.01")


OPTIMIZERS = {
    "sgd": Sgd, "momentum": Momentum, "nesterov": Nesterov, "adagrad": Adagrad, "rmsprop": Rmsprop, "adam": Adam,
    "adamw": AdamW,
}

SCHEDULES = {
    "step_decay": lambda eta, n: eta * mpf("0.5") ** floor(mpf(n - 1) / 3),
    "exponential": lambda eta, n: eta * mpf("0.95") ** (n - 1),
    "inverse_time": lambda eta, n: eta / (1 + mpf("0.1") * (n - 1)),
}


def digits(value):
    return nstr(value, 40, strip_zeros=False, min_fixed=-200, max_fixed=200)


def bowl(make, rate=lambda eta, n: eta, decay=mpf(0)):
    """The values after each update of a parameter on 0.7*(w - 0.3)^2."""
    w, optimizer, rows = mpf("1.5"), make(), []
    for t in range(1, 8):
        eta = rate(mpf("0.1"), t)
        g = 2 * mpf("0.7") * (w - mpf("0.3")) + decay * w
        w = optimizer.update(w, g, eta, t)
        row = {f"{name}_w": digits(value) for name, value in optimizer.state.items()}
        rows.append(row | {"w_new": digits(w), "eta": digits(eta)} | ({"g_w": digits(g)} if decay else {}))
    return rows


def sigmoid(x):
    return 1 / (1 + exp(-x))


START = {"w1": "0.15", "w2": "0.20", "w3": "0.25", "w4": "0.30", "w5": "0.40", "w6": "0.45", "w7": "0.50",
         "w8": "0.55", "b1": "0.35", "b2": "0.60"}


def mazur_gradients(p):
    """The error and its gradients, by hand."""
    i1, i2 = mpf("0.05"), mpf("0.10")
    h1 = sigmoid(p["w1"] * i1 + p["w2"] * i2 + p["b1"])
    h2 = sigmoid(p["w3"] * i1 + p["w4"] * i2 + p["b1"])
    o1 = sigmoid(p["w5"] * h1 + p["w6"] * h2 + p["b2"])
    o2 = sigmoid(p["w7"] * h1 + p["w8"] * h2 + p["b2"])
    e1, e2 = o1 - mpf("0.01"), o2 - mpf("0.99")
    d1, d2 = e1 * o1 * (1 - o1), e2 * o2 * (1 - o2)
    c1 = (d1 * p["w5"] + d2 * p["w7"]) * h1 * (1 - h1)
    c2 = (d1 * p["w6"] + d2 * p["w8"]) * h2 * (1 - h2)
    return (e1 * e1 + e2 * e2) / 2, {
        "w1": c1 * i1, "w2": c1 * i2, "w3": c2 * i1, "w4": c2 * i2, "w5": d1 * h1, "w6": d1 * h2, "w7": d2 * h1,
        "w8": d2 * h2, "b1": c1 + c2, "b2": d1 + d2,
    }


def mazur(make):
    p = {name: mpf(value) for name, value in START.items()}
    optimizers, rows = {name: make() for name in p}, []
    for t in range(1, 4):
        error, gradients = mazur_gradients(p)
        row = {"E_total": digits(error)}
        for name, g in gradients.items():
            p[name] = optimizers[name].update(p[name], g, mpf("0.5"), t)
            row[f"{name}_new"] = digits(p[name])
            row |= {f"{state}_{name}": digits(value) for state, value in optimizers[name].state.items()}
        rows.append(row)
    return rows


def main():
    tables = {
        "bowl": {name: bowl(make) for name, make in OPTIMIZERS.items()},
        "schedules": {name: bowl(Sgd, rate) for name, rate in SCHEDULES.items()},
        "decay": {"sgd": bowl(Sgd, decay=mpf("0.05")), "momentum": bowl(Momentum, decay=mpf("0.05"))},
        "mazur": {name: mazur(make) for name, make in OPTIMIZERS.items()},
    }
    path = pathlib.Path(__file__).parent.parent / "tests" / "gold" / "optimizers.json"
    path.write_text(json.dumps(tables, indent=1) + "\n")


if __name__ == "__main__":
    main()
