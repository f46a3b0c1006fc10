using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Grading;

/// <summary>The tier of an account as it was left after a period, with what is pending.</summary>
/// <typeparam name="TTier">The tiers.</typeparam>
/// <param name="Tier">The tier.</param>
/// <param name="Since">Since when the account is in it.</param>
/// <param name="AsOf">The date of the last period.</param>
/// <param name="Pending">The tier it is on its way to; null if there is none.</param>
/// <param name="PendingPeriods">In how many consecutive periods it was; 0 where nothing is pending.</param>
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
    /// <summary>Since when the account is in it.</summary>
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
