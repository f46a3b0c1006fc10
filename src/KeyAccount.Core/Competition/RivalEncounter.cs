using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Competition;

/// <summary>An encounter with a rival: an order for which both competed.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record RivalEncounter
{
    /// <summary>The day.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>The opportunity; null if there is none.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? OpportunityId { get; init; }

    /// <summary>Whether we won; null while the outcome is open, or if neither won.</summary>
    public bool? IsWon { get; init; }

    /// <summary>The amount of the order; 0 … 10¹⁵. Null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e15, FactUnit.Money)]
    public decimal? Amount { get; init => field = FactRange<RivalEncounter>.Checked(value); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"RivalEncounter {{ Date = {Date:R}, OpportunityId = {OpportunityId}, IsWon = {IsWon}, Amount = {Amount} }}");
}
