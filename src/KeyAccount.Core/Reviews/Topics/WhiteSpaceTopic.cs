using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Records;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of white space: what the account buys elsewhere, category by category and unit by unit.</summary>
internal sealed class WhiteSpaceTopic() : AccountTopic(ReviewTopic.WhiteSpace)
{
    internal override bool IsCovered => false;

    internal override IReadOnlyList<ModelSlot> Slots { get; } =
        [ModelSlot.Of(m => m.WhiteSpace, (m, value) => m with { WhiteSpace = value })];

    /// <summary>Prepares an account for the white space of a portfolio; null if nothing is known by category.</summary>
    internal static WhiteSpaceAccount? Of(AccountFile account, LocalDate asOf) => account.Wallet.Count == 0 && account.OrderLines.Count == 0
        ? null : new(account.Id, account.Industry?.Name, account.CategoriesOn(asOf));

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        for (var i = 0; i < account.OrderLines.Count; i++)
        {
            if (account.OrderLines[i] is not { } line)
                faults.Add(new(Invariant($"{path}.orderLines[{i}]"), "it is null; it must be an object"));
            else if (line.Date > asOf)
            {
                faults.Add(new(
                    Invariant($"{path}.orderLines[{i}].date"),
                    $"it is {Day(line.Date)}; it must be {Day(asOf)} (the day of the facts) or earlier"));
            }
        }

        static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
    }

    internal override AccountFile Convert(AccountFile converted, AccountFile account, AmountConverter converter) => converted with
    {
        OrderLines =
        [
            .. account.OrderLines.Select((each, i) => each is null ? null! : each with
            {
                Amount = converter.Of(each.Amount, null, each.Date, Invariant($"orderLines[{i}].amount")),
            }),
        ],
    };

    internal override AccountFile RollUp(AccountFile rolled, AccountGroup group, LocalDate asOf) =>
        rolled with { OrderLines = [.. group.Head.OrderLines, .. group.Members.SelectMany(member => member.OrderLines)] };

    // A group is its accounts side by side: each of them is a unit.
    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models)
    {
        if (account.Wallet.Count == 0 && account.OrderLines.Count == 0)
            return review;
        AccountFile[] accounts = account.Group is { } group ? [group.Head, .. group.Members] : [account];
        var space = account.Space ?? WhiteSpaceMatrix.Of(
            [.. accounts.Select(each => Of(each, review.AsOf)).OfType<WhiteSpaceAccount>()], review.AsOf, models.WhiteSpace);
        var cells = account.Group is null ? space.CellsOf(account.Id)
            : WhiteSpaceMatrix.InOrder(accounts.SelectMany(each => space.CellsOf(each.Id).Select(cell => cell with
            {
                Unit = each.Id == account.Id ? cell.Unit : cell.Unit is null ? each.KnownName ?? each.Id
                    : $"{each.KnownName ?? each.Id} · {cell.Unit}",
            })));
        return cells.Count == 0 ? review : review with { WhiteSpace = new() { Cells = cells } };
    }

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) => review.WhiteSpace is not { } space ? facts
        : facts with
        {
            OpenSpace = space.OpenAmount,
            LargestOpen = space.Largest?.Label,
            LargestOpenAmount = space.Largest?.Size,
            MissingCategory = space.Missing?.Label,
            MissingAmount = space.Missing?.Size,
        };

    internal override bool IsKnown(AccountReview review) => review.WhiteSpace is not null;

    internal override bool CanTellRisk(AccountReview review) => false;

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table
        .Rule(
            "whiteSpace", f => f.OpenSpace > 0,
            new(Topic, 0.1m, StakeBasis.OpenSpace, FindingKind.Opportunity, FindingSubject.SpendCategory),
            arguments: f => [f.OpenSpace, f.LargestOpen, f.LargestOpenAmount],
            provenance: Provenance.LibraryDefault("a tenth of what is open can be won in a year; no published rate"))
        .Rule(
            "whiteSpaceUnknown", f => f.MissingCategory != null,
            new(Topic, 0.01m, null, FindingKind.Unknown, FindingSubject.SpendCategory),
            arguments: f => [f.MissingCategory, f.MissingAmount],
            provenance: AccountFindings.Knowing);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "whiteSpace.win",
            f => f.Topic == ReviewTopic.WhiteSpace && f.Kind == FindingKind.Opportunity,
            new(ActionKind.WinCategory, ActionOwner.KeyAccountManager, 60),
            AccountActions.What("winCategory"),
            arguments: f => [f.Account.LargestOpen, f.Account.LargestOpenAmount])
        .Rule(
            "whiteSpace.ask",
            f => f.Topic == ReviewTopic.WhiteSpace && f.Kind == FindingKind.Unknown,
            new(ActionKind.AskSupplier, ActionOwner.KeyAccountManager, 30),
            AccountActions.What("askCategory"),
            arguments: f => [f.Account.MissingCategory, f.Account.MissingAmount]);

    internal override IEnumerable<string> SubjectsOf(Stake stake, AccountReview review) =>
        review.WhiteSpace?.In(stake.Kind == FindingKind.Opportunity ? SpaceState.Open : SpaceState.Unknown)
            .Where(cell => cell.Size > 0).Select(cell => cell.Label).Distinct(StringComparer.Ordinal) ?? [];

    internal override string? Summary(AccountReview review, TopicReader reader) => review.WhiteSpace is not { } space ? null
        : reader.Joined(
            space.OpenAmount > 0 ? reader.Text("openInShort", TopicReader.Number(space.OpenAmount, "#,0"), reader.Currency) : null,
            space.CompetitorAmount > 0
                ? reader.Text("competitorInShort", TopicReader.Number(space.CompetitorAmount, "#,0"), reader.Currency) : null,
            space.In(SpaceState.Unknown).Count is > 0 and var unknown ? reader.Text("unknownInShort", unknown) : null)
            ?? reader.Text("nothingOpen");

    // Where nobody has said who supplies what, and where, the share of wallet tells the same.
    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        if (review.WhiteSpace is not { } space
            || !space.Cells.Any(cell => cell.Unit is not null || cell.Supplier is not null || cell.Block is not null
                || cell.RuleId == WhiteSpaceMatrix.MissingRule))
        {
            yield break;
        }

        yield return new(
            reader.Text("whiteSpace"), [.. WhiteSpaceDocuments.Of(space, reader.Currency, new(reader.Language))]);
    }
}

