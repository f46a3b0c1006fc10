using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Negotiation;

/// <summary>An analysis of the offers on one issue: pace, trend, who concedes faster, what was given for nothing.</summary>
/// <remarks>
/// <para>A pure function of the offers; the order in which they are given does not matter. Source: methods.md's three questions (are their
/// concessions shrinking, are ours conditional, who concedes faster); that shrinking steps announce a limit is Raiffa 1982, The Art and
/// Science of Negotiation.</para>
/// <para>A value: immutable, equal when direction and offers are. Exact decimals.</para>
/// </remarks>
public sealed record ConcessionRecord
{
    private const decimal TicksPerDay = NodaConstants.TicksPerDay;

    /// <summary>Reads a record of offers.</summary>
    /// <param name="direction">The direction in which the issue is better for us.</param>
    /// <param name="offers">The offers of both sides, in any order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="offers"/> or an offer is null.</exception>
    /// <exception cref="ArgumentException">A side has two offers at the same instant, so that their order is not known.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="direction"/> is neither of the two.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public ConcessionRecord(IssueDirection direction, IReadOnlyList<ConcessionOffer> offers)
    {
        Guard.Defined(direction);
        ArgumentNullException.ThrowIfNull(offers);
        foreach (var offer in offers)
            ArgumentNullException.ThrowIfNull(offer, nameof(offers));
        if (offers.GroupBy(offer => (offer.By, offer.At)).FirstOrDefault(group => group.Count() > 1) is { } duplicate)
        {
            throw new ArgumentException(
                $"offers has two by {duplicate.Key.By} at {InstantPattern.ExtendedIso.Format(duplicate.Key.At)}; "
                + "a side makes one at a time.",
                nameof(offers));
        }

        Direction = direction;
        Offers = ValueList.Of(offers.OrderBy(offer => offer.At).ThenBy(offer => offer.By.Value));
        Us = Pattern(NegotiationParty.Us);
        Them = Pattern(NegotiationParty.Them);
        Findings = ValueList.Of(Read());
    }

    /// <summary>The direction in which the issue is better for us.</summary>
    public IssueDirection Direction { get; }

    /// <summary>The offers, in the order of time.</summary>
    public IReadOnlyList<ConcessionOffer> Offers { get; }

    /// <summary>Our pattern of concessions.</summary>
    public ConcessionPattern Us { get; }

    /// <summary>Their pattern of concessions.</summary>
    public ConcessionPattern Them { get; }

    /// <summary>The side that concedes faster, over the same time; null if both are equally fast, or one has not yet made two
    /// offers.</summary>
    public NegotiationParty? Faster => Us.Steps.Count == 0 || Them.Steps.Count == 0 || Us.Total == Them.Total ? null
        : Us.Total > Them.Total ? NegotiationParty.Us
        : NegotiationParty.Them;

    /// <summary>The difference between the last offers, in the unit of the issue: 0 or less if they have met; null until both have made
    /// one.</summary>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public decimal? Gap => Last(NegotiationParty.Us) is { } ours && Last(NegotiationParty.Them) is { } theirs
        ? Toward(ours.Value, theirs.Value)
        : null;

    /// <summary>The remarks for a person, in sentences.</summary>
    public IReadOnlyList<Text> Findings { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Direction and offers.</returns>
    public override string ToString() => $"ConcessionRecord {{ {Direction}, Offers = {Offers} }}";

    private ConcessionPattern Pattern(NegotiationParty party)
    {
        var own = Offers.Where(offer => offer.By == party).ToArray();
        var steps = own.Skip(1).Select((offer, i) => Given(party, own[i].Value, offer.Value)).ToArray();
        var total = DecimalOverflow.Named(steps.Sum, "ConcessionPattern.Total", (nameof(steps), ValueList.Of(steps)));
        var days = Offers.Count == 0 ? 0 : (Offers[^1].At - Offers[0].At).BclCompatibleTicks / TicksPerDay;
        return new(
            party,
            steps,
            total,
            steps.Length > 0 && days > 0
                ? DecimalOverflow.Named(() => total / days, "ConcessionPattern.PerDay", (nameof(total), total), (nameof(days), days))
                : null,
            TrendOf(steps),
            [.. steps.Where((step, i) => step > 0 && own[i + 1].IsConditional == false)]);
    }

    private IEnumerable<Text> Read()
    {
        if (Them.Trend == ConcessionTrend.Shrinking)
            yield return TextTable.Library["Negotiation.Concessions.theirsShrink"];
        if (Them.Trend == ConcessionTrend.Growing)
            yield return TextTable.Library["Negotiation.Concessions.theirsGrow"];
        if (Us.Trend == ConcessionTrend.Growing)
            yield return TextTable.Library["Negotiation.Concessions.oursGrow"];
        if (Faster is { } faster)
        {
            var text = faster == NegotiationParty.Us ? "Negotiation.Concessions.weAreFaster" : "Negotiation.Concessions.theyAreFaster";
            yield return TextTable.Library[text].With(Display(Us.PerDay), Display(Them.PerDay));
        }

        if (Us.Gifts.Count > 0)
            yield return TextTable.Library["Negotiation.Concessions.gifts"].With(
                Us.Gifts.Count, DecimalOverflow.Named(Us.Gifts.Sum, "The sum of ConcessionPattern.Gifts", (nameof(Us.Gifts), Us.Gifts)));
        if (Us.Retreats > 0)
            yield return TextTable.Library["Negotiation.Concessions.retreats"].With(Us.Retreats);
    }

    private ConcessionOffer? Last(NegotiationParty party) => Offers.LastOrDefault(offer => offer.By == party);

    private decimal Given(NegotiationParty party, decimal before, decimal after) =>
        party == NegotiationParty.Us ? Toward(before, after) : Toward(after, before);

    // From a value that is better for us to one that is worse.
    private decimal Toward(decimal better, decimal worse) => DecimalOverflow.Named(
        () => Direction == IssueDirection.HigherIsBetter ? better - worse : worse - better,
        "A step or the gap of ConcessionRecord",
        (nameof(better), better),
        (nameof(worse), worse));

    private static ConcessionTrend? TrendOf(decimal[] steps)
    {
        if (steps.Length < 2)
            return null;
        var pairs = steps.Zip(steps.Skip(1)).ToArray();
        var (falls, rises) = (pairs.Any(pair => pair.Second < pair.First), pairs.Any(pair => pair.Second > pair.First));
        return (falls, rises) switch
        {
            (true, true) => ConcessionTrend.Mixed,
            (true, false) => ConcessionTrend.Shrinking,
            (false, true) => ConcessionTrend.Growing,
            _ => ConcessionTrend.Steady,
        };
    }

    private static string Display(decimal? perDay) => Invariant($"{perDay:0.##}");

    /// <summary>The record for a person: how far apart the sides are, what the pattern shows, and every offer.</summary>
    /// <param name="unit">The unit of the values, shown beside them; null for none.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string? unit = null, string language = Terms.Language.English) =>
        NegotiationDocuments.Of(this, unit, language);
}
