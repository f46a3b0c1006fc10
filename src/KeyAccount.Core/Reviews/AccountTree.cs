using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The groups of a portfolio, and the rows that are the same company. It holds only indexes, so that it works for a file of any
/// length.</summary>
internal sealed class AccountTree
{
    private const int ShownInCycle = 6;

    private readonly int[]? _parents;
    private readonly int[]? _same;
    private readonly Dictionary<int, int[]> _children = [];
    private readonly Dictionary<int, int[]> _aliases = [];

    private AccountTree(int[]? parents, int[]? same)
    {
        (_parents, _same) = (parents, same);
        _children = Inverse(parents);
        _aliases = Inverse(same);
    }

    /// <summary>Whether any account belongs to another.</summary>
    public bool HasGroups => _children.Count > 0;

    /// <summary>The links between the accounts of a file.</summary>
    public static IReadOnlyList<AccountLink> LinksOf(IReadOnlyList<PortfolioEntry> entries) =>
        entries.Any(entry => entry.Parent is not null || entry.SameAs is not null)
            ? [.. entries.Select(entry => new AccountLink(entry.Id, entry.Parent, entry.SameAs))]
            : [];

    /// <summary>Builds the tree of a portfolio; a faulty link is left out.</summary>
    /// <param name="accounts">The id, the parent and the account it is the same as, in the order of the file.</param>
    /// <param name="left">The indexes of accounts that are left out, to which nothing belongs.</param>
    /// <param name="faults">Receives the faults: the index, the member and the message.</param>
    public static AccountTree Of(
        IReadOnlyList<AccountLink> accounts,
        IReadOnlySet<int>? left = null,
        List<(int Index, string Member, string Message)>? faults = null)
    {
        if (!accounts.Any(account => account.Parent is not null || account.SameAs is not null))
            return new(null, null);
        var found = new List<(int Index, string Member, string Message)>();
        var indexes = new Dictionary<string, int>(accounts.Count, StringComparer.Ordinal);
        for (var i = 0; i < accounts.Count; i++)
        {
            // A faulty account does not take an id away from a sound one.
            if (!string.IsNullOrWhiteSpace(accounts[i].Id) && (left?.Contains(i) != true || !indexes.ContainsKey(accounts[i].Id!))
                && (!indexes.TryGetValue(accounts[i].Id!, out var before) || left?.Contains(before) == true))
                indexes[accounts[i].Id!] = i;
        }

        var same = LinksOf("sameAs", account => account.SameAs);
        var parents = LinksOf("parent", account => account.Parent);
        for (var i = 0; i < accounts.Count; i++)
        {
            if (same[i] >= 0 && accounts[same[i]].SameAs is { } other)
                Refuse(same, i, "sameAs", $"'{accounts[i].SameAs}' is itself the same as '{other}'; name one account that is not");
            if (accounts[i] is { SameAs: not null, Parent: not null })
                Refuse(parents, i, "parent", $"it is given beside sameAs; give it at '{accounts[i].SameAs}', which is the same account");
            else if (parents[i] >= 0 && accounts[parents[i]].SameAs is { } meant)
                Refuse(parents, i, "parent", $"'{accounts[i].Parent}' is the same as '{meant}'; name that account");
        }

        CutCycles();
        CutDepth();
        faults?.AddRange(found.OrderBy(fault => fault.Index).ThenBy(fault => fault.Member, StringComparer.Ordinal));
        if (left is { Count: > 0 })
        {
            for (var i = 0; i < accounts.Count; i++)
            {
                if (left.Contains(i) || (parents[i] >= 0 && left.Contains(parents[i])))
                    parents[i] = -1;
                if (left.Contains(i) || (same[i] >= 0 && left.Contains(same[i])))
                    same[i] = -1;
            }
        }

        return new(parents, same);

        void Refuse(int[] links, int index, string member, string message)
        {
            links[index] = -1;
            found.Add((index, member, message));
        }

        int[] LinksOf(string member, Func<AccountLink, string?> linkOf)
        {
            var links = new int[accounts.Count];
            for (var i = 0; i < links.Length; i++)
            {
                links[i] = -1;
                if (linkOf(accounts[i]) is not { } link)
                    continue;
                if (string.IsNullOrWhiteSpace(link))
                    found.Add((i, member, "it is blank; leave it out if there is none"));
                else if (link == accounts[i].Id)
                    found.Add((i, member, $"it is '{link}', the account itself; it must be another account"));
                else if (!indexes.TryGetValue(link, out links[i]))
                    Refuse(links, i, member, $"there is no account '{link}'; it must be the id of an account of the portfolio");
            }

            return links;
        }

        // Each account is walked over once: 0 not yet, 1 on this way, 2 done.
        void CutCycles()
        {
            var state = new byte[accounts.Count];
            var way = new List<int>();
            for (var start = 0; start < accounts.Count; start++)
            {
                way.Clear();
                var i = start;
                for (; i >= 0 && state[i] == 0; i = parents[i])
                {
                    state[i] = 1;
                    way.Add(i);
                }

                if (i >= 0 && state[i] == 1)
                {
                    int[] cycle = [.. way.Skip(way.IndexOf(i))];
                    var names = cycle.Take(ShownInCycle).Select(index => $"'{accounts[index].Id}'").ToArray();
                    var more = cycle.Length > names.Length ? Invariant($" → … {cycle.Length - names.Length} more") : "";
                    Refuse(
                        parents, i, "parent",
                        $"it leads back to the account itself: {string.Join(" → ", names)}{more} → '{accounts[i].Id}'; one of them must "
                        + "have no parent");
                }

                foreach (var index in way)
                    state[index] = 2;
            }
        }

        void CutDepth()
        {
            var depths = new int[accounts.Count];
            Array.Fill(depths, -1);
            var way = new Stack<int>();
            for (var start = 0; start < accounts.Count; start++)
            {
                var i = start;
                for (; i >= 0 && depths[i] < 0; i = parents[i])
                    way.Push(i);
                while (way.TryPop(out var index))
                {
                    depths[index] = parents[index] < 0 ? 0 : depths[parents[index]] + 1;
                    if (depths[index] > AccountGroup.MostLevels)
                    {
                        Refuse(
                            parents, index, "parent",
                            Invariant($"'{accounts[index].Parent}' is {AccountGroup.MostLevels} levels below the head of its group; ")
                            + Invariant($"a group has at most {AccountGroup.MostLevels} levels below its head"));
                        depths[index] = 0;
                    }
                }
            }
        }
    }

