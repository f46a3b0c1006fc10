using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>How strongly one of our capabilities supports a goal of the customer.</summary>
/// <remarks>Immutable, with value equality. The scale is that of a matrix of quality function deployment: none, weak, medium,
/// strong.</remarks>
public sealed record CapabilityLink
{
    /// <summary>The id of the capability (<see cref="OurCapability.Id"/>); not blank.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Capability { get; init => field = Guard.NotBlank(value); }

    /// <summary>How strongly it supports the goal: 0 not at all, 1 weakly, 2 clearly, 3 decisively.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 3.</exception>
    [FactRange(0, StrategicMatch.MostStrength, FactUnit.Number)]
    public required int Strength { get; init => field = FactRange<CapabilityLink>.Checked(value); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"CapabilityLink {{ Capability = {Capability}, Strength = {Strength} }}");
}
