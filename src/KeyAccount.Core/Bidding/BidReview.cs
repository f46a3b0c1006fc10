using KeyAccount.Core.Documents;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>The judgement of a tender: the stops, whether to bid, the odds, the price, the faults of the documents, the duties.</summary>
/// <remarks>
/// <para>If there is a stop, nothing else is judged: no decision, no odds, no price.</para>
/// <para>Not a value: computed by <see cref="Of"/>. Immutable.</para>
/// </remarks>
public sealed class BidReview
{
    private static readonly string[] Places = ["rivals", "days[", "duties[", "holidays[", "workingDays["];
    private static readonly LocalDate Earliest = new(1900, 1, 1);
    private static readonly LocalDate Latest = new(2999, 12, 31);

    private BidReview(Tender tender, TenderCalendar calendar, IReadOnlyList<Hit<BidStop>> stops, IReadOnlyList<FoundPhrase> phrases)
    {
        (Tender, Calendar, Stops, Phrases, Facts) = (tender, calendar, stops, phrases, tender.Facts with { HasStop = true });
    }

    /// <summary>The tender.</summary>
    public Tender Tender { get; }

    /// <summary>The stops that the stated conduct leads to, each with its reason.</summary>
    public IReadOnlyList<Hit<BidStop>> Stops { get; }

    /// <summary>The phrases in the notes that mean a stop.</summary>
    public IReadOnlyList<FoundPhrase> Phrases { get; }

    /// <summary>Whether the work on the bid ends here.</summary>
    public bool HasStop => Stops.Count > 0 || Phrases.Count > 0;

    /// <summary>The facts behind the decision: those stated, completed by what follows from the bids and prices.</summary>
    public BidFacts Facts { get; private init; }

    /// <summary>Every reason why there is nothing to decide: the tender is void, our bid is invalid, the result is known, or the deadline
    /// has passed without a bid from us. Empty if there is something to decide, or a stop.</summary>
    public IReadOnlyList<Text> Undecidable { get; private init; } = [];

    /// <summary>Whether to bid; null if there is a stop or nothing to decide (<see cref="Undecidable"/>).</summary>
    public Assessment<BidDecision>? Decision { get; private init; }

    /// <summary>The ranks and the odds; null if the scoring or our own bid is not known, or if there is a stop.</summary>
    public BidRanking? Ranking { get; private init; }

    /// <summary>The value of the bid; null if the odds, the margin or the cost is not known.</summary>
    public BidValue? Value { get; private init; }

    /// <summary>The price to win; null if the scoring, our own points or a rival is not known.</summary>
    public PriceToWin? PriceToWin { get; private init; }

    /// <summary>The price that earns the most on average: by the scoring if the scoring and our bid are known, otherwise as if the lowest
    /// price won. Null if our cost or the rivals' prices are not known, or if no price above the cost wins.</summary>
    public BestBid? BestBid { get; private init; }

    /// <summary>What is wrong with the documents.</summary>
    public IReadOnlyList<BidFault> Faults { get; private init; } = [];

    /// <summary>The calendar of the tender, with its duties and working days.</summary>
    public TenderCalendar Calendar { get; private init; }

    /// <summary>The state of each duty; empty if the regime is not known and the tender has no duties of its own.</summary>
    public IReadOnlyList<DutyCheck> Duties { get; private init; } = [];

    /// <summary>Whether the deposit is above what the rules allow; null if the deposit or the estimate is not known.</summary>
    public bool? IsDepositTooHigh { get; private init; }

    /// <summary>Every reason why the tender is void or our bid invalid, or the finding that our bid is valid. What ends the whole tender
    /// comes first. Empty if there is a stop.</summary>
    public IReadOnlyList<Hit<BidOutcome>> Validity { get; private init; } = [];

    /// <summary>The outcome for our bid, by the first of <see cref="Validity"/>; null if there is a stop.</summary>
    public BidOutcome? Outcome => Validity.Count == 0 ? null : Validity[0].Advice;

    /// <summary>The case; null if the day we heard of the tender is not known.</summary>
    public BidCase? Case { get; private init; }

    /// <summary>What to do next in the case.</summary>
    public IReadOnlyList<CaseStep> NextSteps { get; private init; } = [];

