using System.Runtime.InteropServices;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Loyalty;

/// <summary>The white space of many accounts: the purchases of each unit from us and elsewhere by category, with those of its
/// peers.</summary>
/// <remarks>
/// <para>Units and categories are put together once; a field is explained when it is asked for. Categories, and units of an
/// account, that differ only in letter case, blanks, hyphens or dots are one. The benchmark of an account leaves the account itself out:
/// the median, over the other accounts of its group that buy the category, of what they spend on it as a part of all they buy from
/// us.</para>
/// <para>Not a value. Immutable and safe to share between threads.</para>
/// </remarks>
public sealed class WhiteSpaceMatrix
{
    /// <summary>The rule of a category that an account does not mention and its peers buy.</summary>
    internal const string MissingRule = "missing";

    private const int StatesOfFacts = 2 * 2 * 2 * 3 * 3 * 3 * 2;

    private readonly Decision<SpaceState>?[] _decisions = new Decision<SpaceState>?[StatesOfFacts];
    private readonly DecisionTable<WhiteSpaceFacts, SpaceState> _states;
    private readonly LocalDate _asOf;
    private readonly Dictionary<string, Spelling> _spellingOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _categoryOfKey = new(StringComparer.Ordinal);
    private readonly List<List<Spelling>> _spellings = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<Account> _accounts = [];
    private readonly Lazy<Comparison> _comparison;
    private readonly Lazy<IReadOnlyList<CategorySpace>> _categories;
    private readonly Lazy<string[]> _names;

    private WhiteSpaceMatrix(
        IReadOnlyList<WhiteSpaceAccount> accounts, LocalDate asOf, DecisionTable<WhiteSpaceFacts, SpaceState> states)
    {
        (_asOf, _states) = (asOf, states);
        var before = new List<Spelling>();
        foreach (var account in accounts)
            Add(account, before);
        var places = new int[_spellings.Count];
        foreach (var account in _accounts)
        {
            foreach (var row in account.Rows)
                row.Close(places, AnswerTo);
        }

        // Who only wants sums is not compared with anybody.
        _comparison = new(() => new(_accounts, _spellings.Count));
        _names = new(() =>
        [
            .. _spellings.Select(each =>
                NameOf(each)),
        ]);
        _categories = new(() => DecimalOverflow.Named(
            () => CategoriesOf(_accounts.SelectMany(account => account.Rows)), "WhiteSpaceMatrix.Categories"));
    }

    /// <summary>The number of units, which are the rows of the matrix.</summary>
    public int Units => _accounts.Sum(account => account.Rows.Count);

    /// <summary>The categories over all accounts, the one with most open money first; then by what competitors have, then by
    /// name.</summary>
    /// <exception cref="OverflowException">A sum does not fit a decimal.</exception>
    public IReadOnlyList<CategorySpace> Categories => _categories.Value;

    /// <summary>Combines the accounts.</summary>
    /// <param name="accounts">The accounts, in any order. Rows of one id are one account; what they spend in one category at one unit is
    /// summed, and not known where it is not known of one of them.</param>
    /// <param name="asOf">The day for which blocks are judged to be in force or over.</param>
    /// <param name="states">The table of states; <see cref="WhiteSpace.States"/> if none is given.</param>
    /// <returns>The white space.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="accounts"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">A category is blank; the message names the account. Or <paramref name="asOf"/> is a date of
    /// another calendar than ISO.</exception>
    /// <exception cref="OverflowException">A sum does not fit a decimal.</exception>
    public static WhiteSpaceMatrix Of(
        IReadOnlyList<WhiteSpaceAccount> accounts, LocalDate asOf, DecisionTable<WhiteSpaceFacts, SpaceState>? states = null)
    {
        Guard.NoNull(accounts);
        Guard.Iso(asOf);
        return DecimalOverflow.Named(() => new WhiteSpaceMatrix(accounts, asOf, states ?? WhiteSpace.States), "WhiteSpaceMatrix.Of");
    }

