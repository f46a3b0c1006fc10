using System.Text;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Tool.Purchases;

/// <summary>Rates of exchange by day and pair. A rate holds from its day on, until the next one of its pair and no longer than
/// <see cref="LongestDays"/> days; one without a day holds always.</summary>
internal sealed class ExchangeRates
{
    /// <summary>How long a rate holds at most.</summary>
    public const int LongestDays = 31;

    private static readonly TableColumn Day = new("date", "date");
    private static readonly TableColumn From = new("from", "from");
    private static readonly TableColumn To = new("to", "to");
    private static readonly TableColumn Rate = new("rate", "rate");

    private readonly Dictionary<(string From, string To), SortedList<LocalDate, decimal>> _rates = [];

    private ExchangeRates(string target) => Target = target;

    /// <summary>The currency that amounts are converted to.</summary>
    public string Target { get; }

    /// <summary>Reads a table of rates.</summary>
    public static ExchangeRates Read(TableSource source, string target)
    {
        var table = SideTable.Open(source, "--rates", Day, From, To, Rate);
        return table.Reading(() =>
        {
            var rates = new ExchangeRates(target);
            var (days, numbers) = (new DateColumn(null), new NumberColumn(new() { DecimalMark = '.' }));
            using var rows = table.Rows();
            while (rows.Read())
            {
                if (rows.Fault is { } fault)
                    throw new ToolException($"{fault}.");
                var day = LocalDate.MinIsoValue;
                if (rows[table[Day]!.Value] is { IsEmpty: false } text && days.Read(text, out day) != FieldReading.Read)
                    throw new ToolException(
                        $"{rows.Where}, column date: '{SafeText.Line(rows.Text(table[Day]!.Value), 60)}': a date such as 2025-01-31 is "
                        + $"needed, or none for a rate that always applies.");
                if (numbers.Read(rows[table[Rate]!.Value], out var rate, out _) != FieldReading.Read || rate <= 0)
                    throw new ToolException(
                        $"{rows.Where}, column rate: '{SafeText.Line(rows.Text(table[Rate]!.Value), 60)}': a number above 0 is needed, "
                        + $"with a decimal point.");
                var pair = (Currencies.Named(rows.Text(table[From]!.Value)), Currencies.Named(rows.Text(table[To]!.Value)));
                if (!rates._rates.TryGetValue(pair, out var list))
                    rates._rates[pair] = list = [];
                if (!list.TryAdd(day, rate) && list[day] != rate)
                    throw new ToolException($"{rows.Where}: there is already a rate from {pair.Item1} to {pair.Item2} of that day.");
            }

            return rates;
        });
    }

    /// <summary>The rate of a day; null if there is none.</summary>
    public decimal? Of(string currency, LocalDate day)
    {
        if (currency == Target)
            return 1;
        if (!_rates.TryGetValue((currency, Target), out var list))
        {
            // A sign such as $ is the only currency of the table that it can stand for.
            var meant = _rates.Keys.Where(pair => pair.To == Target && Currencies.CanMean(currency, pair.From)).ToArray();
            if (meant.Length != 1)
                return Currencies.CanMean(currency, Target) && meant.Length == 0 ? 1 : null;
            list = _rates[meant[0]];
        }

        var (low, high) = (0, list.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (list.Keys[middle] <= day)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return high >= 0 && (list.Keys[high] == LocalDate.MinIsoValue || Period.DaysBetween(list.Keys[high], day) <= LongestDays)
            ? list.Values[high] : null;
    }

    /// <summary>What is wrong where there is no rate.</summary>
    public string Missing(string currency, LocalDate day) =>
        $"--rates has no rate from {SafeText.Line(currency, 10)} to {SafeText.Line(Target, 10)} of "
        + $"{(day == default ? "any day" : LocalDatePattern.Iso.Format(day))}, nor of the {LongestDays} days before";
}
