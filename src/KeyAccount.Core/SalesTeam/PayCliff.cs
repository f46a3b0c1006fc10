using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A place where a small step in attainment makes a large one in pay.</summary>
/// <param name="Kind">The cause of the cliff.</param>
/// <param name="Measure">The key of the measure whose attainment causes it; null for a curve that belongs to no plan.</param>
/// <param name="At">The attainment at which it occurs, as a fraction.</param>
/// <param name="From">The payout just before, as a fraction of the target incentive.</param>
/// <param name="To">The payout at that attainment, as a fraction of the target incentive.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PayCliff(PayCliffKind Kind, string? Measure, double At, double From, double To)
{
    /// <summary>Describes the cliff for a person, with a way to remove it.</summary>
    /// <returns>The sentence.</returns>
    public Text Describe()
    {
        var (at, from, to) = (Invariant($"{At * 100:0.#}"), Invariant($"{From * 100:0.#}"), Invariant($"{To * 100:0.#}"));
        return TextTable.Library[Kind switch
        {
            PayCliffKind.Threshold => "SalesTeam.PayCliff.threshold",
            PayCliffKind.Gate => "SalesTeam.PayCliff.gate",
            _ => "SalesTeam.PayCliff.step",
        }].With(Measure ?? "–", at, from, to);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"PayCliff {{ Kind = {Kind}, Measure = {Measure}, At = {At}, From = {From}, To = {To} }}");
}
