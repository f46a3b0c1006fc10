"""Makes References.tsv: 25 digits of what the purchase models compute, by mpmath with 80 digits from the published closed forms.

Run: python3 references.py > References.tsv   (mpmath 1.3)
Where a closed form is singular (a = 1, s = 1, a + b + x = 1) it is evaluated a hair beside, with digits to spare. The BG/CNBD-k has no closed
form for the expected orders: its reference is an integral over the order rate and a sum over the orders, not the sum that the library makes.
"""
from mpmath import mp, mpf, hyp2f1 as gauss, beta, gamma, rgamma, betainc, quad, exp, log, loggamma, inf, nstr

mp.dps = 80
HAIR = mpf(10) ** -38


def hyp2f1(a, b, c, z):
    return gauss(a, b, c, z, maxterms=10 ** 7)


def line(kind, arguments, value):
    print("\t".join([kind, " ".join(arguments), nstr(value, 25, min_fixed=0, max_fixed=0)]))


def expected_alive(r, alpha, a, b, x, age, t):
    """E[orders in t | alive], the published closed form."""
    if a == 1:
        a += HAIR
    if a + b + x - 1 == 0:
        b += HAIR
    z = t / (alpha + age + t)
    s = r + x
    return (a + b + x - 1) / (a - 1) * (1 - ((alpha + age) / (alpha + age + t)) ** s * hyp2f1(s, b + x, a + b + x - 1, z))


def bg_alive(r, alpha, a, b, x, tx, age):
    return mpf(1) if x == 0 else 1 / (1 + a / (b + x - 1) * ((alpha + age) / (alpha + tx)) ** (r + x))


def nbd(shape, z, m):
    return exp(loggamma(shape + m) - loggamma(shape) - loggamma(m + 1) + shape * log(1 - z)) * z ** m


def bg_pmf(k, r, alpha, a, b, x, t):
    z = t / (alpha + t)
    alive = beta(a, b + x) / beta(a, b) * sum(nbd(r, z, k * x + i) for i in range(k))
    if x == 0:
        return alive
    return alive + beta(a + 1, b + x - 1) / beta(a, b) * betainc(k * x, r, 0, z, regularized=True)


def pnbd_a0(r, alpha, s, bb, x, tx, age):
    """The difference of two 2F1 of Fader & Hardie 2005."""
    rsx = r + s + x
    if alpha >= bb:
        f = lambda y: hyp2f1(rsx, s + 1, rsx + 1, (alpha - bb) / (alpha + y)) / (alpha + y) ** rsx
    else:
        f = lambda y: hyp2f1(rsx, r + x, rsx + 1, (bb - alpha) / (bb + y)) / (bb + y) ** rsx
    return f(tx) - f(age)


def pnbd_alive(r, alpha, s, bb, x, tx, age):
    return 1 / (1 + s / (r + s + x) * (alpha + age) ** (r + x) * (bb + age) ** s * pnbd_a0(r, alpha, s, bb, x, tx, age))


def pnbd_time(s, bb, t):
    if s == 1:
        s += HAIR
    return bb / (s - 1) * (1 - (bb / (bb + t)) ** (s - 1))


def residual(al, be, n, d):
    if al + be < 100:
        return (be + n - 1) / (al + be + n - 1) * hyp2f1(1, be + n, al + be + n, 1 / (1 + d))
    total, term, t = mpf(0), mpf(1), n
    while term > mpf(10) ** -60:
        term *= (be + t - 1) / (al + be + t - 1)
        total += term
        term /= 1 + d
        t += 1
    return total


def cnbd_expected(k, r, alpha, a, b, x, tx, age, t):
    """Sum over orders n of P(at least n orders | rate) integrated over the rate: the posterior of the rate has the waiting in it."""
    s = r + k * x
    c = beta(a, b + x)
    keeps = [beta(a, b + x + n - 1) / c for n in range(1, 400)]
    waited = age - tx

    def poisson_below(mean, n):
        total, term = mpf(0), exp(-mean)
        for i in range(n):
            total += term
            term *= mean / (i + 1)
        return total

    def given(rate):
        density = exp(s * log(alpha + tx) - loggamma(s) + (s - 1) * log(rate) - (alpha + tx) * rate)
        weight, total = exp(-rate * waited), mpf(0)
        for j in range(k):
            # With j steps behind it; the n-th order needs k*n - j more.
            term, cumulative, inside, step = exp(-rate * t), mpf(0), mpf(0), 0
            for n in range(1, 400):
                need = k * n - j
                while step < need:
                    cumulative += term
                    step += 1
                    term *= rate * t / step
                at_least = 1 - cumulative
                if at_least < mpf(10) ** -45:
                    break
                inside += keeps[n - 1] * at_least
            total += weight * inside
            weight *= rate * waited / (j + 1)
        alive = poisson_below(rate * waited, k)
        return density * total, density * alive

    centre = s / (alpha + tx)
    points = [0, centre / 8, centre / 2, centre, 2 * centre, 4 * centre, 10 * centre, 40 * centre, 120 * centre]
    if s < 1:
        points = [mpf(10) ** -80] + [centre * mpf(10) ** -e for e in (40, 20, 10, 5, 2, 1)] + points[3:]
    alive_expected = quad(lambda v: given(v)[0], points)
    silent = mpf(0) if x == 0 else a / (b + x - 1)
    alive = quad(lambda v: given(v)[1], points)
    return alive_expected / (alive + silent), alive / (alive + silent)


