using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>The scoring of a tender: criteria with points, a price formula, and the weights of the two.</summary>
/// <remarks>
/// <para>A total is technicalWeight · technical points + priceWeight · price points. With weights of 1, the points of the criteria and of
/// the price add up to those of the document. Quality- and cost-based selection has 100 points for each, and weights that add up to
/// 1.</para>
/// <para>Immutable; equal when every part is.</para>
/// </remarks>
public sealed record TenderScoring
{
    private const double Tolerance = 1e-9;

    /// <summary>Creates the scoring of a tender.</summary>
    /// <param name="criteria">The criteria other than the price.</param>
    /// <param name="price">The price formula.</param>
    /// <param name="totalPoints">The total points that the document states; above 0.</param>
    /// <param name="technicalWeight">The weight of the criteria; above 0.</param>
    /// <param name="priceWeight">The weight of the price; above 0.</param>
    /// <exception cref="ArgumentNullException"><paramref name="criteria"/>, one of them or <paramref name="price"/> is null.</exception>
    /// <exception cref="ArgumentException">Two criteria have the same key, or the points do not add up to the total.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public TenderScoring(
        IReadOnlyList<TenderCriterion> criteria, PriceFormula price, double totalPoints = 100, double technicalWeight = 1,
        double priceWeight = 1)
    {
        var checkedCriteria = ValueList.Of(criteria);
        ArgumentNullException.ThrowIfNull(price);
        Guard.FinitePositive(totalPoints);
        Guard.FinitePositive(technicalWeight);
        Guard.FinitePositive(priceWeight);
        if (checkedCriteria.GroupBy(each => each.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"criteria has the key '{twice.Key}' {twice.Count()} times; keys are unique.", nameof(criteria));
        var technical = checkedCriteria.Sum(each => each.Points);
        var sum = (technicalWeight * technical) + (priceWeight * price.Points);
        if (Math.Abs(sum - totalPoints) > Tolerance * totalPoints)
        {
            throw new ArgumentException(
                Invariant($"criteria has {technical} points and price {price.Points}, weighted {sum} in all; ")
                + Invariant($"totalPoints is {totalPoints}. ")
                + "Add the criterion that is missing, or correct the total.",
                nameof(criteria));
        }

        (Criteria, Price, TotalPoints, TechnicalWeight, PriceWeight) =
            (checkedCriteria, price, totalPoints, technicalWeight, priceWeight);
    }

    /// <summary>The criteria other than the price.</summary>
    public IReadOnlyList<TenderCriterion> Criteria { get; }

    /// <summary>The price formula.</summary>
    public PriceFormula Price { get; }

    /// <summary>The total points.</summary>
    public double TotalPoints { get; }

    /// <summary>The weight of the criteria.</summary>
    public double TechnicalWeight { get; }

    /// <summary>The weight of the price.</summary>
    public double PriceWeight { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"TenderScoring {{ Criteria = {Criteria}, Price = {Price}, ")
        + Invariant($"TotalPoints = {TotalPoints}, TechnicalWeight = {TechnicalWeight}, PriceWeight = {PriceWeight} }}");
}
