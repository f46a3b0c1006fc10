using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A portfolio file that is read account by account, for portfolios too large to hold: of each account its id, its name, its
/// purchases and its position in the stream stay in memory, a few hundred bytes, and of the file no more than one account at a time. The
/// accounts of a file of up to 8 MB are read once and stay.</summary>
/// <remarks>Not a value: it reads a stream. Not safe to share between threads, because it moves the stream. The stream is not closed; it
/// must neither change nor be closed while the file is in use. Made by <see cref="Read(Stream, Action{long})"/>, which checks every
/// account.</remarks>
public sealed class PortfolioFile
{
    /// <summary>Up to this length of a file its accounts are kept as they were read to be checked.</summary>
    private const long KeptLength = 8 << 20;

    private readonly AccountIndex _accounts;
    private readonly List<AccountFile>? _kept;

    private PortfolioFile(AccountIndex accounts, List<AccountFile>? kept, Portfolio head, IReadOnlyList<PortfolioEntry> entries)
    {
        _accounts = accounts;
        _kept = kept;
        Head = head;
        Entries = entries;
    }

    /// <summary>The portfolio without its accounts.</summary>
    public Portfolio Head { get; }

    /// <summary>What is kept of each account, in the order of the file.</summary>
    public IReadOnlyList<PortfolioEntry> Entries { get; }

    /// <summary>Goes through a portfolio file, what <c>keyaccount schema portfolio</c> describes, and checks every account as
    /// <see cref="Portfolio.FromJson(string)"/> does.</summary>
    /// <param name="stream">The file in UTF-8; it must be able to seek.</param>
    /// <param name="progress">Is told how many bytes are done; it goes through the file twice, so up to twice its length.</param>
    /// <returns>The file, ready to be read.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="stream"/> cannot seek.</exception>
    /// <exception cref="InvalidModelException">It is not valid JSON, or not a portfolio; it holds every fault with its path, those of the
    /// accounts first.</exception>
    /// <exception cref="OverflowException">The purchases of an account do not fit a decimal.</exception>
    public static PortfolioFile Read(Stream stream, Action<long>? progress = null)
    {
        const string Model = "portfolio";
        var accounts = AccountIndex.Of(stream, Model, progress);
        var scanned = stream.Position;
        var faults = new List<ModelFault>();
        var headFaults = new List<ModelFault>();
        var head = HeadOf(accounts, headFaults);
        var entries = new List<PortfolioEntry>(accounts.Count);
        var kept = stream.Length <= KeptLength ? new List<AccountFile>(accounts.Count) : null;
        for (var i = 0; i < accounts.Count; i++)
        {
            if (accounts.Read(i, ReviewJson.Default.AccountFile, faults) is not { } account)
            {
                entries.Add(new("", null, null, null));
                continue;
            }

            if (head is not null)
                head.Check(Invariant($"accounts[{i}]"), account, faults);
            kept?.Add(account);
            entries.Add(
                new(account.Id, account.KnownName, account.AsOf, head is null || faults.Count > 0 || headFaults.Count > 0 ? null
                    : account.ValueAsOf(account.AsOf ?? head.AsOf).AnnualPurchases)
                {
                    Owner = account.Owner,
                });
            progress?.Invoke(scanned + stream.Position);
        }

        if (faults.Count == 0)
            Portfolio.CheckIds("accounts", entries.Select(entry => entry.Id), faults);
        faults.AddRange(headFaults);
        return faults.Count == 0 ? new(accounts, kept, head!, entries) : throw new InvalidModelException(Model, faults);
    }

    /// <summary>Reads an account.</summary>
    /// <param name="index">Its index in <see cref="Entries"/>.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such index.</exception>
    /// <exception cref="InvalidModelException">The stream has changed, and the account is none any more.</exception>
    public AccountFile Read(int index)
    {
        Guard.Between(index, 0, Entries.Count - 1);
        if (_kept is not null)
            return _kept[index];
        var faults = new List<ModelFault>();
        return _accounts.Read(index, ReviewJson.Default.AccountFile, faults) ?? throw new InvalidModelException("portfolio", faults);
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
}
