using KeyAccount.Core.Records;
using KeyAccount.Core.Winback;
using NodaTime;

namespace KeyAccount.Core.Benchmarks;

/// <summary>Made-up accounts with three years of monthly purchases and orders, always the same ones.</summary>
internal static class WarningAccounts
{
    /// <summary>How many months each has.</summary>
    public const int Months = 36;

    /// <summary>The day of the warning.</summary>
    public static readonly LocalDate Today = new(2026, 6, 30);

    public static WarningData[] Of(int count)
    {
        var random = new Random(31);
        return [.. Enumerable.Range(0, count).Select(_ => new WarningData
        {
            Purchases =
            [
                .. Enumerable.Range(1, Months).Select(back => new MonthlyAmount(
                    Today.PlusDays(1).PlusMonths(-back).ToYearMonth(), random.Next(100, 1_000))),
            ],
            Orders =
            [
                .. Enumerable.Range(0, Months).Select(back => new AccountPurchase(
                    "account", Today.PlusDays((-30 * back) - random.Next(20)), random.Next(100, 1_000))),
            ],
            Contracts = [new("account", new(2025, 1, 1), new(2026, 12, 31), 10_000)],
            CompetitorEvents = [],
            KeyPeople = [new("Wang", new(2024, 1, 1))],
        })];
    }
}
