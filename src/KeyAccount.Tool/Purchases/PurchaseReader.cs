using System.Text;
using KeyAccount.Core.Records;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime;

namespace KeyAccount.Tool.Purchases;

/// <summary>Reads tables of purchases, row by row, and adds up the amounts of each account.</summary>
internal sealed class PurchaseReader
{
    // Below these, small round numbers add up by chance.
    private const int FewestOthers = 3;
    private const int FewestSubtotals = 2;
    private const int FewestUnitsOfTotal = 1_000;
    private const int FewestUnitsOfSubtotal = 100;

    private readonly PurchaseFormat _format;
    private readonly PurchaseTotals _totals = new();
    private readonly Dictionary<string, AccountSum>.AlternateLookup<ReadOnlySpan<char>> _names;
    private readonly List<AccountPurchase>? _purchases;
    private readonly RepeatedRows _repeated;
    private readonly bool _namesFiles;
    private readonly List<AccountSum> _subtotals = [];
    private char[] _characters = new char[512];
    private byte[] _lastCurrency = [];
    private string? _lastCode;
    private Tally _block;

    private PurchaseReader(PurchaseFormat format, bool keepsPurchases, bool namesFiles, long expectedRows)
    {
        _format = format;
        _names = _totals.Names.GetAlternateLookup<ReadOnlySpan<char>>();
        _purchases = keepsPurchases ? [] : null;
        _namesFiles = namesFiles;
        _repeated = new(expectedRows);
    }

    /// <summary>Reads tables as one; the columns of each decide how its numbers and dates are read.</summary>
    public static PurchaseTotals Read(TableSources sources, PurchaseFormat format, Action<double>? progress = null) =>
        Read(sources, format, keepsPurchases: false, progress).Totals;

    /// <summary>Reads tables as one, and keeps every purchase.</summary>
    public static (PurchaseTotals Totals, List<AccountPurchase> Purchases) ReadPurchases(
        TableSources sources, PurchaseFormat format, Action<double>? progress = null) =>
        Read(sources, format, keepsPurchases: true, progress);

    /// <summary>The totals of rows that an engine has added up. It keeps no order, so that rows which repeat others, and each the sum of
    /// those before, are not found.</summary>
    public static PurchaseTotals Of(PurchaseFormat format, IEnumerable<PurchaseGroup> groups, IEnumerable<FileReading> files)
    {
        var reader = new PurchaseReader(format, keepsPurchases: false, namesFiles: false, expectedRows: 0);
        foreach (var group in groups)
            reader.Count(group);
        foreach (var file in files)
            reader._totals.Add(file);
        var totals = reader.Finish();
        (totals.IsRepeatedPartial, totals.IsAddedUp) = (true, true);
        return totals;
    }

    private static (PurchaseTotals Totals, List<AccountPurchase> Purchases) Read(
        TableSources sources, PurchaseFormat format, bool keepsPurchases, Action<double>? progress)
    {
        var files = sources.Select(source => source.Reading(() =>
        {
            var fields = new PurchaseFields(Table.Open(source, format.Table, format.Columns), format);
            fields.Observe(isWhole: false);
            return fields;
        })).ToArray();

        // A second time where a file has, further down, what its first rows did not decide.
        for (var isFirst = true; ; isFirst = false)
        {
            foreach (var file in files)
            {
                file.Assume(files);
                file.Table.Source.Reading(() =>
                {
                    file.Judge();
                    return true;
                });
            }

            var reader = new PurchaseReader(
                format, keepsPurchases, files.Length > 1, (long)files.Sum(file => file.Table.ExpectedRows(file.BytesPerRow)));
            PurchaseFields? undecided = null;
            double before = 0;
            foreach (var file in files)
            {
                var done = before;
                undecided = file.Table.Source.Reading(
                    () => file.Table.Reading(
                        () => reader.Read(file, progress is null ? null : position => progress(done + position))) ? null : file);
                before += file.Table.Source.Length;
                if (undecided is not null)
                    break;
            }

            if (undecided is null)
                return (reader.Finish(), reader._purchases ?? []);
            if (!isFirst)
                throw new ToolException(
                    $"{undecided.Table.Source.Name}: the format of its numbers or dates is ambiguous; give --decimal and --date-format.");
            foreach (var file in files)
                file.Table.Source.Reading(() => file.Table.Reading(() => file.ObserveAll()));
        }
    }

