using System.Text.Json;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Records;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Winback;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A review of a portfolio that runs account by account on request, so that a large one is never held in memory. Start one with
/// <see cref="AccountReviewer.Begin(PortfolioFile, IReadOnlyList{AccountPurchase})"/>.</summary>
/// <remarks>Not a value: it does the work; <see cref="PortfolioReview"/> is its result. You can enumerate its accounts as often as you
/// like; each time they are reviewed again, with the same result. Several threads may use it. A single review uses one thread, unless
/// <see cref="InParallel"/> allows more.</remarks>
public sealed partial class PortfolioReviewRun
{
    /// <summary>The default number of accounts that a page describes in full: 200.</summary>
    public const int MostWhole = 200;

    /// <summary>The maximum number of accounts for which a page has rows: 10,000.</summary>
    public const int MostRows = 10_000;

    private readonly AccountReviewer _reviewer;
    private readonly Portfolio _head;
    private readonly IReadOnlyList<PortfolioEntry> _entries;

    // An account as it stands in the file, and with every amount in the currency of the portfolio.
    private readonly Func<int, AccountFile> _original;
    private readonly Func<int, AccountFile> _read;
    private readonly PortfolioGroups _groups;
    private readonly GroupReviewer _groupReviewer;
    private readonly IReadOnlyList<AccountPurchase>? _purchases;

    // Those of every owner: how often others buy tells how often somebody does.
    private readonly IReadOnlyList<AccountPurchase>? _allPurchases;

    // That of all accounts, not of one owner.
    private readonly decimal? _salesTarget;
    private readonly int? _newCustomersTarget;

    // The index in the file by the id.
    private readonly Lazy<Dictionary<string, int>> _indexes;

    // How each account orders, by its id: what a purchase model takes. Empty without such a model or without purchases.
    private readonly Lazy<Dictionary<string, RepeatPurchaseSummary>> _orders;

    // The single orders of each account, by its id. Empty without purchases.
    private readonly Lazy<Dictionary<string, AccountOrder[]>> _histories;

    // The place in Accounts by the index in the file; -1 for an account that is not among them.
    private readonly int[] _places;

    // On how many threads accounts are reviewed; null for that of the caller.
    private ParallelOptions? _parallel;

    // What the file has left out; null where faulty accounts refuse the review.
    private readonly IReadOnlyList<SkippedAccount>? _skipped;

    internal PortfolioReviewRun(
        AccountReviewer reviewer, Portfolio head, IReadOnlyList<PortfolioEntry> entries, Func<int, AccountFile> original,
        IReadOnlyList<AccountPurchase>? purchases, IReadOnlyList<SkippedAccount>? skipped = null)
    {
        _reviewer = reviewer;
        (_head, _entries, _original) = (head, entries, original);
        _read = index => head.Converted(original(index));
        _skipped = skipped;
        Name = head.Name;
        Currency = head.Currency;
        AsOf = head.AsOf;
        (_salesTarget, _newCustomersTarget) = (head.SalesTarget, head.NewCustomersTarget);
        Models = reviewer.Models.Versions;
        _groups = new(entries, _read, head, skipped);
        _groupReviewer = new(_groups, reviewer.Models, AsOf, Try);
        _purchases = _allPurchases = _groups.Named(purchases);
        Retention = RetentionOf(_purchases, head.AsOf);
        _orders = new(OrdersOf);
        _histories = new(HistoriesOf);
        _space = new(SpaceOf);
        if (_purchases is not null)
        {
            var rfm = RfmReport.Of(_purchases, head.AsOf);
            RfmCuts = rfm.Cuts;
            _rfm = rfm.Customers.ToDictionary(customer => customer.AccountId, StringComparer.Ordinal);
        }

        Accounts = _groups.Accounts;
        _peers = new(() => new(_groups.Accounts));
        _indexes = new(() => Accounts.ToDictionary(account => account.Entry.Id, account => account.Index, StringComparer.Ordinal));
        _places = PlacesOf(Accounts, entries.Count);
    }

    private PortfolioReviewRun(PortfolioReviewRun all, string owner)
    {
        _reviewer = all._reviewer;
        (_head, _entries, _original, _read, _groups) = (all._head, all._entries, all._original, all._read, all._groups);
        (_plans, _allPurchases, _parallel) = (all._plans, all._allPurchases, all._parallel);
        Name = all.Name;
        Currency = all.Currency;
        AsOf = all.AsOf;
        Models = all.Models;
        Owner = owner;
        _groupReviewer = new(_groups, _reviewer.Models, AsOf, Try);
        _skipped = all._skipped is null ? null : [.. all._skipped.Where(account => account.Owner is null || account.Owner == owner)];
        Accounts = [.. all.Accounts.Where(account => account.Entry.Owner == owner)];
        _indexes = new(() => Accounts.ToDictionary(account => account.Entry.Id, account => account.Index, StringComparer.Ordinal));
        _places = PlacesOf(Accounts, all._places.Length);
        _orders = all._orders;
        _histories = all._histories;
        _space = all._space;
        _peers = all._peers;
        _rfm = all._rfm;
        RfmCuts = all.RfmCuts;
        if (all._purchases is null)
            return;
        var ids = Accounts.Select(account => account.Entry.Id).ToHashSet(StringComparer.Ordinal);
        _purchases = [.. all._purchases.Where(purchase => ids.Contains(purchase.AccountId))];
        Retention = RetentionOf(_purchases, AsOf);
    }

