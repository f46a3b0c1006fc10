using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Prospects;

/// <summary>Figures of a balance sheet and an income statement of one year, all in one currency.</summary>
/// <remarks>Immutable, with value equality. Which currency does not matter: only ratios are read.</remarks>
public sealed record BalanceFigures
{
    /// <summary>The date of the balance sheet; null if not stated.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? On { get; init => field = Guard.Iso(value, nameof(On)); }

    /// <summary>Current assets less current liabilities.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "it can be negative")]
    public required decimal WorkingCapital { get; init; }

    /// <summary>Retained earnings, over all years.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "losses can outweigh profits")]
    public required decimal RetainedEarnings { get; init; }

    /// <summary>Earnings before interest and taxes of the year.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "a year can end with a loss")]
    public required decimal Ebit { get; init; }

    /// <summary>Book value of equity.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "debts can outweigh what it has")]
    public required decimal BookEquity { get; init; }

    /// <summary>Total liabilities; above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Money, IsMinimumExcluded = true)]
    public required decimal TotalLiabilities { get; init => field = FactRange<BalanceFigures>.Checked(value); }

    /// <summary>Total assets; above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Money, IsMinimumExcluded = true)]
    public required decimal TotalAssets { get; init => field = FactRange<BalanceFigures>.Checked(value); }

    // The two sides of a balance are equal but for rounding.
    private const decimal Rounding = 0.01m;

    /// <summary>Whether equity and liabilities differ from total assets by more than a hundredth.</summary>
    internal bool IsUnbalanced => Math.Abs((double)BookEquity + (double)TotalLiabilities - (double)TotalAssets)
        > (double)Rounding * (double)TotalAssets;

    /// <summary>What is impossible in any balance sheet, by member.</summary>
    internal IEnumerable<(string Member, string Message)> Faults()
    {
        if (WorkingCapital > TotalAssets)
        {
            yield return ("workingCapital", Invariant($"it is {WorkingCapital}; it must not be above totalAssets, {TotalAssets}: ")
                + "current assets are a part of all assets");
        }

        if (WorkingCapital < -TotalLiabilities)
        {
            yield return ("workingCapital", Invariant($"it is {WorkingCapital}; it must not be below -totalLiabilities, ")
                + Invariant($"{-TotalLiabilities}: current liabilities are a part of all liabilities"));
        }

        if (BookEquity > TotalAssets)
        {
            yield return ("bookEquity", Invariant($"it is {BookEquity}; it must not be above totalAssets, {TotalAssets}: ")
                + "equity is what the assets leave after the liabilities");
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"BalanceFigures {{ On = {On:R}, WorkingCapital = {WorkingCapital}, RetainedEarnings = {RetainedEarnings}, Ebit = {Ebit}, ")
        + Invariant($"BookEquity = {BookEquity}, TotalLiabilities = {TotalLiabilities}, TotalAssets = {TotalAssets} }}");
}