    /// <summary>Reads one table; false if a column turns out to have more than one reading.</summary>
    private bool Read(PurchaseFields fields, Action<double>? progress)
    {
        using var rows = fields.Table.Rows();
        var before = _totals.Rows;
        foreach (var column in fields.Numbers)
            column.Begin();
        while (rows.Read())
        {
            _totals.Rows++;
            if (rows.Fault is { } fault)
                Skip(fields, fault, null);
            else if (!ReadRow(fields, rows))
                return false;
            if ((_totals.Rows & 0xFFFF) == 0)
                progress?.Invoke(fields.Table.Position);
        }

        if (_totals.Rows == before)
            throw new ToolException("the file has a header but no rows.");
        _totals.ScientificRows += fields.Numbers.Sum(column => column.ScientificCount);
        _totals.Add(
            new FileReading(
                Path.GetFileName(fields.Table.Source.Name), fields.Dialect, fields.Style, _totals.Rows - before, rows.EmptyRows,
                rows.RepeatedHeaders));
        return true;
    }

    private bool ReadRow(PurchaseFields fields, TableRows rows)
    {
        var amountReading = fields.ReadAmount(rows, out var amount, out var currency);
        if (amountReading == FieldReading.Undecided)
            return false;
        var account = AccountOf(rows[fields.Account]);
        var isTotal = account is null
            ? amountReading == FieldReading.Read && amount != 0 && amount == _totals.Counted.Money && _totals.Counted.Rows > 1
            : account.IsNamedAsTotal;
        if (isTotal && _format.Totals != TotalRows.Kept && amountReading == FieldReading.Read)
        {
            if (_format.Totals == TotalRows.LeftOut)
                _totals.TotalsLeftOut = _totals.TotalsLeftOut.Add(amount);
            else
                _totals.Suspects.Add((rows.Text(fields.Account).Trim(), rows.Where, amount));
            return true;
        }

        if (account is null)
        {
            Skip(
                fields, fields.FaultOf(rows, fields.Account, "an account id is needed"), amountReading == FieldReading.Read ? amount
                    : null);
            return true;
        }

        if (amountReading != FieldReading.Read)
        {
            Skip(fields, fields.ExplainAmount(rows), fields.Estimate(rows));
            return true;
        }

        var dateReading = fields.ReadDate(rows, out var date);
        if (dateReading == FieldReading.Undecided)
            return false;
        if (dateReading != FieldReading.Read)
        {
            Skip(fields, fields.ExplainDate(rows), amount);
            return true;
        }

        if (fields.Currency is { } column)
        {
            var code = CurrencyOf(rows[column]);
            if (code is not null && !Currencies.TryMerge(ref currency, code))
            {
                Skip(fields, fields.FaultOf(rows, column, $"the amount is in {currency}"), amount);
                return true;
            }
        }

        Count(fields, rows, account, date, amount, currency);
        return true;
    }