    /// <summary>The white space of one account, field by field.</summary>
    /// <param name="accountId">The id of the account.</param>
    /// <returns>The fields: what is open first, then what competitors have, what nobody knows, what is ours, and where we cannot sell; in
    /// each the largest first. A category that the account does not mention and at least half of its peers buy
    /// (<see cref="WhiteSpace.MissingFrom"/>) is a field of the account as a whole that nobody knows. Empty if the account is not
    /// there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="accountId"/> is null.</exception>
    public IReadOnlyList<WhiteSpaceCell> CellsOf(string accountId)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        if (!_indexes.TryGetValue(accountId, out var index))
            return [];
        var account = _accounts[index];
        return InOrder(account.Rows.SelectMany(row => row.Fields.Select(field => Explain(account, row, field)))
            .Concat(_comparison.Value.Of(account).Total > 0 ? MissingAt(account) : []));
    }

    /// <summary>Fields in the order in which a person looks for them.</summary>
    internal static IReadOnlyList<WhiteSpaceCell> InOrder(IEnumerable<WhiteSpaceCell> cells) =>
    [
        .. cells.OrderBy(cell => PlaceOf(cell.State))
            .ThenByDescending(cell => cell.Size ?? -1)
            .ThenBy(cell => cell.Category, StringComparer.Ordinal)
            .ThenBy(cell => cell.Unit, StringComparer.Ordinal),
    ];

    /// <summary>The portfolio in figures: every category, and the units with the largest open amounts.</summary>
    /// <param name="units">The largest number of units; not negative.</param>
    /// <param name="isAsked">The accounts to include, by their id; null for all.</param>
    /// <returns>The summary; its benchmarks are still those of all accounts.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is negative.</exception>
    /// <exception cref="OverflowException">A sum does not fit a decimal.</exception>
    public WhiteSpaceSummary Summarise(int units = WhiteSpaceSummary.MostUnits, Func<string, bool>? isAsked = null)
    {
        Guard.NotNegative(units);
        Account[] asked = [.. _accounts.Where(account => isAsked?.Invoke(account.Id) ?? true)];
        var categories = isAsked is null ? Categories
            : DecimalOverflow.Named(() => CategoriesOf(asked.SelectMany(account => account.Rows)), "WhiteSpaceMatrix.Summarise");
        var places = categories.Select((each, i) => (each.Category, i))
            .ToDictionary(each => each.Category, each => each.i, StringComparer.Ordinal);
        var rows = asked.SelectMany(account => account.Rows.Select(row => (account.Id, Row: row)))
            .Select(each => (each.Id, each.Row, Open: OpenAt(each.Row)))
            .OrderByDescending(each => each.Open).ThenBy(each => each.Id, StringComparer.Ordinal)
            .ThenBy(each => each.Row.Unit, StringComparer.Ordinal);
        return new(asked.Length, asked.Sum(account => account.Rows.Count), categories,
        [
            .. rows.Take(units).Select(each => new UnitSpace(each.Id, each.Row.Unit,
            [
                .. each.Row.Fields.Select(field => new SpaceField(_names.Value[field.Category], StateOf(field), SizeOf(field)))
                    .OrderBy(field => places[field.Category]),
            ])),
        ]);
    }

    // What a person looks for first.
    private static int PlaceOf(SpaceState state) => state == SpaceState.Open ? 0
        : state == SpaceState.Competitor ? 1
        : state == SpaceState.Unknown ? 2
        : state == SpaceState.Own ? 3
        : 4;

    private void Add(WhiteSpaceAccount given, List<Spelling> before)
    {
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_indexes, given.Id, out var isThere);
        if (!isThere)
        {
            index = _accounts.Count;
            _accounts.Add(new(given.Id, given.Group, index));
        }

        var account = _accounts[index];
        account.Group ??= given.Group;
        for (var i = 0; i < given.Categories.Count; i++)
        {
            var spend = given.Categories[i];
            if (string.IsNullOrWhiteSpace(spend.Category))
                throw new ArgumentException($"accounts has a blank category at '{given.Id}'; name it.", "accounts");

            // Accounts mostly name their categories in the same order.
            if (i >= before.Count)
                before.Add(SpellingOf(spend.Category));
            else if (!string.Equals(before[i].Name, spend.Category, StringComparison.Ordinal))
                before[i] = SpellingOf(spend.Category);
            var spelling = before[i];
            spelling.Count++;
            account.RowOf(spend.Unit).Add(spelling.Category, spend);
        }
    }

    private Spelling SpellingOf(string name)
    {
        if (_spellingOf.TryGetValue(name, out var spelling))
            return spelling;
        var key = CategoryName.KeyOf(name);
        if (!_categoryOfKey.TryGetValue(key, out var category))
        {
            category = _spellings.Count;
            _spellings.Add([]);
            _categoryOfKey[key] = category;
        }

        spelling = new(name, category);
        _spellings[category].Add(spelling);
        _spellingOf[name] = spelling;
        return spelling;
    }

    // The spelling that is used most. Blanks around a name are no spelling of their own.
    private static string NameOf(List<Spelling> spellings) => spellings.Count == 1 ? spellings[0].Name.Trim()
        : spellings.GroupBy(spelling => spelling.Name.Trim(), StringComparer.Ordinal)
            .OrderByDescending(name => name.Sum(spelling => spelling.Count)).ThenBy(name => name.Key, StringComparer.Ordinal).First().Key;

    private WhiteSpaceCell Explain(Account account, Row row, Field field)
    {
        var (spend, peers) = (field.Spend, BenchmarkOf(account, field.Category));
        var decision = Decide(field);
        var expected = Expected(peers, row.Bought);
        var size = SizeOf(field);
        var isEstimated = size is null && !spend.IsWrong && spend.Wallet is null && expected is not null;
        return new()
        {
            Unit = row.Unit,
            Category = spend.Category.Trim(),
            State = decision.Advice!,
            RuleId = decision.Hits[0].RuleId,
            Reason = decision.Hits[0].Reason,
            SpendWithUs = spend.SpendWithUs,
            Wallet = spend.Wallet,
            Size = isEstimated ? Math.Max(0, expected!.Value - (spend.SpendWithUs ?? 0)) : size,
            IsEstimated = isEstimated,
            Expected = expected,
            Peers = peers,
            Supplier = spend.Supplier,
            Block = spend.IsBlockedOn(_asOf) ? spend.Block : null,
        };
    }

    // What peers buy and the account does not mention.
    private IEnumerable<WhiteSpaceCell> MissingAt(Account account)
    {
        var mentioned = account.Rows.SelectMany(row => row.Fields).Select(field => field.Category).ToHashSet();
        for (var category = 0; category < _spellings.Count; category++)
        {
            if (mentioned.Contains(category) || BenchmarkOf(account, category) is not { Share: not null } peers
                || peers.Penetration < WhiteSpace.MissingFrom)
            {
                continue;
            }

            var expected = Expected(peers, _comparison.Value.Of(account).Total);
            yield return new()
            {
                Category = _names.Value[category],
                State = SpaceState.Unknown,
                RuleId = MissingRule,
                Reason = TextTable.Library["Loyalty.WhiteSpace.Rule.missing"],
                Size = expected,
                IsEstimated = expected is not null,
                Expected = expected,
                Peers = peers,
            };
        }
    }

    private PeerBenchmark? BenchmarkOf(Account account, int category) => _comparison.Value.BenchmarkOf(account, category);

    // A share is 0 to 1, so that what is expected fits where the total does.
    private static decimal? Expected(PeerBenchmark? peers, double total) =>
        peers?.Share is { } share && total > 0 && share * total < (double)decimal.MaxValue / 2 ? Math.Round((decimal)(share * total), 2)
            : null;

    private static decimal? SizeOf(Field field) =>
        field.Spend is { IsWrong: false, Wallet: { } wallet, SpendWithUs: { } spend } ? wallet - spend : null;

    private decimal OpenAt(Row row) =>
        row.Fields.Where(field => StateOf(field) == SpaceState.Open).Sum(field => SizeOf(field) ?? 0);

    private SpaceState StateOf(Field field) => Decide(field).Advice!;

    private Decision<SpaceState> Decide(Field field) => _decisions[field.Answer]!;

    // There are few answers: each is asked for once.
    private int AnswerTo(CategorySpend spend)
    {
        var isBlocked = spend.IsBlockedOn(_asOf);
        var facts = WhiteSpaceFacts.Judged(spend, isBlocked);
        var place = Of(facts.IsWrong);
        place = (2 * place) + Of(facts.IsBlocked);
        place = (2 * place) + Of(facts.IsOurs);
        place = (3 * place) + Of(facts.HasDemand);
        place = (3 * place) + Of(facts.IsBought);
        place = (3 * place) + Of(facts.IsHeld);
        place = (2 * place) + Of(facts.HasSupplier);
        _decisions[place] ??= Decided(WhiteSpaceFacts.From(spend, isBlocked));
        return place;

        static int Of(bool? fact) => fact is null ? 2 : fact.Value ? 1 : 0;
    }

    private Decision<SpaceState> Decided(WhiteSpaceFacts facts) => _states.Decide(facts) is { IsDecided: true } decision ? decision
        : throw new InvalidOperationException($"no rule of {_states.Id} says who has {facts}; add one that closes the table.");

    private IReadOnlyList<CategorySpace> CategoriesOf(IEnumerable<Row> rows)
    {
        var sums = new Sum[_spellings.Count];
        var units = 0;
        foreach (var row in rows)
        {
            units++;
            foreach (var field in row.Fields)
                sums[field.Category].Add(StateOf(field), field.Spend.IsWrong ? 0 : field.Spend.SpendWithUs ?? 0, SizeOf(field) ?? 0);
        }

        return
        [
            .. sums.Select((sum, category) => (sum, category)).Where(each => each.sum.Mentioned > 0)
                .Select(each => each.sum.ToSpace(
                    _names.Value[each.category],
                    [
                        .. _spellings[each.category].Select(spelling => spelling.Name.Trim()).Distinct(StringComparer.Ordinal)
                            .Where(name => name != _names.Value[each.category]).Order(StringComparer.Ordinal),
                    ],
                    units))
                .OrderByDescending(each => each.OpenAmount).ThenByDescending(each => each.CompetitorAmount)
                .ThenBy(each => each.Category, StringComparer.Ordinal),
        ];
    }

    private struct Sum
    {
        private int _own;
        private int _open;
        private int _competitor;
        private int _blocked;
        private int _unknown;
        private decimal _openAmount;
        private decimal _competitorAmount;
        private decimal _spend;

        public readonly int Mentioned => _own + _open + _competitor + _blocked + _unknown;

        public void Add(SpaceState state, decimal spend, decimal size)
        {
            _spend += spend;
            if (state == SpaceState.Own)
            {
                _own++;
            }
            else if (state == SpaceState.Open)
            {
                _open++;
                _openAmount += size;
            }
            else if (state == SpaceState.Competitor)
            {
                _competitor++;
                _competitorAmount += size;
            }
            else if (state == SpaceState.Blocked)
            {
                _blocked++;
            }
            else
            {
                _unknown++;
            }
        }

        public readonly CategorySpace ToSpace(string category, IReadOnlyList<string> spellings, int units) => new(
            category, spellings, _own, _open, _competitor, _blocked, _unknown + units - Mentioned, _openAmount, _competitorAmount,
            _spend);
    }

    // A name of a category, and how often it is used.
    private sealed class Spelling(string name, int category)
    {
        public string Name { get; } = name;

        public int Category { get; } = category;

        public int Count { get; set; }
    }

    private sealed class Account(string id, string? group, int index)
    {
        private Dictionary<string, Row>? _byUnit;
        private Row? _whole;

        public string Id { get; } = id;

        public string? Group { get; set; } = group;

        public int Index { get; } = index;

        public List<Row> Rows { get; } = [];

        public Row RowOf(string? unit)
        {
            if (unit is null && _whole is not null)
                return _whole;
            if (unit is null)
                return _whole = Added(null);
            if (_byUnit?.TryGetValue(unit, out var known) == true)
                return known;

            // Units that differ only in how they are written are one, in the first spelling.
            var key = CategoryName.KeyOf(unit);
            _byUnit ??= new(StringComparer.Ordinal);
            if (!_byUnit.TryGetValue(key, out var row))
                _byUnit[key] = row = Added(unit.Trim());
            return _byUnit[unit] = row;
        }

        private Row Added(string? unit)
        {
            var row = new Row(unit);
            Rows.Add(row);
            return row;
        }
    }

    private sealed class Row(string? unit)
    {
        private readonly List<Field> _fields = [];

        public string? Unit { get; } = unit;

        /// <summary>Each category once, in the order of their first mention.</summary>
        public IReadOnlyList<Field> Fields => _fields;

        /// <summary>What the unit buys from us in all.</summary>
        public double Bought { get; private set; }

        public void Add(int category, CategorySpend spend) => _fields.Add(new(category, spend, 0));

        /// <summary>Puts what is mentioned twice together, and answers who has each field.</summary>
        /// <param name="places">For every category 0; afterwards too.</param>
        /// <param name="answerTo">Who has a field.</param>
        public void Close(int[] places, Func<CategorySpend, int> answerTo)
        {
            var count = 0;
            for (var i = 0; i < _fields.Count; i++)
            {
                var field = _fields[i];
                ref var place = ref places[field.Category];
                if (place > 0)
                    _fields[place - 1] = field with { Spend = Together(_fields[place - 1].Spend, field.Spend) };
                else
                {
                    _fields[count++] = field;
                    place = count;
                }
            }

            _fields.RemoveRange(count, _fields.Count - count);
            for (var i = 0; i < count; i++)
            {
                var field = _fields[i];
                places[field.Category] = 0;
                _fields[i] = field with { Answer = answerTo(field.Spend) };
                Bought += field.Bought;
            }
        }

        private static CategorySpend Together(CategorySpend one, CategorySpend other) => one with
        {
            SpendWithUs = one.SpendWithUs + other.SpendWithUs,
            Wallet = one.Wallet + other.Wallet,
            IsMainBusiness = one.IsMainBusiness || other.IsMainBusiness,
            Supplier = one.Supplier ?? other.Supplier,
            Block = one.Block ?? other.Block,
            BlockedUntil = one.Block is null ? other.BlockedUntil : one.BlockedUntil,
        };
    }

    private readonly record struct Field(int Category, CategorySpend Spend, int Answer)
    {
        /// <summary>What is bought from us, where it can be.</summary>
        public double Bought => Spend is { SpendWithUs: { } spend, IsWrong: false } && spend > 0 ? (double)spend : 0;
    }

    // What each account buys of each category as a part of all it buys, beside the others.
    private sealed class Comparison
    {
        private readonly (int[] Categories, double[] Amounts, double Total)[] _bought;
        private readonly Dictionary<string, Peers> _groups = new(StringComparer.Ordinal);
        private readonly Peers _all;

        public Comparison(List<Account> accounts, int categories)
        {
            _bought = new (int[] Categories, double[] Amounts, double Total)[accounts.Count];
            _all = new(categories);
            var sums = new double[categories];
            foreach (var account in accounts)
            {
                var (bought, total) = (new List<int>(), 0.0);
                foreach (var row in account.Rows)
                {
                    foreach (var field in row.Fields)
                    {
                        if (field.Bought is not (> 0 and var amount))
                            continue;
                        if (sums[field.Category] == 0)
                            bought.Add(field.Category);
                        sums[field.Category] += amount;
                    }

                    total += row.Bought;
                }

                bought.Sort();
                var amounts = new double[bought.Count];
                for (var i = 0; i < amounts.Length; i++)
                {
                    amounts[i] = sums[bought[i]];
                    sums[bought[i]] = 0;
                }

                _bought[account.Index] = ([.. bought], amounts, total);
                if (total <= 0)
                    continue;
                _all.Add(_bought[account.Index]);
                if (account.Group is not { } group)
                    continue;
                if (!_groups.TryGetValue(group, out var peers))
                    _groups[group] = peers = new(categories);
                peers.Add(_bought[account.Index]);
            }
        }

        public (int[] Categories, double[] Amounts, double Total) Of(Account account) => _bought[account.Index];

        public PeerBenchmark? BenchmarkOf(Account account, int category)
        {
            var (categories, amounts, total) = _bought[account.Index];
            var place = Array.BinarySearch(categories, category);
            var own = total > 0 ? (place < 0 ? 0 : amounts[place]) / total : (double?)null;
            return (account.Group is { } group && _groups.TryGetValue(group, out var peers)
                    ? peers.BenchmarkOf(group, category, own) : null)
                ?? _all.BenchmarkOf(null, category, own);
        }
    }

    // Accounts that are compared with each other: for each category the parts that buyers spend on it, put in order when first asked for.
    private sealed class Peers(int categories)
    {
        private readonly List<double>?[] _shares = new List<double>?[categories];
        private readonly double[]?[] _sorted = new double[]?[categories];
        private int _count;

        public void Add((int[] Categories, double[] Amounts, double Total) account)
        {
            _count++;
            for (var i = 0; i < account.Categories.Length; i++)
                (_shares[account.Categories[i]] ??= []).Add(account.Amounts[i] / account.Total);
        }

        /// <summary>The benchmark without the account itself.</summary>
        /// <param name="group">What the peers are called.</param>
        /// <param name="category">The category.</param>
        /// <param name="own">What the account spends on it as a part of all; null if it is not one of them.</param>
        public PeerBenchmark? BenchmarkOf(string? group, int category, double? own)
        {
            var peers = _count - (own is null ? 0 : 1);
            if (peers < WhiteSpace.FewestPeers)
                return null;
            var shares = Sorted(category);
            var without = own > 0 ? Array.BinarySearch(shares, own.Value) : -1;
            var buyers = shares.Length - (without < 0 ? 0 : 1);
            return new(group, peers, buyers, buyers < WhiteSpace.FewestBuyers ? null : Median(shares, without, buyers));
        }

        // Two threads may both put it in order; they come to the same.
        private double[] Sorted(int category)
        {
            if (Volatile.Read(ref _sorted[category]) is { } known)
                return known;
            double[] sorted = [.. _shares[category] ?? []];
            Array.Sort(sorted);
            Volatile.Write(ref _sorted[category], sorted);
            return sorted;
        }

        // The middle of what is left when one of them is taken out.
        private static double Median(double[] sorted, int without, int count)
        {
            return (count & 1) == 1 ? At(count / 2) : (At((count / 2) - 1) + At(count / 2)) / 2;

            double At(int place) => sorted[without >= 0 && place >= without ? place + 1 : place];
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many categories it has.</returns>
    public override string ToString() => FormattableString.Invariant($"{Categories.Count} categories");
}
