using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A forecast of our share of the customer's spending next year, with its range and its basis (未来份额预测).</summary>
/// <remarks>
/// <para>Share next year = s · (1 + d · c) / (1 + d · m): s is the share of the main business today, c the change of our purchases from one
/// period to the next (<see cref="PurchaseTrend.Change"/>), m the growth of the customer's market, d = <see cref="LastingPart"/>. The range
/// covers the corner cases: the changes last not at all or fully, and the wallet is larger or smaller than estimated by
/// <see cref="WalletError"/>. All results are limited to 0 … 1.</para>
/// <para>《大客戶戰略客戶關係管理》 asks for the forecast but gives no method: the formula is a <c>LibraryDefault</c>. It ignores what people decide
/// next year: a tender, a rival, a new person.</para>
/// <para>A value: immutable, equal when every part is, and the same after a round trip through JSON.</para>
/// </remarks>
public sealed record ShareForecast
{
    /// <summary>The part of a change that lasts: a half. Provenance: <c>LibraryDefault</c>.</summary>
    public const decimal LastingPart = 0.5m;

    /// <summary>The possible error of a wallet estimate, as a fraction of it: 0.1. Provenance: <c>LibraryDefault</c>.</summary>
    public const decimal WalletError = 0.1m;

    /// <summary>Creates a forecast from its parts; JSON is read through this constructor.</summary>
    /// <param name="today">The share today, 0 … 1.</param>
    /// <param name="nextYear">The share next year, 0 … 1.</param>
    /// <param name="low">The lower end of the range, at most <paramref name="nextYear"/>.</param>
    /// <param name="high">The upper end, at least <paramref name="nextYear"/>.</param>
    /// <param name="restsOn">The basis of the forecast.</param>
    /// <exception cref="ArgumentNullException"><paramref name="restsOn"/> or an item of it is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is outside its range.</exception>
    [JsonConstructor]
    public ShareForecast(decimal today, decimal nextYear, decimal low, decimal high, IReadOnlyList<Text> restsOn)
    {
        Guard.NotNegative(today);
        Guard.AtMost(today, 1);
        Guard.NotNegative(low);
        Guard.AtMost(low, nextYear);
        Guard.AtMost(nextYear, high);
        Guard.AtMost(high, 1);
        (Today, NextYear, Low, High, RestsOn) = (today, nextYear, low, high, ValueList.Of(restsOn));
    }

    /// <summary>The share of the main business today, 0 … 1.</summary>
    public decimal Today { get; }

    /// <summary>The share next year, 0 … 1.</summary>
    public decimal NextYear { get; }

    /// <summary>The lower end of the range.</summary>
    public decimal Low { get; }

    /// <summary>The upper end of the range.</summary>
    public decimal High { get; }

    /// <summary>The basis of the forecast for a person: the facts that were used, and those that were missing.</summary>
    public IReadOnlyList<Text> RestsOn { get; }

    /// <summary>Forecasts the share.</summary>
    /// <param name="share">The share of the main business today, 0 … 1; null if it is not known.</param>
    /// <param name="trend">The trend of our purchases; null if it is not known.</param>
    /// <param name="marketGrowth">The yearly growth of the customer's market, as a fraction from −1, which means that nothing of it is
    /// left; null if it is not known, and then it counts as 0.</param>
    /// <returns>The forecast; null if the share or the change is not known.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> or <paramref name="marketGrowth"/> is outside its
    /// range.</exception>
    public static ShareForecast? Of(decimal? share, PurchaseTrend? trend, double? marketGrowth = null)
    {
        if (share is { } given)
        {
            Guard.NotNegative(given, nameof(share));
            Guard.AtMost(given, 1, nameof(share));
        }

        if (marketGrowth is { } growing)
            Guard.Between(growing, -1, double.MaxValue, nameof(marketGrowth));
        if (share is not { } today || trend?.Change is not { } change)
            return null;

        // What grew from almost nothing would not fit a decimal; beyond a hundredfold the share is held at its ends anyway.
        change = Math.Clamp(change, -1, MostGrowth);
        var market = Math.Round((decimal)Math.Min(marketGrowth ?? 0, MostMarket), 6);
        var next = Held(today * (1 + (LastingPart * change)) / (1 + (LastingPart * market)));
        decimal[] corners =
        [
            .. from ours in (decimal[])[0, change]
               from theirs in (decimal[])[0, Math.Max(market, LeastMarket)]
               select today * (1 + ours) / (1 + theirs),
        ];
        return new(
            today,
            next,
            Math.Min(next, Held(corners.Min() / (1 + WalletError))),
            Math.Max(next, Held(corners.Max() / (1 - WalletError))),
            [
                TextTable.Library["Reviews.ShareForecast.share"].With(100 * today),
                Told("trend", change, trend.Months),
                .. trend.Months < Year ? (Text[])[TextTable.Library["Reviews.ShareForecast.season"]] : [],
                marketGrowth is null ? TextTable.Library["Reviews.ShareForecast.noMarket"]
                    : Told("market", market),
            ]);

        // The verb tells the direction, and the number has no sign.
        static Text Told(string what, decimal change, params object?[] arguments)
        {
            var percent = Math.Round(100 * Math.Abs(change), MidpointRounding.AwayFromZero);
            return TextTable.Library[
                $"Reviews.ShareForecast.{what}{(percent == 0 ? ".steady" : change > 0 ? ".rises" : ".falls")}"]
                .With([percent == 0 ? 1 : percent, .. arguments]);
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The shares by name.</returns>
    public override string ToString() =>
        Invariant($"ShareForecast {{ Today = {Today}, NextYear = {NextYear}, Low = {Low}, High = {High} }}");

    private const int Year = 12;
    private const int MostGrowth = 100;
    private const decimal LeastMarket = -0.99m;

    // Where a market grows like this, nothing is left of any share in six digits.
    private const double MostMarket = 1e9;

    private static decimal Held(decimal share) => Math.Round(Math.Clamp(share, 0, 1), 6);
}
