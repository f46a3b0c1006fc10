using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>A bidder as we see it: us or a rival.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record TenderBidder
{
    /// <summary>The highest price that a bidder may have: 1,000,000,000,000,000.</summary>
    public const decimal MostPrice = 1_000_000_000_000_000m;

    /// <summary>Creates a bidder.</summary>
    /// <param name="name">The name of the bidder; not blank.</param>
    /// <param name="lowPrice">Its lowest likely price; above 0.</param>
    /// <param name="highPrice">Its highest likely price; not below <paramref name="lowPrice"/>, at most <see cref="MostPrice"/>.</param>
    /// <param name="estimates">The bidder's points, criterion by criterion; null for none.</param>
    /// <param name="isValid">Whether the bid is valid. An invalid bid enters neither the base of prices nor the ranking.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank, or there are two estimates for one
    /// criterion.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A price is outside its range.</exception>
    public TenderBidder(
        string name, decimal lowPrice, decimal highPrice, IReadOnlyList<CriterionEstimate>? estimates = null, bool isValid = true)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Guard.Above(lowPrice, 0);
        Guard.AtLeast(highPrice, lowPrice);
        Guard.AtMost(highPrice, MostPrice);
        var points = ValueList.Of(estimates ?? [], nameof(estimates));
        if (points.GroupBy(each => each.Criterion, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException(
                $"estimates has '{twice.Key}' {twice.Count()} times; give one estimate for each criterion.", nameof(estimates));
        }

        (Name, LowPrice, HighPrice, Estimates, IsValid) = (name, lowPrice, highPrice, points, isValid);
    }

    /// <summary>The name of the bidder.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string Name { get; }

    /// <summary>The lowest likely price of the bidder.</summary>
    public decimal LowPrice { get; }

    /// <summary>The highest likely price of the bidder.</summary>
    public decimal HighPrice { get; }

    /// <summary>The bidder's points, criterion by criterion.</summary>
    public IReadOnlyList<CriterionEstimate> Estimates { get; }

    /// <summary>Whether the bid is valid.</summary>
    public bool IsValid { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"TenderBidder {{ Name = {Name}, LowPrice = {LowPrice}, HighPrice = {HighPrice}, ")
        + Invariant($"Estimates = {Estimates}, IsValid = {IsValid} }}");
}
