using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Grading;

/// <summary>The tier of an account at the end of a period, with any pending change.</summary>
/// <typeparam name="TTier">The tiers.</typeparam>
/// <param name="Tier">The tier.</param>
/// <param name="Since">The day since which the account is in the tier.</param>
/// <param name="AsOf">The date of the last period.</param>
/// <param name="Pending">The tier to which a change is pending; null if there is none.</param>
/// <param name="PendingPeriods">The number of consecutive periods for which the change has been pending; 0 if none is pending.</param>
/// <remarks>Immutable, with value equality, also after a round trip through JSON. Keep it between the
/// periods.</remarks>
public sealed record TierState<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTier>(
    [property: JsonRequired] TTier Tier,
    LocalDate Since,
    LocalDate AsOf,
    [property: JsonPropertyOrder(1)] TTier? Pending,
    [property: JsonPropertyOrder(1), FactRange(FactUnit.Count)] int PendingPeriods)
    where TTier : OrderedTerm<TTier>
{
    /// <summary>The day since which the account is in the tier.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonRequired]
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate Since { get; init => field = Guard.Iso(value, nameof(Since)); } = Guard.Iso(Since);

    /// <summary>The date of the last period.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonRequired]
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate AsOf { get; init => field = Guard.Iso(value, nameof(AsOf)); } = Guard.Iso(AsOf);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"TierState {{ Tier = {Tier}, Since = {LocalDatePattern.Iso.Format(Since)}, AsOf = {LocalDatePattern.Iso.Format(AsOf)}, "
        + $"Pending = {Pending}, PendingPeriods = {PendingPeriods} }}");
}
