namespace KeyAccount.Tool.Tables;

/// <summary>A column that is looked for: its name in the header, and the option that names another one.</summary>
internal sealed record TableColumn(string Name, string Option, bool IsNeeded = true)
{
    /// <summary>Other names that it may have in the header.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Whether a title of the header names it.</summary>
    public bool IsNamed(string title) => IsSame(title, Name) || OtherNames.Any(name => IsSame(title, name));

    private static bool IsSame(string title, string name) =>
        string.Equals(title.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase);
}
