using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The accounts of a company as of a date: the portfolio file.</summary>
/// <remarks>Immutable; equal when every part is. Made in code or read from JSON; <see cref="FaultsOf"/> says what is wrong with
/// one made in code.</remarks>
public sealed record Portfolio
{
    /// <summary>The currency for which <see cref="AccountValue.Standard"/> is drawn: CNY, that of S004.</summary>
    public const string StandardCurrency = "CNY";

    private IReadOnlyList<ModelFault>? _faults;

    /// <summary>What it is called; null where it has no name.</summary>
    public string? Name { get; init; }

    /// <summary>The currency of every amount in it; not blank.</summary>
    public required string Currency { get; init; }

    /// <summary>The yearly purchases that make a key account in that currency; null for CNY, where S004 says 1,000,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Money, IsMinimumExcluded = true)]
    public decimal? KeyAccountPurchases
    {
        get;
        init => field = FactRange<Portfolio>.Checked(value);
    }

    /// <summary>The date of the facts, where an account does not say otherwise.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate AsOf { get; init; }

    /// <summary>The accounts, in any order.</summary>
    public IReadOnlyList<AccountFile> Accounts { get; init => field = ValueList.Of(value ?? []); } = ValueList<AccountFile>.Empty;

    /// <summary>Reads a portfolio from JSON: what <c>keyaccount schema portfolio</c> describes.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">It is not valid JSON, or not a portfolio; it holds every fault with its path. Nothing else
    /// is thrown, whatever the text.</exception>
    public static Portfolio FromJson(string json) => Checked(CheckedJson.Read(json, ReviewJson.Default.Portfolio, "portfolio"));

    /// <summary>Reads a portfolio from JSON in UTF-8.</summary>
    /// <param name="json">The bytes.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="InvalidModelException">It is not valid JSON, or not a portfolio; it holds every fault with its path. Nothing else
    /// is thrown, whatever the bytes.</exception>
    public static Portfolio FromJson(ReadOnlyMemory<byte> json) =>
        Checked(CheckedJson.Read(json, ReviewJson.Default.Portfolio, "portfolio"));

    /// <summary>Writes the portfolio as JSON.</summary>
    /// <returns>An indented object; what is not known is left out.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, ReviewJson.Default.Portfolio);

    /// <summary>Everything that is wrong with the portfolio beyond the form of its parts: blank or repeated ids, months that stand twice,
    /// periods that end before they begin, numbers out of range.</summary>
    /// <returns>The faults with their paths, in order; empty where all is well.</returns>
    public IReadOnlyList<ModelFault> FaultsOf() => _faults ??= Find();

    private static Portfolio Checked(Portfolio portfolio)
    {
        var faults = portfolio.FaultsOf();
        return faults.Count == 0 ? portfolio : throw new InvalidModelException("portfolio", faults);
    }

    // Once: it cannot change, and whoever reads it from a file reviews it next.
    private List<ModelFault> Find()
    {
        var faults = new List<ModelFault>();
        if (string.IsNullOrWhiteSpace(Currency))
            faults.Add(new("currency", "it is blank"));
        else if (KeyAccountPurchases is null && Currency != StandardCurrency)
            faults.Add(
                new("keyAccountPurchases",
                $"it is missing; the standard threshold is in {StandardCurrency}, the amounts are in {Currency}"));

        CheckIds("accounts", Accounts.Select(account => account?.Id), faults);
        for (var i = 0; i < Accounts.Count; i++)
        {
            if (Accounts[i] is null)
                faults.Add(new(Invariant($"accounts[{i}]"), "it is null; it must be an object"));
            else
                Check(Invariant($"accounts[{i}]"), Accounts[i], faults);
        }

        return faults;
    }

    internal void Check(string path, AccountFile account, List<ModelFault> faults)
    {
        if (account.Owner is not null && string.IsNullOrWhiteSpace(account.Owner))
            faults.Add(new($"{path}.owner", "it is blank; leave it out where nobody answers for the account"));
        foreach (var topic in ReviewModels.ReadyTopics)
            topic.Check(path, account, account.AsOf ?? AsOf, faults);
    }

    internal static void CheckIds(string path, IEnumerable<string?> ids, List<ModelFault> faults, string name = "id")
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
        {
            if (string.IsNullOrWhiteSpace(id))
                faults.Add(new(Invariant($"{path}[{i}].{name}"), "it is blank"));
            else if (!seen.Add(id))
                faults.Add(new(Invariant($"{path}[{i}].{name}"), $"{id} stands twice"));
        }
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Its head and how many accounts it has.</returns>
    public override string ToString() => Invariant(
        $"Portfolio {{ Name = {Name}, Currency = {Currency}, AsOf = {AsOf:R}, Accounts = {Accounts.Count} }}");
}