    /// <summary>Whether a row is an alias of another account.</summary>
    public bool IsAlias(int index) => _same is not null && _same[index] >= 0;

    /// <summary>The rows that are the same as an account.</summary>
    public IReadOnlyList<int> AliasesOf(int index) => _aliases.TryGetValue(index, out var found) ? found : [];

    /// <summary>Whether an account has members.</summary>
    public bool IsHead(int index) => _children.ContainsKey(index);

    /// <summary>The accounts it belongs to, the nearest first.</summary>
    public IEnumerable<int> AncestorsOf(int index)
    {
        for (var i = _parents is null ? -1 : _parents[index]; i >= 0; i = _parents![i])
            yield return i;
    }

    /// <summary>The head of the whole group.</summary>
    public int RootOf(int index)
    {
        var i = index;
        while (_parents is not null && _parents[i] >= 0)
            i = _parents[i];
        return i;
    }

    /// <summary>All accounts below an account, level by level.</summary>
    public IReadOnlyList<int> MembersOf(int index)
    {
        var members = new List<int>(_children.GetValueOrDefault(index) ?? []);
        for (var i = 0; i < members.Count; i++)
            members.AddRange(_children.GetValueOrDefault(members[i]) ?? []);
        return members;
    }

    private static Dictionary<int, int[]> Inverse(int[]? links) => links is null ? []
        : links.Select((to, from) => (to, from)).Where(link => link.to >= 0).GroupBy(link => link.to, link => link.from)
            .ToDictionary(group => group.Key, group => group.ToArray());
}

/// <summary>The links of an account to others of its portfolio.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Parent">The id of the account it belongs to.</param>
/// <param name="SameAs">The id of the account it is the same as.</param>
internal readonly record struct AccountLink(string? Id, string? Parent, string? SameAs);