    /// <summary>Judges a tender.</summary>
    /// <param name="tender">The tender.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tender"/> is null.</exception>
    /// <exception cref="InvalidModelException">The parts of the tender contradict each other. The exception names each fault with its path:
    /// a day before one that it follows, a refused event, points for a criterion that the tender does not have.</exception>
    public static BidReview Of(Tender tender)
    {
        ArgumentNullException.ThrowIfNull(tender);
        var faults = new List<ModelFault>();
        if (tender.AsOf < Earliest || tender.AsOf > Latest)
            faults.Add(new("asOf", Invariant($"it is {tender.AsOf:R}; it must be from {Earliest:R} to {Latest:R}")));
        var working = Tried("holidays", faults, () => new WorkingCalendar(tender.Holidays, tender.WorkingDays));
        var calendar = Tried(
            "days", faults, () => new TenderCalendar(tender.Regime, tender.Days, !tender.IsVoluntary, tender.Duties, working));
        var known = calendar is null || faults.Count > 0 ? null : Tried("holidays", faults, () => calendar.Check(tender.AsOf));
        var bid = tender.OpenedOn is { } opened ? Tried("history", faults, () => new BidCase(tender.Title, opened, tender.History)) : null;
        for (var i = 0; i < tender.History.Count; i++)
        {
            if (tender.History[i].On > tender.AsOf)
            {
                faults.Add(new(
                    Invariant($"history[{i}].on"),
                    Invariant($"it is {tender.History[i].On:R}, after asOf, {tender.AsOf:R}; enter only what has happened")));
            }
        }

        if (tender.OpenedOn > tender.AsOf)
        {
            faults.Add(new(
                "openedOn", Invariant($"it is {tender.OpenedOn:R}, after asOf, {tender.AsOf:R}; enter only what has happened")));
        }

        if (tender.OpenedOn is null && tender.History.Count > 0)
            faults.Add(new("openedOn", "it is missing, although there is a history; state the day we heard of the tender"));
        if (tender is { Margin: { } most, Us: { } offer } && most > offer.HighPrice)
        {
            faults.Add(new(
                "margin", Invariant($"it is {most}, above our highest price, {offer.HighPrice}; a margin is a part of the price")));
        }

        var ranking = tender is { Scoring: { } scored, Us: { IsValid: true } us }
            ? Tried("us", faults, () => BidRanking.Of(scored, us, tender.Rivals))
            : null;
        if (faults.Count > 0)
            throw new InvalidModelException("tender", faults);

        var stops = BidTables.Conduct.Decide(tender.Conduct).Hits;
        var phrases = PhrasesIn(tender);
        var steps = bid?.NextSteps(tender.AsOf, calendar) ?? [];
        if (stops.Count > 0 || phrases.Count > 0)
            return new(tender, calendar!, stops, phrases) { Duties = known!, Case = bid };

        var price = ranking is null ? null : PriceOf(tender, ranking);
        var value = ranking is { RankOdds.Count: > 1 } && tender is { Margin: { } margin, BidCost: { } cost }
            ? new BidValue(ranking.WinOdds, margin, cost)
            : null;
        var facts = Completed(tender, ranking, price, value);
        var validity = BidTables.Validity.Decide(tender.Validity).Hits;
        Text[] undecidable = [.. UndecidableBy(tender, validity, bid, calendar!)];
        return new(tender, calendar!, stops, phrases)
        {
            Facts = facts,
            Undecidable = undecidable,
            Decision = undecidable.Length == 0 ? BidTables.GoNoGo.Assess(facts) : null,
            Ranking = ranking,
            Value = value,
            PriceToWin = price,
            BestBid = undecidable.Length == 0 ? BestOf(tender, ranking) : null,
            Faults = tender.Register.Faults(tender.Scoring?.Criteria ?? [], calendar!.On(TenderDate.Deadline)),
            Duties = known!,
            IsDepositTooHigh = tender is { Deposit: { } deposit, Estimate: { } estimate }
                ? deposit > TenderDuties.MostDepositShare * estimate
                : null,
            Validity = validity,
            Case = bid,
            NextSteps = steps,
        };
    }

    /// <summary>Describes the review for a person.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(string language = Language.English) => BiddingDocuments.Of(this, language);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Title, decision, odds and faults by name.</returns>
    public override string ToString() => Invariant($"BidReview {{ Title = {Tender.Title}, HasStop = {HasStop}, ")
        + Invariant($"Decision = {Decision?.Band}, WinOdds = {Ranking?.WinOdds}, Faults = {Faults.Count} }}");