public sealed partial class ReviewTopic
{
    /// <summary>The account's purchases elsewhere, category by category and unit by unit.</summary>
    public static readonly ReviewTopic WhiteSpace = new(28);
}

public sealed partial class StakeBasis
{
    /// <summary>The purchases elsewhere that can be won (<see cref="ReviewFacts.OpenSpace"/>); value 28.</summary>
    public static readonly StakeBasis OpenSpace = new(28, f => f.OpenSpace);
}

public sealed partial record ReviewModels
{
    /// <summary>The table of who holds a category at a unit of the customer.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<WhiteSpaceFacts, SpaceState> WhiteSpace { get; init => field = Guard.NotNull(value); } =
        Core.Loyalty.WhiteSpace.States;
}

public sealed partial record AccountFile
{
    private const int MonthsOfYear = 12;

    /// <summary>The lines of its orders, in any order: what it bought, for which unit, in which category. Its purchases from us by category
    /// are taken from them if <see cref="Wallet"/> does not state them.</summary>
    [JsonPropertyOrder(280)]
    public IReadOnlyList<OrderLine> OrderLines { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<OrderLine>.Empty;

    /// <summary>The white space of the portfolio; a review fills it in.</summary>
    [JsonIgnore]
    internal WhiteSpaceMatrix? Space { get; init; }

    /// <summary>The wallet, entry by entry, completed by the order lines of the last twelve months. A line of a unit that the wallet does
    /// not name counts for the entry of its category without a unit. If that entry covers the whole category, it is reduced to what the
    /// units leave of it (<see cref="RestsOn"/>).</summary>
    internal IReadOnlyList<CategorySpend> WalletOn(LocalDate asOf)
    {
        var filled = FilledOn(asOf);
        if (!HasWholeAndUnits)
            return filled;
        return [.. filled.Select((each, i) => Rest(i, filled) ?? each)];
    }

    /// <summary>The spend by category and unit: the wallet, plus what the order lines add to it. A whole category of which the units leave
    /// nothing is left out.</summary>
    internal IReadOnlyList<CategorySpend> CategoriesOn(LocalDate asOf)
    {
        if (OrderLines.Count == 0 && !HasWholeAndUnits)
            return Wallet;
        var wallet = WalletOn(asOf);
        return
        [
            .. wallet.Where((each, i) => each is not { Unit: null, Wallet: 0, SpendWithUs: 0 } || Wallet[i].Wallet == 0),
            .. BoughtInYearTo(asOf).Beyond,
        ];
    }

    /// <summary>For each entry of the wallet that covers its whole category, what the units leave of it; null for other entries. An entry
    /// does not cover the whole category if it has a unit, no other entry of its category has one, an amount of a unit is not known, or the
    /// units exceed it.</summary>
    internal CategorySpend?[] RestsOn(LocalDate asOf)
    {
        var rests = new CategorySpend?[Wallet.Count];
        if (!HasWholeAndUnits)
            return rests;
        var filled = FilledOn(asOf);
        for (var i = 0; i < rests.Length; i++)
            rests[i] = Rest(i, filled);
        return rests;
    }

    private bool HasWholeAndUnits => Wallet.Any(each => each.Unit is not null) && Wallet.Any(each => each.Unit is null);

    private IReadOnlyList<CategorySpend> FilledOn(LocalDate asOf)
    {
        if (OrderLines.Count == 0 || Wallet.Count == 0)
            return Wallet;

        // Returns can outweigh what was bought; less than nothing is spent on nothing.
        var (bought, _) = BoughtInYearTo(asOf);
        return [.. Wallet.Select((each, i) => each.SpendWithUs is not null ? each : each with { SpendWithUs = Math.Max(0, bought[i]) })];
    }

    // What order lines tell of the whole is its rest already.
    private CategorySpend? Rest(int index, IReadOnlyList<CategorySpend> filled)
    {
        var whole = filled[index];
        if (whole is not { Unit: null, Wallet: { } wallet })
            return null;
        var key = CategoryName.KeyOf(whole.Category);
        CategorySpend[] units = [.. filled.Where(each => each.Unit is not null && CategoryName.KeyOf(each.Category) == key)];
        if (units.Length == 0 || Less(wallet, units.Select(each => each.Wallet)) is not { } left)
            return null;
        var isStated = Wallet[index].SpendWithUs is not null;
        var spend = !isStated || units.Any(each => each.SpendWithUs is null) ? whole.SpendWithUs
            : Less(whole.SpendWithUs!.Value, units.Select(each => each.SpendWithUs));
        return spend > left || (isStated && spend is null) ? null
            : whole with { Wallet = left, SpendWithUs = left == 0 ? 0 : spend };

        static decimal? Less(decimal whole, IEnumerable<decimal?> parts) => parts.Aggregate(
            (decimal?)whole, (left, part) => part is >= 0 and var known && known <= left ? left - known : null);
    }

    /// <summary>The sums of the order lines of the last twelve months, for each entry of the wallet, and the categories that only they
    /// show.</summary>
    internal (decimal[] OfWallet, IReadOnlyList<CategorySpend> Beyond) BoughtInYearTo(LocalDate asOf)
    {
        var places = new Dictionary<(string Key, string? Unit), int>();
        for (var i = 0; i < Wallet.Count; i++)
            places.TryAdd((CategoryName.KeyOf(Wallet[i].Category), UnitOf(Wallet[i].Unit)), i);
        var sums = new decimal[Wallet.Count];
        var beyond = new Dictionary<(string Key, string? Unit), CategorySpend>();
        var from = asOf.PlusDays(1).PlusMonths(-MonthsOfYear);
        foreach (var line in OrderLines.Where(line => line.Date >= from && line.Date <= asOf))
        {
            var (key, unit) = (CategoryName.KeyOf(line.Category), UnitOf(line.Unit));
            if (places.TryGetValue((key, unit), out var place) || places.TryGetValue((key, null), out place))
                sums[place] += line.Amount;
            else if (beyond.TryGetValue((key, unit), out var sum))
                beyond[(key, unit)] = sum with { SpendWithUs = sum.SpendWithUs + line.Amount };
            else
                beyond[(key, unit)] = new(line.Category, line.Amount, null) { Unit = line.Unit };
        }

        return (sums, [.. beyond.Values.Where(each => each.SpendWithUs > 0)]);

        static string? UnitOf(string? unit) => unit is null ? null : CategoryName.KeyOf(unit);
    }
}

public sealed partial record AccountReview
{
    /// <summary>The purchases elsewhere, cell by cell; null if nothing is known by category.</summary>
    [JsonPropertyOrder(280)]
    public WhiteSpaceReview? WhiteSpace { get; init; }
}

public sealed partial record ReviewFacts
{
    /// <summary>The yearly purchases elsewhere that no known competitor holds; null if nothing is known by category.</summary>
    [FactRange(FactUnit.Money)]
    public decimal? OpenSpace { get; init => field = FactRange<ReviewFacts>.Checked(value); }

