using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The pay plan of a position: how much depends on results, which measures count, and which guarantee applies in the first
/// months.</summary>
/// <remarks>
/// <para>On-target earnings = base + target incentive. Pay = base + Σ target incentive · weight · payout of the measure. A measure whose
/// gate is not reached pays nothing. In a guaranteed month the incentive is topped up to the guarantee.</para>
/// <para>Immutable; equal when every part is.</para>
/// </remarks>
public sealed record PayPlan
{
    // 0.1 + 0.7 reaches 0.8.
    private const double Tolerance = 1e-9;

    /// <summary>Creates a plan.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="position">The position that the plan is for.</param>
    /// <param name="phase">The phase of employment that the plan is for.</param>
    /// <param name="incentiveShare">The share of the on-target earnings that depends on results, as a fraction; 0 … 1.</param>
    /// <param name="measures">The measures; at least one, each key once, and each gate with the key of another one.</param>
    /// <param name="guarantees">The share of the target incentive that is guaranteed in the first month, the second and so on; 0 … 1, never
    /// rising from month to month. Null for none.</param>
    /// <exception cref="ArgumentNullException">An argument other than the last, or a measure, is null.</exception>
    /// <exception cref="ArgumentException">The parts are not a valid plan; the message names the place and the value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is outside its range.</exception>
    [JsonConstructor]
    public PayPlan(
        string id, SalesPosition position, EmploymentPhase phase, double incentiveShare, IReadOnlyList<PayMeasure> measures,
        IReadOnlyList<double>? guarantees = null)
    {
        ArgumentNullException.ThrowIfNull(position);
        ArgumentNullException.ThrowIfNull(phase);
        Guard.Between(incentiveShare, 0, 1);
        (Id, Position, Phase, IncentiveShare) = (Guard.NotBlank(id, nameof(id)), position, phase, incentiveShare);
        Measures = Checked(ValueList.Of(measures));
        Guarantees = ValueList.Of(guarantees ?? []);
        for (var i = 0; i < Guarantees.Count; i++)
        {
            Guard.Between(Guarantees[i], 0, 1, Invariant($"guarantees[{i}]"));
            if (i > 0 && Guarantees[i] > Guarantees[i - 1])
            {
                throw new ArgumentException(
                    Invariant($"guarantees[{i}] is {Guarantees[i]}; it must be at most {Guarantees[i - 1]}, that of the month before: ")
                    + "a guarantee falls from month to month.",
                    nameof(guarantees));
            }
        }
    }

    /// <summary>The stable identifier.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string Id { get; }

    /// <summary>The position that the plan is for.</summary>
    public SalesPosition Position { get; }

    /// <summary>The phase of employment that the plan is for.</summary>
    public EmploymentPhase Phase { get; }

    /// <summary>The share of the on-target earnings that depends on results, as a fraction.</summary>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double IncentiveShare { get; }

    /// <summary>The measures.</summary>
    public IReadOnlyList<PayMeasure> Measures { get; }

    /// <summary>The share of the target incentive that is guaranteed in the first month, the second and so on, as fractions; empty for
    /// none.</summary>
    public IReadOnlyList<double> Guarantees { get; }

    /// <summary>The weight of the process measures, as a fraction of all weights.</summary>
    [JsonIgnore]
    public double ProcessWeight => Measures.Where(measure => measure.IsProcess).Sum(measure => measure.Weight) / TotalWeight;

    private double TotalWeight => Measures.Sum(measure => measure.Weight);

    /// <summary>Calculates a person's pay.</summary>
    /// <param name="onTargetEarnings">The pay of the period on target, base and incentive together; at least 0.</param>
    /// <param name="results">The attainment of each measure of the plan, each once.</param>
    /// <param name="rounding">The rounding of each line, such as to the cent.</param>
    /// <param name="month">The month of employment, from 1; null if no guarantee applies.</param>
    /// <returns>The statement. Each line is rounded separately, and the total is the sum of the lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="results"/>, a result or <paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentException">A result is missing, duplicated or for a measure that the plan does not have; the message names
    /// it and the measures of the plan.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The earnings are negative, or the month is below 1.</exception>
    /// <exception cref="OverflowException">An amount does not fit a decimal.</exception>
    public PayStatement Statement(
        decimal onTargetEarnings, IReadOnlyList<MeasureResult> results, PriceRounding rounding, int? month = null)
    {
        Guard.NotNegative(onTargetEarnings);
        ArgumentNullException.ThrowIfNull(rounding);
        Guard.AtLeast(month ?? 1, 1, nameof(month));
        var attained = AttainmentsOf(results);
        return DecimalOverflow.Named(
            () => StatementOf(onTargetEarnings, attained, rounding, month), "PayPlan.Statement",
            (nameof(onTargetEarnings), onTargetEarnings));
    }

