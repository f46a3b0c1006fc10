using System.Collections.Concurrent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Records;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The accounts of a portfolio as groups: ranked, and read together with what belongs to them. Holds what is kept of every account
/// and the contracts of heads; of the file no more than one group at a time.</summary>
internal sealed class PortfolioGroups
{
    private readonly IReadOnlyList<PortfolioEntry> _entries;
    private readonly Func<int, AccountFile> _read;
    private readonly LocalDate _asOf;
    private readonly AccountTree _tree;
    private readonly HashSet<int> _left;

    // What the members of a head ask for again and again.
    private readonly ConcurrentDictionary<int, IReadOnlyList<GroupContract>> _contracts = [];

    private readonly Lazy<Dictionary<int, RankedAccount>> _ranked;
    private readonly Lazy<IReadOnlyList<RankedGroup>> _groups;
    private readonly Lazy<Dictionary<int, RankedGroup>> _groupsByHead;

    public PortfolioGroups(
        IReadOnlyList<PortfolioEntry> entries, Func<int, AccountFile> read, Portfolio head, IReadOnlyList<SkippedAccount>? skipped)
    {
        (_entries, _read, _asOf) = (entries, read, head.AsOf);
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
        _groupsByHead = new(() => Groups.ToDictionary(group => group.Head.Index));
    }

    /// <summary>Whether groups are ranked, and not accounts.</summary>
    public bool ByGroup { get; }

    /// <summary>The accounts in the order of the review.</summary>
    public IReadOnlyList<RankedAccount> Accounts { get; }

    /// <summary>The groups in the order of their rank.</summary>
    public IReadOnlyList<RankedGroup> Groups => _groups.Value;

    /// <summary>The group of an account with members; null where it has none.</summary>
    public RankedGroup? GroupOf(int index) =>
        !_tree.IsHead(index) ? null : _groupsByHead.Value.TryGetValue(index, out var group) ? group : Part(index, null, null);

    /// <summary>An account with the rows that are the same, and the contracts of its groups.</summary>
    public AccountFile Read(int index)
    {
        var contracts = _tree.AncestorsOf(index).SelectMany(ContractsOf).ToArray();
        var account = ReadWhole(index);
        return contracts.Length == 0 ? account : account with { GroupContracts = contracts };
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
        return faults.Count == 0 ? merged : throw new InvalidModelException("portfolio", faults);
    }

    private IReadOnlyList<GroupContract> ContractsOf(int head) => _contracts.GetOrAdd(head, index =>
    {
        var account = ReadWhole(index);
        return [.. account.Contracts.Select(contract => new GroupContract(account.Id, contract))];
    });

    /// <summary>The purchases under the ids of the accounts: those of a row that is the same as another one under the id of that.</summary>
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
