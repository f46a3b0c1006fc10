using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>What is kept of an account of a <see cref="PortfolioFile"/>.</summary>
/// <param name="Id">The id of the account.</param>
/// <param name="Name">What people call it; null where that is its id.</param>
/// <param name="AsOf">The date of its facts; null where it is that of the portfolio.</param>
/// <param name="AnnualPurchases">What it buys in a year; null where that is not known.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PortfolioEntry(string Id, string? Name, LocalDate? AsOf, decimal? AnnualPurchases)
{
    /// <summary>Who of us answers for it; null where nobody does.</summary>
    public string? Owner { get; init; }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"PortfolioEntry {{ Id = {Id}, Name = {Name}, AsOf = {AsOf:R}, AnnualPurchases = {AnnualPurchases} }}");
}
