using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>The trend of an account's purchases: whether it buys more or less than before, and since when it has bought nothing. It
/// consists of monthly sums and counts, without a model.</summary>
/// <param name="Months">The number of whole months compared with the same number before them: 12 if 24 are known, otherwise
/// <see cref="ShortSpan"/>; null if fewer than twice that many are known, and then nothing is compared.</param>
/// <param name="Earlier">The purchases of the earlier months; null if nothing is compared.</param>
/// <param name="Later">The purchases of the later months, which end with the last whole one; null if nothing is compared.</param>
/// <param name="MonthsSincePurchase">The number of whole months since the last one with purchases; 0 if that is the last whole month or the
/// current one. Null if the account has never bought.</param>
/// <param name="LongestPause">The largest number of months without purchases between two months with purchases; null if it has bought in
/// fewer than two.</param>
/// <remarks>Immutable; equal when every part is. A comparison of six months with six does not remove seasonality, so the span is shown
/// beside the change.</remarks>
public sealed record PurchaseTrend(int? Months, decimal? Earlier, decimal? Later, int? MonthsSincePurchase, int? LongestPause)
{
    /// <summary>The number of months compared while less than two years are known. Provenance: <c>LibraryDefault</c>, half of the year that
    /// most files hold.</summary>
    public const int ShortSpan = 6;

    private const int Year = 12;

    /// <summary>The number of whole months compared with the same number before them; at least 1, null if nothing is compared.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? Months { get; init => field = AtLeastOne(value); } = AtLeastOne(Months);

    /// <summary>Later/Earlier − 1; null if nothing is compared, or if nothing was bought before.</summary>
    [JsonIgnore]
    public decimal? Change => Earlier > 0 ? (Later / Earlier) - 1 : null;

    /// <summary>The decrease of the purchases, per year: (Earlier − Later) · 12/Months; 0 if they have not decreased, null if nothing is
    /// compared.</summary>
    [JsonIgnore]
    public decimal? YearlyFall =>
        Earlier is { } earlier && Later is { } later && Months is { } months ? Math.Max(0, earlier - later) * Year / months : null;

    /// <summary>Whether the account has bought nothing for longer than ever before, and for at least
    /// <see cref="AccountFindings.SilentMonths"/>; null if it has no earlier pause to compare with.</summary>
    internal bool? HasStopped => MonthsSincePurchase is { } months && LongestPause is { } pause
        ? months >= AccountFindings.SilentMonths && months > pause : null;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"PurchaseTrend {{ Months = {Months}, Earlier = {Earlier}, Later = {Later}, "
        + $"MonthsSincePurchase = {MonthsSincePurchase}, LongestPause = {LongestPause} }}");

    /// <summary>Calculates the trend of an account.</summary>
    /// <param name="purchases">The purchases by month, in any order. A missing month after the first counts as one without purchases.
    /// Months after <paramref name="asOf"/> are left out.</param>
    /// <param name="asOf">The date.</param>
    /// <returns>The trend; null if no purchases are known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="purchases"/> or one of them is null.</exception>
    /// <exception cref="OverflowException">A sum does not fit a decimal.</exception>
    public static PurchaseTrend? Of(IReadOnlyList<MonthlyPurchases> purchases, LocalDate asOf)
    {
        Guard.Iso(asOf);
        ArgumentNullException.ThrowIfNull(purchases);
        var last = Number(asOf.PlusDays(1).ToYearMonth()) - 1;
        var running = Number(asOf.ToYearMonth());
        var months = new List<(int Number, decimal Amount)>(purchases.Count);
        foreach (var each in purchases)
        {
            ArgumentNullException.ThrowIfNull(each, nameof(purchases));
            if (Number(each.Month) <= running)
                months.Add((Number(each.Month), each.Amount));
        }

        if (months.Count == 0)
            return null;
        months.Sort((one, other) => one.Number.CompareTo(other.Number));
        int? span = last - months[0].Number + 1 >= 2 * Year ? Year : last - months[0].Number + 1 >= 2 * ShortSpan ? ShortSpan : null;
        var bought = months.Where(each => each.Amount > 0).Select(each => each.Number).Distinct().ToArray();
        return new(
            span,
            span is null ? null : Sum(last - (2 * span.Value), last - span.Value),
            span is null ? null : Sum(last - span.Value, last),
            bought.Length == 0 ? null : Math.Max(0, last - bought[^1]),
            bought.Length < 2 ? null : bought.Zip(bought.Skip(1), (one, next) => next - one - 1).Max());

        decimal Sum(int after, int to) => months.Where(each => each.Number > after && each.Number <= to).Sum(each => each.Amount);
    }

    private static int? AtLeastOne(int? months)
    {
        Guard.AtLeast(months ?? 1, 1, nameof(Months));
        return months;
    }

    private static int Number(YearMonth month) => (month.Year * Year) + month.Month;
}
