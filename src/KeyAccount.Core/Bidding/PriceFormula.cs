using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>A price formula of a tender: a pure function of all valid prices.</summary>
/// <remarks>
/// <para>The tender document states which formula applies and how it rounds. Nothing is rounded unless <see cref="Decimals"/> is set.
/// <see cref="PriceFormulaKind.LowestIsFull"/> is the formula of the Administrative Measures for Tendering of Goods and Services in
/// Government Procurement (财政部令第87号), article 55, and, with 100 points, the financial score of the World Bank's quality- and cost-based
/// selection. The others are a <c>LibraryDefault</c>.</para>
/// <para>Immutable; equal when every part is.</para>
/// </remarks>
public sealed record PriceFormula
{
    /// <summary>Creates a formula from its parts.</summary>
    /// <param name="kind">The kind of formula.</param>
    /// <param name="points">The points for the best price; above 0.</param>
    /// <param name="reduction">For <see cref="PriceFormulaKind.MeanBased"/>, the fraction by which the base is below the mean; 0 … below
    /// 1.</param>
    /// <param name="above">For <see cref="PriceFormulaKind.MeanBased"/>, the points that each per cent above the base costs; at least
    /// 0.</param>
    /// <param name="below">The points that each per cent below the base costs; at least 0.</param>
    /// <param name="decimals">The number of decimals to which the document rounds points, half away from zero; 0 … 10, null for no
    /// rounding.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public PriceFormula(
        PriceFormulaKind kind, double points, double reduction = 0, double above = 1, double below = 0.5, int? decimals = null)
    {
        Guard.Defined(kind);
        Guard.FinitePositive(points);
        if (!(reduction >= 0 && reduction < 1))
            throw new ArgumentOutOfRangeException(nameof(reduction), reduction, "reduction must be at least 0 and below 1.");
        Guard.FiniteNotNegative(above);
        Guard.FiniteNotNegative(below);
        if (decimals is < 0 or > 10)
            throw new ArgumentOutOfRangeException(nameof(decimals), decimals, "decimals must be 0 … 10, or left out.");
        (Kind, Points, Reduction, Above, Below, Decimals) = (kind, points, reduction, above, below, decimals);
    }

    /// <summary>The kind of formula.</summary>
    public PriceFormulaKind Kind { get; }

    /// <summary>The points for the best price.</summary>
    public double Points { get; }

    /// <summary>The fraction by which the base is below the mean of the prices.</summary>
    public double Reduction { get; }

    /// <summary>The points that each per cent above the base costs.</summary>
    public double Above { get; }

    /// <summary>The points that each per cent below the base costs.</summary>
    public double Below { get; }

    /// <summary>The number of decimals to which points are rounded, half away from zero; null for no rounding.</summary>
    public int? Decimals { get; }

    /// <summary>points · lowest price / price.</summary>
    /// <param name="points">The points for the lowest price; above 0.</param>
    /// <param name="decimals">The number of decimals to which points are rounded; null for no rounding.</param>
    /// <returns>The formula.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static PriceFormula LowestIsFull(double points, int? decimals = null) =>
        new(PriceFormulaKind.LowestIsFull, points, decimals: decimals);

    /// <summary>points − |per cent from the base| · points per per cent, at least 0; the base is mean · (1 − reduction).</summary>
    /// <param name="points">The points for a price at the base; above 0.</param>
    /// <param name="reduction">The fraction by which the base is below the mean; 0 … below 1.</param>
    /// <param name="above">The points that each per cent above the base costs.</param>
    /// <param name="below">The points that each per cent below the base costs.</param>
    /// <param name="decimals">The number of decimals to which points are rounded; null for no rounding.</param>
    /// <returns>The formula.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static PriceFormula MeanBased(
        double points, double reduction = 0, double above = 1, double below = 0.5, int? decimals = null) =>
        new(PriceFormulaKind.MeanBased, points, reduction, above, below, decimals);

    /// <summary>points · (1 − (price − lowest) / (highest − lowest)); full points if all prices are the same.</summary>
    /// <param name="points">The points for the lowest price; above 0.</param>
    /// <param name="decimals">The number of decimals to which points are rounded; null for no rounding.</param>
    /// <returns>The formula.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static PriceFormula Linear(double points, int? decimals = null) => new(PriceFormulaKind.Linear, points, decimals: decimals);

    /// <summary>Calculates the points of each price.</summary>
    /// <param name="prices">The prices of all bidders.</param>
    /// <returns>The points in the same order; null for a disqualified price.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="prices"/> is null.</exception>
    /// <exception cref="ArgumentException">A price is null, or none is valid.</exception>
    public IReadOnlyList<double?> PointsOf(IReadOnlyList<BidPrice> prices)
    {
        Guard.NoNull(prices);
        var valid = prices.Where(price => price.IsValid).Select(price => (double)price.Price).ToArray();
        if (valid.Length == 0)
            throw new ArgumentException("prices has no valid price; at least one bid must be valid.", nameof(prices));
        var scale = Scale.Of(valid, Reduction);
        return [.. prices.Select(price => price.IsValid ? PointsOf((double)price.Price, scale) : (double?)null)];
    }

    /// <summary>Calculates the points of prices that are all valid.</summary>
    internal double[] PointsOf(double[] prices)
    {
        var scale = Scale.Of(prices, Reduction);
        return Array.ConvertAll(prices, price => PointsOf(price, scale));
    }

    private double PointsOf(double price, Scale scale)
    {
        var percent = 100 * (price - scale.Base) / scale.Base;
        var points = Kind switch
        {
            PriceFormulaKind.LowestIsFull => Points * scale.Lowest / price,
            PriceFormulaKind.MeanBased => Math.Max(0, Points - (percent > 0 ? percent * Above : -percent * Below)),
            _ => scale.Highest > scale.Lowest ? Points * (1 - ((price - scale.Lowest) / (scale.Highest - scale.Lowest))) : Points,
        };
        return Decimals is { } decimals ? Math.Round(points, decimals, MidpointRounding.AwayFromZero) : points;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"PriceFormula {{ Kind = {Kind}, Points = {Points}, Reduction = {Reduction}, ")
        + Invariant($"Above = {Above}, Below = {Below}, Decimals = {Decimals} }}");

    private readonly record struct Scale(double Lowest, double Highest, double Base)
    {
        public static Scale Of(double[] prices, double reduction) =>
            new(prices.Min(), prices.Max(), prices.Average() * (1 - reduction));
    }
}
