using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>An answer of the bid to a scored criterion, with its page and its evidence.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record BidAnswer
{
    /// <summary>The key of the criterion; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Criterion { get; init => field = Guard.NotBlank(value); }

    /// <summary>The page of the bid with the answer; 1 or more, null if none is named.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(1, 1_000_000, FactUnit.Count, UsualMaximum = 10_000)]
    public int? Page { get; init => field = FactRange<BidAnswer>.Checked(value); }

    /// <summary>The evidence for the answer: a certificate, a contract, a test report; null if there is none.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string? Evidence { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"BidAnswer {{ Criterion = {Criterion}, Page = {Page}, Evidence = {Evidence} }}");
}
