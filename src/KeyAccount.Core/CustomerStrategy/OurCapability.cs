using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>Something that we are good at, as far as we are.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record OurCapability
{
    /// <summary>The stable identifier, unique in the account; not blank.</summary>
    [Privacy(Privacy.NotPersonal)]
    public required string Id { get; init; }

    /// <summary>What it is; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Statement { get; init => field = Guard.NotBlank(value); }

    /// <summary>How far we have it: 0 not at all, 1 in a beginning, 2 in routine, 3 better than others. Null if nobody has judged it. It
    /// supports no goal more strongly than we have it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 3.</exception>
    [FactRange(0, StrategicMatch.MostStrength, FactUnit.Number)]
    public int? Level { get; init => field = FactRange<OurCapability>.Checked(value); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"OurCapability {{ Id = {Id}, Statement = {Statement}, Level = {Level} }}");
}
