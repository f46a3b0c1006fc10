using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>An account that a review leaves out because of its faults.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON. Made by
/// <see cref="PortfolioFile.ReadSkippingBadAccounts(Stream, Action{long})"/> and by the review of such a file.</remarks>
public sealed record SkippedAccount
{
    /// <summary>Its index in the file, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Its id; null where that cannot be read.</summary>
    public string? Id { get; init; }

    /// <summary>What people call it; null where that is its id or cannot be read.</summary>
    public string? Name { get; init; }

    /// <summary>Who of us answers for it; null where nobody does or it cannot be read.</summary>
    public string? Owner { get; init; }

    /// <summary>What it buys in a year, in the currency of the portfolio: the money that the review does not cover. Null where that is not
    /// known or cannot be read.</summary>
    public decimal? AnnualPurchases { get; init; }

    /// <summary>What is wrong with it, with the paths in the file; at least one.</summary>
    /// <exception cref="ArgumentNullException">The list or a fault is null.</exception>
    public required IReadOnlyList<ModelFault> Faults { get; init => field = ValueList.Of(value, nameof(Faults)); }

    /// <summary>What a person finds it by: its name, else its id, else its path in the file.</summary>
    internal string Called => Name ?? Id ?? Invariant($"accounts[{Index}]");

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"SkippedAccount {{ Index = {Index}, Id = {Id}, Name = {Name}, Owner = {Owner}, ")
        + Invariant($"AnnualPurchases = {AnnualPurchases}, Faults = {Faults} }}");
}
