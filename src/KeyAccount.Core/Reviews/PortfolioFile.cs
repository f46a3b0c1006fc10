using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A portfolio file that is read account by account, for portfolios too large to hold in memory. For each account, its id, name,
/// purchases, spend by category and position in the stream stay in memory; of the file itself, no more than one account at a time. The
/// accounts of a file of up to 8 MB are read once and stay in memory.</summary>
/// <remarks>Not a value: it reads a stream. Several threads may read accounts. Do not use the stream for anything else, because reading
/// moves its position. The stream is not closed; it must neither change nor be closed while the file is in use. Create one with
/// <see cref="Read(Stream, Action{long})"/>, which checks every account.</remarks>
/// <example>
/// <code>
/// using var stream = new MemoryStream("""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "Baihe" } ] }"""u8.ToArray());
/// var file = PortfolioFile.Read(stream);
/// foreach (var account in new AccountReviewer(new ReviewModels()).Begin(file, null).Reviews())
///     Console.WriteLine(account.Id);
/// </code>
/// </example>
public sealed class PortfolioFile
{
    /// <summary>The length of a file up to which its accounts are kept as they were read for the check.</summary>
    private const long KeptLength = 8 << 20;

    private readonly AccountIndex _accounts;
    private readonly AccountFile?[]? _kept;
    private readonly Redaction? _redaction;

    private PortfolioFile(
        AccountIndex accounts, AccountFile?[]? kept, Portfolio head, IReadOnlyList<PortfolioEntry> entries,
        IReadOnlyList<SkippedAccount>? skipped)
    {
        _accounts = accounts;
        _kept = kept;
        Head = head;
        Entries = entries;
        IsSkipping = skipped is not null;
        Skipped = skipped ?? [];
    }

    private PortfolioFile(PortfolioFile file, Redaction redaction)
    {
        (_accounts, _kept, _redaction, IsSkipping) = (file._accounts, file._kept, redaction, file.IsSkipping);
        Head = redaction.Head(file.Head);
        Entries = [.. file.Entries.Select(redaction.Of)];
        Skipped = [.. file.Skipped.Select(redaction.Of)];
    }

    /// <summary>The portfolio without its accounts.</summary>
    public Portfolio Head { get; }

    /// <summary>The data kept about each account, in the order of the file; for those in <see cref="Skipped"/>, as far as they can be
    /// read.</summary>
    public IReadOnlyList<PortfolioEntry> Entries { get; }

    /// <summary>The accounts with faults, which a review leaves out, in the order of the file. Empty unless it was read by
    /// <see cref="ReadSkippingBadAccounts(Stream, Action{long})"/>.</summary>
    public IReadOnlyList<SkippedAccount> Skipped { get; }

    /// <summary>Whether faulty accounts are left out instead of refusing the file.</summary>
    internal bool IsSkipping { get; }

    /// <summary>Scans a portfolio file in the format that <c>keyaccount schema portfolio</c> describes, and checks every account as
    /// <see cref="Portfolio.FromJson(string)"/> does.</summary>
    /// <param name="stream">The file in UTF-8; it must be able to seek.</param>
    /// <param name="progress">Receives the number of bytes done. The file is scanned twice, so the number goes up to twice its
    /// length.</param>
    /// <returns>The file, ready to be read.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="stream"/> cannot seek.</exception>
    /// <exception cref="InvalidModelException">The text is not valid JSON, or is not a portfolio; the exception holds every fault with its
    /// path, those of the accounts first.</exception>
    /// <exception cref="OverflowException">The purchases of an account do not fit a decimal.</exception>
    public static PortfolioFile Read(Stream stream, Action<long>? progress = null) =>
        Read(stream, isSkipping: false, progress, parallel: null);

