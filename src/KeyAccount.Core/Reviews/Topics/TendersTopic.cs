using System.Text.Json.Serialization;
using KeyAccount.Core.Bidding;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of tenders: the next date, and whether the price of our bid may be offered.</summary>
internal sealed class TendersTopic() : AccountTopic(ReviewTopic.Tenders)
{
    private const decimal MostAmount = 1e15m;

    internal override IReadOnlyList<AccountColumn> NamedColumns { get; } =
    [
        new("tenders[].price", "currency", name: "bidPrice"),
        new("tenders[].margin", "currency", name: "bidMargin"),
        new("tenders[].days[].date", name: "tenderDate"),
        new("tenders[].days[].on", name: "tenderDateOn"),
        new("tenders[].history[].kind", name: "bidEvent"),
        new("tenders[].history[].on", name: "bidEventOn"),
        new("tenders[].history[].note", name: "bidEventNote"),
    ];

    internal override bool IsCovered => false;

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        Portfolio.CheckIds($"{path}.tenders", account.Tenders.Select(each => each?.Id), faults);
        for (var i = 0; i < account.Tenders.Count; i++)
        {
            if (account.Tenders[i] is not { } tender)
                continue;
            var place = Invariant($"{path}.tenders[{i}]");
            foreach (var (name, count) in ((string, int)[])[("days", tender.Days.Count), ("history", tender.History.Count)])
            {
                if (!Portfolio.Fits($"{place}.{name}", count, faults))
                    return;
            }

            faults.AddRange(tender.Faults(asOf).Select(fault => fault.Under(place)));
        }
    }

    internal override IEnumerable<string?> Currencies(AccountFile account) => account.Tenders.Select(each => each?.Currency);

    // What a bid offers is still to come.
    internal override AccountFile Convert(AccountFile converted, AccountFile account, AmountConverter converter)
    {
        return converted with { Tenders = [.. account.Tenders.Select((each, i) => Of(each, Invariant($"tenders[{i}]")))] };

        TenderSummary Of(TenderSummary tender, string place)
        {
            return tender with
            {
                Price = Amount(tender.Price, "price"), LowestAllowed = Amount(tender.LowestAllowed, "lowestAllowed"),
                Margin = Amount(tender.Margin, "margin"), Currency = null,
            };

            decimal? Amount(decimal? amount, string member) =>
                converter.Within(amount, tender.Currency, converter.AsOf, $"{place}.{member}", MostAmount);
        }
    }

    internal override AccountFile RollUp(AccountFile rolled, AccountGroup group, LocalDate asOf) => rolled with
    {
        Tenders =
        [
            .. group.Head.Tenders,
            .. group.Members.SelectMany(member => member.Tenders.Select(each => each with
            {
                Id = AccountGroup.Qualify(member, each.Id),
                Title = each.Title ?? each.Id,
                QuoteId = AccountGroup.QualifyKnown(member, each.QuoteId),
            })),
        ],
    };

    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models) => review with
    {
        Tenders =
        [
            .. account.Tenders
                .Select(tender => TenderReview.Of(tender, review.AsOf, WalkAwayOf(review, tender.QuoteId)))
                .OrderBy(tender => tender.DaysLeft ?? int.MaxValue).ThenBy(tender => tender.Tender.Id, StringComparer.Ordinal),
        ],
    };

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review)
    {
        if (review.Tenders.Count == 0)
            return facts;
        TenderReview[] ahead = [.. review.Tenders.Where(tender => tender.IsAhead)];
        TenderReview[] below = [.. review.Tenders.Where(tender => tender.IsBelowWalkAway == true)];
        var expected = ahead.Sum(tender => tender.ExpectedMargin);
        return facts with
        {
            TendersAhead = ahead.Length,
            NextTenderDay = ahead.Length == 0 ? null : ahead[0].Ahead[0].On,
            NextTenderDate = ahead.Length == 0 ? null : ahead[0].Ahead[0].Date,
            TenderMargin = ahead.Any(tender => tender.ExpectedMargin is not null)
                ? review.AnnualPurchases is > 0 and var purchases && expected > purchases ? purchases : expected
                : null,
            BidsBelowWalkAway = below.Length,
            BidShortfall = below.Sum(tender => tender.Shortfall),
        };
    }

    internal override bool IsKnown(AccountReview review) => review.Tenders.Count > 0;

    internal override bool CanTellRisk(AccountReview review) => false;

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table
        .Rule(
            "tenderAhead", f => f.TendersAhead > 0,
            new(Topic, 1, StakeBasis.TenderMargin, FindingKind.Opportunity, FindingSubject.Tender),
            arguments: f => [f.TendersAhead, Day(f.NextTenderDay), AccountFindings.Named(f.NextTenderDate)],
            provenance: Provenance.LibraryDefault("the money is the margin of the tender, by the odds of winning it"))
        .Rule(
            "bidBelowWalkAway", f => f.BidsBelowWalkAway > 0,
            new(Topic, 1, StakeBasis.BidShortfall, FindingKind.Issue, FindingSubject.Tender),
            arguments: f => [f.BidsBelowWalkAway, f.BidShortfall],
            provenance: Provenance.LibraryDefault("the money is what the bid lacks to the lowest price that we may offer"));

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "tenderAhead.prepare",
            f => f.Topic == ReviewTopic.Tenders && f.Kind == FindingKind.Opportunity,
            new(ActionKind.PrepareBid, ActionOwner.KeyAccountManager, 7),
            AccountActions.What("prepareBid"),
            arguments: f => [Day(f.Account.NextTenderDay), AccountFindings.Named(f.Account.NextTenderDate)])
        .Rule(
            "bidBelowWalkAway.revise",
            f => f.Topic == ReviewTopic.Tenders && f.Kind == FindingKind.Issue,
            new(ActionKind.ReviseBid, ActionOwner.SalesManager, 3),
            AccountActions.What("reviseBid"),
            arguments: f => [f.Account.BidsBelowWalkAway]);

    internal override IEnumerable<string> SubjectsOf(Stake stake, AccountReview review) => review.Tenders
        .Where(tender => stake.Kind == FindingKind.Opportunity ? tender.IsAhead
            : stake.Kind == FindingKind.Issue && tender.IsBelowWalkAway == true)
        .Select(tender => tender.Tender.Id);

    internal override string? Summary(AccountReview review, TopicReader reader) => review.Tenders.Count == 0 ? null
        : reader.Joined(
            reader.Text("tendersInShort", review.Tenders.Count, review.Tenders.Count(tender => tender.IsOpen)),
            review.Tenders[0] is { IsAhead: true, Ahead: [var next, ..] }
                ? reader.Text("tenderNext", next.Date, Day(next.On)) : null);

    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        if (review.Tenders.Count == 0)
            yield break;
        var writer = new DocumentWriter(reader.Language);
        yield return new(reader.Text("tenders"),
        [
            new Table(
                [
                    writer.Column("Reviews.Topics.tender"), writer.Column("Reviews.Topics.tenderStands"),
                    writer.Column("Reviews.Topics.tenderDue"), writer.Number("Reviews.Topics.bidPrice", reader.Currency),
                    writer.Number("Reviews.Topics.bidLowest", reader.Currency), writer.Number("Reviews.Topics.bidMargin", reader.Currency),
                ],
                [
                    .. review.Tenders.Select(tender => new TableRow(
                    [
                        tender.Tender.Title ?? tender.Tender.Id,
                        writer.Cell((object?)tender.Result ?? tender.Phase),
                        tender.Ahead is [var next, ..]
                            ? new TextCell(writer.Capital(writer.Text("Reviews.Topics.tenderNext", next.Date, Day(next.On)))) : null,
                        NumberCell.Of(tender.Tender.Price), NumberCell.Of(tender.LowestAllowed), NumberCell.Of(tender.ExpectedMargin),
                    ])),
                ]),
        ]);
    }

    private static decimal? WalkAwayOf(AccountReview review, string? quoteId)
    {
        var known = quoteId is null ? null : review.Quotes.FirstOrDefault(quote => quote.Quotation.Id == quoteId);
        if (known is not { WalkAwayPrice: { } price })
            return null;
        return price <= MostAmount && known.Quotation.Quantity <= MostAmount / Math.Max(1, price) ? price * known.Quotation.Quantity : null;
    }

    private static string Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "–";
}

