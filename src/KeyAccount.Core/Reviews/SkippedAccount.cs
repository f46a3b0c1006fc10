using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>An account that a review leaves out because of its faults.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON. Made by
/// <see cref="PortfolioFile.ReadSkippingBadAccounts(Stream, Action{long})"/> and by the review of such a file.</remarks>
public sealed record SkippedAccount
{
    /// <summary>The index of the account in the file, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The id of the account; null if it cannot be read.</summary>
    public string? Id { get; init; }

    /// <summary>The name of the account; null if it is the same as the id or cannot be read.</summary>
    public string? Name { get; init; }

    /// <summary>The person on our side who is responsible for the account; null if nobody is, or if it cannot be read.</summary>
    public string? Owner { get; init; }

    /// <summary>The yearly purchases in the currency of the portfolio, which the review does not cover. Null if they are not known or
    /// cannot be read.</summary>
    public decimal? AnnualPurchases { get; init; }

    /// <summary>The faults of the account, with the paths in the file; at least one.</summary>
    /// <exception cref="ArgumentNullException">The list or a fault is null.</exception>
    public required IReadOnlyList<ModelFault> Faults { get; init => field = ValueList.Of(value, nameof(Faults)); }

    /// <summary>The text by which a person finds the account: its name, otherwise its id, otherwise its path in the file.</summary>
    internal string Called => Name ?? Id ?? Invariant($"accounts[{Index}]");

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"SkippedAccount {{ Index = {Index}, Id = {Id}, Name = {Name}, Owner = {Owner}, ")
        + Invariant($"AnnualPurchases = {AnnualPurchases}, Faults = {Faults} }}");
}
