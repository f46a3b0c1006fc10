using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The portrait of a customer on one page (客户画像): what is known section by section and how recent it is, tags with their rules,
/// its orders, the customers it resembles, and the state of its industry.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON. It is a view of the rooms: it
/// contains no judgement that a room has not made. Facts about people stay with their topic.</remarks>
public sealed record Portrait
{
    /// <summary>The number of days after which the newest evidence of a section has half of its weight: a year. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const double HalfLifeDays = 365;

    /// <summary>The weight of evidence without a day: a half. Provenance: <c>LibraryDefault</c>.</summary>
    public const double UndatedWeight = 0.5;

    /// <summary>The number of best customers with which an account is compared: 5. Provenance: <c>LibraryDefault</c>.</summary>
    public const int BestCustomers = 5;

    // Which topics tell what section, in the order of a reader.
    private static readonly IReadOnlyDictionary<ReviewTopic, PortraitSection> SectionOf = new Dictionary<ReviewTopic, PortraitSection>
    {
        [ReviewTopic.Purchases] = PortraitSection.Worth,
        [ReviewTopic.Trend] = PortraitSection.Worth,
        [ReviewTopic.AccountValue] = PortraitSection.Worth,
        [ReviewTopic.LifetimeValue] = PortraitSection.Worth,
        [ReviewTopic.Quotation] = PortraitSection.Worth,
        [ReviewTopic.Stakeholders] = PortraitSection.Organisation,
        [ReviewTopic.Needs] = PortraitSection.Needs,
        [ReviewTopic.Satisfaction] = PortraitSection.Needs,
        [ReviewTopic.Relationship] = PortraitSection.Relationship,
        [ReviewTopic.Loyalty] = PortraitSection.Relationship,
        [ReviewTopic.SwitchingCost] = PortraitSection.Relationship,
        [ReviewTopic.CompetitorBarrier] = PortraitSection.Competition,
        [ReviewTopic.Competition] = PortraitSection.Competition,
        [ReviewTopic.WhiteSpace] = PortraitSection.Competition,
        [ReviewTopic.Development] = PortraitSection.Strategy,
        [ReviewTopic.Pipeline] = PortraitSection.Strategy,
        [ReviewTopic.Prospect] = PortraitSection.Strategy,
        [ReviewTopic.Strategy] = PortraitSection.Strategy,
        [ReviewTopic.Cooperation] = PortraitSection.Strategy,
        [ReviewTopic.Contract] = PortraitSection.Risk,
        [ReviewTopic.EarlyWarning] = PortraitSection.Risk,
    };

    /// <summary>The account.</summary>
    public required string Account { get; init; }

    /// <summary>The name of the account.</summary>
    public required string Name { get; init; }

    /// <summary>The data of a register about the company; null if nothing is known.</summary>
    public CompanyProfile? Company { get; init; }

    /// <summary>The eight sections, in order.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<PortraitPart> Parts { get; init => field = ValueList.Of(value, nameof(Parts)); }

    /// <summary>The tags, in the order of their rules.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<PortraitTag> Tags { get; init => field = ValueList.Of(value, nameof(Tags)); }

    /// <summary>The structure of its orders; null if no order lines are known.</summary>
    public OrderStructure? Orders { get; init; }

    /// <summary>Its similarity to the best customers; null if it cannot be calculated.</summary>
    public PortraitMatch? Match { get; init; }

    /// <summary>The state of its industry in the portfolio; null if it cannot be calculated.</summary>
    public MarketSide? Market { get; init; }

    /// <summary>The yearly growth of its market, as a fraction; null if it is not known.</summary>
    public double? MarketGrowth { get; init; }

    /// <summary>The completeness of the portrait: the mean over the sections of coverage · weight by age, 0 … 1. Provenance:
    /// <c>LibraryDefault</c>; all sections have the same weight.</summary>
    [JsonIgnore]
    public double Completeness => Parts.Count == 0 ? 0 : Parts.Average(part => part.Coverage * part.Weight);

    /// <summary>Describes the portrait for a person.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <param name="currency">The currency of the amounts; null to show none.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(string language = Language.English, string? currency = null)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Reviews.Portrait.title"), PortraitDocument.Of(this, currency, writer));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The account, its completeness and the number of tags.</returns>
    public override string ToString() =>
        Invariant($"Portrait {{ Account = {Account}, Completeness = {Completeness:0.00}, Tags = {Tags.Count} }}");

