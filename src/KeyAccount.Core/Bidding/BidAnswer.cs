using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>Where a bid answers a scored criterion.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record BidAnswer
{
    /// <summary>The key of the criterion; not blank.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Criterion { get; init => field = Guard.NotBlank(value); }

    /// <summary>The page of the bid; 1 or more, null where none is named.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(1, 1_000_000, FactUnit.Count, UsualMaximum = 10_000)]
    public int? Page { get; init => field = FactRange<BidAnswer>.Checked(value); }

    /// <summary>What proves it: a certificate, a contract, a test report; null where there is nothing.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string? Evidence { get; init; }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"BidAnswer {{ Criterion = {Criterion}, Page = {Page}, Evidence = {Evidence} }}");
}
