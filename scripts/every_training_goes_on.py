"""Writes tests/gold/trainings.json: lines, planes and schedules trained in exact fractions, by Python's fractions module.

Between two updates a parameter is rounded, halves away from zero, to 28 digits and at most 28 decimals; nothing else is
rounded. A training diverges in the epoch in which a parameter or the loss of a sample is beyond 10^15. Run it as
`python3 scripts/every_training_goes_on.py > tests/gold/trainings.json`; it needs nothing but Python.
"""

import json
import random
from fractions import Fraction as F

EPOCHS = 500
LIMIT = F(10) ** 15
RATES = ["0.3", "0.25", "0.2", "0.15", "0.12", "0.1", "0.07", "0.06", "0.05", "0.03", "0.02", "0.015", "0.01"]


def carried(value):
    """The value rounded as it is carried from one update to the next."""
    before = len(str(abs(value.numerator) // value.denominator)) if abs(value) >= 1 else 0
    power = 10 ** (28 - before)
    scaled = abs(value) * power
    digits = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return F(digits if value >= 0 else -digits, power)


def text(value):
    """A decimal without zeros at its end."""
    power = 10**28
    assert (value * power).denominator == 1
    digits = str(abs((value * power).numerator)).rjust(29, "0")
    whole, decimals = digits[:-28], digits[-28:].rstrip("0")
    return ("-" if value < 0 else "") + whole + ("." + decimals if decimals else "")


def is_stable(rows, rate, count):
    """Whether every eigenvalue of rate * H is below 2, by the leading minors of 2 I - rate * H."""
    size = len(rows[0])
    matrix = [
        [(2 if i == j else 0) - rate * sum(row[i] * row[j] for row in rows) / count for j in range(size)]
        for i in range(size)
    ]

    def determinant(of):
        if len(of) == 1:
            return of[0][0]
        minors = [[row[:j] + row[j + 1 :] for row in of[1:]] for j in range(len(of))]
        return sum((-1) ** j * of[0][j] * determinant(minors[j]) for j in range(len(of)))

    return all(determinant([row[:k] for row in matrix[:k]]) > 0 for k in range(1, size + 1))


def train(rows, targets, parameters, rate, count):
    """Half the squared error, its mean (count samples) or sum (count 1) descended; the last parameter is the bias."""
    for epoch in range(1, EPOCHS + 1):
        errors = [sum(w * x for w, x in zip(parameters, row)) - target for row, target in zip(rows, targets)]
        if any(error * error / 2 > LIMIT for error in errors):
            return epoch, None
        slopes = [sum(error * row[k] for error, row in zip(errors, rows)) / count for k in range(len(parameters))]
        parameters = [carried(w - rate * slope) for w, slope in zip(parameters, slopes)]
        if any(abs(w) > LIMIT for w in parameters):
            return epoch, None
    return None, [text(w) for w in parameters]


def points(chance, number):
    """One line or plane through random whole points, with a rate that mostly converges."""
    inputs = 1 + number % 2
    count = chance.randint(3, 7)
    samples = [[chance.randint(-4, 5) for _ in range(inputs)] for _ in range(count)]
    targets = [chance.randint(-9, 9) for _ in range(count)]
    start = [chance.choice(["0", "0", "0.5", "-1", "0.3"]) for _ in range(inputs + 1)]
    reduction = chance.choice(["mean", "mean", "mean", "sum"])
    rows = [[F(x) for x in sample] + [F(1)] for sample in samples]
    divisor = count if reduction == "mean" else 1
    stable = [rate for rate in RATES if is_stable(rows, F(rate), divisor)]
    rate = chance.choice(stable if stable and number % 10 else RATES)
    diverges, state = train(rows, [F(t) for t in targets], [F(w) for w in start], F(rate), divisor)
    return {
        "inputs": samples,
        "targets": targets,
        "start": start,
        "rate": rate,
        "reduction": reduction,
        "is_stable": rate in stable,
        "diverges": diverges,
        "state": state,
    }


def scheduled(number):
    """(w - target)^2/2 from 0, the rate by a schedule."""
    kind = ["inverse_time", "inverse_time", "inverse_time", "exponential", "step_decay"][number % 5]
    rate = ["0.1", "0.3", "0.05", "0.7", "1.5"][number // 5 % 5]
    setting = ["0.1", "0.5", "1", "0.03", "0.2", "2", "0.7"][number % 7]
    factor = ["0.9", "0.99", "0.5", "0.95"][number % 4]
    target = ["1", "3", "-2", "0.1"][number // 3 % 4]
    w = F(0)
    for epoch in range(1, EPOCHS + 1):
        if kind == "inverse_time":
            eta = F(rate) / (1 + F(setting) * (epoch - 1))
        elif kind == "exponential":
            eta = F(rate) * F(factor) ** (epoch - 1)
        else:
            eta = F(rate) * F(factor) ** ((epoch - 1) // 10)
        w = carried(w - eta * (w - F(target)))
    schedule = {
        "inverse_time": f"{{inverse_time: {{rate: {setting}}}}}",
        "exponential": f"{{exponential: {{factor: {factor}}}}}",
        "step_decay": f"{{step_decay: {{factor: {factor}, every: 10}}}}",
    }[kind]
    return {"target": target, "rate": rate, "schedule": schedule, "state": text(w)}


def main():
    chance = random.Random(20_000)
    lines = [points(chance, number) for number in range(200)]
    schedules = [scheduled(number) for number in range(50)]
    assert sum(line["diverges"] is None for line in lines) >= 150
    listed = lambda cases: "[\n  " + ",\n  ".join(json.dumps(case) for case in cases) + "\n ]"
    print(f'{{"epochs": {EPOCHS},\n "points": {listed(lines)},\n "schedules": {listed(schedules)}}}')


main()
