using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A line of a pay statement.</summary>
/// <param name="Kind">The kind of line.</param>
/// <param name="Key">The key of the measure, or of the kind.</param>
/// <param name="Name">The name of the line for a person.</param>
/// <param name="Target">The amount on target, not rounded; null for a guarantee.</param>
/// <param name="Attainment">The attainment of the measure, as a fraction; null if there is none.</param>
/// <param name="Payout">The payout, as a fraction of the target; null if there is no measure.</param>
/// <param name="Amount">The amount paid, rounded as the caller specifies.</param>
/// <param name="Reason">How the amount was calculated, in a sentence for a person.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PayLine(
    PayLineKind Kind, string Key, Text Name, decimal? Target, double? Attainment, double? Payout, decimal Amount, Text Reason)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Kind, key and amount by name.</returns>
    public override string ToString() => Invariant($"PayLine {{ Kind = {Kind}, Key = {Key}, Amount = {Amount} }}");
}