    /// <summary>The name of the portfolio; null if it has none.</summary>
    public string? Name { get; }

    /// <summary>The currency of every amount.</summary>
    public string Currency { get; }

    /// <summary>The date of the review.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The owner whose accounts these are; null for all accounts.</summary>
    public string? Owner { get; }

    /// <summary>All owners of these accounts, in ordinal order.</summary>
    public IReadOnlyList<string> Owners =>
    [
        .. Accounts.Select(account => account.Entry.Owner).OfType<string>().Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The versions of the models, by their ids.</summary>
    public IReadOnlyDictionary<string, string> Models { get; }

    /// <summary>The accounts in the order of the review: by their purchases, the largest first, then those with unknown purchases, by
    /// id.</summary>
    public IReadOnlyList<RankedAccount> Accounts { get; }

    /// <summary>The accounts that are left out because of their faults, in the order of the file. Empty unless the file was read by
    /// <see cref="PortfolioFile.ReadSkippingBadAccounts(Stream, Action{long})"/>. <see cref="PortfolioSummary.Skipped"/> also has those
    /// that models refuse.</summary>
    public IReadOnlyList<SkippedAccount> Skipped => _skipped ?? [];

    /// <summary>Limits the review to the accounts of one owner, which keep their ranks and tiers among all.</summary>
    /// <param name="owner">The owner, exactly as in the account files.</param>
    /// <returns>The review; it has no accounts if nobody has that name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    public PortfolioReviewRun OwnedBy(string owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return new(this, owner);
    }

    /// <summary>Returns the same review of all accounts, with the purchases of accounts or of groups ranked and graded.</summary>
    /// <param name="level">The level that is ranked.</param>
    /// <returns>The review, ready to run.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="level"/> is null.</exception>
    public PortfolioReviewRun RankedBy(ParetoLevel level)
    {
        ArgumentNullException.ThrowIfNull(level);
        var run = new PortfolioReviewRun(
            _reviewer, _head with { ParetoLevel = level }, _entries, _original, _purchases, _skipped)
        { _plans = _plans, _parallel = _parallel };
        return Owner is null ? run : run.OwnedBy(Owner);
    }

