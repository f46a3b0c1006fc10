using KeyAccount.Core.Winback;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>How many accounts are in a segment by recency and frequency, and what they buy.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Accounts">How many accounts.</param>
/// <param name="Purchases">What they buy in a year, all together.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record SegmentTotal(RfmSegment Segment, int Accounts, decimal Purchases)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"SegmentTotal {{ Segment = {Segment}, Accounts = {Accounts}, Purchases = {Purchases} }}");
}
