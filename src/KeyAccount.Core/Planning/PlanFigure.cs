using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>The value of a metric when the plan is checked.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record PlanFigure
{
    /// <summary>A figure.</summary>
    /// <param name="objectiveId">The objective to which the metric belongs; not blank.</param>
    /// <param name="value">The metric, in the unit of the objective; finite.</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
    public PlanFigure(string objectiveId, double value)
    {
        ObjectiveId = Guard.NotBlank(objectiveId, nameof(objectiveId));
        Value = FactRange<PlanFigure>.Checked(value, nameof(Value));
    }

    /// <summary>The objective to which the metric belongs.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string ObjectiveId { get; }

    /// <summary>The metric, in the unit of the objective.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Number, Unbounded = "any metric")]
    public double Value { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"PlanFigure {{ ObjectiveId = {ObjectiveId}, Value = {Value} }}");
}
