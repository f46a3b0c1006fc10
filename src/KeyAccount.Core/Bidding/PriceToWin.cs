using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>The highest price at which we come first, and whether we may offer it.</summary>
/// <remarks>Not a value: computed by <see cref="Of"/>. Immutable.</remarks>
public sealed class PriceToWin
{
    private const int Steps = 4_000;
    private const int Halvings = 80;

    private PriceToWin(decimal? limit, decimal? from, bool isUnlimited, decimal? lowestAllowed)
    {
        (Limit, From, IsUnlimited, LowestAllowed) = (limit, from, isUnlimited, lowestAllowed);
    }

    /// <summary>The price below which we come first, to eight digits; null if no price wins, or if every price does.</summary>
    public decimal? Limit { get; }

    /// <summary>The price down to which we come first, to eight digits; null if every price below <see cref="Limit"/> wins. A lower price
    /// does not always get more points (<see cref="PriceFormulaKind.MeanBased"/>).</summary>
    public decimal? From { get; }

    /// <summary>Whether we come first at every price up to ten times the highest price of a rival.</summary>
    public bool IsUnlimited { get; }

    /// <summary>The lowest price that we may offer; null if that is not known.</summary>
    public decimal? LowestAllowed { get; }

    /// <summary>Whether a winning price may be offered, that is, whether it is above <see cref="LowestAllowed"/>. Null if the lowest price
    /// is not known.</summary>
    public bool? MayBeOffered => IsUnlimited ? true
        : Limit is not { } limit ? false
        : LowestAllowed is { } lowest ? limit > lowest
        : null;

    /// <summary>The result in a sentence for a person.</summary>
    public Text Reason => IsUnlimited ? TextTable.Library["Bidding.PriceToWin.unlimited"]
        : Limit is not { } limit ? TextTable.Library["Bidding.PriceToWin.none"]
        : From is { } from && MayBeOffered != false
            ? TextTable.Library[LowestAllowed is null ? "Bidding.PriceToWin.between" : "Bidding.PriceToWin.betweenKnown"].With(
                Invariant($"{from:#,0.##}"), Invariant($"{limit:#,0.##}"), Invariant($"{LowestAllowed ?? 0:#,0.##}"))
        : TextTable.Library[MayBeOffered switch
        {
            null => "Bidding.PriceToWin.limit",
            true => "Bidding.PriceToWin.allowed",
            _ => "Bidding.PriceToWin.forbidden",
        }].With(Invariant($"{limit:#,0.##}"), Invariant($"{LowestAllowed ?? 0:#,0.##}"));

    /// <summary>Finds the price to win.</summary>
    /// <param name="scoring">The scoring of the tender.</param>
    /// <param name="technical">Our points without those for the price; at least 0.</param>
    /// <param name="rivals">The valid bids of the others; at least one.</param>
    /// <param name="lowestAllowed">The lowest price that we may offer, as the guardrails give it; above 0, null if that is not
    /// known.</param>
    /// <returns>The price to win; if several bands of prices win, the highest one.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="rivals"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static PriceToWin Of(
        TenderScoring scoring, double technical, IReadOnlyList<RivalOffer> rivals, decimal? lowestAllowed = null)
    {
        ArgumentNullException.ThrowIfNull(scoring);
        Guard.FiniteNotNegative(technical);
        Guard.NoNull(rivals);
        if (rivals.Count == 0)
            throw new ArgumentException("rivals is empty; without a rival every price wins.", nameof(rivals));
        if (lowestAllowed is { } lowest)
            Guard.Above(lowest, 0, nameof(lowestAllowed));
        var highest = 10 * (double)rivals.Max(rival => rival.Price);
        var prices = new double[rivals.Count + 1];
        for (var i = 0; i < rivals.Count; i++)
            prices[i + 1] = (double)rivals[i].Price;

        if (Wins(highest))
            return new(null, null, isUnlimited: true, lowestAllowed);
        for (var step = Steps - 1; step > 0; step--)
        {
            var (won, lost) = (highest * step / Steps, highest * (step + 1) / Steps);
            if (!Wins(won))
                continue;
            var limit = Border(won, lost);
            var below = step - 1;
            while (below > 0 && Wins(highest * below / Steps))
                below--;
            return new(
                limit,
                below == 0 ? null : Border(highest * (below + 1) / Steps, highest * below / Steps),
                isUnlimited: false,
                lowestAllowed);
        }

        return new(null, null, isUnlimited: false, lowestAllowed);

        decimal Border(double won, double lost)
        {
            for (var i = 0; i < Halvings; i++)
            {
                var middle = (won + lost) / 2;
                if (Wins(middle))
                    won = middle;
                else
                    lost = middle;
            }

            return decimal.Round((decimal)lost, 8);
        }

        bool Wins(double price)
        {
            prices[0] = price;
            var points = scoring.Price.PointsOf(prices);
            var ours = (scoring.TechnicalWeight * technical) + (scoring.PriceWeight * points[0]);
            for (var i = 0; i < rivals.Count; i++)
            {
                if (ours <= (scoring.TechnicalWeight * rivals[i].Technical) + (scoring.PriceWeight * points[i + 1]))
                    return false;
            }

            return true;
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"PriceToWin {{ From = {From}, Limit = {Limit}, IsUnlimited = {IsUnlimited}, ")
        + Invariant($"LowestAllowed = {LowestAllowed}, MayBeOffered = {MayBeOffered} }}");
}
