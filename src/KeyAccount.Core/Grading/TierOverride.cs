using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Grading;

/// <summary>A tier that a person has set in place of the computed one, with a reason and for a limited time.</summary>
/// <typeparam name="TTier">The tiers.</typeparam>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record TierOverride<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTier>
    where TTier : OrderedTerm<TTier>
{
    /// <summary>An override.</summary>
    /// <param name="tier">The tier.</param>
    /// <param name="by">The person who has set it; not blank.</param>
    /// <param name="reason">The reason; not blank.</param>
    /// <param name="from">The first day on which it is in force.</param>
    /// <param name="until">The last day on which it is in force; not before <paramref name="from"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tier"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="by"/> or <paramref name="reason"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="until"/> is before <paramref name="from"/>.</exception>
    [JsonConstructor]
    public TierOverride(TTier tier, string by, string reason, LocalDate from, LocalDate until)
    {
        Guard.Iso(from);
        Guard.Iso(until);
        ArgumentNullException.ThrowIfNull(tier);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (until < from)
        {
            throw new ArgumentOutOfRangeException(
                nameof(until),
                $"until is {LocalDatePattern.Iso.Format(until)}; it must not be before from, {LocalDatePattern.Iso.Format(from)}.");
        }

        Tier = tier;
        By = by;
        Reason = reason;
        From = from;
        Until = until;
    }

    /// <summary>The tier.</summary>
    public TTier Tier { get; }

    /// <summary>The person who has set it.</summary>
    [Privacy(Privacy.PersonName)]
    public string By { get; }

    /// <summary>The reason.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string Reason { get; }

    /// <summary>The first day on which it is in force.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate From { get; }

    /// <summary>The last day on which it is in force.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate Until { get; }

    /// <summary>Whether the override is in force on a day.</summary>
    /// <param name="asOf">The day.</param>
    /// <returns>True from <see cref="From"/> to <see cref="Until"/>, both included.</returns>
    public bool IsInForce(LocalDate asOf) => From <= Guard.Iso(asOf) && asOf <= Until;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        $"TierOverride {{ Tier = {Tier}, By = {By}, Reason = {Reason}, "
        + $"From = {LocalDatePattern.Iso.Format(From)}, Until = {LocalDatePattern.Iso.Format(Until)} }}";
}
