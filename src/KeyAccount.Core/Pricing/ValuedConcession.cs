using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>A counter-concession with what it is worth to us.</summary>
/// <param name="Concession">The counter-concession.</param>
/// <param name="Value">What it is worth; null where it is unknown; negative where taking it would cost us.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record ValuedConcession(CounterConcession Concession, decimal? Value)
{
    /// <summary>What it adds to a trade: its value; 0 where it is unknown, and where taking it would cost us, because then we do
    /// not.</summary>
    public decimal Counted => Math.Max(Value ?? 0, 0);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"ValuedConcession {{ Concession = {Concession}, Value = {Value} }}");
}
