using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>What is unlikely in an account file.</summary>
internal static class FactWarnings
{
    public static IReadOnlyList<FactWarning> Of(AccountFile account, LocalDate asOf, WalletShares? wallet, int? personalFactsMonths)
    {
        var warnings = new List<FactWarning>();
        Add(account.ValueAsOf(asOf), "value", warnings);
        Add(account.Organisation, "organisation", warnings);
        Add(account.Relationship, "relationship", warnings);
        Add(account.SwitchingCost, "switchingCost", warnings);
        Add(account.Loyalty, "loyalty", warnings);
        AddEach(account.Contacts, "contacts", warnings);
        AddEach(account.Contracts, "contracts", warnings);
        AddEach(account.Competitors, "competitors", warnings);
        AddEach(account.Quotes, "quotes", warnings);
        AddEach(account.Purchases, "purchases", warnings);
        AddEach(account.SwitchingCostAmounts, "switchingCostAmounts", warnings);
        if (wallet is not null)
        {
            // An amount that cannot be is an outcome of the share of wallet, which names both amounts.
            warnings.AddRange(wallet.Categories.Select((share, i) => (share, i)).Where(pair => pair.share.IsDataError)
                .Select(pair => new FactWarning(Invariant($"wallet[{pair.i}]"), null, null, null, pair.share.Reason)));
        }

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
                warnings.Add(new(path, null, null, null, TextTable.Library["Reviews.FactWarning.PersonLeft"].With(path, months)));
            }
            else if (contacts[i].Ladder.Count(entry => entry.Date < first) is > 0 and var old)
            {
                var path = Invariant($"contacts[{i}].ladder");
                warnings.Add(new(path, null, null, null, TextTable.Library["Reviews.FactWarning.KeptTooLong"].With(path, old, months)));
            }
        }
    }

    private static void AddEach<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TFacts>(
        IReadOnlyList<TFacts> facts, string path, List<FactWarning> warnings)
        where TFacts : class
    {
        if (Usual<TFacts>.Ranges.Length == 0)
            return;
        for (var i = 0; i < facts.Count; i++)
            Add(facts[i], Invariant($"{path}[{i}]"), warnings);
    }

    private static void Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TFacts>(
        TFacts? facts, string path, List<FactWarning> warnings)
        where TFacts : class
    {
        if (facts is null)
            return;
        foreach (var (property, range) in Usual<TFacts>.Ranges)
        {
            if (property.GetValue(facts) is not { } value)
                continue;
            var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
            if (!range.IsUsual(number))
                warnings.Add(WarningOf($"{path}.{JsonNamingPolicy.CamelCase.ConvertName(range.Name)}", number, range));
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

    // The facts of a type that have a usual range narrower than the possible one.
    private static class Usual<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TFacts>
    {
        public static readonly (System.Reflection.PropertyInfo Property, FactRange Range)[] Ranges =
        [
            .. typeof(TFacts).GetProperties().Select(property => (property, FactRange.Of(property)!))
                .Where(pair => pair.Item2 is { } range && (range.UsualLow > range.Low || range.UsualHigh < range.High)),
        ];
    }
}
