using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
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
        var asOf = account.AsOf ?? AsOf;
        if (account.Value is { CategorySpend: { } spend } && account.ValueAsOf(asOf).AnnualPurchases is { } purchases && spend < purchases)
        {
            faults.Add(new(
                $"{path}.value.categorySpend",
                Invariant($"it is {spend}; it must be at least the annual purchases, {purchases}, which are part of it")));
        }

        CheckPeople(path, account, asOf, faults);
        CheckIds($"{path}.contracts", account.Contracts.Select(each => each?.Id), faults);
        CheckIds($"{path}.quotes", account.Quotes.Select(each => each?.Id), faults);
        CheckIds($"{path}.complaints", account.Complaints.Select(each => each?.Id), faults);
        CheckIds($"{path}.competitors", account.Competitors.Select(each => each?.Name), faults, "name");
        CheckIds(
            $"{path}.purchases", account.Purchases.Select(each => each is null ? null : YearMonthPattern.Iso.Format(each.Month)), faults,
            "month");
        CheckIds(
            $"{path}.tierOverrides", account.TierOverrides.Select((each, i) => each is null ? null : Invariant($"{i}")), faults, "tier");
        CheckIds($"{path}.wallet", account.Wallet.Select(each => each?.Category), faults, "category");
        for (var i = 0; i < account.SwitchingCostAmounts.Count; i++)
        {
            if (account.SwitchingCostAmounts[i] is null)
                faults.Add(new(Invariant($"{path}.switchingCostAmounts[{i}]"), "it is null; it must be an object"));
            else if (account.SwitchingCostAmounts[i].Binding != ContractBinding.None && account.SupplyContractOn(asOf) is null)
                faults.Add(
                    new(Invariant($"{path}.switchingCostAmounts[{i}].binding"),
                    $"it is {account.SwitchingCostAmounts[i].Binding}; no contract with an end and units is in force on {Shown(asOf)}"));
        }

        foreach (var (contract, i) in account.Contracts.Select((contract, i) => (contract, i)))
        {
            if (contract?.Until < contract?.From)
                faults.Add(
                    new(Invariant($"{path}.contracts[{i}].until"),
                    $"it is {Shown(contract.Until.Value)}; it must not be before from, {Shown(contract.From)}"));
        }

        for (var i = 0; i < account.Quotes.Count; i++)
        {
            if (account.Quotes[i] is not { } quotation)
                continue;
            try
            {
                _ = PriceReview.Of(quotation);
            }
            catch (Exception e) when (e is ArgumentException or OverflowException)
            {
                faults.Add(new(Invariant($"{path}.quotes[{i}]"), e.Message.Split(" (Parameter", 2)[0]));
            }
        }

        for (var i = 0; i < account.Complaints.Count; i++)
        {
            if (account.Complaints[i] is not { } complaint)
                continue;
            var last = complaint.History.Count == 0 ? complaint.OpenedOn : complaint.History[^1].On;
            if (complaint.OpenedOn == default)
                faults.Add(new(Invariant($"{path}.complaints[{i}].openedOn"), "it is missing"));
            else if (last > asOf)
                faults.Add(
                    new(Invariant($"{path}.complaints[{i}]"),
                    $"its last day is {Shown(last)}; it must not be after {Shown(asOf)}, the date of the facts"));
        }

        foreach (var (set, i) in account.TierOverrides.Select((set, i) => (set, i)).Where(pair => pair.set?.From == default(LocalDate)))
            faults.Add(new(Invariant($"{path}.tierOverrides[{i}].from"), "it is missing"));
        if (account.TierState is { } state && state.AsOf >= asOf)
            faults.Add(new($"{path}.tierState.asOf", $"it is {Shown(state.AsOf)}; it must be before {Shown(asOf)}, the date of the facts"));
    }

    private static void CheckPeople(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        var before = faults.Count;
        CheckIds($"{path}.contacts", account.Contacts.Select(each => each?.Id), faults);
        for (var i = 0; i < account.Contacts.Count; i++)
        {
            if (account.Contacts[i] is not { } contact)
                continue;
            var index = Invariant($"{path}.contacts[{i}]");
            for (var at = 0; at < contact.Ladder.Count; at++)
            {
                if (contact.Ladder[at] is not { Date: var date })
                    faults.Add(new(Invariant($"{index}.ladder[{at}]"), "it is null; it must be an object"));
                else if (date == default)
                    faults.Add(new(Invariant($"{index}.ladder[{at}].date"), "it is missing"));
                else if (date > asOf)
                    faults.Add(
                        new(Invariant($"{index}.ladder[{at}].date"),
                        $"it is {Shown(date)}; it must not be after {Shown(asOf)}, the date of the facts"));
            }
        }

        // A map of people who are not sound says nothing of their ties.
        if (account.Ties.Count == 0 || faults.Count > before)
            return;
        try
        {
            _ = account.MapAsOf(asOf);
        }
        catch (InvalidModelException e)
        {
            faults.AddRange(e.Faults.Select(fault => new ModelFault($"{path}.{fault.Path}", fault.Message)));
        }
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

    private static string Shown(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Its head and how many accounts it has.</returns>
    public override string ToString() => Invariant(
        $"Portfolio {{ Name = {Name}, Currency = {Currency}, AsOf = {AsOf:R}, Accounts = {Accounts.Count} }}");
}