    /// <summary>Builds the portrait of a reviewed account.</summary>
    internal static Portrait Of(AccountFile account, AccountReview review, ReviewModels models, PortraitMatch? match, MarketSide? market)
    {
        return new()
        {
            Account = review.Id,
            Name = review.Name,
            Company = account.Company,
            Parts = [.. PortraitSection.InOrder.Select(section => PartOf(section, account, review, models))],
            Tags = review.Tags,
            Orders = OrderStructure.Of(account.OrderLines, review.AsOf),
            Match = match,
            Market = market,
            MarketGrowth = account.Value?.MarketGrowthRate,
        };
    }

    private static PortraitPart PartOf(PortraitSection section, AccountFile account, AccountReview review, ReviewModels models)
    {
        // A topic of somebody's own says something of the account as a whole.
        var own = review.Topics.Select(value => value.Topic).ToHashSet();
        var topics = models.Topics.Select(topic => topic.Topic)
            .Where(topic => (own.Contains(topic) ? PortraitSection.Basics : SectionOf.GetValueOrDefault(topic)) == section).ToArray();
        ReviewTopic[] known = [.. topics.Where(review.IsKnown)];
        ReviewTopic[] covered = [.. topics.Intersect(review.Covered)];
        ReviewTopic[] missing = [.. (covered.Length == 0 && known.Length == 0 ? topics : covered).Except(known)];
        (string Path, object? Value)[] facts = section == PortraitSection.Basics ? BasicsOf(account) : [];
        string[] unknown = [.. facts.Where(fact => fact.Value is null).Select(fact => fact.Path)];
        var asked = known.Length + missing.Length + facts.Length;
        var coverage = asked == 0 ? 0 : (double)(known.Length + facts.Length - unknown.Length) / asked;
        LocalDate? newest = DaysOf(section, account).Where(day => day <= review.AsOf).Select(day => (LocalDate?)day).Max();
        return new(
            section, known, missing, coverage, newest,
            newest is { } day ? new EvidenceDecay(HalfLifeDays).Weight(day, review.AsOf) : UndatedWeight)
        {
            MissingFacts = unknown,
        };
    }

    private static (string Path, object? Value)[] BasicsOf(AccountFile account) =>
    [
        ("industry", account.Industry), ("cooperationStage", account.CooperationStage), ("owner", account.Owner),
        ("company.industryCode", account.Company?.IndustryCode), ("company.staff", account.Company?.Staff),
        ("company.revenue", account.Company?.Revenue), ("company.plants", account.Company?.Plants),
        ("company.founded", account.Company?.Founded), ("company.isListed", account.Company?.IsListed),
        ("company.region", account.Company?.Region),
    ];

    private static IEnumerable<LocalDate> DaysOf(PortraitSection section, AccountFile account) =>
        section == PortraitSection.Worth ? account.Purchases.Select(each => each.Month.ToDateInterval().End)
            .Concat(account.Orders.Select(each => each.Date)).Concat(account.OrderLines.Select(each => each.Date))
        : section == PortraitSection.Organisation ? account.Contacts.SelectMany(contact => contact.Ladder.Select(entry => entry.Date))
        : section == PortraitSection.Needs ? account.Surveys.Select(each => each.On)
        : section == PortraitSection.Relationship ? account.Visits.Select(each => each.On)
        : section == PortraitSection.Competition ? account.Rivals.SelectMany(rival => rival.Encounters.Select(each => each.Date)
            .Concat(rival.Answers.Select(each => each.Date).OfType<LocalDate>()))
        : section == PortraitSection.Strategy ? account.Opportunities.SelectMany(deal => deal.History)
            .Select(each => each.Since).OfType<LocalDate>()
            .Concat(account.Prospect?.History.Select(each => each.On) ?? [])
            .Concat(account.StrategyNotes.Select(each => each.Date).OfType<LocalDate>())
            .Concat(account.Cooperation?.Meetings.Select(each => each.On) ?? [])
        : section == PortraitSection.Risk ? account.Invoices.Select(each => each.Paid ?? each.Issued ?? each.Due)
            .Concat(account.Complaints.Select(each => each.OpenedOn))
        : [];
}
