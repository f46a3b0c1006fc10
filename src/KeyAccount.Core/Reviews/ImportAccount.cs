namespace KeyAccount.Core.Reviews;

/// <summary>What is known of an account until it is made.</summary>
internal sealed class ImportAccount(string id)
{
    private byte[] _rows = [];

    public string Id { get; } = id;

    public string? Name { get; set; }

    public int? Existing { get; init; }

    public bool IsKnown { get; set; }

    public bool IsLeftOut { get; set; }

    /// <summary>The first row that names it.</summary>
    public (int Table, long Row)? Row { get; set; }

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Rows => _rows.AsMemory(0, Length);

    public MonthSums Sums { get; private set; } = MonthSums.None;

    public void Append(ReadOnlySpan<byte> row)
    {
        if (_rows.Length < Length + row.Length)
            Array.Resize(ref _rows, Math.Max(Length + row.Length, Length + (Length >> 1) + 32));
        row.CopyTo(_rows.AsSpan(Length));
        Length += row.Length;
    }

    public void Sum(ImportShape list, int month, decimal amount, ImportOrigin origin)
    {
        if (Sums == MonthSums.None)
            Sums = new(list);
        Sums.Add(month, amount, origin);
    }

    public void Forget() => (_rows, Length, Sums) = ([], 0, MonthSums.None);
}