    /// <summary>The category with the most open purchases, with the unit if it belongs to one; null if nothing is open.</summary>
    public string? LargestOpen { get; init; }

    /// <summary>The yearly open purchases in that category.</summary>
    [FactRange(FactUnit.Money)]
    public decimal? LargestOpenAmount { get; init => field = FactRange<ReviewFacts>.Checked(value); }

    /// <summary>The category that peers buy most of and for which the account's purchases are unknown; null if there is none.</summary>
    public string? MissingCategory { get; init; }

    /// <summary>The yearly purchases from us in that category if the account bought like its peers.</summary>
    [FactRange(FactUnit.Money)]
    public decimal? MissingAmount { get; init => field = FactRange<ReviewFacts>.Checked(value); }
}

// What is open, over all accounts together.
public sealed partial record PortfolioReview
{
    /// <summary>The customers' purchases elsewhere, by category and unit; null if nothing is known by category.</summary>
    [JsonPropertyOrder(2)]
    public WhiteSpaceSummary? WhiteSpace { get; init; }

    internal static void WriteWhiteSpace(Utf8JsonWriter json, WhiteSpaceSummary? space)
    {
        if (space is null)
            return;
        json.WritePropertyName("whiteSpace");
        JsonSerializer.Serialize(json, space, ReviewJson.Default.WhiteSpaceSummary);
    }
}

public sealed partial class PortfolioReviewRun
{
    // Shared by the runs of all owners: peers are those of the whole portfolio. Null where nothing is known by category.
    private Lazy<WhiteSpaceMatrix?>? _space;

