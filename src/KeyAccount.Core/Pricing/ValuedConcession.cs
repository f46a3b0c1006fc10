using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>A counter-concession with its value to us.</summary>
/// <param name="Concession">The counter-concession.</param>
/// <param name="Value">The value; null if unknown; negative if taking the counter-concession would cost us.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record ValuedConcession(CounterConcession Concession, decimal? Value)
{
    /// <summary>The value that counts in a trade: 0 if it is unknown, and 0 if it is negative, because then we do not take the
    /// counter-concession.</summary>
    public decimal Counted => Math.Max(Value ?? 0, 0);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"ValuedConcession {{ Concession = {Concession}, Value = {Value} }}");
}
