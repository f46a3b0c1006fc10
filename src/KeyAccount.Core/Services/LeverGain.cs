using KeyAccount.Core.SwitchingCosts;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>The gain in barrier around a customer from one step of a lever.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Gain">The gain in points; null if not known.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record LeverGain(SwitchingCostLever Lever, double? Gain)
{
    /// <summary>The lever.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public SwitchingCostLever Lever { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Lever, nameof(Lever));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"LeverGain {{ Lever = {Lever}, Gain = {Gain} }}");
}