    /// <summary>The customers' purchases elsewhere, by category and unit; null if nothing is known by category.</summary>
    /// <exception cref="OverflowException">A sum does not fit a decimal.</exception>
    public WhiteSpaceSummary? WhiteSpace
    {
        get
        {
            if (_space!.Value is not { } space)
                return null;
            if (Owner is null)
                return space.Summarise();
            var ids = Accounts.Select(account => account.Entry.Id).ToHashSet(StringComparer.Ordinal);
            var summary = space.Summarise(isAsked: ids.Contains);
            return summary.Accounts == 0 ? null : summary;
        }
    }

    /// <summary>Lists an account's purchases elsewhere, cell by cell, compared with those of its peers.</summary>
    /// <param name="account">One of <see cref="Accounts"/>.</param>
    /// <returns>The cells, open ones first (<see cref="WhiteSpaceMatrix.CellsOf"/>); empty if nothing is known by category.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="account"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="account"/> is of another review.</exception>
    public IReadOnlyList<WhiteSpaceCell> WhiteSpaceOf(RankedAccount account)
    {
        Refuse(account);
        return _space!.Value?.CellsOf(account.Entry.Id) ?? [];
    }

    /// <summary>Writes the customers' purchases elsewhere as a JSON object: the summary, and each account with its cells.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="only">The only account to write, without a summary; null for all.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="only"/> is of another review.</exception>
    /// <exception cref="OverflowException">A sum does not fit a decimal.</exception>
    public void WriteWhiteSpaceTo(Utf8JsonWriter json, RankedAccount? only = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        var summary = only is null ? WhiteSpace : null;
        json.WriteStartObject();
        json.WriteString("currency", Currency);
        json.WriteString("asOf", LocalDatePattern.Iso.Format(AsOf));
        PortfolioReview.WriteWhiteSpace(json, summary);
        json.WriteStartArray("accounts");
        foreach (var account in only is null ? Accounts : [only])
        {
            if (WhiteSpaceOf(account) is not { Count: > 0 } cells)
                continue;
            json.WriteStartObject();
            json.WriteString("id", account.Entry.Id);
            json.WriteString("name", account.Entry.Name ?? account.Entry.Id);
            json.WritePropertyName("whiteSpace");
            JsonSerializer.Serialize(json, new() { Cells = cells }, ReviewJson.Default.WhiteSpaceReview);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private WhiteSpaceMatrix? SpaceOf()
    {
        WhiteSpaceAccount[] accounts =
        [
            .. _entries.Where((entry, index) => entry.Spending is not null && _skipped?.Any(skipped => skipped.Index == index) != true)
                .Select(entry => entry.Spending! with { Id = entry.SameAs ?? entry.Id }),
        ];
        return accounts.Length == 0 ? null : WhiteSpaceMatrix.Of(accounts, AsOf, _reviewer.Models.WhiteSpace);
    }
}
