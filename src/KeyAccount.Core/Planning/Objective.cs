using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>An objective of an account plan: a metric with baseline and target, a date, and an owner.</summary>
/// <remarks>A draft may lack parts: <see cref="Smart"/> says which. Immutable, with value equality.</remarks>
public sealed record Objective
{
    /// <summary>An objective.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="statement">The objective in a sentence; not blank.</param>
    /// <param name="direction">The direction in which the metric is to move.</param>
    /// <param name="baseline">The metric today; null if not known.</param>
    /// <param name="target">The target value of the metric; on the side of the baseline that <paramref name="direction"/> names. Null if it
    /// is not set.</param>
    /// <exception cref="ArgumentException">The id or the statement is blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="direction"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or the target is on the wrong side of the
    /// baseline.</exception>
    [JsonConstructor]
    public Objective(string id, string statement, ObjectiveDirection direction, double? baseline = null, double? target = null)
    {
        ArgumentNullException.ThrowIfNull(direction);
        (Id, Statement, Direction) = (Guard.NotBlank(id, nameof(id)), Guard.NotBlank(statement, nameof(statement)), direction);
        Baseline = FactRange<Objective>.Checked(baseline, nameof(Baseline));
        Target = FactRange<Objective>.Checked(target, nameof(Target));
        if (baseline is { } from && target is { } to && (direction == ObjectiveDirection.Raise ? to <= from : to >= from))
        {
            throw new ArgumentOutOfRangeException(
                nameof(target),
                Invariant($"target is {to} and baseline is {from}; to {direction.Name.ToLowerInvariant()} the metric, target must be ")
                + Invariant($"{(direction == ObjectiveDirection.Raise ? "above" : "below")} {from}, or direction must be ")
                + $"{(direction == ObjectiveDirection.Raise ? ObjectiveDirection.Lower : ObjectiveDirection.Raise)}.");
        }
    }

    /// <summary>The stable identifier.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string Id { get; }

    /// <summary>The objective in a sentence.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string Statement { get; }

    /// <summary>The direction in which the metric is to move.</summary>
    public ObjectiveDirection Direction { get; }

    /// <summary>The metric today, in <see cref="Unit"/>; null if not known.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Number, Unbounded = "any metric")]
    public double? Baseline { get; }

    /// <summary>The target value of the metric, in <see cref="Unit"/>; null if it is not set.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Number, Unbounded = "any metric")]
    public double? Target { get; }

    /// <summary>The metric, such as the share of wallet; null if it is not named.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Metric { get; init; }

    /// <summary>The unit of the metric; null if it is not named.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Unit { get; init; }

    /// <summary>The source of the figures, such as a report or a system; null if it is not named.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? DataSource { get; init; }

    /// <summary>The due date; null if there is none.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? DueOn { get; init => field = Guard.Iso(value, nameof(DueOn)); }

    /// <summary>The person who is responsible for the objective; null if there is none.</summary>
    /// <exception cref="ArgumentException">The value is blank, or names more than one person.</exception>
    [Privacy(Privacy.PersonName)]
    public string? Owner { get; init => field = value is null ? null : Person.Checked(value); }

    /// <summary>The goal of the company or of the plan that the objective serves; null if none is named.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Goal { get; init; }

    /// <summary>The best value the metric has ever had; null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Number, Unbounded = "any metric")]
    public double? Best { get; init => field = FactRange<Objective>.Checked(value); }

    /// <summary>The tenth percentile of the metric's history; null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Number, Unbounded = "any metric")]
    public double? TenthPercentile { get; init => field = FactRange<Objective>.Checked(value); }

    /// <summary>The ninetieth percentile of the metric's history; null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Number, Unbounded = "any metric")]
    public double? NinetiethPercentile { get; init => field = FactRange<Objective>.Checked(value); }

    /// <summary>The reason why a target beyond all past values is attainable; null if not stated.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string? Reason { get; init; }

    /// <summary>The attainment of the target: (value − baseline) / (target − baseline), negative if the metric moved in the wrong
    /// direction, and above 1 beyond the target.</summary>
    /// <param name="value">The metric now.</param>
    /// <returns>The fraction; null without a baseline or a target.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
    public double? Attainment(double value)
    {
        Guard.Between(value, double.MinValue, double.MaxValue);
        return Baseline is { } from && Target is { } to ? (value - from) / (to - from) : null;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Id, metric, from where to where, date and owner.</returns>
    public override string ToString() => Invariant(
        $"Objective {{ Id = {Id}, Metric = {Metric}, Baseline = {Baseline}, Target = {Target}, DueOn = {DueOn:R}, Owner = {Owner} }}");
}
