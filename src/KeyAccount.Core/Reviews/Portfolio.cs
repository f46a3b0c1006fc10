using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The portfolio file: the accounts of a company as of a date.</summary>
/// <remarks>Immutable; two portfolios are equal if all their parts are. Create one in code or read it from JSON; <see cref="FaultsOf"/>
/// checks one that was created in code.</remarks>
public sealed record Portfolio
{
    /// <summary>The currency of <see cref="AccountValue.Standard"/>: CNY, as in 《开发大客户培训课件》.</summary>
    public const string StandardCurrency = "CNY";

    /// <summary>The maximum number of entries in a list of an account, such as its purchases or complaints: 10,000. For people and their
    /// ties, the limits of the stakeholder map apply. Provenance: <c>LibraryDefault</c>.</summary>
    public const int MostEntries = 10_000;

    // What a date of facts is outside of these is a slip of the pen, and calculations from it leave the calendar.
    private static readonly LocalDate Earliest = new(1900, 1, 1);
    private static readonly LocalDate Latest = new(2999, 12, 31);

    // Beside the value: in a field it would be copied by `with`, and two portfolios would differ by it.
    private static readonly ConditionalWeakTable<Portfolio, IReadOnlyList<ModelFault>> Checks = [];

    /// <summary>The version of its file (<see cref="FileFormat.Portfolio"/>): always the current one. An older file is upgraded while it is
    /// read.</summary>
    [JsonPropertyOrder(-1)]
    public int Version { get; } = FileFormat.Portfolio.Version;

    /// <summary>The name of the portfolio; null if it has none.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Name { get; init; }

    /// <summary>The currency of its review, and of every amount that does not state another one; not blank.</summary>
    [Privacy(Privacy.Code)]
    public required string Currency { get; init; }

    /// <summary>The yearly purchases from which an account is a key account, in that currency; null for CNY, where 《开发大客户培训课件》 says
    /// 1,000,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Money, IsMinimumExcluded = true)]
    public decimal? KeyAccountPurchases
    {
        get;
        init => field = FactRange<Portfolio>.Checked(value);
    }

    /// <summary>The amount at stake from which a finding asks for an action; null for a thousandth of the purchases of a key account
    /// (<see cref="ReviewModels.Materiality"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? Materiality
    {
        get;
        init => field = FactRange<Portfolio>.Checked(value);
    }

    /// <summary>The sales target for all deals in the quarter of the day after <see cref="AsOf"/>, 0 … 10¹⁵; null if there is
    /// none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 1e15, FactUnit.Money)]
    public decimal? SalesTarget
    {
        get;
        init => field = FactRange<Portfolio>.Checked(value);
    }

    /// <summary>The target number of new customers, 0 … 1,000,000; null if there is none. More prospects than that are needed
    /// (<see cref="PortfolioProspects.Needed"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 1e6, FactUnit.Count)]
    public int? NewCustomersTarget
    {
        get;
        init => field = FactRange<Portfolio>.Checked(value);
    }

    /// <summary>Whether accounts or groups are ranked and graded by Pareto; null for <see cref="Reviews.ParetoLevel.Account"/>.</summary>
    public ParetoLevel? ParetoLevel { get; init; }

    /// <summary>The number of months for which facts about people are kept, 1 … 1200; null if nobody has set a period. A warning reports
    /// older facts (<see cref="AccountReview.Warnings"/>); they stay in the file until somebody deletes them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(1, 1200, FactUnit.Months)]
    public int? PersonalFactsMonths
    {
        get;
        init => field = FactRange<Portfolio>.Checked(value);
    }

    /// <summary>The rates for converting amounts in other currencies to <see cref="Currency"/>; null for none, and then every amount must
    /// be in that currency.</summary>
    public ExchangeRateTable? Rates { get; init; }

    /// <summary>The date of the facts, unless an account states its own.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate AsOf { get; init => field = Guard.Iso(value, nameof(AsOf)); }