BG = ["0.243 4.414 0.793 2.426", "0.243 4.414 1 2.426", "0.243 4.414 1.000000001 1", "1 1 0.999999999 0.5", "0.5 10 0.4 0.6",
      "2.5 0.01 0.05 0.05", "20 1000 50 3", "0.01 200 0.01 7", "3 2 2 1", "12 30 1.5 800"]
FACTS = ["0 0 38.86", "2 30.43 38.86", "20 30 39", "5 30 39", "1 0.1 0.2", "100 9000 10000", "10000 999 1000", "5000 5 6", "7 1000 1000", "0 0 0"]
HORIZONS = ["0.01", "39", "1000"]


def numbers(text):
    return [mpf(part) for part in text.split()]


for p in BG:
    for h in HORIZONS + ["100000"]:
        line("bg.new", [p, h], expected_alive(*numbers(p), mpf(0), mpf(0), mpf(h)))
    for f in FACTS:
        x, tx, age = numbers(f)
        alive = bg_alive(*numbers(p), x, tx, age)
        line("bg.alive", [p, f], alive)
        for h in HORIZONS:
            line("bg.expected", [p, f, h], alive * expected_alive(*numbers(p), x, age, mpf(h)))
    for x, t in ((0, 39), (1, 39), (3, 39), (40, 39), (0, 0.01), (2, 0.01), (500, 1000), (10000, 20000)):
        line("bg.pmf", [p, str(x), str(t)], bg_pmf(1, *numbers(p), x, mpf(str(t))))

PARETO = ["0.553 10.578 0.606 11.669", "0.553 10.578 1 11.669", "1 5 1.000000001 5", "3 100 0.01 0.5", "0.05 0.1 20 4000", "8 2 3 2.000001"]
for p in PARETO:
    r, alpha, s, bb = numbers(p)
    for h in HORIZONS + ["100000"]:
        line("pareto.new", [p, h], r / alpha * pnbd_time(s, bb, mpf(h)))
    for f in FACTS:
        x, tx, age = numbers(f)
        mp.dps = 80 if x < 1000 else 160
        alive = pnbd_alive(r, alpha, s, bb, x, tx, age)
        mp.dps = 80
        line("pareto.alive", [p, f], alive)
        for h in HORIZONS:
            line("pareto.expected", [p, f, h], (r + x) / (alpha + age) * pnbd_time(s, bb + age, mpf(h)) * alive)

mp.dps = 50
CNBD = [("2 0.5 4 0.8 2.4", "3 30 38", "39"), ("3 1.2 2 1 3", "8 35 39", "12"), ("2 0.5 4 0.8 2.4", "0 0 38", "39"), ("4 6 3 0.5 6", "20 36 39", "10")]
for p, f, h in CNBD:
    k, *rest = p.split()
    x, tx, age = f.split()
    value, alive = cnbd_expected(int(k), *[mpf(v) for v in rest], int(x), mpf(tx), mpf(age), mpf(h))
    line("cnbd.alive", [p, f], alive)
    line("cnbd.expected", [p, f, h], value)
mp.dps = 80
for p in ("2 0.5 4 0.8 2.4", "5 6 3 0.5 6"):
    k, *rest = p.split()
    for x, t in ((0, 39), (1, 39), (6, 39), (300, 1000)):
        line("cnbd.pmf", [p, str(x), str(t)], bg_pmf(int(k), *[mpf(v) for v in rest], x, mpf(t)))

SBG = ["0.668 3.806", "0.704 1.182", "1 1", "0.01 0.5", "50 2000", "1000000 3000000", "1.5 1000000"]
for p in SBG:
    al, be = numbers(p)
    for n in (0, 1, 5, 10, 256, 257, 10000):
        line("sbg.survival", [p, str(n)], exp(loggamma(be + n) - loggamma(al + be + n) + loggamma(al + be) - loggamma(be)))
    for n, d in ((1, "0.1"), (2, "0.1"), (4, "0.1"), (30, "2"), (1000, "0.05"), (1, "0.0001"), (3, "0.0000001")):
        if al + be > 100 and mpf(d) < 0.05:
            continue
        line("sbg.residual", [p, str(n), d], residual(al, be, n, mpf(d)))
