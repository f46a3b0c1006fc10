using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>Calibration of stated odds: how often deals with given odds are won.</summary>
/// <param name="Deals">The number of closed deals compared.</param>
/// <param name="Brier">The mean of (odds − outcome)²: 0 is perfect.</param>
/// <param name="BaseRate">The share of deals won, as a fraction.</param>
/// <param name="Skill">1 − Brier / (b(1 − b)) with the base rate b: above 0 better than always saying the base rate; null if all or
/// none were won.</param>
/// <param name="Classes">The deals by their stated odds, in tenths; classes without deals are left out.</param>
/// <remarks>Immutable, with value equality. Source: Brier 1950, Verification of Forecasts Expressed in Terms of Probability,
/// Monthly Weather Review 78(1).</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Classes"/> or an item of it is null.</exception>
public sealed record OddsCalibration(int Deals, double Brier, double BaseRate, double? Skill, IReadOnlyList<CalibrationClass> Classes)
{
    /// <inheritdoc cref="OddsCalibration" path="/param[@name='Classes']"/>
    public IReadOnlyList<CalibrationClass> Classes { get; } = ValueList.Of(Classes);

    /// <summary>The calibration of stated odds.</summary>
    /// <param name="deals">The stated odds of each deal, 0 … 1, and whether it was won.</param>
    /// <returns>The calibration.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="deals"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no deal.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Odds are outside 0 … 1; the message names the deal by its index.</exception>
    public static OddsCalibration Of(IReadOnlyList<(double Odds, bool IsWon)> deals)
    {
        ArgumentNullException.ThrowIfNull(deals);
        if (deals.Count == 0)
            throw new ArgumentException("There is no deal; give at least one that is closed.", nameof(deals));
        for (var i = 0; i < deals.Count; i++)
            Guard.Between(deals[i].Odds, 0, 1, Invariant($"deals[{i}].Odds"));
        var brier = deals.Average(deal => Math.Pow(deal.Odds - (deal.IsWon ? 1 : 0), 2));
        var rate = deals.Count(deal => deal.IsWon) / (double)deals.Count;
        return new(
            deals.Count,
            brier,
            rate,
            rate is 0 or 1 ? null : 1 - (brier / (rate * (1 - rate))),
            [
                .. deals.GroupBy(deal => Math.Min(9, (int)(deal.Odds * 10))).OrderBy(group => group.Key)
                    .Select(group => new CalibrationClass(
                        group.Key / 10.0,
                        (group.Key + 1) / 10.0,
                        group.Count(),
                        group.Count(deal => deal.IsWon),
                        group.Average(deal => deal.Odds))),
            ]);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All figures by name.</returns>
    public override string ToString() =>
        Invariant($"OddsCalibration {{ Deals = {Deals}, Brier = {Brier}, BaseRate = {BaseRate}, Skill = {Skill} }}");
}
