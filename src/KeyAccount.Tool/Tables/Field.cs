namespace KeyAccount.Tool.Tables;

/// <summary>A field that the rows of a table have: its name, which is the usual title of its column, and what it holds.</summary>
internal sealed record Field(string Name, FieldKind Kind = FieldKind.Text, bool IsNeeded = false)
{
    /// <summary>Whether it is said what its numbers count, whatever the title says.</summary>
    public bool HasUnit { get; init; }

    /// <summary>Other usual titles of its column.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];
}

/// <summary>What a field holds.</summary>
internal enum FieldKind
{
    Text,
    Number,
    Date,
}
