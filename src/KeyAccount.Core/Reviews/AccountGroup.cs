using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A group of accounts that are one customer: a company with its plants and subsidiaries, or several rows of one
/// company.</summary>
/// <remarks>Immutable; two groups are equal if all their parts are. <see cref="AccountReviewer"/> builds groups from
/// <see cref="AccountFile.Parent"/> and <see cref="AccountFile.SameAs"/>; a group built in code rolls up by the same rules.</remarks>
public sealed record AccountGroup
{
    /// <summary>The maximum number of levels below the head of a group: 10. Provenance: <c>LibraryDefault</c>.</summary>
    public const int MostLevels = 10;

    /// <summary>Creates a group.</summary>
    /// <param name="head">The account at its head, with its own facts only.</param>
    /// <param name="members">The accounts below the head on all levels, each with its own facts only; their ids differ.</param>
    /// <exception cref="ArgumentNullException">An argument or a member is null.</exception>
    public AccountGroup(AccountFile head, IReadOnlyList<AccountFile> members)
    {
        ArgumentNullException.ThrowIfNull(head);
        Head = head;
        Members = ValueList.Of(members, nameof(members));
    }

    /// <summary>The account at its head, with its own facts only.</summary>
    public AccountFile Head { get; }

    /// <summary>The accounts below the head on all levels.</summary>
    public IReadOnlyList<AccountFile> Members { get; }

    /// <summary>Combines the group into one account.</summary>
    /// <param name="asOf">The date of the facts of an account that does not state its own.</param>
    /// <returns>
    /// <para>The head, with the data that roll up: purchases by month, yearly purchases, categories of the wallet, contracts, deals,
    /// tenders, people and their ties, needs, the worth of our offers, rivals and notes on the environment. Net profit and category spend
    /// are summed, and gross margin rate and credit days weighted by purchases, if they are known for every account that buys. The debt is
    /// the one that is overdue longest. What the head states itself takes precedence over all of these except the purchases, which are
    /// always summed.</para>
    /// <para>Rivals with the same id are one rival, unless their names differ. Our knowledge of it and our encounters with it are combined.
    /// Its wins and losses are summed, and so are its sales if the head states none.</para>
    /// <para>Everything else is the head's own. Ids of entries from a member begin with the id of the member and a slash. The date is the
    /// latest of all accounts.</para>
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> is not in the ISO calendar.</exception>
    /// <exception cref="InvalidModelException">Amounts are in several currencies; the exception names every account with a different
    /// one.</exception>
    /// <exception cref="OverflowException">A sum does not fit a decimal.</exception>
    public AccountFile RollUp(LocalDate asOf)
    {
        Guard.Iso(asOf);
        if (Members.Count == 0)
            return Head;
        RefuseCurrencies();
        var latest = Members.Select(member => member.AsOf ?? asOf).Append(Head.AsOf ?? asOf).Max();
        return AccountTopic.Ready.Aggregate(
            Head with
            {
                AsOf = latest, Parent = null, SameAs = null, Group = this,
                Conversion = Members.Aggregate(Head.Conversion, (all, member) => CurrencyConversion.Of(all, member.Conversion)),
            },
            (rolled, topic) => topic.RollUp(rolled, this, asOf));
    }