    /// <summary>Reads and checks a portfolio file as <see cref="Read(Stream, Action{long})"/> does, on several threads, with the same
    /// result.</summary>
    /// <param name="stream">The file in UTF-8; it must be able to seek.</param>
    /// <param name="parallel">The number of threads on which accounts are checked, and the token that cancels the work.</param>
    /// <param name="progress">Receives the number of bytes done, always on the calling thread; up to twice the length of the file.</param>
    /// <returns>The file, ready to be read.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="parallel"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="stream"/> cannot seek.</exception>
    /// <exception cref="InvalidModelException">The text is not valid JSON, or is not a portfolio; the exception holds every fault with its
    /// path, those of the accounts first.</exception>
    /// <exception cref="OverflowException">The purchases of an account do not fit a decimal.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="parallel"/> was cancelled.</exception>
    public static PortfolioFile Read(Stream stream, ParallelOptions parallel, Action<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(parallel);
        return Read(stream, isSkipping: false, progress, parallel);
    }

    /// <summary>Scans a portfolio file as <see cref="Read(Stream, Action{long})"/> does, but keeps the valid part: an account with faults
    /// does not cause the file to be refused, and a review leaves it out. If two accounts have the same id, the later one is faulty.
    /// Revenue tiers include the purchases of faulty accounts if they can be read, so that the tiers of the others are the same as with all
    /// accounts.</summary>
    /// <param name="stream">The file in UTF-8; it must be able to seek.</param>
    /// <param name="progress">Receives the number of bytes done. The file is scanned twice, so the number goes up to twice its
    /// length.</param>
    /// <returns>The file, ready to be read; its <see cref="Skipped"/> are the accounts with faults. <see cref="PortfolioSummary.Skipped"/>
    /// also reports what models refuse during the review.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="stream"/> cannot seek.</exception>
    /// <exception cref="InvalidModelException">The text is not valid JSON, or something that concerns all accounts, such as the currency,
    /// is faulty.</exception>
    public static PortfolioFile ReadSkippingBadAccounts(Stream stream, Action<long>? progress = null) =>
        Read(stream, isSkipping: true, progress, parallel: null);

    /// <summary>Keeps the valid part of a portfolio file as <see cref="ReadSkippingBadAccounts(Stream, Action{long})"/> does, on several
    /// threads, with the same result.</summary>
    /// <param name="stream">The file in UTF-8; it must be able to seek.</param>
    /// <param name="parallel">The number of threads on which accounts are checked, and the token that cancels the work.</param>
    /// <param name="progress">Receives the number of bytes done, always on the calling thread; up to twice the length of the file.</param>
    /// <returns>The file, ready to be read.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="parallel"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="stream"/> cannot seek.</exception>
    /// <exception cref="InvalidModelException">The text is not valid JSON, or something that concerns all accounts, such as the currency,
    /// is faulty.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="parallel"/> was cancelled.</exception>
    public static PortfolioFile ReadSkippingBadAccounts(Stream stream, ParallelOptions parallel, Action<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(parallel);
        return Read(stream, isSkipping: true, progress, parallel);
    }

    // What one account is by itself; whether it may stand beside the others is asked in their order.
    private sealed record Looked(AccountFile? Account, PortfolioEntry? Entry, List<ModelFault> Faults, MissingRates? Missing);

    private static Looked Look(AccountIndex accounts, int i, Portfolio? head, bool isHeadSound, bool isSkipping)
    {
        var faults = new List<ModelFault>();
        var missing = isSkipping ? null : new MissingRates();
        var account = accounts.Read(i, ReviewJson.Default.AccountFile, faults);
        if (account is not null)
            head?.Check(Invariant($"accounts[{i}]"), account, faults, missing);
        PortfolioEntry? entry = null;
        if (account is not null && head is not null && isHeadSound && faults.Count == 0)
        {
            try
            {
                entry = PortfolioEntry.Of(account, head);
            }
            catch (OverflowException)
            {
                // It is thrown when its turn comes, and not before the faults of those before it are told.
            }
        }

        return new(account, entry, faults, missing);
    }

