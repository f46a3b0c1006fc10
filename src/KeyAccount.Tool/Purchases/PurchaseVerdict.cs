using System.Globalization;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime.Text;

namespace KeyAccount.Tool.Purchases;

/// <summary>The verdict whether what was read can be used; if not, every reason comes with the option that helps.</summary>
internal static class PurchaseVerdict
{
    private const int NamedSuspects = 5;

    /// <summary>Refuses what must not be used without consent.</summary>
    /// <param name="totals">What was read.</param>
    /// <param name="format">How it was read.</param>
    /// <param name="done">What would be done with it: <c>graded</c>.</param>
    public static void Judge(PurchaseTotals totals, PurchaseFormat format, string done)
    {
        if (totals.Skipped.Rows > 0 && (!format.SkipsBadRows || totals.Skipped.Rows == totals.Rows))
        {
            throw new ToolException(
                $"{Count(totals)} cannot be read, nothing was "
                + $"{done}{(totals.Skipped.Rows == totals.Rows ? "" : $"; --skip-bad-rows leaves them out{Money(totals)}")}."
                + Faults(totals));
        }

        if (totals.Suspects.Count > 0)
        {
            var rows = string.Concat(totals.Suspects.Take(NamedSuspects).Select(suspect =>
                $"\n  {(suspect.Where.Length > 0 ? $"{suspect.Where}: " : "")}'{SafeText.Line(suspect.Name, 60)}' with "
                + $"{Number(suspect.Money)}"));
            if (totals.Suspects.Count > NamedSuspects)
                rows += string.Create(CultureInfo.InvariantCulture, $"\n  … and {totals.Suspects.Count - NamedSuspects} more");
            throw new ToolException(
                $"these look like totals of other rows, nothing was {done}; --totals leave-out counts the others, --totals keep counts "
                + $"them as accounts.{rows}");
        }

        JudgeCurrencies(totals, format, done);
        if (totals.Counted.Rows > 0)
            return;
        var period = totals.OutsidePeriod.Rows == 0 ? ""
            : $"; {totals.OutsidePeriod.Rows.ToString(CultureInfo.InvariantCulture)} rows are outside the period, they are from "
                + $"{LocalDatePattern.Iso.Format(totals.FirstDate!.Value)} to {LocalDatePattern.Iso.Format(totals.LastDate!.Value)}";
        throw new NothingToDoException($"there are no purchases to be {done}{period}.");
    }

    /// <summary>The warning about rows that were left out; null if there are none.</summary>
    public static string? Warning(PurchaseTotals totals) =>
        totals.Skipped.Rows == 0 ? null : $"skipped {Count(totals)}{Money(totals)}.{Faults(totals)}";

    private static void JudgeCurrencies(PurchaseTotals totals, PurchaseFormat format, string done)
    {
        if (format.Rates is not null)
            return;
        var currencies = totals.Currencies.Keys.ToArray();
        string[] distinct = [.. currencies.Where(code => !currencies.Any(other => other != code && Currencies.CanMean(code, other)))];
        if (distinct.Length == 0)
            distinct = currencies;
        if (distinct.Length > 1)
        {
            var each = string.Join(", ", totals.Currencies.Select(currency =>
                $"{SafeText.Line(currency.Key, 10)} {Number(currency.Value.Money)} in "
                + $"{currency.Value.Rows.ToString(CultureInfo.InvariantCulture)} rows"));
            throw new ToolException(
                $"the amounts are in {totals.Currencies.Count} currencies ({each}), nothing was {done}; --only-currency {distinct[0]} "
                + $"counts one of them, --rates FILE with --currency {distinct[0]} converts the others by a table of rates (date, from, "
                + $"to, rate).");
        }

        if (distinct is [var told] && format.Currency is { } wanted && !Currencies.CanMean(told, wanted))
        {
            throw new ToolException(
                $"the amounts are in {SafeText.Line(told, 10)}, not in {SafeText.Line(wanted, 10)}, nothing was {done}; leave out "
                + $"--currency, or give --rates FILE, a table of rates (date, from, to, rate).");
        }
    }

    private static string Count(PurchaseTotals totals) =>
        string.Create(CultureInfo.InvariantCulture, $"{totals.Skipped.Rows} of {totals.Rows} rows");

    private static string Money(PurchaseTotals totals)
    {
        var (skipped, rest) = (totals.Skipped, totals.Counted.Money + totals.OutsidePeriod.Money);
        var unknown = totals.SkippedWithoutMoney == 0 ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{(totals.SkippedWithoutMoney == skipped.Rows
                    ? "; how much money is in them is not known"
                    : $", and of {totals.SkippedWithoutMoney} rows the money is not known")}");
        if (totals.SkippedWithoutMoney == skipped.Rows)
            return unknown;
        var share = rest + skipped.Money > 0 && skipped.Money > 0
            ? $" ({(100 * skipped.Money / (rest + skipped.Money)).ToString("0.0", CultureInfo.InvariantCulture)} % of the money)" : "";
        return $", with about {Number(skipped.Money)} in them{share}{unknown}";
    }

    private static string Faults(PurchaseTotals totals)
    {
        var rows = string.Concat(totals.Faults.Select(fault => $"\n  {fault}"));
        return totals.Skipped.Rows > totals.Faults.Count
            ? rows + string.Create(CultureInfo.InvariantCulture, $"\n  … and {totals.Skipped.Rows - totals.Faults.Count} more")
            : rows;
    }

    private static string Number(decimal amount) => amount.ToString("#,0.00##########################", CultureInfo.InvariantCulture);
}
