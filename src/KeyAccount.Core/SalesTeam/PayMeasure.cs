using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A measure that pay depends on, with its weight and its curve.</summary>
/// <param name="Key">The stable identifier, such as <c>revenue</c>; not blank.</param>
/// <param name="Weight">The weight among the measures of the plan; above 0, at most 1,000,000. Weights need not sum to 1.</param>
/// <param name="Curve">The payout for each attainment.</param>
/// <param name="IsProcess">Whether it measures the process (key actions, opportunities, logs) rather than the result.</param>
/// <param name="Gate">The condition on another measure for this one to pay; null for none.</param>
/// <param name="Label">The name for a person; null to use the key.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PayMeasure(
    string Key, double Weight, AttainmentCurve Curve, bool IsProcess = false, PayGate? Gate = null, Text? Label = null)
{
    /// <inheritdoc cref="PayMeasure" path="/param[@name='Key']"/>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public string Key { get; init => field = Guard.NotBlank(value); } = Guard.NotBlank(Key, nameof(Key));

    /// <inheritdoc cref="PayMeasure" path="/param[@name='Weight']"/>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1_000_000, FactUnit.Number, IsMinimumExcluded = true)]
    public double Weight { get; init => field = FactRange<PayMeasure>.Checked(value); } =
        FactRange<PayMeasure>.Checked(Weight, nameof(Weight));

    /// <inheritdoc cref="PayMeasure" path="/param[@name='Curve']"/>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public AttainmentCurve Curve { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Curve, nameof(Curve));

    /// <summary>The name for a person.</summary>
    internal Text Name => Label ?? new Text(Key, Key, Key);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Key, weight, curve and gate by name.</returns>
    public override string ToString() =>
        Invariant($"PayMeasure {{ Key = {Key}, Weight = {Weight}, Curve = {Curve}, IsProcess = {IsProcess}, Gate = {Gate} }}");
}
