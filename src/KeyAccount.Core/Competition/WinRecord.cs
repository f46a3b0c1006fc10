using System.Text.Json.Serialization;
using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Competition;

/// <summary>How often we won and lost against a rival, and for what amounts.</summary>
/// <remarks>
/// <para>Win rate = won / (won + lost), with Wilson's interval. Threat = amount lost to it / amount contested. 12 of 30 are 40 %, and the
/// rate lies between 24.6 and 57.7 % (95 %).</para>
/// <para>Immutable; equal when all four figures are. Source of the interval: Wilson 1927.</para>
/// </remarks>
public sealed record WinRecord
{
    /// <summary>A record.</summary>
    /// <param name="won">How often we won; 0 … 10⁹.</param>
    /// <param name="lost">How often we lost; 0 … 10⁹.</param>
    /// <param name="amountWon">For what amount we won; 0 … 10¹⁸.</param>
    /// <param name="amountLost">For what amount we lost; 0 … 10¹⁸.</param>
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

    /// <summary>How often we won.</summary>
    public long Won { get; }

    /// <summary>How often we lost.</summary>
    public long Lost { get; }

    /// <summary>For what amount we won.</summary>
    public decimal AmountWon { get; }

    /// <summary>For what amount we lost.</summary>
    public decimal AmountLost { get; }

    /// <summary>How often it was decided between us.</summary>
    [JsonIgnore]
    public long Decided => Won + Lost;

    /// <summary>The share that we won, as a fraction; null if nothing was decided.</summary>
    [JsonIgnore]
    public double? WinRate => Decided == 0 ? null : (double)Won / Decided;

    /// <summary>The share of the contested amount that we lost to the rival, as a fraction; null if no amount is known.</summary>
    [JsonIgnore]
    public decimal? Threat => AmountWon + AmountLost == 0 ? null : AmountLost / (AmountWon + AmountLost);

    /// <summary>The record of a rival.</summary>
    /// <param name="rival">The rival.</param>
    /// <returns>What is stated; where nothing is, what its encounters show.</returns>
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

    /// <summary>How often a rival meets us: the share of our deals in which it took part.</summary>
    /// <param name="met">In how many deals it took part; 0 … <paramref name="deals"/>.</param>
    /// <param name="deals">How many deals there were.</param>
    /// <returns>The rate, as a fraction; null if there was no deal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range.</exception>
    public static double? EncounterRate(long met, long deals)
    {
        Guard.NotNegative(deals);
        Guard.Between(met, 0, deals);
        return deals == 0 ? null : (double)met / deals;
    }

    /// <summary>Where the win rate lies: Wilson's score interval.</summary>
    /// <param name="confidence">How sure that is to be; above 0, at most 0.999999.</param>
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
