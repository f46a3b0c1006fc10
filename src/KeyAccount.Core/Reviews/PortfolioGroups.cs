using System.Collections.Concurrent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Records;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The accounts of a portfolio as groups: ranked, and read together with what belongs to them. It holds the data kept about every
/// account and the contracts and decision makers of heads; of the file, no more than one group at a time.</summary>
internal sealed class PortfolioGroups
{
    private readonly IReadOnlyList<PortfolioEntry> _entries;
    private readonly Func<int, AccountFile> _read;
    private readonly LocalDate _asOf;
    private readonly string _currency;
    private readonly AccountTree _tree;
    private readonly HashSet<int> _left;

    // What the members of a head ask for again and again.
    private readonly ConcurrentDictionary<int, (GroupContract[] Contracts, GroupContact[] Contacts)> _inherited = [];

    private readonly Lazy<Dictionary<int, RankedAccount>> _ranked;
    private readonly Lazy<IReadOnlyList<RankedGroup>> _groups;
    private readonly Lazy<Dictionary<string, int>> _indexesById;
    private readonly Lazy<Dictionary<int, RankedGroup>> _groupsByHead;

    public PortfolioGroups(
        IReadOnlyList<PortfolioEntry> entries, Func<int, AccountFile> read, Portfolio head, IReadOnlyList<SkippedAccount>? skipped)
    {
        (_entries, _read, _asOf, _currency) = (entries, read, head.AsOf, head.Currency);
        _left = skipped?.Select(account => account.Index).ToHashSet() ?? [];
        _tree = AccountTree.Of(AccountTree.LinksOf(entries), _left);
        ByGroup = head.ParetoLevel == ParetoLevel.Group && _tree.HasGroups;
        int[] inOrder =
        [
            .. Enumerable.Range(0, entries.Count).Where(index => !_tree.IsAlias(index))
                .OrderBy(index => entries[index].Id, StringComparer.Ordinal),
        ];
        Accounts = ByGroup ? RankedByGroup(inOrder) : RankedByAccount(inOrder);
        _ranked = new(() => Accounts.ToDictionary(account => account.Index));
        _groups = new(() => GroupsOf(inOrder));
        _indexesById = new(() => Accounts.ToDictionary(account => account.Entry.Id, account => account.Index, StringComparer.Ordinal));
        _groupsByHead = new(() => Groups.ToDictionary(group => group.Head.Index));
    }

    /// <summary>Whether groups are ranked instead of accounts.</summary>
    public bool ByGroup { get; }

    /// <summary>The accounts in the order of the review.</summary>
    public IReadOnlyList<RankedAccount> Accounts { get; }

    /// <summary>The groups in the order of their rank.</summary>
    public IReadOnlyList<RankedGroup> Groups => _groups.Value;

    /// <summary>The group of an account with members; null if it has none.</summary>
    public RankedGroup? GroupOf(int index) =>
        !_tree.IsHead(index) ? null : _groupsByHead.Value.TryGetValue(index, out var group) ? group : Part(index, null, null);

    /// <summary>The account that a row is the same as; null if the id belongs to no such row.</summary>
    public RankedAccount? MeantBy(string id)
    {
        for (var index = 0; index < _entries.Count; index++)
        {
            if (_tree.IsAlias(index) && _entries[index].Id == id && _indexesById.Value.TryGetValue(_entries[index].SameAs!, out var meant))
                return _ranked.Value.GetValueOrDefault(meant);
        }

        return null;
    }

    /// <summary>The rows that are the same as an account.</summary>
    public IReadOnlyList<PortfolioEntry> RowsOf(int index) => [.. _tree.AliasesOf(index).Select(alias => _entries[alias])];

    /// <summary>The heads among the accounts below an account, the deepest first.</summary>
    public IEnumerable<int> HeadsBelow(int index) => _tree.MembersOf(index).Where(_tree.IsHead).Reverse();

    /// <summary>Adds its group to a review.</summary>
    public AccountReview Placed(AccountReview review, int index)
    {
        var (isHead, parent) = (_tree.IsHead(index), _tree.AncestorsOf(index).Select(each => (int?)each).FirstOrDefault());
        return !isHead && parent is null ? review : review with
        {
            Parent = parent is { } above ? _entries[above].Id : null, GroupId = _entries[_tree.RootOf(index)].Id,
        };
    }

    /// <summary>Whether an account has members.</summary>
    public bool IsHead(int index) => _tree.IsHead(index);

    /// <summary>Whether an account belongs to another.</summary>
    public bool IsMember(int index) => _tree.AncestorsOf(index).Any();

    /// <summary>Reads an account with the rows that are the same, and with the contracts and decision makers of its groups.</summary>
    public AccountFile Read(int index)
    {
        var account = ReadWhole(index);
        if (!IsMember(index))
            return account;
        var inherited = _tree.AncestorsOf(index).Select(InheritedFrom).ToArray();
        return account with
        {
            GroupContracts = [.. inherited.SelectMany(each => each.Contracts)],
            GroupContacts = [.. inherited.SelectMany(each => each.Contacts)],
        };
    }

    private AccountFile ReadWhole(int index)
    {
        var account = _read(index);
        var aliases = _tree.AliasesOf(index);
        if (aliases.Count == 0)
            return account;
        var merged = new AccountGroup(account, [.. aliases.Select(_read)]).Merge(_asOf);
        var faults = new List<ModelFault>();
        AccountParts.CheckSize(Invariant($"accounts[{index}]"), merged, faults);
        return faults.Count > 0 ? throw new InvalidModelException("portfolio", faults)
            : merged with { RowWarnings = [.. merged.RowWarnings, .. CurrencyWarnings(index, aliases)] };
    }

