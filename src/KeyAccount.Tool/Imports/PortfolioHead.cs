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

    public static IReadOnlyList<string> Titles { get; } =
    [
        Name.Name, Currency.Name, AsOf.Name, KeyAccountPurchases.Name, Materiality.Name, SalesTarget.Name, NewCustomersTarget.Name,
        PersonalFactsMonths.Name,
    ];

    public static IReadOnlyList<object?> CellsOf(Portfolio head) =>
    [
        head.Name, head.Currency, LocalDatePattern.Iso.Format(head.AsOf), head.KeyAccountPurchases, head.Materiality, head.SalesTarget,
        head.NewCustomersTarget, head.PersonalFactsMonths,
    ];

    public static Portfolio Read(ImportFile file, TableReading reading) => file.Source.Reading(() =>
    {
        var table = FieldTable.Open(
            file.Source, reading with { Table = reading.Table with { Sheet = file.Sheet } },
            [Name, Currency, AsOf, KeyAccountPurchases, Materiality, SalesTarget, NewCustomersTarget, PersonalFactsMonths],
            new Dictionary<string, string>(StringComparer.Ordinal));
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
                    };
                }
                catch (ArgumentException e)
                {
                    throw new ToolException($"{row.Where}: {e.Message.Split(" (Parameter", 2)[0]}", e);
                }
            },
            e => throw e);
        return head!;
    });
}
