using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The effect of a change of one lever on the lifetime profit.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Profit">The lifetime profit after the change; null if there is none, because a retention cannot rise above 1, or because
/// the profit is not finite.</param>
/// <param name="Gain">The increase in profit; null if <paramref name="Profit"/> is null.</param>
/// <param name="GainRate">The increase as a fraction of the profit before; null if that was not positive, or if <paramref name="Profit"/>
/// is null.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record LifetimeLeverEffect(LifetimeLever Lever, decimal? Profit, decimal? Gain, decimal? GainRate)
{
    /// <summary>The goal that the lever serves: a longer stay (retention), a deeper relationship (margin), more customers (the cost of
    /// winning one); null for the discount rate, which serves none.</summary>
    [JsonIgnore]
    public LifetimeGoal? Goal => Lever == LifetimeLever.Retention ? LifetimeGoal.Longer
        : Lever == LifetimeLever.Margin ? LifetimeGoal.Deeper
        : Lever == LifetimeLever.AcquisitionCost ? LifetimeGoal.More
        : null;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"LifetimeLeverEffect {{ Lever = {Lever}, Profit = {Profit}, Gain = {Gain}, GainRate = {GainRate} }}");
}
