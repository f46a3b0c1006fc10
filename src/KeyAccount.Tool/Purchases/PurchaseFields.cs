using System.Text;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime;

namespace KeyAccount.Tool.Purchases;

/// <summary>The columns of one table of purchases, with what they have told about their numbers and dates.</summary>
internal sealed class PurchaseFields(Table table, PurchaseFormat format)
{
    private const int Observed = 5_000;

    private readonly int? _dateColumn = table[format.DateColumn];
    private readonly int[] _numbers = NumbersOf(table, format);

    public Table Table { get; } = table;

    public int Account { get; } = table[format.AccountColumn]!.Value;

    public int? Currency { get; } = table[format.CurrencyCodes];

    public int? DateIndex => _dateColumn;

    public NumberColumn[] Numbers { get; } =
        [.. NumbersOf(table, format)
            .Select(column => new NumberColumn(format.Numbers, NumberText.UnitOfHeader(table.Headers[column])?.Power ?? 0))];

    public DateColumn Dates { get; } = new(format.Dates);

    /// <summary>How long a row is, on average of those that were looked at.</summary>
    public double BytesPerRow { get; private set; } = 1;

    public bool IsUndecided => Numbers.Any(column => column.Ambiguous.Count > 0) || Dates.Ambiguous.Count > 0;

    /// <summary>How the columns look: <c>1,234.56, yyyy-MM-dd</c>.</summary>
    public string Style =>
        string.Join(", ", Numbers.Select(column => column.Style).Append(_dateColumn is null ? null : Dates.Style).OfType<string>());

    public string Dialect => Table.Dialect;

    /// <summary>Looks at all rows.</summary>
    public bool ObserveAll()
    {
        Observe(isWhole: true);
        return true;
    }

    /// <summary>Looks at the first rows, and at as many more as it takes to decide what they leave open.</summary>
    public void Observe(bool isWhole) => Table.Reading(() =>
    {
        using var rows = Table.Rows();
        long count = 0, bytes = 0;
        while ((isWhole || count < Observed || IsUndecided) && rows.Read())
        {
            count++;
            bytes += rows.Whole.Length + 1;
            if (rows.Fault is not null)
                continue;
            for (var i = 0; i < _numbers.Length; i++)
            {
                if (!rows.TryNumber(_numbers[i], out _))
                    Numbers[i].Observe(rows[_numbers[i]], rows.Where);
            }

            if (_dateColumn is { } date && !rows.TryDate(date, out _))
                Dates.Observe(rows[date], rows.Where);
        }

        BytesPerRow = Math.Max(1, (double)bytes / Math.Max(1, count));
        return true;
    });

    /// <summary>Refuses columns that have more than one reading, or none that fits all.</summary>
    public void Judge()
    {
        for (var i = 0; i < _numbers.Length; i++)
            Numbers[i].Judge(Table.Headers[_numbers[i]]);
        if (_dateColumn is { } date)
            Dates.Judge(Table.Headers[date]);
    }

    /// <summary>Takes from files of the same kind what this one does not tell.</summary>
    public void Assume(IReadOnlyCollection<PurchaseFields> others)
    {
        for (var i = 0; i < Numbers.Length; i++)
        {
            if (Numbers[i].Ambiguous.Count > 0 && others.Select(each => each.Numbers[i].DecimalMark).OfType<char>().Distinct()
                .ToArray() is [var mark])
                Numbers[i].Assume(mark);
        }

        if (Dates.Ambiguous.Count > 0 && others.Where(each => each.Dates.Evidence is not null).Select(each => each.Dates.Orders).Distinct()
            .ToArray() is [var orders])
            Dates.Assume(orders);
    }

    /// <summary>Reads the amount of a row.</summary>
    public FieldReading ReadAmount(TableRows rows, out decimal amount, out string? currency)
    {
        var reading = ReadNumber(rows, 0, out amount, out currency);
        if (_numbers.Length == 1 || reading != FieldReading.Read)
            return reading;
        reading = ReadNumber(rows, 1, out var price, out var ofPrice);
        if (ofPrice is not null && !Currencies.TryMerge(ref currency, ofPrice))
            return FieldReading.Unreadable;
        if (reading == FieldReading.Read)
            amount = Product(amount, price);
        return reading;
    }

    public FieldReading ReadDate(TableRows rows, out LocalDate date)
    {
        date = default;
        return _dateColumn is not { } column || Dates.TryTake(rows, column, out date) ? FieldReading.Read
            : Dates.Read(rows[column], out date);
    }

    private FieldReading ReadNumber(TableRows rows, int index, out decimal number, out string? currency)
    {
        currency = null;
        if (!rows.TryNumber(_numbers[index], out number))
            return Numbers[index].Read(rows[_numbers[index]], out number, out currency);
        return Numbers[index].TryScale(ref number) ? FieldReading.Read : FieldReading.Unreadable;
    }

    private static int[] NumbersOf(Table table, PurchaseFormat format) => format.Product is null
        ? [table[format.AmountColumn]!.Value]
        : [table[format.QuantityColumn]!.Value, table[format.PriceColumn]!.Value];

    /// <summary>Why the amount of a row cannot be read.</summary>
    public RowFault ExplainAmount(TableRows rows)
    {
        var at = 0;
        while (at < _numbers.Length - 1 && ReadNumber(rows, at, out _, out _) == FieldReading.Read)
            at++;
        return FaultOf(rows, _numbers[at], Numbers[at].Explain(rows.Text(_numbers[at])));
    }

    public RowFault ExplainDate(TableRows rows) => FaultOf(rows, _dateColumn!.Value, Dates.Explain(rows.Text(_dateColumn.Value)));

    public RowFault FaultOf(TableRows rows, int column, string why) =>
        new($"{rows.Where}, column {Table.Headers[column].Trim()}", $"'{SafeText.Line(rows.Text(column), 60)}': {why}");

    /// <summary>About how much a row says whose amount cannot be read for certain; null if nothing can be said.</summary>
    public decimal? Estimate(TableRows rows)
    {
        decimal? amount = 1;
        for (var i = 0; i < _numbers.Length && amount is not null; i++)
            amount = Numbers[i].Estimate(rows.Text(_numbers[i])) is { } factor ? amount * factor : null;
        return amount;
    }

    private static decimal Product(decimal quantity, decimal price)
    {
        try
        {
            var product = quantity * price;

            // Decimal multiplication rounds away the last places when there are more than 28.
            if (product.Scale < quantity.Scale + price.Scale && product * 1.0m != 0 && quantity.Scale + price.Scale > 28)
                throw new OverflowException();
            return product;
        }
        catch (OverflowException e)
        {
            throw new ToolException("a quantity times its price has more than 28 digits and cannot be counted exactly.", e);
        }
    }
}
