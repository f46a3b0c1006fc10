using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>Finds unlikely facts in an account file.</summary>
internal static class FactWarnings
{
    private const decimal NotableDifference = 0.1m;

    public static IReadOnlyList<FactWarning> Of(AccountFile account, LocalDate asOf, WalletShares? wallet, int? personalFactsMonths)
    {
        var warnings = new List<FactWarning>(account.RowWarnings);

        // What the review takes for the annual purchases is looked at like those that somebody states.
        warnings.AddRange(AccountParts.Unusual(account with { Value = account.ValueAsOf(asOf) })
            .Select(each => WarningOf(each.Path, each.Value, each.Range)));
        AddWithoutContract(account, asOf, warnings);
        if (account.Contacts.Count == 0 && account.Ties.Count > 0)
            warnings.Add(FactWarning.Of("ties", "NoContacts"));
        AddUnknown(account, warnings);
        if (account.Prospect?.Balance is { IsUnbalanced: true } balance)
        {
            warnings.Add(FactWarning.Of(
                "prospect.balance.totalAssets", "BalanceSum", balance.BookEquity + balance.TotalLiabilities, balance.TotalAssets));
        }

        CooperationWarnings.Add(account, asOf, warnings);
        AddLater(account, asOf, warnings);
        if (wallet is not null)
        {
            // An amount that cannot be is an outcome of the share of wallet, which names both amounts.
            warnings.AddRange(wallet.Categories.Select((share, i) => (share, i)).Where(pair => pair.share.IsDataError)
                .Select(pair => new FactWarning(Invariant($"wallet[{pair.i}]"), null, null, null, pair.share.Reason)));
        }

        AddCategories(account, asOf, warnings);
        if (personalFactsMonths is { } months)
            AddKeptTooLong(account.Contacts, asOf, months, warnings);
        return warnings;
    }

    // A fact of the very day on which the period ends is still within it. What stands about somebody who has left is as old as that.
    private static void AddKeptTooLong(IReadOnlyList<Contact> contacts, LocalDate asOf, int months, List<FactWarning> warnings)
    {
        var first = asOf.PlusMonths(-months);
        for (var i = 0; i < contacts.Count; i++)
        {
            if (contacts[i].Until < first)
            {
                var path = Invariant($"contacts[{i}]");
                warnings.Add(FactWarning.Of(path, "PersonLeft", months));
            }
            else if (contacts[i].Ladder.Count(entry => entry.Date < first) is > 0 and var old)
            {
                var path = Invariant($"contacts[{i}].ladder");
                warnings.Add(FactWarning.Of(path, "KeptTooLong", old, months));
            }
        }
    }

    // Two spellings of a category are two categories for a program, and one for a person. What order lines tell stands beside what
    // somebody states.
    private static void AddCategories(AccountFile account, LocalDate asOf, List<FactWarning> warnings)
    {
        AddSpellings(
            "TwoSpellings",
            account.Wallet.Select((each, i) => ((string?)each.Category, Invariant($"wallet[{i}].category")))
                .Concat(account.OrderLines.Select((each, i) => ((string?)each.Category, Invariant($"orderLines[{i}].category")))),
            warnings);
        AddSpellings(
            "TwoSpellingsOfUnit",
            account.Wallet.Select((each, i) => (each.Unit, Invariant($"wallet[{i}].unit")))
                .Concat(account.OrderLines.Select((each, i) => (each.Unit, Invariant($"orderLines[{i}].unit")))),
            warnings);
        AddSpellings(
            "TwoSpellingsOfProduct",
            account.OrderLines.Select((each, i) => (each.Product, Invariant($"orderLines[{i}].product"))), warnings);
        var rests = account.RestsOn(asOf);
        for (var i = 0; i < account.Wallet.Count; i++)
        {
            if (rests[i] is { } rest)
            {
                var whole = account.Wallet[i].Wallet;
                warnings.Add(FactWarning.Of(
                    Invariant($"wallet[{i}].wallet"), "WholeAndUnits", whole, whole - rest.Wallet, rest.Wallet) with
                {
                    Value = (double?)whole,
                });
            }
        }

        if (account.OrderLines.Count == 0 || account.Wallet.Count == 0)
            return;
        var (lines, _) = account.BoughtInYearTo(asOf);
        for (var i = 0; i < lines.Length; i++)
        {
            var entry = account.Wallet[i];
            var ordered = lines[i];
            if (rests[i] is not null)
            {
                // The whole is bought at its units too.
                var key = CategoryName.KeyOf(entry.Category);
                ordered += account.Wallet
                    .Select((each, at) => each.Unit is not null && CategoryName.KeyOf(each.Category) == key ? lines[at] : 0).Sum();
            }

            if (entry.SpendWithUs is { } stated && Math.Abs(stated - ordered) > NotableDifference * Math.Abs(stated))
            {
                warnings.Add(FactWarning.Of(Invariant($"wallet[{i}].spendWithUs"), "LinesDiffer", stated, ordered) with
                {
                    Value = (double)stated,
                });
            }
        }
    }