    /// <summary>The phrases in all texts of a tender that mean a stop.</summary>
    internal static IReadOnlyList<FoundPhrase> PhrasesIn(Tender tender) => [.. ((IEnumerable<string>)
    [
        .. tender.Notes, .. tender.History.Select(each => each.Note ?? ""),
        .. tender.Register.Documents.SelectMany(document => document.Statements).Select(each => each.Text),
        .. tender.Register.Answers.Select(each => each.Evidence ?? ""),
    ]).SelectMany(BidPhrases.In)];

    // A case that has its result is not late any more.
    private static IEnumerable<Text> UndecidableBy(
        Tender tender, IReadOnlyList<Hit<BidOutcome>> validity, BidCase? bid, TenderCalendar days)
    {
        foreach (var hit in validity.Where(hit => hit.Advice != BidOutcome.Valid))
            yield return hit.Reason;
        if (tender.Us is { IsValid: false } && validity.All(hit => hit.Advice != BidOutcome.Invalid))
            yield return TextTable.Library["Bidding.Undecidable.notValid"];
        if (bid?.Result is { } result)
            yield return TextTable.Library["Bidding.Undecidable.result"].With(result);
        else if (days.On(TenderDate.Deadline) is { } deadline && deadline < tender.AsOf
            && (bid is null || bid.Phase == BidPhase.BeforeIssue || bid.Phase == BidPhase.Preparation))
            yield return TextTable.Library["Bidding.Undecidable.late"].With(Invariant($"{deadline:R}"));
    }

    private static BestBid? BestOf(Tender tender, BidRanking? ranking)
    {
        var rivals = tender.Rivals.Where(rival => rival.IsValid).Select(rival => new PriceRange(rival.LowPrice, rival.HighPrice)).ToArray();
        return tender.Cost is not { } cost || rivals.Length == 0 ? null
            : ranking is not null ? BestBid.Of(cost, tender.Scoring!, tender.Us!, tender.Rivals, tender.LowestAllowed, tender.Estimate)
            : BestBid.Of(cost, rivals, tender.LowestAllowed);
    }

    // What follows is not asked where a rival is known: the rank, the price against the lowest rival, whether the price may be offered, and
    // whether the bid pays.
    private static BidFacts Completed(Tender tender, BidRanking? ranking, PriceToWin? price, BidValue? value)
    {
        var rivals = tender.Rivals.Where(rival => rival.IsValid).Select(Middle).ToArray();
        return tender.Facts with
        {
            ExpectedRank = ranking is { RankOdds.Count: > 1 } ? ranking.ExpectedRank : tender.Facts.ExpectedRank,
            PricePosition = tender.Us is { } us && rivals.Length > 0
                ? Math.Clamp((double)Middle(us) / (double)rivals.Min(), 0.01, 100)
                : tender.Facts.PricePosition,
            IsBelowFloor = tender is { Us: { } ours, LowestAllowed: { } lowest } && Middle(ours) < lowest ? true
                : price?.MayBeOffered is { } may ? !may
                : tender.Facts.IsBelowFloor,
            IsWorthLessThanCost = value is null ? tender.Facts.IsWorthLessThanCost : value.Expected < 0,
        };
    }

    private static PriceToWin? PriceOf(Tender tender, BidRanking ranking)
    {
        var rivals = ranking.Bidders.Skip(1).Zip(tender.Rivals)
            .Where(pair => pair.Second.IsValid)
            .Select(pair => new RivalOffer(pair.First.Technical, Middle(pair.Second)))
            .ToArray();
        return rivals.Length == 0
            ? null
            : Bidding.PriceToWin.Of(tender.Scoring!, ranking.Bidders[0].Technical, rivals, tender.LowestAllowed);
    }

    private static decimal Middle(TenderBidder bidder) => bidder.LowPrice + ((bidder.HighPrice - bidder.LowPrice) / 2);

    private static T? Tried<T>(string path, List<ModelFault> faults, Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (ArgumentException e)
        {
            // Of several, the one that it is about.
            if (e.ParamName is { } name && Places.Any(place => name.StartsWith(place, StringComparison.Ordinal)))
                path = name;
            faults.Add(new(path, Guard.ReasonOf(e)));
            return null;
        }
    }
}