public sealed partial class ReviewTopic
{
    /// <summary>The account's tenders, and our bids.</summary>
    public static readonly ReviewTopic Tenders = new(23);
}

public sealed partial class StakeBasis
{
    /// <summary>The expected margin of its tenders (<see cref="ReviewFacts.TenderMargin"/>); value 21.</summary>
    public static readonly StakeBasis TenderMargin = new(21, f => f.TenderMargin);
    /// <summary>The shortfall of bids below the lowest price that we may offer (<see cref="ReviewFacts.BidShortfall"/>); value
    /// 22.</summary>
    public static readonly StakeBasis BidShortfall = new(22, f => f.BidShortfall);
}

public sealed partial record AccountFile
{
    /// <summary>Its tenders, open and closed, in short.</summary>
    [JsonPropertyOrder(230)]
    public IReadOnlyList<TenderSummary> Tenders { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<TenderSummary>.Empty;
}

public sealed partial record AccountReview
{
    /// <summary>Its tenders with the next date, the soonest first.</summary>
    [JsonPropertyOrder(230)]
    public IReadOnlyList<TenderReview> Tenders { get; init => field = ValueList.Of(value ?? []); } = ValueList<TenderReview>.Empty;
}

public sealed partial record ReviewFacts
{
    /// <summary>The number of tenders with something to do within <see cref="TenderReview.LeadDays"/> days.</summary>
    [FactRange(FactUnit.Count)]
    public int TendersAhead { get; init => field = FactRange<ReviewFacts>.Checked(value); }

    /// <summary>The first day of those; null if there is none.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? NextTenderDay { get; init => field = Guard.Iso(value, nameof(NextTenderDay)); }

    /// <summary>What must be done by that day.</summary>
    public TenderDate? NextTenderDate { get; init; }

    /// <summary>The expected margin of those tenders, margin · odds, but at most the account's yearly purchases if these are known; null if
    /// neither margin nor odds are known.</summary>
    [FactRange(FactUnit.Money)]
    public decimal? TenderMargin { get; init => field = FactRange<ReviewFacts>.Checked(value); }

    /// <summary>The number of our open bids below the lowest price that we may offer.</summary>
    [FactRange(FactUnit.Count)]
    public int BidsBelowWalkAway { get; init => field = FactRange<ReviewFacts>.Checked(value); }

    /// <summary>The shortfall of those bids below it.</summary>
    [FactRange(FactUnit.Money)]
    public decimal BidShortfall { get; init => field = FactRange<ReviewFacts>.Checked(value); }
}