    /// <summary>The accounts, in any order.</summary>
    public IReadOnlyList<AccountFile> Accounts { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<AccountFile>.Empty;

    /// <summary>Reads a portfolio from JSON, in the format that <c>keyaccount schema portfolio</c> describes.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">The text is not valid JSON, or is not a portfolio; the exception holds every fault with its
    /// path. No other exception is thrown, whatever the text.</exception>
    public static Portfolio FromJson(string json)
    {
        try
        {
            return Checked(CheckedJson.Read(json, ReviewJson.Default.Portfolio, "portfolio", FileFormat.Portfolio.Upgraded));
        }
        catch (InvalidModelException e)
        {
            throw WithIds(e, () => JsonDocument.Parse(json.TrimStart('\uFEFF'), CheckedJson.Tolerant));
        }
    }

    /// <summary>Reads a portfolio from JSON in UTF-8.</summary>
    /// <param name="json">The bytes.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="InvalidModelException">The text is not valid JSON, or is not a portfolio; the exception holds every fault with its
    /// path. No other exception is thrown, whatever the bytes.</exception>
    public static Portfolio FromJson(ReadOnlyMemory<byte> json)
    {
        try
        {
            return Checked(CheckedJson.Read(json, ReviewJson.Default.Portfolio, "portfolio", FileFormat.Portfolio.Upgraded));
        }
        catch (InvalidModelException e)
        {
            throw WithIds(e, () => JsonDocument.Parse(json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json, CheckedJson.Tolerant));
        }
    }

    /// <summary>Writes the portfolio as JSON.</summary>
    /// <returns>An indented object; unknown facts are left out.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, ReviewJson.Default.Portfolio);

    /// <summary>Lists everything that is wrong with the portfolio beyond the form of its parts: blank or repeated ids, duplicate months,
    /// periods that end before they begin, numbers out of range.</summary>
    /// <returns>The faults with their paths, in order; empty if there are none.</returns>
    public IReadOnlyList<ModelFault> FaultsOf() => Checks.GetValue(this, static portfolio => portfolio.Find());

    private static Portfolio Checked(Portfolio portfolio)
    {
        var faults = portfolio.FaultsOf();
        return faults.Count == 0 ? portfolio : throw new InvalidModelException("portfolio", faults);
    }

    // A path names an account by its place; a person finds it by its id.
    private static InvalidModelException WithIds(InvalidModelException e, Func<JsonDocument> parse)
    {
        try
        {
            using var document = parse();
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("accounts", out var accounts) && accounts.ValueKind == JsonValueKind.Array
                ? new("portfolio", [.. e.Faults.Select(fault => fault with { AccountId = fault.AccountId ?? IdOf(accounts, fault.Path) })])
                : e;
        }
        catch (Exception unread) when (unread is JsonException or ArgumentException or InvalidOperationException)
        {
            return e;
        }
    }

    private static string? IdOf(JsonElement accounts, string path)
    {
        const string Start = "accounts[";
        var end = path.IndexOf(']');
        return path.StartsWith(Start, StringComparison.Ordinal) && end > 0
            && int.TryParse(path.AsSpan(Start.Length, end - Start.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && place < accounts.GetArrayLength() && accounts[place] is { ValueKind: JsonValueKind.Object } account
            && account.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            && id.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
                ? text : null;
    }

    // Once: it cannot change, and whoever reads it from a file reviews it next.
    private List<ModelFault> Find()
    {
        var faults = new List<ModelFault>();
        if (string.IsNullOrWhiteSpace(Currency))
            faults.Add(new("currency", "it is blank"));
        else if (CurrencyCode.Meant(Currency) is { } code)
            faults.Add(new("currency", $"it is {Currency}; write the code {code}"));
        else if (KeyAccountPurchases is null && Currency != StandardCurrency)
            faults.Add(
                new("keyAccountPurchases",
                $"it is missing; the standard threshold is in {StandardCurrency}, the amounts are in {Currency}"));

        CheckDate("asOf", AsOf, faults);
        Rates?.Check("rates", faults);
        CheckIds("accounts", Accounts.Select(account => account?.Id), faults);
        var links = new List<(int Index, string Member, string Message)>();
        _ = AccountTree.Of(
            [.. Accounts.Select(account => new AccountLink(account?.Id, account?.Parent, account?.SameAs))], null, links);
        faults.AddRange(links.Select(fault => FaultOf(fault.Index, Accounts[fault.Index].Id, fault.Member, fault.Message)));
        var missing = new MissingRates();
        for (var i = 0; i < Accounts.Count; i++)
        {
            if (Accounts[i] is null)
                faults.Add(new(Invariant($"accounts[{i}]"), "it is null; it must be an object"));
            else
                Check(Invariant($"accounts[{i}]"), Accounts[i], faults, missing);
        }

        missing.Merge(faults);

        return faults;
    }

    /// <summary>Creates a fault for a member of an account.</summary>
    internal static ModelFault FaultOf(int index, string? id, string member, string message) =>
        new(Invariant($"accounts[{index}].{member}"), message) { AccountId = string.IsNullOrWhiteSpace(id) ? null : id };

    internal void Check(string path, AccountFile account, List<ModelFault> faults, MissingRates? missing = null)
    {
        var found = new List<ModelFault>();
        AccountParts.CheckSize(path, account, found);
        CheckDate($"{path}.asOf", account.AsOf, found);
        if (found.Count == 0)
            CheckParts(path, account, found, missing);
        faults.AddRange(found.Select(fault => fault with { AccountId = string.IsNullOrWhiteSpace(account.Id) ? null : account.Id }));
    }

    private static void CheckDate(string path, LocalDate? date, List<ModelFault> faults)
    {
        if (date < Earliest || date > Latest)
            faults.Add(new(path, $"it is {Shown(date.Value)}; it must be from {Shown(Earliest)} to {Shown(Latest)}"));
    }

    private static bool Fits(IEnumerable<decimal?> amounts, string path, List<ModelFault> faults)
    {
        try
        {
            _ = amounts.Sum(each => Math.Abs(each ?? 0));
            return true;
        }
        catch (OverflowException)
        {
            faults.Add(new(path, "together they do not fit a decimal, which holds up to 7.9e28"));
            return false;
        }
    }

    private void CheckParts(string path, AccountFile account, List<ModelFault> faults, MissingRates? missing)
    {
        var asOf = account.AsOf ?? AsOf;
        if (asOf < Earliest || asOf > Latest)
            return;
        if (!Fits(account.Purchases.Select(each => each?.Amount), $"{path}.purchases", faults)
            || !Fits(account.Orders.Select(each => each?.Amount), $"{path}.orders", faults))
            return;

        if (account.Owner is not null && string.IsNullOrWhiteSpace(account.Owner))
            faults.Add(new($"{path}.owner", "it is blank; leave it out if nobody is responsible for the account"));
        if (account.Currency is not null && string.IsNullOrWhiteSpace(account.Currency))
            faults.Add(new($"{path}.currency", "it is blank; leave it out if it is that of the portfolio"));
        else if (account.Currency is not null && CurrencyCode.Meant(account.Currency) is { } code)
            faults.Add(new($"{path}.currency", $"it is {account.Currency}; write the code {code}"));
        if (account.Company?.Founded is { } founded && founded > asOf.Year)
        {
            faults.Add(new(
                $"{path}.company.founded", Invariant($"it is {founded}; it must be {asOf.Year} (the year of the facts) or earlier")));
        }

        foreach (var topic in ReviewModels.ReadyTopics)
            topic.Check(path, account, asOf, faults);
        if (faults.Count > 0 || string.IsNullOrWhiteSpace(Currency))
            return;
        var converted = account.InCurrency(Currency, Rates, AsOf, path, faults, missing).WithPurchasesOfOrders(asOf);
        if (faults.Count > 0)
            return;
        foreach (var topic in ReviewModels.ReadyTopics)
            topic.CheckAmounts(path, converted, asOf, faults);
    }

    /// <summary>Returns a checked account in the currency of the portfolio, with its purchases by month calculated from its
    /// orders.</summary>
    internal AccountFile Converted(AccountFile account) =>
        account.In(Currency, Rates, AsOf).WithPurchasesOfOrders(account.AsOf ?? AsOf);

    /// <summary>Whether a list is within its limit; if it is not, that is reported.</summary>
    internal static bool Fits(string path, int count, List<ModelFault> faults, int most = MostEntries)
    {
        if (count <= most)
            return true;
        faults.Add(new(path, Invariant($"it has {count} entries; it must have at most {most}")));
        return false;
    }

    internal static void CheckIds(string path, IEnumerable<string?> ids, List<ModelFault> faults, string name = "id")
    {
        // Most lists of most accounts are empty.
        if (ids.TryGetNonEnumeratedCount(out var count) && count == 0)
            return;
        var seen = new HashSet<string>(count, StringComparer.Ordinal);
        var i = 0;
        foreach (var id in ids)
        {
            if (FaultOf(id, seen) is { } message)
                faults.Add(new(Invariant($"{path}[{i}].{name}"), message));
            i++;
        }
    }

    /// <summary>What is wrong with an id, given the ids seen before, to which it is added; null if nothing is.</summary>
    internal static string? FaultOf(string? id, HashSet<string> seen) =>
        string.IsNullOrWhiteSpace(id) ? "it is blank" : seen.Add(id) ? null : $"{id} is duplicated";

    private static string Shown(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The head and the number of accounts.</returns>
    public override string ToString() => Invariant(
        $"Portfolio {{ Name = {Name}, Currency = {Currency}, AsOf = {AsOf:R}, Accounts = {Accounts.Count} }}");
}
