using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Services;

/// <summary>The facts of a promise: its kind, its level, and our ability.</summary>
/// <remarks>Immutable, with value equality. The rules read the two conclusions; the reasons speak of the rest.</remarks>
public sealed record PromiseFacts
{
    /// <summary>The facts of a promise.</summary>
    /// <param name="kind">The kind of the promise.</param>
    /// <param name="service">The service; null for the promise of all of them.</param>
    /// <param name="promised">The promised level, in the unit of the kind; at least 0.</param>
    /// <param name="ability">Our ability, in the same unit; at least 0, null if not stated.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, NaN or infinite.</exception>
    public PromiseFacts(PromiseKind kind, ServiceType? service, double promised, double? ability)
    {
        (Kind, Service) = (Guard.NotNull(kind, nameof(kind)), service);
        (Promised, Ability) = (
            FactRange<PromiseFacts>.Checked(promised, nameof(Promised)), FactRange<PromiseFacts>.Checked(ability, nameof(Ability)));
        IsCovered = ability is not { } able ? null
            : kind == PromiseKind.Response ? able <= promised
            : able >= promised && (kind != PromiseKind.Capacity || able > 0);
    }

    /// <summary>The kind of the promise.</summary>
    public PromiseKind Kind { get; }

    /// <summary>The service; null for the promise of all of them.</summary>
    public ServiceType? Service { get; }

    /// <summary>The promised level, in the unit of <see cref="Kind"/>.</summary>
    [FactRange(FactUnit.Number)]
    public double Promised { get; }

    /// <summary>Our ability, in the same unit; null if not stated.</summary>
    [FactRange(FactUnit.Number)]
    public double? Ability { get; }

    /// <summary>Whether we can keep the promise: answer as soon or sooner, all else as much or more; for hours, more than none. Null if our
    /// ability is not known.</summary>
    [JsonIgnore]
    public bool? IsCovered { get; }

    [JsonIgnore]
    internal object About => (ITerm?)Service ?? Kind;
}
