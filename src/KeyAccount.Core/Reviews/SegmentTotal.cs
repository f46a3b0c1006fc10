using KeyAccount.Core.Winback;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The accounts in a segment by recency and frequency: their number and their purchases.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Accounts">The number of accounts.</param>
/// <param name="Purchases">The total yearly purchases.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record SegmentTotal(RfmSegment Segment, int Accounts, decimal Purchases)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"SegmentTotal {{ Segment = {Segment}, Accounts = {Accounts}, Purchases = {Purchases} }}");
}
