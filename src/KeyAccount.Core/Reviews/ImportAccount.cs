using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>What is known about an account until it is made.</summary>
internal sealed class ImportAccount(string id)
{
    private byte[] _rows = [];
    private HashSet<ImportOrigin>? _faulty;
    private MonthSums _sums;

    public string Id { get; } = id;

    public string? Name { get; set; }

    public int? Existing { get; init; }

    public bool IsLeftOut { get; set; }

    /// <summary>The date of its facts; null to use the date of the portfolio.</summary>
    public LocalDate? AsOf { get; set; }

    /// <summary>The first row that names it.</summary>
    public (int Table, long Row)? Row { get; set; }

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Rows => _rows.AsMemory(0, Length);

    public MonthSums Sums => _sums;

    /// <summary>The rows of the account that already have a fault; faults that follow from it are not reported again.</summary>
    public IEnumerable<ImportOrigin> Faulty => _faulty ?? [];

    public bool IsFaulty(ImportOrigin origin) => _faulty is not null && _faulty.Contains(origin with { Column = -1 });

    public void Append(ReadOnlySpan<byte> row)
    {
        if (_rows.Length < Length + row.Length)
            Array.Resize(ref _rows, Math.Max(Length + row.Length, Length + (Length >> 1) + 32));
        row.CopyTo(_rows.AsSpan(Length));
        Length += row.Length;
    }

    public void Sum(MonthSumPages pages, ImportShape list, int month, int part, decimal amount, ImportOrigin origin) =>
        _sums.Add(pages, list, month, part, amount, origin);

    /// <inheritdoc cref="MonthSums.Touch"/>
    public long Touch(MonthSumPages pages) => _sums.Touch(pages);

    public void AddFaulty(int table, long row) => (_faulty ??= []).Add(new(table, row, -1));

    public void Forget() => (_rows, Length, _sums, _faulty) = ([], 0, default, null);
}