    // What a row states was converted by itself, so that nothing is wrong where the currencies are right.
    private IEnumerable<FactWarning> CurrencyWarnings(int index, IReadOnlyList<int> aliases) => aliases
        .Where(alias => (_entries[alias].Currency ?? _currency) != (_entries[index].Currency ?? _currency))
        .Select(alias => new FactWarning("currency", null, null, null, TextTable.Library["Reviews.FactWarning.RowCurrencies"].With(
            "currency", _entries[index].Id, _entries[index].Currency ?? _currency,
            _entries[alias].Id, _entries[alias].Currency ?? _currency)));

    private (GroupContract[] Contracts, GroupContact[] Contacts) InheritedFrom(int head) => _inherited.GetOrAdd(head, index =>
    {
        var account = ReadWhole(index);
        return (
            [.. account.Contracts.Select(contract => new GroupContract(account.Id, contract))],
            [
                .. account.Contacts.Where(contact => contact.Role == StakeholderRole.KDM)
                    .Select(contact => new GroupContact(account.Id, contact)),
            ]);
    });

    /// <summary>Assigns the purchases to the ids of the accounts: those of a row that is the same as an account get the id of that
    /// account.</summary>
    public IReadOnlyList<AccountPurchase>? Named(IReadOnlyList<AccountPurchase>? purchases)
    {
        if (purchases is null || !_entries.Any(entry => entry.SameAs is not null))
            return purchases;
        var same = Enumerable.Range(0, _entries.Count).Where(_tree.IsAlias)
            .ToDictionary(index => _entries[index].Id, index => _entries[index].SameAs!, StringComparer.Ordinal);
        return
        [
            .. purchases.Select(
                purchase => same.TryGetValue(purchase.AccountId, out var id) ? purchase with { AccountId = id } : purchase),
        ];
    }

    // What the rows of a company buy together.
    private decimal? PurchasesOf(int index) => _tree.AliasesOf(index).Aggregate(
        _entries[index].AnnualPurchases, (sum, alias) => Sum(sum, _entries[alias].AnnualPurchases));

    private static decimal? Sum(decimal? one, decimal? other) => one is null ? other : other is null ? one : one + other;

    private PortfolioEntry EntryOf(int index) => _tree.AliasesOf(index).Count == 0 ? _entries[index]
        : _entries[index] with { AnnualPurchases = PurchasesOf(index) };

    // Those left out count for the tiers of the others, and are not among the accounts.
    private IReadOnlyList<RankedAccount> RankedByAccount(int[] inOrder)
    {
        var grading = Pareto.Grade(
            [.. inOrder.Where(index => PurchasesOf(index) is not null)], index => PurchasesOf(index)!.Value);
        return
        [
            .. grading.Accounts.Where(graded => !_left.Contains(graded.Account))
                .Select(graded => new RankedAccount(EntryOf(graded.Account), graded.Account, graded.Rank, graded.Tier)),
            .. inOrder.Where(index => PurchasesOf(index) is null && !_left.Contains(index))
                .Select(index => new RankedAccount(EntryOf(index), index, null, null)),
        ];
    }

    private IReadOnlyList<RankedAccount> RankedByGroup(int[] inOrder)
    {
        var members = inOrder.GroupBy(_tree.RootOf).ToDictionary(group => group.Key, group => group.ToArray());
        return
        [
            .. Graded(inOrder).SelectMany(graded => members[graded.Index]
                .Where(index => !_left.Contains(index))
                .OrderBy(index => index == graded.Index ? 0 : 1)
                .ThenBy(index => PurchasesOf(index) is null ? 1 : 0)
                .ThenByDescending(PurchasesOf)
                .ThenBy(index => _entries[index].Id, StringComparer.Ordinal)
                .Select(index => new RankedAccount(EntryOf(index), index, graded.Rank, graded.Tier))),
        ];
    }

    // The groups and the accounts that belong to none, by what they buy together.
    private IEnumerable<(int Index, int? Rank, AccountTier? Tier)> Graded(int[] inOrder)
    {
        var sums = new Dictionary<int, decimal?>();
        foreach (var index in inOrder)
        {
            var root = _tree.RootOf(index);
            sums[root] = Sum(sums.GetValueOrDefault(root), PurchasesOf(index));
        }

        int[] roots = [.. inOrder.Where(sums.ContainsKey)];
        var grading = Pareto.Grade([.. roots.Where(index => sums[index] is not null)], index => sums[index]!.Value);
        return
        [
            .. grading.Accounts.Select(graded => (graded.Account, (int?)graded.Rank, (AccountTier?)graded.Tier)),
            .. roots.Where(index => sums[index] is null).Select(index => (index, (int?)null, (AccountTier?)null)),
        ];
    }

    private IReadOnlyList<RankedGroup> GroupsOf(int[] inOrder) => !_tree.HasGroups ? []
        : [.. Graded(inOrder).Where(graded => _tree.IsHead(graded.Index)).Select(graded => Part(graded.Index, graded.Rank, graded.Tier))];

    private RankedGroup Part(int head, int? rank, AccountTier? tier)
    {
        RankedAccount[] members =
        [
            .. _tree.MembersOf(head).Select(index => _ranked.Value[index])
                .OrderBy(member => member.Entry.AnnualPurchases is null ? 1 : 0)
                .ThenByDescending(member => member.Entry.AnnualPurchases)
                .ThenBy(member => member.Entry.Id, StringComparer.Ordinal),
        ];
        var purchases = members.Aggregate(PurchasesOf(head), (sum, member) => Sum(sum, member.Entry.AnnualPurchases));
        return new(_ranked.Value[head], members, purchases, rank, tier);
    }
}