    /// <summary>Finds the cliffs in the curves and the gates: places where a small step in attainment makes a large one in pay.</summary>
    /// <param name="from">The rise from which there is a cliff, as a fraction of the target incentive of the plan; above 0.</param>
    /// <returns>The cliffs, measure by measure. The rise of a gate is what its measure pays on target.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is not finite and above 0.</exception>
    public IReadOnlyList<PayCliff> Cliffs(double from = AttainmentCurve.CliffFrom)
    {
        Guard.FinitePositive(from);
        var cliffs = new List<PayCliff>();
        foreach (var measure in Measures)
        {
            var share = measure.Weight / TotalWeight;
            cliffs.AddRange(measure.Curve.Cliffs(from / share).Select(cliff => cliff with
            {
                Measure = measure.Key, From = cliff.From * share, To = cliff.To * share,
            }));
            if (measure.Gate is { } gate && share * measure.Curve.Payout(1) is var rise && rise > from)
                cliffs.Add(new(PayCliffKind.Gate, gate.Measure, gate.AtLeast, 0, rise));
        }

        return cliffs;
    }

    /// <summary>Calculates the cost of the plan for a distribution of attainment.</summary>
    /// <param name="onTargetEarnings">The pay of a person for the period on target; at least 0.</param>
    /// <param name="cases">The distribution: each attainment (of every measure) with the number of people who reach it. At least
    /// one.</param>
    /// <param name="quota">The sales quota of a person for the period; at least 0. Null if it is not known.</param>
    /// <returns>The cost; nothing is rounded, and no guarantee applies.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cases"/> or a case is null.</exception>
    /// <exception cref="ArgumentException">There are no cases.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative.</exception>
    /// <exception cref="OverflowException">An amount does not fit a decimal.</exception>
    public PayCost Cost(decimal onTargetEarnings, IReadOnlyList<AttainmentCase> cases, decimal? quota = null)
    {
        Guard.NotNegative(onTargetEarnings);
        Guard.NotNegative(quota ?? 0, nameof(quota));
        Guard.NoNull(cases);
        if (cases.Count == 0)
            throw new ArgumentException("cases is empty; it must have at least one place of the distribution.", nameof(cases));
        return DecimalOverflow.Named(
            () =>
            {
                var people = cases.Sum(each => each.People);
                var pays = cases.Select(each => PayOf(onTargetEarnings, each.Attainment)).ToArray();
                var shares = cases.Select(each => (decimal)(each.People / people)).ToArray();
                var pay = pays.Zip(shares, (amount, share) => amount * share).Sum();
                var revenue = quota is { } goal
                    ? cases.Zip(shares, (each, share) => goal * (decimal)each.Attainment * share).Sum() : (decimal?)null;
                return new PayCost(
                    people, pay, pays.Min(), pays.Max(), cases.Where(each => each.Attainment >= 1).Sum(each => each.People) / people,
                    revenue, revenue > 0 ? (double)(pay / revenue.Value) : null);
            },
            "PayPlan.Cost", (nameof(onTargetEarnings), onTargetEarnings), (nameof(quota), quota ?? 0));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The id, position, phase and share by name, and the keys of the measures.</returns>
    public override string ToString() => Invariant($"PayPlan {{ Id = {Id}, Position = {Position}, Phase = {Phase}, ")
        + Invariant($"IncentiveShare = {IncentiveShare}, Measures = {string.Join(", ", Measures.Select(measure => measure.Key))} }}");

    private static ValueList<PayMeasure> Checked(ValueList<PayMeasure> measures)
    {
        if (measures.Count == 0)
            throw new ArgumentException("measures is empty; a plan must have at least one.", nameof(measures));
        for (var i = 0; i < measures.Count; i++)
        {
            if (measures.Take(i).Any(before => before.Key == measures[i].Key))
            {
                throw new ArgumentException(
                    Invariant($"measures[{i}].Key is '{measures[i].Key}', which is duplicated; each measure must have a key of its own."),
                    nameof(measures));
            }

            if (measures[i].Gate is { } gate && !measures.Any(other => other.Key == gate.Measure && other.Key != measures[i].Key))
            {
                var others = measures.Where(other => other.Key != measures[i].Key).Select(other => $"'{other.Key}'");
                throw new ArgumentException(
                    Invariant($"measures[{i}].Gate.Measure is '{gate.Measure}'; it must be the key of another measure: ")
                    + $"{string.Join(", ", others.DefaultIfEmpty("there is none"))}.",
                    nameof(measures));
            }
        }

        return measures;
    }

    private Dictionary<string, double> AttainmentsOf(IReadOnlyList<MeasureResult> results)
    {
        Guard.NoNull(results);
        var attained = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < results.Count; i++)
        {
            if (Measures.All(measure => measure.Key != results[i].Measure))
            {
                throw new ArgumentException(
                    Invariant($"results[{i}].Measure is '{results[i].Measure}', which is not a measure of plan '{Id}'; it must be one of ")
                    + $"{string.Join(", ", Measures.Select(measure => $"'{measure.Key}'"))}.",
                    nameof(results));
            }

            if (!attained.TryAdd(results[i].Measure, results[i].Attainment))
            {
                throw new ArgumentException(
                    Invariant($"results[{i}].Measure is '{results[i].Measure}', which is duplicated; each measure must have one result."),
                    nameof(results));
            }
        }

        return Measures.FirstOrDefault(measure => !attained.ContainsKey(measure.Key)) is { } missing
            ? throw new ArgumentException(
                $"results has no result for the measure '{missing.Key}' of plan '{Id}'; give its attainment, or 0 if nothing was reached.",
                nameof(results))
            : attained;
    }

