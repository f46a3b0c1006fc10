using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>One customer that was approached in a campaign, and what came of it.</summary>
/// <param name="AccountId">The account; not blank.</param>
/// <param name="Kind">In what way it left; null if not known.</param>
/// <param name="RevenueLost">What it bought in the year before it left; not negative.</param>
/// <param name="Cost">What the attempt cost; not negative.</param>
/// <param name="RegainedOn">The day on which it bought again; null if it has not.</param>
/// <param name="LostAgainOn">The day on which it left again; null if it has not.</param>
/// <param name="RevenueRegained">What it has bought since it came back; not negative.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record WinbackAttempt(
    string AccountId,
    DepartureKind? Kind,
    decimal RevenueLost,
    decimal Cost,
    LocalDate? RegainedOn = null,
    LocalDate? LostAgainOn = null,
    decimal RevenueRegained = 0)
{
    /// <summary>The day on which it bought again; null if it has not.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? RegainedOn { get; init => field = Guard.Iso(value, nameof(RegainedOn)); } = Guard.Iso(RegainedOn);

    /// <summary>The day on which it left again; null if it has not.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? LostAgainOn { get; init => field = Guard.Iso(value, nameof(LostAgainOn)); } = Guard.Iso(LostAgainOn);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"WinbackAttempt {{ AccountId = {AccountId}, Kind = {Kind}, RevenueLost = {RevenueLost}, Cost = {Cost}, ")
        + Invariant($"RegainedOn = {RegainedOn:R}, LostAgainOn = {LostAgainOn:R}, RevenueRegained = {RevenueRegained} }}");

    internal static void Check(WinbackAttempt attempt, string name)
    {
        ArgumentNullException.ThrowIfNull(attempt, name);
        ArgumentException.ThrowIfNullOrWhiteSpace(attempt.AccountId, $"{name}.AccountId");
        Guard.NotNegative(attempt.RevenueLost, $"{name}.RevenueLost");
        Guard.NotNegative(attempt.Cost, $"{name}.Cost");
        Guard.NotNegative(attempt.RevenueRegained, $"{name}.RevenueRegained");
        if (attempt.LostAgainOn is { } lost && !(attempt.RegainedOn <= lost))
        {
            throw new ArgumentException(
                Invariant($"{name}.LostAgainOn is {lost:R}; it must not be before RegainedOn, {attempt.RegainedOn:R}."), name);
        }
    }
}