    // Each spelling once. Blanks around a name are taken off, and told.
    private static void AddSpellings(string text, IEnumerable<(string? Name, string Path)> named, List<FactWarning> warnings)
    {
        var spellings = new Dictionary<string, (string Name, string Path)>(StringComparer.Ordinal);
        var alike = new Dictionary<string, (string Name, string Path)>(StringComparer.Ordinal);
        foreach (var (spelling, path) in named.DistinctBy(each => each.Name, StringComparer.Ordinal))
        {
            if (spelling is null)
                continue;
            var name = spelling.Trim();
            if (name.Length < spelling.Length)
                warnings.Add(FactWarning.Of(path, "BlanksAround", spelling, name));
            var key = CategoryName.KeyOf(name);
            if (!spellings.TryAdd(key, (name, path)) && spellings[key].Name != name)
            {
                warnings.Add(FactWarning.Of(path, text, name, spellings[key].Path, spellings[key].Name));
            }
            else if (!alike.TryAdd(CategoryName.LooseKeyOf(name), (name, path)) && spellings[key].Path == path)
            {
                var (other, place) = alike[CategoryName.LooseKeyOf(name)];
                warnings.Add(FactWarning.Of(path, "LooksLike", name, place, other));
            }
        }
    }

    // A part of an account file may be left out, and what refers to it stays. The warning names the place and no id: whose need is
    // confidential is not told.
    private static void AddUnknown(AccountFile account, List<FactWarning> warnings)
    {
        if (account.Needs.Count == 0 && account.EconomicValues.Count == 0 && account.Tenders.Count == 0)
            return;
        var people = account.Contacts.Select(each => each.Id).ToHashSet(StringComparer.Ordinal);
        var deals = account.Opportunities.Select(each => each.Id).ToHashSet(StringComparer.Ordinal);
        var needs = account.Needs.Select(each => each.Id).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < account.Needs.Count; i++)
        {
            var need = account.Needs[i];
            for (var at = 0; at < need.People.Count; at++)
                Add(people, need.People[at], Invariant($"needs[{i}].people[{at}]"), "UnknownPerson");
            Add(deals, need.OpportunityId, Invariant($"needs[{i}].opportunityId"), "UnknownOpportunity");
        }

        for (var i = 0; i < account.EconomicValues.Count; i++)
        {
            var differences = account.EconomicValues[i].Differences;
            for (var at = 0; at < differences.Count; at++)
                Add(needs, differences[at].NeedId, Invariant($"economicValues[{i}].differences[{at}].needId"), "UnknownNeed");
        }

        var quotes = account.Quotes.Select(each => each.Id).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < account.Tenders.Count; i++)
            Add(quotes, account.Tenders[i].QuoteId, Invariant($"tenders[{i}].quoteId"), "UnknownQuotation");

        void Add(HashSet<string> known, string? id, string path, string text)
        {
            if (id is not null && !known.Contains(id))
                warnings.Add(FactWarning.Of(path, text));
        }
    }

    // An export may be younger than the date of the facts. What has happened since is not counted, and that is said, once for each list.
    private static void AddLater(AccountFile account, LocalDate asOf, List<FactWarning> warnings)
    {
        Add(account.Purchases, each => each.Month.OnDayOfMonth(1), "purchases", "month");
        Add(account.Orders, each => each.Date, "orders", "date");
        Add(account.Visits, each => each.On, "visits", "on");
        Add(account.Surveys, each => each.On, "surveys", "on");
        Add(account.CompetitorEvents, each => each.On, "competitorEvents", "on");
        Add(account.Invoices, each => each.Paid ?? asOf, "invoices", "paid", "LaterPayment");

        void Add<T>(IReadOnlyList<T> entries, Func<T, LocalDate> day, string list, string name, string text = "Later")
        {
            var (later, first) = (0, 0);
            for (var i = 0; i < entries.Count; i++)
            {
                if (day(entries[i]) > asOf && later++ == 0)
                    first = i;
            }

            if (later == 0)
                return;
            var path = Invariant($"{list}[{first}].{name}");
            warnings.Add(FactWarning.Of(path, text, later, LocalDatePattern.Iso.Format(asOf)));
        }
    }

    private static void AddWithoutContract(AccountFile account, LocalDate asOf, List<FactWarning> warnings)
    {
        if (account.SwitchingCostAmounts.Count == 0 || account.SupplyContractOn(asOf) is not null)
            return;
        for (var i = 0; i < account.SwitchingCostAmounts.Count; i++)
        {
            if (account.SwitchingCostAmounts[i].Binding == SwitchingCosts.ContractBinding.None)
                continue;
            warnings.Add(FactWarning.Of(
                Invariant($"switchingCostAmounts[{i}]"), "NoContract", LocalDatePattern.Iso.Format(asOf)));
        }
    }

    private static FactWarning WarningOf(string path, double value, FactRange range)
    {
        var (low, high) = (Finite(range.UsualLow), Finite(range.UsualHigh));
        var text = TextTable.Library[
            high is null ? "Reviews.FactWarning.AtLeast" : low is null ? "Reviews.FactWarning.AtMost" : "Reviews.FactWarning.Between"];
        var message = high is null ? text.With(path, value, low)
            : low is null ? text.With(path, value, high)
            : text.With(path, value, low, high);
        if (range.MeantFraction(value) is { } meant)
            message = TextTable.Library["Reviews.FactWarning.PerCent"].With(message, value, meant);
        return new(path, value, low, high, message);

        static double? Finite(double bound) => double.IsInfinity(bound) ? null : bound;
    }
}
