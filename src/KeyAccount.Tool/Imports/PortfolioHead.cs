using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Tool.Imports;

/// <summary>What is said of a whole portfolio, as the one row of a table.</summary>
internal static class PortfolioHead
{
    private static readonly Field Name = new("name");
    private static readonly Field Currency = new("currency", IsNeeded: true);
    private static readonly Field AsOf = new("asOf", FieldKind.Date, IsNeeded: true);
    private static readonly Field KeyAccountPurchases = new("keyAccountPurchases", FieldKind.Number);
    private static readonly Field Materiality = new("materiality", FieldKind.Number);
    private static readonly Field SalesTarget = new("salesTarget", FieldKind.Number);
    private static readonly Field NewCustomersTarget = new("newCustomersTarget", FieldKind.Number);
    private static readonly Field PersonalFactsMonths = new("personalFactsMonths", FieldKind.Number);
    private static readonly Field ParetoLevel = new("paretoLevel");
    private static readonly Field RatesName = new("ratesName");
    private static readonly Field RatesSource = new("ratesSource");
    private static readonly Field RatesLongestDays = new("ratesLongestDays", FieldKind.Number);

    private static readonly Field Day = new("date", FieldKind.Date, IsNeeded: true);
    private static readonly Field From = new("from", IsNeeded: true);
    private static readonly Field To = new("to", IsNeeded: true);
    private static readonly Field Rate = new("rate", FieldKind.Number, IsNeeded: true);

    private static readonly Field[] Fields =
    [
        Name, Currency, AsOf, KeyAccountPurchases, Materiality, SalesTarget, NewCustomersTarget, PersonalFactsMonths, ParetoLevel,
        RatesName, RatesSource, RatesLongestDays,
    ];

    public static IReadOnlyList<string> Titles { get; } = [.. Fields.Select(field => field.Name)];

    public static IReadOnlyList<string> RateTitles { get; } = [Day.Name, From.Name, To.Name, Rate.Name];

    public static IReadOnlyList<object?> CellsOf(Portfolio head) =>
    [
        head.Name, head.Currency, LocalDatePattern.Iso.Format(head.AsOf), head.KeyAccountPurchases, head.Materiality, head.SalesTarget,
        head.NewCustomersTarget, head.PersonalFactsMonths, head.ParetoLevel?.Name, head.Rates?.Name, head.Rates?.Source,
        head.Rates?.LongestDays,
    ];

    public static IEnumerable<IReadOnlyList<object?>> RateCellsOf(ExchangeRateTable rates) => rates.Rates.Select(
        rate => (IReadOnlyList<object?>)[LocalDatePattern.Iso.Format(rate.Date), rate.From, rate.To, rate.Rate]);

    /// <summary>Reads a table of rates.</summary>
    /// <param name="file">The table.</param>
    /// <param name="reading">How it is read.</param>
    /// <param name="named">What a table of the whole portfolio says of it; null if nothing does.</param>
    public static ExchangeRateTable ReadRates(ImportFile file, TableReading reading, ExchangeRateTable? named) => file.Source.Reading(() =>
    {
        var table = Open(file, reading, [Day, From, To, Rate]);
        var rates = new List<ExchangeRate>();
        var seen = new HashSet<(LocalDate, string, string)>();
        table.ReadAll(
            row =>
            {
                var rate = new ExchangeRate
                {
                    Date = row.Date(Day) ?? throw row.Fault(Day, "it is needed"),
                    From = Currencies.Named(row.Needed(From)),
                    To = Currencies.Named(row.Needed(To)),
                    Rate = row.Number(Rate)?.Value is { } value and > 0 ? value : throw row.Fault(Rate, "a number above 0 is needed"),
                };
                if (rate.From == rate.To)
                    throw row.Fault(To, $"it is {rate.To}, like from; a rate is between two currencies");
                if (!seen.Add((rate.Date, rate.From, rate.To)))
                    throw row.Fault(Day, $"there is already a rate from {rate.From} to {rate.To} of that day");
                rates.Add(rate);
            },
            e => throw e);
        return new ExchangeRateTable
        {
            Name = named?.Name ?? Path.GetFileNameWithoutExtension(file.Source.Name),
            Source = named?.Source,
            LongestDays = named?.LongestDays,
            Rates = rates,
        };
    });

    public static Portfolio Read(ImportFile file, TableReading reading) => file.Source.Reading(() =>
    {
        var table = Open(file, reading, Fields);
        Portfolio? head = null;
        table.ReadAll(
            row =>
            {
                if (head is not null)
                    throw new ToolException($"{row.Where}: the table of the portfolio has one row.");
                try
                {
                    head = new()
                    {
                        Name = row.Text(Name),
                        Currency = row.Needed(Currency),
                        AsOf = row.Date(AsOf) ?? throw row.Fault(AsOf, "it is needed"),
                        KeyAccountPurchases = row.Number(KeyAccountPurchases)?.Value,
                        Materiality = row.Number(Materiality)?.Value,
                        SalesTarget = row.Number(SalesTarget)?.Value,
                        NewCustomersTarget = (int?)row.Number(NewCustomersTarget)?.Value,
                        PersonalFactsMonths = (int?)row.Number(PersonalFactsMonths)?.Value,
                        ParetoLevel = row.Text(ParetoLevel) is not { } level ? null
                            : Core.Reviews.ParetoLevel.TryFromName(level, ignoreCase: true, out var known) ? known
                            : throw row.Fault(ParetoLevel, $"it must be one of {string.Join(", ", Core.Reviews.ParetoLevel.InOrder)}"),
                        Rates = row.Text(RatesName) is not { } rates ? null : new()
                        {
                            Name = rates,
                            Source = row.Text(RatesSource),
                            LongestDays = (int?)row.Number(RatesLongestDays)?.Value,
                            Rates = [],
                        },
                    };
                }
                catch (ArgumentException e)
                {
                    throw new ToolException($"{row.Where}: {ToolException.ReasonOf(e)}", e);
                }
            },
            e => throw e);
        return head!;
    });

    // Its titles are always the same, so no option names others.
    private static FieldTable Open(ImportFile file, TableReading reading, Field[] fields)
    {
        try
        {
            return FieldTable.Open(
                file.Source, reading with { Table = reading.Table with { Sheet = file.Sheet } }, fields,
                new Dictionary<string, string>(StringComparer.Ordinal));
        }
        catch (ToolException e) when (e is not UsageException)
        {
            throw new ToolException(
                $"{e.Message.Split(" Name the column with", 2)[0]} The columns are called "
                + $"{string.Join(", ", fields.Select(field => field.Name))}.", e);
        }
    }
}