    private static PortfolioFile Read(Stream stream, bool isSkipping, Action<long>? progress, ParallelOptions? parallel)
    {
        const string Model = "portfolio";
        var accounts = AccountIndex.Of(stream, FileFormat.Portfolio, progress);
        var scanned = stream.Position;
        var headFaults = new List<ModelFault>();
        var head = HeadOf(accounts, headFaults);
        if (isSkipping && headFaults.Count > 0)
            throw new InvalidModelException(Model, headFaults);
        var faults = new List<ModelFault>();
        var entries = new List<PortfolioEntry>(accounts.Count);
        var skipped = isSkipping ? new List<SkippedAccount>() : null;
        var missing = isSkipping ? null : new MissingRates();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var kept = stream.Length <= KeptLength ? new AccountFile?[accounts.Count] : null;
        var i = -1;
        foreach (var looked in InOrder.Select(
            accounts.Count, parallel, place => Look(accounts, place, head, headFaults.Count == 0, isSkipping)))
        {
            i++;
            var before = faults.Count;
            var account = looked.Account;
            faults.AddRange(looked.Faults);
            if (looked.Missing is { } gaps)
                missing!.Add(gaps);

            // A faulty account does not take an id away from a sound one.
            if (account is not null && (skipped is null || faults.Count == before) && Portfolio.FaultOf(account.Id, ids) is { } message)
                faults.Add(new(Invariant($"accounts[{i}].id"), message) { AccountId = account.Id });
            if (skipped is not null && faults.Count > before)
            {
                var known = account ?? accounts.Glimpse(i);
                var left = SkippedOf(i, known, head!, [.. faults.Skip(before)]);
                faults.RemoveRange(before, faults.Count - before);
                skipped.Add(left);
                entries.Add(new(known.Id, left.Name, known.AsOf, left.AnnualPurchases)
                {
                    Owner = left.Owner, Parent = known.Parent, SameAs = known.SameAs, Currency = known.Currency,
                });
            }
            else if (account is null)
            {
                // Others may name it.
                entries.Add(new(accounts.Glimpse(i).Id, null, null, null));
                continue;
            }
            else
            {
                if (kept is not null)
                    kept[i] = account;
                entries.Add(head is not null && faults.Count == 0 && headFaults.Count == 0
                    ? looked.Entry ?? PortfolioEntry.Of(account, head)
                    : new(account.Id, account.KnownName, account.AsOf, null)
                    {
                        Owner = account.Owner, Parent = account.Parent, SameAs = account.SameAs, Currency = account.Currency,
                    });
            }

            var (offset, length) = accounts.Span(i);
            progress?.Invoke(scanned + offset + length);
        }

        missing?.Merge(faults);
        CheckLinks(entries, faults, skipped);
        faults.AddRange(headFaults);
        return faults.Count == 0 ? new(accounts, kept, head!, entries, skipped) : throw new InvalidModelException(Model, faults);
    }

    // Which account belongs to which is known when all have been read.
    private static void CheckLinks(List<PortfolioEntry> entries, List<ModelFault> faults, List<SkippedAccount>? skipped)
    {
        var links = new List<(int Index, string Member, string Message)>();
        var left = skipped?.Select(account => account.Index).ToHashSet();
        _ = AccountTree.Of(AccountTree.LinksOf(entries), left, links);
        if (skipped is null)
        {
            faults.AddRange(links.Select(link => Portfolio.FaultOf(link.Index, entries[link.Index].Id, link.Member, link.Message)));
            return;
        }

        foreach (var account in links.Where(link => !left!.Contains(link.Index)).GroupBy(link => link.Index))
        {
            var entry = entries[account.Key];
            skipped.Add(new()
            {
                Index = account.Key, Id = entry.Id, Name = entry.Name, Owner = entry.Owner,
                AnnualPurchases = entry.AnnualPurchases >= 0 ? entry.AnnualPurchases : null,
                Faults = [.. account.Select(link => Portfolio.FaultOf(link.Index, entry.Id, link.Member, link.Message))],
            });
        }

        skipped.Sort((x, y) => x.Index.CompareTo(y.Index));
    }

