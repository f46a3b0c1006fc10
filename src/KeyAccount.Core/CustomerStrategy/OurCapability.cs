using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>A capability of ours, with its level.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record OurCapability
{
    /// <summary>The stable identifier, unique in the account; not blank.</summary>
    [Privacy(Privacy.NotPersonal)]
    public required string Id { get; init; }

    /// <summary>The capability in words; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Statement { get; init => field = Guard.NotBlank(value); }

    /// <summary>The level of the capability: 0 none, 1 beginning, 2 routine, 3 better than others. Null if nobody has judged it. A
    /// capability supports no goal more strongly than its level.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 3.</exception>
    [FactRange(0, StrategicMatch.MostStrength, FactUnit.Number)]
    public int? Level { get; init => field = FactRange<OurCapability>.Checked(value); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"OurCapability {{ Id = {Id}, Statement = {Statement}, Level = {Level} }}");
}
