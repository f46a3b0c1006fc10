using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Statistics;
using NodaTime;

namespace KeyAccount.Core.Benchmarks;

/// <summary>Customers with what they spend by category and with features to compare them by, always the same.</summary>
public static class Customers
{
    public static readonly LocalDate Today = new(2026, 6, 30);

    private static readonly string[] Groups = ["Manufacturing", "Finance", "Internet", "Government"];

    /// <summary>Accounts that say something of every category; of half of them the wallet is known.</summary>
    public static WhiteSpaceAccount[] Spending(int accounts, int categories)
    {
        var random = new Random(20260630);
        string[] names = [.. Enumerable.Range(0, categories).Select(i => $"category {i}")];
        return
        [
            .. Enumerable.Range(0, accounts).Select(i => new WhiteSpaceAccount(
                $"a{i}", Groups[i % Groups.Length],
                [
                    .. names.Select(name => new CategorySpend(
                        name, random.Next(3) == 0 ? 0 : random.Next(1, 1_000), random.Next(2) == 0 ? 1_000 + random.Next(1_000) : null)
                    {
                        Supplier = random.Next(4) == 0 ? "Norvik" : null,
                    }),
                ])),
        ];
    }

    /// <summary>Numbers and names in turns; a tenth is not known.</summary>
    public static double[][] Features(int accounts, int features)
    {
        var random = new Random(20260630);
        return
        [
            .. Enumerable.Range(0, features).Select(feature => Enumerable.Range(0, accounts)
                .Select(_ => random.Next(10) == 0 ? double.NaN : feature % 2 == 0 ? random.NextDouble() * 1_000 : random.Next(5)).ToArray()),
        ];
    }

    public static GowerFeature[] Kinds(int features) =>
        [.. Enumerable.Range(0, features).Select(feature => new GowerFeature($"f{feature}", isNominal: feature % 2 == 1))];
}