    /// <summary>Reads an account.</summary>
    /// <param name="index">The index in <see cref="Entries"/>.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such index.</exception>
    /// <exception cref="InvalidModelException">The account is one of <see cref="Skipped"/> and cannot be read, or the stream has
    /// changed.</exception>
    public AccountFile Read(int index)
    {
        Guard.Between(index, 0, Entries.Count - 1);
        if (_redaction is null)
            return ReadOriginal(index);
        var account = ReadOriginal(index);
        lock (_redaction)
            return _redaction.Of(account);
    }

    /// <summary>Reads an account, with every amount in the currency of the portfolio (<see cref="AccountFile.In"/>).</summary>
    /// <param name="index">The index in <see cref="Entries"/>.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such index.</exception>
    /// <exception cref="InvalidModelException">The account is one of <see cref="Skipped"/>, or the stream has changed.</exception>
    public AccountFile ReadConverted(int index) => Head.Converted(Read(index));

    private AccountFile ReadOriginal(int index)
    {
        if (_kept?[index] is { } account)
            return account;
        var faults = new List<ModelFault>();
        return _accounts.Read(index, ReviewJson.Default.AccountFile, faults) ?? throw new InvalidModelException("portfolio", faults);
    }

    /// <summary>Returns the same file without names of people: accounts are redacted one at a time when they are read. The file is scanned
    /// once beforehand, to find out who is in it.</summary>
    /// <param name="options">The options for replacing more than the names of people; null for these only.</param>
    /// <param name="redaction">Tells the new ids of the accounts.</param>
    /// <returns>The redacted file, which reads the same stream; this one stays as it is.</returns>
    public PortfolioFile Redacted(RedactionOptions? options, out Redaction redaction)
    {
        var left = Skipped.Select(account => account.Index).ToHashSet();
        redaction = Redaction.For(
            Enumerable.Range(0, Entries.Count).Select(index => left.Contains(index)
                ? new() { Id = Entries[index].Id, Name = Entries[index].Name, Owner = Entries[index].Owner }
                : ReadOriginal(index)),
            options);
        return new(this, redaction);
    }

    /// <inheritdoc cref="Redacted(RedactionOptions, out Redaction)"/>
    public PortfolioFile Redacted(RedactionOptions? options = null) => Redacted(options, out _);

    private static SkippedAccount SkippedOf(int index, AccountFile account, Portfolio head, IReadOnlyList<ModelFault> faults)
    {
        decimal? purchases;
        try
        {
            // Its other parts may be what is faulty.
            var buying = new AccountFile
            {
                Id = account.Id, Currency = account.Currency, AsOf = account.AsOf, Purchases = account.Purchases, 
                Orders = [.. account.Orders.Where(order => order is not null)],
                Value = account.Value?.AnnualPurchases is { } annual ? new() { AnnualPurchases = annual } : null,
            };
            purchases = head.Converted(buying).ValueAsOf(account.AsOf ?? head.AsOf).AnnualPurchases;
        }
        catch (Exception e) when (e is OverflowException or InvalidModelException)
        {
            purchases = null;
        }

        return new()
        {
            Index = index,
            Id = string.IsNullOrWhiteSpace(account.Id) ? null : account.Id,
            Name = account.KnownName,
            Owner = string.IsNullOrWhiteSpace(account.Owner) ? null : account.Owner,
            AnnualPurchases = purchases >= 0 ? purchases : null,
            Faults = faults,
        };
    }

    private static Portfolio? HeadOf(AccountIndex accounts, List<ModelFault> faults)
    {
        try
        {
            var head = CheckedJson.Read(accounts.Head, ReviewJson.Default.Portfolio, "portfolio");
            faults.AddRange(head.FaultsOf());
            return head;
        }
        catch (InvalidModelException e)
        {
            faults.AddRange(e.Faults);
            return null;
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The number of accounts, and the number of those left out.</returns>
    public override string ToString() => FormattableString.Invariant($"{Entries.Count} accounts, {Skipped.Count} skipped");
}
