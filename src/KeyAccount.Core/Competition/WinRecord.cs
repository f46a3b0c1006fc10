using System.Text.Json.Serialization;
using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Competition;

/// <summary>The record of wins and losses against a rival, with their amounts.</summary>
/// <remarks>
/// <para>Win rate = won / (won + lost), with Wilson's interval. Threat = amount lost to it / amount contested. 12 of 30 are 40 %, and the
/// rate lies between 24.6 and 57.7 % (95 %).</para>
/// <para>Immutable; equal when all four figures are. Source of the interval: Wilson 1927.</para>
/// </remarks>
public sealed record WinRecord
{
    /// <summary>A record.</summary>
    /// <param name="won">The number of wins; 0 … 10⁹.</param>
    /// <param name="lost">The number of losses; 0 … 10⁹.</param>
    /// <param name="amountWon">The amount won; 0 … 10¹⁸.</param>
    /// <param name="amountLost">The amount lost; 0 … 10¹⁸.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    [JsonConstructor]
    public WinRecord(long won, long lost, decimal amountWon = 0, decimal amountLost = 0)
    {
        Guard.Between(won, 0, 1e9);
        Guard.Between(lost, 0, 1e9);
        Guard.NotNegative(amountWon);
        Guard.AtMost(amountWon, 1e18m);
        Guard.NotNegative(amountLost);
        Guard.AtMost(amountLost, 1e18m);
        (Won, Lost, AmountWon, AmountLost) = (won, lost, amountWon, amountLost);
    }

    /// <summary>The number of wins.</summary>
    public long Won { get; }

    /// <summary>The number of losses.</summary>
    public long Lost { get; }

    /// <summary>The amount won.</summary>
    public decimal AmountWon { get; }

    /// <summary>The amount lost.</summary>
    public decimal AmountLost { get; }

    /// <summary>The number of decided encounters.</summary>
    [JsonIgnore]
    public long Decided => Won + Lost;

    /// <summary>The win rate, as a fraction; null if nothing was decided.</summary>
    [JsonIgnore]
    public double? WinRate => Decided == 0 ? null : (double)Won / Decided;

    /// <summary>The share of the contested amount lost to the rival, as a fraction; null if no amount is known.</summary>
    [JsonIgnore]
    public decimal? Threat => AmountWon + AmountLost == 0 ? null : AmountLost / (AmountWon + AmountLost);

    /// <summary>The record of a rival.</summary>
    /// <param name="rival">The rival.</param>
    /// <returns>The stated counts and amounts; those of the encounters if none are stated.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rival"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amounts of its encounters sum to more than 10¹⁸.</exception>
    public static WinRecord Of(Rival rival)
    {
        ArgumentNullException.ThrowIfNull(rival);
        return new(
            rival.WonAgainst ?? rival.Encounters.Count(each => each.IsWon == true),
            rival.LostAgainst ?? rival.Encounters.Count(each => each.IsWon == false),
            rival.AmountWon ?? AmountOf(rival.Encounters, true),
            rival.AmountLost ?? AmountOf(rival.Encounters, false));
    }

    /// <summary>The record over several accounts.</summary>
    /// <param name="records">The records.</param>
    /// <returns>Their sum.</returns>
    /// <exception cref="ArgumentNullException">The list or an entry is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A sum is outside its range.</exception>
    public static WinRecord Sum(IReadOnlyList<WinRecord> records)
    {
        Guard.NoNull(records);
        return new(
            records.Sum(each => each.Won), records.Sum(each => each.Lost), records.Sum(each => each.AmountWon),
            records.Sum(each => each.AmountLost));
    }

    /// <summary>The encounter rate: the share of our deals in which a rival took part.</summary>
    /// <param name="met">The number of deals in which the rival took part; 0 … <paramref name="deals"/>.</param>
    /// <param name="deals">The number of deals.</param>
    /// <returns>The rate, as a fraction; null if there was no deal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range.</exception>
    public static double? EncounterRate(long met, long deals)
    {
        Guard.NotNegative(deals);
        Guard.Between(met, 0, deals);
        return deals == 0 ? null : (double)met / deals;
    }

    /// <summary>The interval of the win rate: Wilson's score interval.</summary>
    /// <param name="confidence">The confidence level; above 0, at most 0.999999.</param>
    /// <returns>The interval, as fractions; null if nothing was decided.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is outside its range.</exception>
    public ConfidenceInterval? Interval(double confidence = ConfidenceInterval.DefaultConfidence) =>
        new RateEstimate(0.5, 0, Won, Decided).CountedInterval(confidence);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All figures by name.</returns>
    public override string ToString() => Invariant(
        $"WinRecord {{ Won = {Won}, Lost = {Lost}, AmountWon = {AmountWon}, AmountLost = {AmountLost} }}");

    internal static decimal AmountOf(IReadOnlyList<RivalEncounter> encounters, bool isWon) =>
        encounters.Where(each => each.IsWon == isWon).Sum(each => each.Amount ?? 0);
}
