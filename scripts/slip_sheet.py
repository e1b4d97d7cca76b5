"""Writes three sheets of Mazur's example worked by hand to 9 decimals into tests/sheets.

Run by hand:  python3 scripts/slip_sheet.py
Nothing of handgrad is used: the round is written down here as one works it with pencil and paper, each result rounded to
9 decimals and used so in what follows.

slip-in-net-h2.csv           in net_h2 = 0.3925 two digits are transposed, and everything after it is worked from 0.3952;
                             a gradient is the product of its three factors
slip-in-net-h2-by-delta.csv  the same, each gradient worked from its delta, as most people do
right-by-delta.csv           without the slip
"""

from decimal import ROUND_HALF_UP, Decimal as D
from pathlib import Path

SHEETS = Path(__file__).parent.parent / "tests" / "sheets"


def sigmoid(x):
    return 1 / (1 + (-x).exp())


def work(sheet, net_h2_as_written, by_delta):
    rows = []

    def line(name, value):
        value = value.quantize(D("1e-9"), ROUND_HALF_UP)
        value = value.normalize() if value == value.quantize(D("1e-4")) else value
        rows.append(f"{name},{value:f}")
        return value

    i1, i2, target = D("0.05"), D("0.10"), {"o1": D("0.01"), "o2": D("0.99")}
    w = dict(zip(range(1, 9), map(D, "0.15 0.20 0.25 0.30 0.40 0.45 0.50 0.55".split())))
    b1, b2, eta = D("0.35"), D("0.60"), D("0.5")

    out = {}
    net_h1 = line("net_h1", w[1] * i1 + w[2] * i2 + b1)
    out["h1"] = line("out_h1", sigmoid(net_h1))
    assert w[3] * i1 + w[4] * i2 + b1 == D("0.3925")
    net_h2 = line("net_h2", D(net_h2_as_written))
    out["h2"] = line("out_h2", sigmoid(net_h2))
    for o, (p, q) in {"o1": (5, 6), "o2": (7, 8)}.items():
        net = line(f"net_{o}", w[p] * out["h1"] + w[q] * out["h2"] + b2)
        out[o] = line(f"out_{o}", sigmoid(net))
    error = [line(f"E_{o}", (target[o] - out[o]) ** 2 / 2) for o in target]
    line("E_total", sum(error))

    # What a gradient is worked from: delta, rounded as it stands on the sheet, or its two factors.
    delta, before, grad = {}, {}, {}
    for o in target:
        slope = line(f"dE_dout_{o}", out[o] - target[o])
        own = line(f"dout_dnet_{o}", out[o] * (1 - out[o]))
        delta[o] = line(f"delta_{o}", slope * own)
        before[o] = delta[o] if by_delta else slope * own
    for o, (p, q) in {"o1": (5, 6), "o2": (7, 8)}.items():
        for weight, h in ((p, "h1"), (q, "h2")):
            line(f"dnet_{o}_dw{weight}", out[h])
            grad[weight] = line(f"dE_dw{weight}", before[o] * out[h])
    for h, (p, q), (r, s) in (("h1", (5, 7), (1, 2)), ("h2", (6, 8), (3, 4))):
        one = line(f"dE_dout_{h}_via_o1", delta["o1"] * w[p])
        two = line(f"dE_dout_{h}_via_o2", delta["o2"] * w[q])
        both = line(f"dE_dout_{h}", one + two)
        own = line(f"dout_dnet_{h}", out[h] * (1 - out[h]))
        delta[h] = line(f"delta_{h}", both * own)
        before[h] = delta[h] if by_delta else both * own
        for weight, i in ((r, i1), (s, i2)):
            grad[weight] = line(f"dE_dw{weight}", before[h] * i)
    for weight in range(1, 9):
        line(f"w{weight}_new", w[weight] - eta * grad[weight])
    (SHEETS / sheet).write_text("\n".join(["name,value", *rows]) + "\n")


work("slip-in-net-h2.csv", "0.3952", by_delta=False)
work("slip-in-net-h2-by-delta.csv", "0.3952", by_delta=True)
work("right-by-delta.csv", "0.3925", by_delta=True)