    private void Count(PurchaseFields fields, TableRows rows, AccountSum account, LocalDate date, decimal amount, string? currency)
    {
        if (fields.DateIndex is not null)
            _totals.AddDate(date);
        if (date < _format.From || date > _format.To)
        {
            _totals.OutsidePeriod = _totals.OutsidePeriod.Add(amount);
            return;
        }

        if (currency is null)
            _totals.WithoutCurrency++;
        else if (_format.OnlyCurrency is { } only && !Currencies.CanMean(currency, only))
        {
            _totals.OtherCurrencies = _totals.OtherCurrencies.Add(amount);
            return;
        }
        else
            _totals.AddCurrency(currency, amount);

        if (_format.Rates is { } rates && currency is not null)
        {
            if (rates.Of(currency, date) is not { } rate)
            {
                Skip(fields, new(rows.Where, rates.Missing(currency, date)), null);
                return;
            }

            amount *= rate;
        }

        if (amount < 0 && _format.Returns == Returns.LeftOut)
        {
            _totals.ReturnsLeftOut = _totals.ReturnsLeftOut.Add(amount);
            return;
        }

        // A row that says again what the rows since the last subtotal say together.
        var isSubtotal = _block.Rows >= FewestSubtotals && amount == _block.Money && account.Rows == 0
            && UnitsOf(amount) >= FewestUnitsOfSubtotal;
        account.Add(amount);
        if (isSubtotal)
            _subtotals.Add(account);
        _block = isSubtotal ? default : _block.Add(amount);
        _totals.Counted = _totals.Counted.Add(amount);
        if (amount < 0)
            _totals.Negative = _totals.Negative.Add(amount);
        else if (amount == 0)
            _totals.ZeroRows++;
        if (_repeated.Contains(rows.Whole))
            _totals.Repeated = _totals.Repeated.Add(amount);
        _purchases?.Add(new(account.Id, date, amount));
    }

    private void Count(PurchaseGroup group)
    {
        _totals.Rows += group.Rows;
        var account = AccountOf(Encoding.UTF8.GetBytes(group.Account))
            ?? throw new ToolException($"{group.Rows} rows have no account.");
        if (account.IsNamedAsTotal && _format.Totals != TotalRows.Kept)
        {
            if (_format.Totals == TotalRows.LeftOut)
                _totals.TotalsLeftOut = _totals.TotalsLeftOut.Add(group.Money, group.Rows);
            else
                _totals.Suspects.Add((account.Id, "", group.Money));
            return;
        }

        if (group.First is { } first)
            _totals.AddDate(first);
        if (group.Last is { } last)
            _totals.AddDate(last);
        if (!group.IsInside)
        {
            _totals.OutsidePeriod = _totals.OutsidePeriod.Add(group.Money, group.Rows);
            return;
        }

        var currency = group.Currency is { } written ? CurrencyOf(Encoding.UTF8.GetBytes(written)) : null;
        if (currency is null)
            _totals.WithoutCurrency += group.Rows;
        else if (_format.OnlyCurrency is { } only && !Currencies.CanMean(currency, only))
        {
            _totals.OtherCurrencies = _totals.OtherCurrencies.Add(group.Money, group.Rows);
            return;
        }
        else
            _totals.AddCurrency(currency, group.Money, group.Rows);

        if (group.Sign < 0 && _format.Returns == Returns.LeftOut)
        {
            _totals.ReturnsLeftOut = _totals.ReturnsLeftOut.Add(group.Money, group.Rows);
            return;
        }

        account.Add(group.Money, group.Rows);
        _totals.Counted = _totals.Counted.Add(group.Money, group.Rows);
        if (group.Sign < 0)
            _totals.Negative = _totals.Negative.Add(group.Money, group.Rows);
        else if (group.Sign == 0)
            _totals.ZeroRows += group.Rows;
    }

    private void Skip(PurchaseFields fields, RowFault fault, decimal? money) =>
        _totals.Add(_namesFiles ? fault with { Where = $"{fields.Table.Source.Name}, {fault.Where}" } : fault, money);

    private AccountSum? AccountOf(ReadOnlySpan<byte> text)
    {
        if (_characters.Length < text.Length)
            _characters = new char[2 * text.Length];
        var name = _characters.AsSpan(0, Encoding.UTF8.GetChars(text, _characters)).Trim();
        if (name.IsEmpty)
            return null;
        if (_names.TryGetValue(name, out var account))
            return account;
        var id = name.ToString();
        var target = _format.Aliases.GetValueOrDefault(id, id);
        if (!_totals.Sums.TryGetValue(target, out account))
            _totals.Sums[target] = account = new(target, TotalNames.IsTotal(target));
        _totals.Names[id] = account;
        return account;
    }

