using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Services;

/// <summary>What would be promised, and what we can do.</summary>
/// <remarks>Immutable; equal when every fact is. The rules read the two conclusions; the reasons speak of the rest.</remarks>
public sealed record PromiseFacts
{
    /// <summary>What the promise is about.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required PromiseKind Kind { get; init => field = Guard.NotNull(value); }

    /// <summary>The service; null for the promise of all of them.</summary>
    public ServiceType? Service { get; init; }

    /// <summary>What would be promised, in the unit of <see cref="Kind"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Number)]
    public required double Promised { get; init => field = FactRange<PromiseFacts>.Checked(value); }

    /// <summary>What we can do, in the same unit; null where nobody has said so.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Number)]
    public double? Ability { get; init => field = FactRange<PromiseFacts>.Checked(value); }

    /// <summary>Whether it is known what we can do.</summary>
    [JsonIgnore]
    public bool IsAbilityKnown => Ability is not null;

    /// <summary>Whether we can do what would be promised: of an answer as soon or sooner, of all else as much or more; of hours more than
    /// none.</summary>
    [JsonIgnore]
    public bool IsCovered => Ability is { } able && (Kind == PromiseKind.Response ? able <= Promised
        : able >= Promised && (Kind != PromiseKind.Capacity || able > 0));

    [JsonIgnore]
    internal object About => (ITerm?)Service ?? Kind;
}
