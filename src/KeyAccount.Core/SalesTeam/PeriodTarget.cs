using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A target of a period, and its result.</summary>
/// <param name="Metric">The metric; not blank.</param>
/// <param name="Target">The target value, in the unit of the metric; finite.</param>
/// <param name="Result">The actual value; null while it is not known.</param>
/// <param name="IsProcess">Whether it measures the process rather than the result.</param>
/// <param name="Weight">The weight of the target; 0 … 1,000,000. Null if it is not stated.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PeriodTarget(string Metric, double Target, double? Result = null, bool IsProcess = false, double? Weight = null)
{
    /// <inheritdoc cref="PeriodTarget" path="/param[@name='Metric']"/>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public string Metric { get; init => field = Guard.NotBlank(value); } = Guard.NotBlank(Metric, nameof(Metric));

    /// <inheritdoc cref="PeriodTarget" path="/param[@name='Target']"/>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Number, Unbounded = "any metric")]
    public double Target { get; init => field = FactRange<PeriodTarget>.Checked(value); } =
        FactRange<PeriodTarget>.Checked(Target, nameof(Target));

    /// <inheritdoc cref="PeriodTarget" path="/param[@name='Result']"/>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Number, Unbounded = "any metric")]
    public double? Result { get; init => field = FactRange<PeriodTarget>.Checked(value); } =
        FactRange<PeriodTarget>.Checked(Result, nameof(Result));

    /// <inheritdoc cref="PeriodTarget" path="/param[@name='Weight']"/>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(0, 1_000_000, FactUnit.Number)]
    public double? Weight { get; init => field = FactRange<PeriodTarget>.Checked(value); } =
        FactRange<PeriodTarget>.Checked(Weight, nameof(Weight));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"PeriodTarget {{ Metric = {Metric}, Target = {Target}, Result = {Result}, ")
        + Invariant($"IsProcess = {IsProcess}, Weight = {Weight} }}");
}