    private string? CurrencyOf(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return null;
        if (!text.SequenceEqual(_lastCurrency))
            (_lastCurrency, _lastCode) = (text.ToArray(), Currencies.Named(Encoding.UTF8.GetString(text)));
        return _lastCode;
    }

    private PurchaseTotals Finish()
    {
        _totals.IsRepeatedPartial = _repeated.IsFull;
        if (_format.Totals != TotalRows.Kept)
        {
            foreach (var account in TotalsByMoney().ToArray())
            {
                if (_format.Totals == TotalRows.Refused)
                {
                    _totals.Suspects.Add((account.Id, "", account.Revenue));
                    continue;
                }

                _totals.TotalsLeftOut = new(_totals.TotalsLeftOut.Rows + account.Rows, _totals.TotalsLeftOut.Money + account.Revenue);
                _totals.Counted = new(_totals.Counted.Rows - account.Rows, _totals.Counted.Money - account.Revenue);
                _totals.Sums.Remove(account.Id);
                _purchases?.RemoveAll(purchase => purchase.AccountId == account.Id);
            }
        }

        if (_format.Returns == Returns.Netted)
            Net();
        return _totals;
    }

    // An account of one row that is all the others together; one that is called like the total of another and is it; and rows that are each
    // the sum of those before.
    private IEnumerable<AccountSum> TotalsByMoney()
    {
        var all = _totals.Counted.Money;
        var others = _totals.Sums.Values.Count(sum => sum.Rows > 0) - 1;
        var subtotals = _subtotals.Where(account => account.Rows == 1).Distinct().ToArray();
        foreach (var account in _totals.Sums.Values)
        {
            if (account.Rows == 1 && others >= FewestOthers && account.Revenue == all - account.Revenue
                && UnitsOf(account.Revenue) >= FewestUnitsOfTotal)
                yield return account;
            else if (account.Rows == 1 && TotalNames.SubtotalOf(account.Id)
                .Any(name => _totals.Sums.TryGetValue(name, out var part) && part.Rows > 0 && part.Revenue == account.Revenue))
                yield return account;
            else if (subtotals.Length >= FewestSubtotals && Array.IndexOf(subtotals, account) >= 0)
                yield return account;
        }
    }

    // How many of its smallest units an amount is: 12.50 is 1250 hundredths.
    private static decimal UnitsOf(decimal amount)
    {
        var bits = decimal.GetBits(amount);
        return new(bits[0], bits[1], bits[2], amount < 0, 0);
    }

    // What is below zero is taken off what was bought before; what is left of it is not counted.
    private void Net()
    {
        foreach (var account in _totals.Sums.Values.Where(sum => sum.Revenue < 0))
        {
            _totals.ReturnsLeftOut = _totals.ReturnsLeftOut.Add(account.Revenue);
            _totals.Counted = _totals.Counted with { Money = _totals.Counted.Money - account.Revenue };
            account.Revenue = 0;
        }

        if (_purchases is null)
            return;
        _purchases.Sort((a, b) => (a.Date, a.AccountId).CompareTo((b.Date, b.AccountId)));
        var open = new Dictionary<string, Stack<int>>(StringComparer.Ordinal);
        for (var i = 0; i < _purchases.Count; i++)
        {
            var purchase = _purchases[i];
            if (!open.TryGetValue(purchase.AccountId, out var earlier))
                open[purchase.AccountId] = earlier = new();
            if (purchase.Amount >= 0)
            {
                earlier.Push(i);
                continue;
            }

            var left = -purchase.Amount;
            while (left > 0 && earlier.TryPeek(out var at))
            {
                var taken = Math.Min(left, _purchases[at].Amount);
                _purchases[at] = _purchases[at] with { Amount = _purchases[at].Amount - taken };
                left -= taken;
                if (_purchases[at].Amount == 0)
                    earlier.Pop();
            }

            _purchases[i] = purchase with { Amount = 0 };
        }

        _purchases.RemoveAll(purchase => purchase.Amount == 0);
    }
}