    /// <summary>Returns the same review on several threads: the same accounts in the same order, and the same bytes. No more reviews are
    /// held in memory than the threads need.</summary>
    /// <param name="options">The number of threads, and the token that cancels the work: a review that enumerates all accounts then throws
    /// an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The review, ready to run. Accounts of a group are reviewed on the thread that requests them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public PortfolioReviewRun InParallel(ParallelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var run = (PortfolioReviewRun)MemberwiseClone();
        run._parallel = options;
        return run;
    }

    /// <summary>The groups of the portfolio, the largest first: each account that has members and belongs to no other. After
    /// <see cref="OwnedBy"/> they are still those of the whole portfolio.</summary>
    public IReadOnlyList<RankedGroup> Groups => _groups.Groups;

    /// <summary>Looks up the group that an account heads.</summary>
    /// <param name="account">One of <see cref="Accounts"/>.</param>
    /// <returns>The group, which may be part of another; null if nothing belongs to the account.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="account"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="account"/> is of another review.</exception>
    public RankedGroup? GroupOf(RankedAccount account)
    {
        Refuse(account);
        return _groups.GroupOf(account.Index);
    }

    /// <summary>Looks up the account with an id; it also finds the id of a row that is the same company
    /// (<see cref="AccountFile.SameAs"/>).</summary>
    /// <param name="id">The id, exactly as in the account files.</param>
    /// <returns>One of <see cref="Accounts"/>; null if there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public RankedAccount? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _indexes.Value.TryGetValue(id, out var index) ? Accounts[_places[index]]
            : _groups.MeantBy(id) is { } meant && _places[meant.Index] is >= 0 and var place ? Accounts[place]
            : null;
    }

    /// <summary>Lists the rows that are the same company as an account (<see cref="AccountFile.SameAs"/>) and count as that
    /// account.</summary>
    /// <param name="account">One of <see cref="Accounts"/>.</param>
    /// <returns>The data kept about each; empty if there is only one row.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="account"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="account"/> is of another review.</exception>
    public IReadOnlyList<PortfolioEntry> RowsOf(RankedAccount account)
    {
        Refuse(account);
        return _groups.RowsOf(account.Index);
    }

    /// <summary>Reviews a group as one account, with its members. Only that group of the file is held in memory.</summary>
    /// <param name="group">A group of this review.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="group"/> is null.</exception>
    /// <exception cref="InvalidModelException">A model refuses the facts of the group or of a member, or their combined facts exceed the
    /// limits of an account; the exception holds all faults.</exception>
    public GroupReview Review(RankedGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var faults = new List<ModelFault>();
        return Try(group, faults, out _) ?? throw new InvalidModelException("portfolio", faults);
    }

    /// <summary>Reviews the groups one by one, in the order of <see cref="Groups"/>. Only one group of the file is held in memory at a
    /// time.</summary>
    /// <param name="progress">Receives the number of groups done.</param>
    /// <returns>The reviews, each made on request.</returns>
    /// <exception cref="InvalidModelException">A model refuses the facts of a group or of a member. The exception is thrown after the last
    /// group and holds all faults.</exception>
    public IEnumerable<GroupReview> GroupReviews(Action<int>? progress = null)
    {
        var faults = new List<ModelFault>();
        for (var i = 0; i < Groups.Count; i++)
        {
            if (Try(Groups[i], faults, out _) is { } review)
                yield return review;
            progress?.Invoke(i + 1);
        }

        if (faults.Count > 0)
            throw new InvalidModelException("portfolio", faults);
    }

    private GroupReview? Try(RankedGroup group, List<ModelFault> faults, out AccountFile? file)
    {
        var whole = _groupReviewer.Try(group, faults);
        file = whole?.File;
        if (whole is null)
            return null;
        var (together, members) = (
            Planned(whole.Group, faults), whole.Members.Select(member => Planned(member.Review!, faults)).ToArray());
        return together is null || members.Any(member => member is null) ? null : new()
        {
            Group = together,
            Own = whole.Own with { Actions = [], Forbidden = [] },
            Members = [.. members.Select(member => member!)],
        };
    }

    /// <summary>Reviews one account, as it is in the review of all.</summary>
    /// <param name="account">One of <see cref="Accounts"/>.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="account"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="account"/> is of another review.</exception>
    /// <exception cref="InvalidModelException">A model refuses the facts of the account.</exception>
    public AccountReview Review(RankedAccount account)
    {
        Refuse(account);
        var faults = new List<ModelFault>();
        return Planned(Listed(account, faults, new()), faults) ?? throw new InvalidModelException("portfolio", faults);
    }

    /// <summary>Reviews an account again with changed facts, by the models of this review, and ranks it again among all accounts. Nothing
    /// is stored.</summary>
    /// <param name="account">One of <see cref="Accounts"/>.</param>
    /// <param name="edits">The changed facts, at least one.</param>
    /// <returns>The account before and after the change.</returns>
    /// <exception cref="ArgumentNullException">An argument or an edit is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="account"/> is of another review, or there are no edits.</exception>
    /// <exception cref="InvalidModelException">A path names no fact, a value does not fit it, or a model refuses the facts; the exception
    /// holds every fault with its path in the account file.</exception>
    public WhatIf WhatIf(RankedAccount account, IReadOnlyList<FactEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        Refuse(account);
        if (edits.Count == 0)
            throw new ArgumentException("edits is empty; it must name at least one fact.", nameof(edits));
        var changes = new List<EditedFact>();
        var edited = FactEdits.Apply(_original(account.Index), edits, changes);
        var faults = new List<ModelFault>();
        _head.Check("", edited, faults);
        if (faults.Count > 0)
            throw new InvalidModelException("what-if", [.. faults.Select(fault => fault with { Path = fault.Path.TrimStart('.') })]);

        var other = new PortfolioReviewRun(
            _reviewer,
            _head,
            [.. _entries.Select((entry, index) => index == account.Index ? PortfolioEntry.Of(edited, _head) : entry)],
            index => index == account.Index ? edited : _original(index),
            _allPurchases,
            _skipped)
        { _plans = _plans };
        var (before, after) = (Review(account), other.Review(other.Find(account.Entry.Id)!));
        return new()
        {
            Currency = Currency, Changes = changes, Before = before, After = after,
            Impact = ModelImpact.Between(before, after, _reviewer.Models),
        };
    }

    // An account as it stands in the review of all: a head with the figures of its group and the actions that belong to it. A group that
    // cannot be reviewed as one account is told by whom it is asked for; in the list, its accounts stand each for itself.
    private AccountReview? Listed(RankedAccount account, List<ModelFault> faults, Pass pass)
    {
        if (pass.Reviews.Remove(account.Index, out var done))
            return done;
        AccountReview? review = null;
        if (_groups.GroupOf(account.Index) is { } group)
        {
            // Where a group stands together, its members come next and need not be reviewed twice.
            var isTogether = _groups.ByGroup && Owner is null;
            var whole = _groupReviewer.Try(group, [], isTogether ? null : pass.Rules);
            review = whole?.Head;
            foreach (var (index, member) in isTogether && whole is not null ? whole.Members : [])
                pass.Reviews[index] = member!;
        }

        review ??= Try(account, faults);
        if (review is not null && !_groups.ByGroup && _groups.IsMember(account.Index))
            pass.Rules.TryAdd(account.Index, GroupReviewer.RulesOf(review));
        return review;
    }

    // What is kept while the accounts are gone through.
    private sealed class Pass
    {
        public Dictionary<int, AccountReview> Reviews { get; } = [];

        public Dictionary<int, IReadOnlyCollection<string>> Rules { get; } = [];
    }

    private void Refuse(RankedAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (account.Index < 0 || account.Index >= _places.Length || _places[account.Index] is not (>= 0 and var place)
            || !ReferenceEquals(Accounts[place], account))
        {
            throw new ArgumentException(
                $"account is '{account.Entry?.Id}'; it must be one of the accounts of this review.", nameof(account));
        }
    }

    /// <summary>Reviews the accounts one by one, in the order of <see cref="Accounts"/>.</summary>
    /// <param name="progress">Receives the number of accounts done.</param>
    /// <returns>The reviews, each made on request.</returns>
    /// <exception cref="InvalidModelException">A model refuses the facts of accounts. The exception is thrown after the last account and
    /// holds the faults of all accounts that were left out. If the file was read by
    /// <see cref="PortfolioFile.ReadSkippingBadAccounts(Stream, Action{long})"/>, they are left out without an exception;
    /// <see cref="Summarise"/> and <see cref="ToReview(ReviewSnapshot)"/> name them.</exception>
    public IEnumerable<AccountReview> Reviews(Action<int>? progress = null) => Reviews(progress, []);

    private IEnumerable<AccountReview> Reviews(Action<int>? progress, List<SkippedAccount> skipped) =>
        Made(progress, skipped, review => review);

    // What an account is by itself, and what is made of it. One of a group depends on what was reviewed before it.
    private readonly record struct Alone<T>(bool IsReviewed, AccountReview? Review, T? Made, List<ModelFault> Faults);

    private Alone<T> ReviewAlone<T>(RankedAccount account, Func<AccountReview, T> make)
    {
        if (_groups.IsHead(account.Index) || _groups.IsMember(account.Index))
            return default;
        var faults = new List<ModelFault>();
        var review = Planned(Try(account, faults), faults);
        return new(true, review, review is null ? default : make(review), faults);
    }

    private IEnumerable<T> Made<T>(Action<int>? progress, List<SkippedAccount> skipped, Func<AccountReview, T> make)
    {
        var faults = new List<ModelFault>();
        var pass = new Pass();
        var i = -1;
        foreach (var alone in InOrder.Select(Accounts.Count, _parallel, place => ReviewAlone(Accounts[place], make)))
        {
            i++;
            if (alone.IsReviewed)
                faults.AddRange(alone.Faults);
            if (alone.Review is not null)
            {
                yield return alone.Made!;
            }
            else if (!alone.IsReviewed && Planned(Listed(Accounts[i], faults, pass), faults) is { } review)
            {
                yield return make(review);
            }
            else if (_skipped is not null)
            {
                var (entry, index) = (Accounts[i].Entry, Accounts[i].Index);
                skipped.Add(new()
                {
                    Index = index, Id = entry.Id, Name = entry.Name, Owner = entry.Owner, AnnualPurchases = entry.AnnualPurchases,
                    Faults = [.. faults],
                });
                faults.Clear();
            }

            progress?.Invoke(i + 1);
        }

        if (faults.Count > 0)
            throw new InvalidModelException("portfolio", faults);
    }

    private ParetoLevel? Level => _groups.ByGroup ? ParetoLevel.Group : null;

    private IReadOnlyList<SkippedAccount> AllSkipped(List<SkippedAccount> refused) =>
        [.. Skipped.Concat(refused).OrderBy(account => account.Index)];

    /// <summary>Reviews all accounts and holds the result in memory.</summary>
    /// <param name="earlier">An earlier review to compare it with; null for none.</param>
    /// <returns>The review.</returns>
    /// <exception cref="InvalidModelException">A model refuses the facts of an account; the exception holds all faults.</exception>
    /// <exception cref="ArgumentException"><paramref name="earlier"/> is of a later date, in another currency, or of the accounts of
    /// somebody else.</exception>
    public PortfolioReview ToReview(ReviewSnapshot? earlier = null) => ToReview(earlier, null);

    /// <summary>Reviews all accounts into a value, and reports progress.</summary>
    /// <param name="earlier">As for <see cref="ToReview(ReviewSnapshot)"/>.</param>
    /// <param name="progress">Receives the number of accounts done after each account; an exception that it throws ends the review.</param>
    /// <returns>The review.</returns>
    /// <exception cref="InvalidModelException">A model refuses the facts of an account; the exception holds all faults.</exception>
    /// <exception cref="ArgumentException"><paramref name="earlier"/> is of a later date, in another currency, or of the accounts of
    /// somebody else.</exception>
    public PortfolioReview ToReview(ReviewSnapshot? earlier, Action<int>? progress)
    {
        var skipped = new List<SkippedAccount>();
        AccountReview[] reviews = [.. Reviews(progress, skipped)];
        return new()
        {
            Name = Name,
            Currency = Currency,
            AsOf = AsOf,
            Owner = Owner,
            Models = Models,
            Accounts = reviews,
            Summary = PortfolioSummary.Of(reviews, _salesTarget, _newCustomersTarget, Level) with { Skipped = AllSkipped(skipped) },
            Since = earlier is null ? null : PortfolioChange.Between(earlier, SnapshotOf([.. reviews.Select(AccountSummary.Of)])),
            Retention = Retention,
            WhiteSpace = Owner is null ? WhiteSpace : null,
            RfmCuts = RfmCuts,
        };
    }

    /// <summary>Reviews the accounts one by one and describes the portfolio for a person, as <see cref="PortfolioReview.Describe"/>
    /// does.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <param name="detail">The level of detail: up to 6 accounts in brief, up to 50 in full; the others are counted.</param>
    /// <param name="earlier">An earlier review to compare it with; null for none.</param>
    /// <param name="progress">Receives the number of accounts done.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    /// <exception cref="InvalidModelException">A model refuses the facts of accounts; the exception holds all faults.</exception>
    /// <exception cref="ArgumentException"><paramref name="earlier"/> is of a later date, in another currency, or of the accounts of
    /// somebody else.</exception>
    public Document Describe(
        string language = Language.English, Detail detail = Detail.Brief, ReviewSnapshot? earlier = null, Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(language);
        Guard.Defined(detail);
        var (summary, since, most) = Summarise(null, earlier, PortfolioDocument.MostOf(detail), progress);
        return new PortfolioDocument(Currency, language, detail).Of(
            Name, AsOf, Owner, summary, since, most, Retention, WhiteSpace, alike: detail == Detail.Full ? LookAlikes() : null);
    }

    /// <summary>Reviews the accounts one by one and describes the portfolio with its accounts, for a page that people sort, filter and
    /// open: the full content of <see cref="Describe"/>, a table row for every account, and a full description of those with the highest
    /// risk.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <param name="whole">The number of accounts that are described with every reason, starting with the highest risk and the most at
    /// stake; not negative.</param>
    /// <param name="earlier">An earlier review to compare it with; null for none.</param>
    /// <param name="progress">Receives the number of accounts done.</param>
    /// <returns>The document. The key of a row, and of the section with its details, is the id of the account. If there are more than
    /// <see cref="MostRows"/> accounts, only those with the most at stake have rows; the others are counted.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="whole"/> is negative.</exception>
    /// <exception cref="InvalidModelException">A model refuses the facts of accounts; the exception holds all faults.</exception>
    /// <exception cref="ArgumentException"><paramref name="earlier"/> is of a later date, in another currency, or of the accounts of
    /// somebody else.</exception>
    public Document DescribeWithAccounts(
        string language = Language.English, int whole = MostWhole, ReviewSnapshot? earlier = null, Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(language);
        Guard.NotNegative(whole);
        var document = new PortfolioDocument(Currency, language, Detail.Full);
        var rows = new PriorityQueue<TableRow, (int Risk, decimal AtStake, int Behind)>();
        var index = 0;
        var (summary, since, most) = Summarise(
            review =>
            {
                rows.Enqueue(document.RowOf(review), (review.ListedRisk?.Value ?? 0, review.ListedAtStake ?? -1, -index++));
                if (rows.Count > MostRows)
                    rows.Dequeue();
            },
            earlier,
            Math.Max(whole, PortfolioDocument.MostOf(Detail.Full)),
            progress);
        return document.Of(Name, AsOf, Owner, summary, since, most, Retention, WhiteSpace, new(
            [
                .. rows.UnorderedItems.OrderByDescending(each => each.Priority).Select(each => each.Element),
            ],
            [
                .. most.Take(whole).Select(review =>
                    DescribeWhole(review, language, earlier).ToSection(review.Id) with { IsDetail = true }),
            ],
            Owner is null && !_groups.ByGroup ? GradingOf(Accounts) : null),
            LookAlikes());
    }

    /// <summary>Describes one account with every reason, and with figures that a review does not keep: its purchases by month, and the ties
    /// between its people.</summary>
    /// <param name="review">A review made by this run.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <param name="earlier">An earlier review to compare it with; null for none.</param>
    /// <param name="hasPortrait">Whether the document begins with the portrait of the account (<see cref="PortraitOf(AccountReview)"/>) and
    /// the diagnosis of the relationship (<see cref="DiagnosisOf"/>).</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> or <paramref name="language"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="review"/> is of an account that is not among <see cref="Accounts"/>.</exception>
    public Document DescribeAccount(
        AccountReview review, string language = Language.English, ReviewSnapshot? earlier = null, bool hasPortrait = false)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(language);
        if (!_indexes.Value.TryGetValue(review.Id, out var index))
            throw new ArgumentException($"review is of '{review.Id}'; it must be of one of the accounts of this review.", nameof(review));
        return review.Describe(
            new(_reviewer.Models, Currency, language)
            {
                Account = _groups.Read(index), Portrait = hasPortrait ? PortraitOf(review) : null,
                Diagnosis = hasPortrait ? DiagnosisOf(review) : null,
            },
            Detail.Full, earlier, Accounts.Count);
    }

    /// <summary>Diagnoses the relationship with an account.</summary>
    /// <param name="review">A review made by this run.</param>
    /// <returns>The diagnosis.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="review"/> is of an account that is not among <see cref="Accounts"/>.</exception>
    public RelationshipDiagnosis DiagnosisOf(AccountReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return _indexes.Value.TryGetValue(review.Id, out var index) ? RelationshipDiagnosis.Of(_groups.Read(index), review)
            : throw new ArgumentException($"review is of '{review.Id}'; it must be of one of the accounts of this review.", nameof(review));
    }

    /// <summary>Describes the plan of an account in the ten sections of its template, with figures that a review does not keep.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="review">The review of its account, made by this run.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <param name="file">The file of the plan, for the hours of its owners; null if they are not known.</param>
    /// <param name="history">The earlier history of the account; null if it is not known.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/>, <paramref name="review"/> or <paramref name="language"/> is
    /// null.</exception>
    /// <exception cref="ArgumentException"><paramref name="review"/> is of an account that is not among <see cref="Accounts"/>, is not of
    /// the account of the plan, or is older than the last one that the plan has taken up.</exception>
    public Document DescribePlan(
        AccountPlan plan, AccountReview review, string language = Language.English, PlanFile? file = null, AccountHistory? history = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(language);
        if (!_indexes.Value.TryGetValue(review.Id, out var index))
            throw new ArgumentException($"review is of '{review.Id}'; it must be of one of the accounts of this review.", nameof(review));
        return plan.Describe(
            review, new(_reviewer.Models, Currency, language) { Account = _groups.Read(index) }, file, history);
    }

    /// <summary>Reviews a group and describes it as one account with every reason and with its members, and with figures that a review does
    /// not keep.</summary>
    /// <param name="group">A group of this review.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <param name="earlier">An earlier review to compare it with; null for none.</param>
    /// <param name="hasPortrait">Whether the document begins with the portrait of the group
    /// (<see cref="PortraitOf(RankedGroup)"/>).</param>
    /// <returns>The document. The key of the row of a member is its id.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="group"/> or <paramref name="language"/> is null.</exception>
    /// <exception cref="InvalidModelException">A model refuses the facts of the group or of a member, or their combined facts exceed the
    /// limits of an account; the exception holds all faults.</exception>
    public Document DescribeGroup(
        RankedGroup group, string language = Language.English, ReviewSnapshot? earlier = null, bool hasPortrait = false)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(language);
        var faults = new List<ModelFault>();
        var review = Try(group, faults, out var file) ?? throw new InvalidModelException("portfolio", faults);
        return review.Describe(
            new(_reviewer.Models, Currency, language)
            {
                Account = file, Portrait = hasPortrait ? PortraitOf(file!, review.Group) : null,
            },
            Detail.Full, earlier);
    }

    /// <summary>Describes one of the accounts as <see cref="DescribeAccount"/> does, or as <see cref="DescribeGroup"/> does if it has
    /// members.</summary>
    /// <param name="review">A review made by this run.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <param name="earlier">An earlier review to compare it with; null for none.</param>
    /// <returns>The document. If the file was read by <see cref="PortfolioFile.ReadSkippingBadAccounts(Stream, Action{long})"/>, a group
    /// that cannot be reviewed as one account is described without its members.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> or <paramref name="language"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="review"/> is of an account that is not among <see cref="Accounts"/>.</exception>
    /// <exception cref="InvalidModelException">The group cannot be reviewed.</exception>
    public Document DescribeWhole(AccountReview review, string language = Language.English, ReviewSnapshot? earlier = null)
    {
        ArgumentNullException.ThrowIfNull(review);
        if (!_indexes.Value.TryGetValue(review.Id, out var index) || _groups.GroupOf(index) is not { } group)
            return DescribeAccount(review, language, earlier);
        try
        {
            return DescribeGroup(group, language, earlier);
        }
        catch (InvalidModelException) when (_skipped is not null)
        {
            return DescribeAccount(review, language, earlier);
        }
    }

    /// <summary>Reviews the accounts one by one and keeps the parts that a person reads: the summary, the changes, and the accounts with
    /// the most at stake.</summary>
    /// <param name="each">Receives every review; null for none.</param>
    /// <param name="earlier">An earlier review to compare it with; null for none.</param>
    /// <param name="most">The number of accounts to keep, starting with the highest risk, then with the most at stake; not
    /// negative.</param>
    /// <param name="progress">Receives the number of accounts done.</param>
    /// <returns>The summary; the changes, if there is an earlier review; and the accounts with the highest risk and the most at stake, with
    /// unknown ones last.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is negative.</exception>
    /// <exception cref="InvalidModelException">A model refuses the facts of accounts; the exception holds all faults.</exception>
    /// <exception cref="ArgumentException"><paramref name="earlier"/> is of a later date, in another currency, or of the accounts of
    /// somebody else.</exception>
    public (PortfolioSummary Summary, PortfolioChange? Since, IReadOnlyList<AccountReview> MostAtStake) Summarise(
        Action<AccountReview>? each = null, ReviewSnapshot? earlier = null, int most = 0, Action<int>? progress = null)
    {
        Guard.NotNegative(most);
        return Summarise(_ => 0, each is null ? null : (review, _) => each(review), earlier, most, progress);
    }

    private (PortfolioSummary Summary, PortfolioChange? Since, IReadOnlyList<AccountReview> MostAtStake) Summarise<T>(
        Func<AccountReview, T> make, Action<AccountReview, T>? each, ReviewSnapshot? earlier, int most, Action<int>? progress)
    {
        var sum = new PortfolioSummary.Sum(Level);
        var lines = earlier is null ? null : new List<AccountSummary>(Accounts.Count);
        var kept = new SortedSet<(int Index, AccountReview Review)>(ByStake.Instance);
        var index = 0;
        var skipped = new List<SkippedAccount>();
        foreach (var (review, made) in Made(progress, skipped, review => (review, make(review))))
        {
            each?.Invoke(review, made);
            sum.Add(review);
            lines?.Add(AccountSummary.Of(review));
            kept.Add((index++, review));
            if (kept.Count > most)
                kept.Remove(kept.Max);
        }

        return (sum.ToSummary(_salesTarget, _newCustomersTarget) with { Skipped = AllSkipped(skipped) }, earlier is null ? null
            : PortfolioChange.Between(earlier, SnapshotOf(lines!)), [.. kept.Select(one => one.Review)]);
    }

    /// <summary>Writes the review as a JSON object, account by account: the same bytes as <see cref="PortfolioReview.WriteTo"/>.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="earlier">An earlier review to compare it with; null for none.</param>
    /// <param name="progress">Receives the number of accounts done.</param>
    /// <param name="reading">A note on how the data were read (<see cref="PortfolioReview.Reading"/>); null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">A model refuses the facts of accounts. The JSON object is then incomplete.</exception>
    /// <exception cref="ArgumentException"><paramref name="earlier"/> is of a later date, in another currency, or of the accounts of
    /// somebody else.</exception>
    /// <exception cref="JsonException"><paramref name="reading"/> is not valid JSON.</exception>
    public void WriteTo(Utf8JsonWriter json, ReviewSnapshot? earlier = null, Action<int>? progress = null, string? reading = null)
    {
        ArgumentNullException.ThrowIfNull(json);

        // What may not fit a decimal is known before anything is written.
        var space = WhiteSpace;
        PortfolioReview.WriteHead(json, Name, Currency, AsOf, Owner, Models, reading);
        var (options, depth) = (json.Options, json.CurrentDepth);
        var (summary, since, _) = InOrder.DegreeOf(_parallel) == 1
            ? Summarise(review => PortfolioReview.WriteAccount(json, review), earlier, progress: progress)
            : Summarise(
                review => PortfolioReview.BytesOf(review, options, depth), (_, bytes) => PortfolioReview.WriteAccount(json, bytes),
                earlier, 0, progress);
        PortfolioReview.WriteSummary(json, summary, since);
        PortfolioReview.WriteRetention(json, Retention);
        PortfolioReview.WriteWhiteSpace(json, space);
        PortfolioReview.WriteRfmCuts(json, RfmCuts);
        json.WriteEndObject();
    }

    private static ParetoGrading<RankedAccount> GradingOf(IReadOnlyList<RankedAccount> accounts) => Pareto.Grade(
        [.. accounts.Where(account => account.Entry.AnnualPurchases is not null)], account => account.Entry.AnnualPurchases!.Value);

    private ReviewSnapshot SnapshotOf(IReadOnlyList<AccountSummary> accounts) =>
        new() { AsOf = AsOf, Currency = Currency, Owner = Owner, Models = Models, Accounts = accounts };

    // Purchases after the date are left out, as for retention.
    private Dictionary<string, RepeatPurchaseSummary> OrdersOf() => _purchases is null || _reviewer.Models.Lifetime.Orders is null ? []
        : RepeatPurchases.Of([.. _purchases.Where(purchase => purchase.Date <= AsOf)], AsOf)
            .ToDictionary(summary => summary.AccountId, StringComparer.Ordinal);

    // Single purchases by account, those after the date left out; of more than a list may hold, the latest.
    private Dictionary<string, AccountOrder[]> HistoriesOf() => _purchases is null ? [] : _purchases
        .Where(purchase => purchase.Date <= AsOf)
        .GroupBy(purchase => purchase.AccountId, StringComparer.Ordinal)
        .ToDictionary(
            account => account.Key,
            account => account.OrderBy(purchase => purchase.Date).TakeLast(Portfolio.MostEntries)
                .Select(purchase => new AccountOrder { Date = purchase.Date, Amount = purchase.Amount }).ToArray(),
            StringComparer.Ordinal);

    // The orders of a head are not those of its group. What somebody has stated of the orders stays as it is; on another day the account
    // would have ordered otherwise.
    private AccountFile WithOrders(AccountFile account, LocalDate asOf)
    {
        if (account.Group is not null || asOf != AsOf)
            return account;
        if (account.Orders.Count == 0 && _histories.Value.TryGetValue(account.Id, out var orders))
            account = account with { Orders = orders };
        return account.Lifetime is null or { FirstOrder: null, LastOrder: null, RepeatOrders: null, MeanSpend: null }
            && _orders.Value.TryGetValue(account.Id, out var summary)
            ? account with { Lifetime = (account.Lifetime ?? new()).WithOrders(summary, AsOf) }
            : account;
    }

    private AccountReview? Try(RankedAccount ranked, List<ModelFault> faults) => Try(ranked, faults, () => _groups.Read(ranked.Index));

    // What a model refuses, such as a measure that is infinite, is a fault of the account; so is what a topic cannot read.
    private AccountReview? Try(RankedAccount ranked, List<ModelFault> faults, Func<AccountFile> read)
    {
        try
        {
            var account = read();
            var asOf = account.AsOf ?? AsOf;
            if (_space!.Value is { } space)
                account = account with { Space = space };
            var review = _groups.Placed(
                _reviewer.Review(WithOrders(account, asOf), asOf, ranked.Rank, ranked.RevenueTier), ranked.Index);
            if (account.Group is null && asOf == AsOf && _rfm.TryGetValue(review.Id, out var rfm))
                review = review with { Rfm = rfm };
            Calculate(review);
            return review;
        }
        catch (InvalidModelException e)
        {
            // Each with its place, which the account's own path goes before unless the file could not be read again.
            var path = Invariant($"accounts[{ranked.Index}]");
            faults.AddRange(e.Faults.Select(fault =>
                (fault.Path.StartsWith(path, StringComparison.Ordinal) ? fault : fault.Under(path)) with { AccountId = ranked.Entry.Id }));
            return null;
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            faults.Add(new(Invariant($"accounts[{ranked.Index}]"), Guard.ReasonOf(e)) { AccountId = ranked.Entry.Id });
            return null;
        }
    }

    private static int[] PlacesOf(IReadOnlyList<RankedAccount> accounts, int entries)
    {
        var places = new int[entries];
        Array.Fill(places, -1);
        for (var place = 0; place < accounts.Count; place++)
            places[accounts[place].Index] = place;
        return places;
    }

    // What is calculated when it is asked for, and may not fit a decimal, is a fault here and not while the review is being written.
    private static void Calculate(AccountReview review)
    {
        foreach (var quote in review.Quotes)
        {
            _ = (quote.Depth, quote.PriceChange, quote.MarginRate, quote.BreakEvenQuantity, quote.LossBeforeMatchingPays);
            _ = quote.Trade.NetEffect;
        }

        if (review.SwitchingCostInMoney is { } cost)
            _ = (cost.Total, cost.NeededDiscount, cost.SafePremium, cost.PremiumBeforeEntryPays);
        _ = (review.Trend?.Change, review.Trend?.YearlyFall);
        _ = (review.WhiteSpace?.OpenAmount, review.WhiteSpace?.CompetitorAmount);
    }

    /// <summary>Compares accounts by urgency: the highest risk first, then the most money; unknown ones last.</summary>
    internal static int Compare(AccountReview x, AccountReview y)
    {
        var byRisk = (y.ListedRisk?.Value ?? 0).CompareTo(x.ListedRisk?.Value ?? 0);
        return byRisk != 0 ? byRisk : (y.ListedAtStake ?? -1).CompareTo(x.ListedAtStake ?? -1);
    }

    private sealed class ByStake : IComparer<(int Index, AccountReview Review)>
    {
        public static readonly ByStake Instance = new();

        public int Compare((int Index, AccountReview Review) x, (int Index, AccountReview Review) y)
        {
            var order = PortfolioReviewRun.Compare(x.Review, y.Review);
            return order != 0 ? order : x.Index.CompareTo(y.Index);
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The name, the date and the number of accounts.</returns>
    public override string ToString() => FormattableString.Invariant($"{Name} {AsOf:R}: {Accounts.Count} accounts in {Currency}");
}