    /// <summary>Merges the members as rows of the company that the head is (<see cref="AccountFile.SameAs"/>).</summary>
    /// <param name="asOf">The date of the facts of an account that does not state its own.</param>
    /// <returns>The head with the data that roll up (<see cref="RollUp"/>). Facts that the head does not know are taken from the first row
    /// that does. Lists hold the entries of all rows. The customer's spend in a category is one amount, however many rows state
    /// it.</returns>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> is not in the ISO calendar.</exception>
    /// <exception cref="InvalidModelException">Amounts are in several currencies; the exception names every account with a different
    /// one.</exception>
    /// <exception cref="OverflowException">A sum does not fit a decimal.</exception>
    public AccountFile Merge(LocalDate asOf)
    {
        Guard.Iso(asOf);
        if (Members.Count == 0)
            return Head;
        var merged = RollUp(asOf) with { Parent = Head.Parent, Group = null, Wallet = WalletOfRows() };
        foreach (var row in Members)
        {
            merged = merged with
            {
                Owner = merged.Owner ?? row.Owner,
                Currency = merged.Currency ?? row.Currency,
                Company = merged.Company ?? row.Company,
                Industry = merged.Industry ?? row.Industry,
                CooperationStage = merged.CooperationStage ?? row.CooperationStage,
                Value = Filled(merged.Value, row.Value),
                TierState = merged.TierState ?? row.TierState,
                TierOverrides = [.. merged.TierOverrides, .. row.TierOverrides],
                Organisation = merged.Organisation ?? row.Organisation,
                Extensive = merged.Extensive ?? row.Extensive,
                Relationship = merged.Relationship ?? row.Relationship,
                DecisionMode = merged.DecisionMode ?? row.DecisionMode,
                Development = merged.Development ?? row.Development,
                Lifecycle = merged.Lifecycle ?? row.Lifecycle,
                SwitchingCost = merged.SwitchingCost ?? row.SwitchingCost,
                SwitchingCostAmounts = merged.SwitchingCostAmounts.Count > 0 ? merged.SwitchingCostAmounts : row.SwitchingCostAmounts,
                CompetitorBarrier = merged.CompetitorBarrier ?? row.CompetitorBarrier,
                Loyalty = merged.Loyalty ?? row.Loyalty,
                Satisfaction = merged.Satisfaction ?? row.Satisfaction,
                Complaints =
                [
                    .. merged.Complaints,
                    .. row.Complaints.Select(
                        each => new Satisfaction.Complaint(Qualify(row, each.Id), each.Tier, each.OpenedOn, each.History)),
                ],
                Quotes = [.. merged.Quotes, .. row.Quotes.Select(each => each with { Id = Qualify(row, each.Id) })],
                Lifetime = merged.Lifetime ?? row.Lifetime,
                Surveys = [.. merged.Surveys, .. row.Surveys],
                Warning = merged.Warning ?? row.Warning,
                IsPublicSector = merged.IsPublicSector ?? row.IsPublicSector,
                ServiceSite = merged.ServiceSite ?? row.ServiceSite,
                Prospect = merged.Prospect ?? row.Prospect,
                StrategyPlan = merged.StrategyPlan ?? row.StrategyPlan,
                Cooperation = merged.Cooperation ?? row.Cooperation,
                Topics = [.. merged.Topics, .. row.Topics.Where(each => merged.Topics.All(one => one.Topic != each.Topic))],
            };
        }

        return merged with { RowWarnings = RowConflicts.Of(Head, Members, merged, asOf) };
    }

    // The rows buy from us each by itself; the wallet is the customer's.
    private ValueList<CategorySpend> WalletOfRows() => ValueList.Of(
    [
        .. Members.Prepend(Head).SelectMany(row => row.Wallet).GroupBy(each => each.Category, StringComparer.Ordinal)
            .Select(category => new CategorySpend(
                category.Key,
                category.Aggregate((decimal?)0, (sum, each) => sum + each.SpendWithUs),
                category.Select(each => each.Wallet).FirstOrDefault(wallet => wallet is not null),
                category.Any(each => each.IsMainBusiness))),
    ]);

    // What states no currency is taken to be in the same; what states another one cannot be summed.
    private void RefuseCurrencies()
    {
        var expected = CurrenciesOf(Head).FirstOrDefault();
        var faults = new List<ModelFault>();
        for (var i = -1; i < Members.Count; i++)
        {
            foreach (var currency in CurrenciesOf(i < 0 ? Head : Members[i]))
            {
                expected ??= currency;
                if (currency == expected)
                    continue;
                faults.Add(new(
                    i < 0 ? "head" : Invariant($"members[{i}]"),
                    $"it has amounts in {currency}, others of the group are in {expected}; convert them to one currency (AccountFile.In)"));
                break;
            }
        }

        if (faults.Count > 0)
            throw new InvalidModelException("group", faults);

        static IEnumerable<string> CurrenciesOf(AccountFile account) =>
            AccountTopic.Ready.SelectMany(topic => topic.Currencies(account)).Prepend(account.Currency).OfType<string>();
    }

    /// <summary>Makes an id of a member unique within the whole group.</summary>
    internal static string Qualify(AccountFile member, string id) => $"{member.Id}/{id}";

    /// <summary>Does the same for an id that a member may leave out.</summary>
    internal static string? QualifyKnown(AccountFile member, string? id) => id is null ? null : Qualify(member, id);

    private static AccountValueFacts? Filled(AccountValueFacts? facts, AccountValueFacts? row) => facts is null ? row
        : row is null ? facts
        : facts with
        {
            GrossMarginRate = facts.GrossMarginRate ?? row.GrossMarginRate,
            NetProfit = facts.NetProfit ?? row.NetProfit,
            CreditDays = facts.CreditDays ?? row.CreditDays,
            DebtOverdueDays = facts.DebtOverdueDays ?? row.DebtOverdueDays,
            MarketGrowthRate = facts.MarketGrowthRate ?? row.MarketGrowthRate,
            CategorySpend = facts.CategorySpend ?? (row.CategorySpend >= (facts.AnnualPurchases ?? 0) ? row.CategorySpend : null),
            BudgetTrend = facts.BudgetTrend ?? row.BudgetTrend,
            IndustryInfluence = facts.IndustryInfluence ?? row.IndustryInfluence,
            TechnicalSynergy = facts.TechnicalSynergy ?? row.TechnicalSynergy,
            LongTermCommitment = facts.LongTermCommitment ?? row.LongTermCommitment,
        };

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The head and the number of members.</returns>
    public override string ToString() => Invariant($"AccountGroup {{ Head = {Head.Id}, Members = {Members.Count} }}");
}
