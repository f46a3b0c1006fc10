using System.Text.Json.Serialization;
using KeyAccount.Core.Competition;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Needs;

/// <summary>The price of the customer's best alternative, and how we know it.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ReferencePrice
{
    /// <summary>The price, in <see cref="Currency"/>; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e15, FactUnit.Money)]
    public required decimal Amount { get; init => field = FactRange<ReferencePrice>.Checked(value); }

    /// <summary>The currency, such as <c>CNY</c>; not blank. A review converts it to that of the portfolio.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.Code)]
    public required string Currency { get; init => field = Guard.NotBlank(value); }

    /// <summary>The alternative in words; null if not stated.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Product { get; init; }

    /// <summary>Whether the price is first-hand, such as from an invoice, or second-hand; null if not stated.</summary>
    public DataOrigin? Origin { get; init; }

    /// <summary>The day on which the price was verified; null if it was not.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? VerifiedOn { get; init => field = Guard.Iso(value, nameof(VerifiedOn)); }

    /// <summary>Whether the price is hearsay: neither first-hand nor verified.</summary>
    [JsonIgnore]
    public bool IsHearsay => VerifiedOn is null && Origin != DataOrigin.Primary;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"ReferencePrice {{ Amount = {Amount}, Currency = {Currency}, Product = {Product}, ")
        + Invariant($"Origin = {Origin}, VerifiedOn = {VerifiedOn:R} }}");
}
