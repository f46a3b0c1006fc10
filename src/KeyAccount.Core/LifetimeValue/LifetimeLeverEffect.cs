using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>What a change of one lever does to the lifetime profit.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Profit">The lifetime profit after it; null where there is none: a retention cannot rise above 1, and without a limit to the
/// growth the profit is not finite.</param>
/// <param name="Gain">How much more that is; null as <paramref name="Profit"/>.</param>
/// <param name="GainRate">The gain as a fraction of the profit before; null where that was not positive, and as
/// <paramref name="Profit"/>.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record LifetimeLeverEffect(LifetimeLever Lever, decimal? Profit, decimal? Gain, decimal? GainRate)
{
    /// <summary>The goal that the lever serves: a longer stay (retention), a deeper relationship (margin), more customers (what it costs to
    /// win one); null for the discount rate, which is given.</summary>
    [JsonIgnore]
    public LifetimeGoal? Goal => Lever == LifetimeLever.Retention ? LifetimeGoal.Longer
        : Lever == LifetimeLever.Margin ? LifetimeGoal.Deeper
        : Lever == LifetimeLever.AcquisitionCost ? LifetimeGoal.More
        : null;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"LifetimeLeverEffect {{ Lever = {Lever}, Profit = {Profit}, Gain = {Gain}, GainRate = {GainRate} }}");
}