    private PayStatement StatementOf(
        decimal onTargetEarnings, Dictionary<string, double> attained, PriceRounding rounding, int? month)
    {
        var incentive = onTargetEarnings * (decimal)IncentiveShare;
        var basePay = onTargetEarnings - incentive;
        var exact = basePay;
        var lines = new List<PayLine>
        {
            new(PayLineKind.BasePay, "base", TextTable.Library["SalesTeam.Pay.base"], basePay, null, null, rounding.Round(basePay),
                TextTable.Library["SalesTeam.Pay.reason.base"].With(Percent(1 - IncentiveShare))),
        };
        foreach (var measure in Measures)
        {
            var target = incentive * (decimal)measure.Weight / (decimal)TotalWeight;
            var attainment = attained[measure.Key];
            var isShut = measure.Gate is { } gate && attained[gate.Measure] < gate.AtLeast - Tolerance;
            var payout = isShut ? 0 : measure.Curve.Payout(attainment);
            var reason = isShut
                ? TextTable.Library["SalesTeam.Pay.reason.gate"].With(
                    Measures.First(other => other.Key == measure.Gate!.Measure).Name, Percent(Floor(attained[measure.Gate!.Measure])),
                    Percent(measure.Gate.AtLeast))
                : TextTable.Library[payout == 0
                    ? measure.Curve.BeginsAtOnce ? "SalesTeam.Pay.reason.thresholdAt" : "SalesTeam.Pay.reason.threshold"
                    : attainment > measure.Curve.Points[^1].Attainment ? "SalesTeam.Pay.reason.cap" : "SalesTeam.Pay.reason.line"].With(
                    Percent(payout == 0 ? Floor(attainment) : attainment), Percent(payout), Percent(measure.Weight / TotalWeight),
                    Percent(measure.Curve.BeginsFrom));

            // Sums are rounded and not lines: what all measures at their targets pay is what was agreed.
            var before = rounding.Round(exact);
            exact += target * (decimal)payout;
            lines.Add(new(
                PayLineKind.Incentive, measure.Key, measure.Name, target, attainment, payout, rounding.Round(exact) - before, reason));
        }

        if (month is { } current && current <= Guarantees.Count && Guarantees[current - 1] is var share and > 0)
        {
            var missing = rounding.Round(incentive * (decimal)share) - lines.Skip(1).Sum(line => line.Amount);
            if (missing > 0)
            {
                lines.Add(new(
                    PayLineKind.Guarantee, "guarantee", TextTable.Library["SalesTeam.Pay.guarantee"], null, null, null, missing,
                    TextTable.Library["SalesTeam.Pay.reason.guarantee"].With(current, Percent(share))));
            }
        }

        return new(Id, onTargetEarnings, lines);
    }

    private decimal PayOf(decimal onTargetEarnings, double attainment)
    {
        var incentive = onTargetEarnings * (decimal)IncentiveShare;
        return onTargetEarnings - incentive + Measures
            .Where(measure => measure.Gate is not { } gate || attainment >= gate.AtLeast - Tolerance)
            .Sum(measure => incentive * (decimal)measure.Weight / (decimal)TotalWeight * (decimal)measure.Curve.Payout(attainment));
    }

    // What has not been reached is not rounded up to it.
    private static double Floor(double fraction) => Math.Floor((fraction + Tolerance) * 10_000) / 10_000;

    private static string Percent(double fraction) => Invariant($"{fraction * 100:0.##}");
}
