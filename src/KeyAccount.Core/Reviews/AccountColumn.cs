using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A column of an export for a value of the account file.</summary>
/// <remarks>Immutable; two columns are equal if all their parts are. Each topic declares the columns for its part of the account file
/// (<see cref="AccountTopic.Columns"/>).</remarks>
public sealed record AccountColumn
{
    private const string Rows = "[].";

    /// <summary>Creates a column.</summary>
    /// <param name="path">The path of the value in the account file, such as <c>value.creditDays</c>, or <c>contacts[].role</c> if each row
    /// of a separate table is an item of a list.</param>
    /// <param name="unit">The unit of a number, such as <c>days</c>; null if the value is not a number, or has no unit.</param>
    /// <param name="name">The title of the column; null to use the last part of <paramref name="path"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or blank, or <paramref name="name"/> is blank.</exception>
    public AccountColumn(string path, string? unit = null, string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (name is not null)
            ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Path = path;
        Unit = unit;
        Name = name ?? path[(path.LastIndexOf('.') + 1)..];
        var rows = path.LastIndexOf(Rows, StringComparison.Ordinal);
        Table = rows < 0 ? "accounts" : path[..rows].Replace("[]", "", StringComparison.Ordinal);
    }

    /// <summary>The path of the value in the account file.</summary>
    public string Path { get; }

    /// <summary>The unit of a number; null if the value is not a number, or has no unit.</summary>
    public string? Unit { get; }

    /// <summary>The title of the column, unique in its table.</summary>
    public string Name { get; }

    /// <summary>The table of the column: <c>accounts</c> with one row per account, otherwise that of the list, such as <c>contacts</c> or
    /// <c>contacts.ladder</c>.</summary>
    public string Table { get; }

    /// <summary>Other usual titles of the column in exports, in any language, by which a suggested mapping recognises it.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<string> OtherNames { get; init => field = ValueList.Of(value); } = ValueList<string>.Empty;

    /// <summary>Whether the column identifies the items of its list: rows with the same keys are one item.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether the numbers of rows with the same key are added, as for purchases of one month.</summary>
    public bool IsSummed { get; init; }

    /// <summary>Whether its topic can do without it, so that it is not reported as missing.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether its dates may be after the date of the facts, as for plans, deadlines and ends of contracts. An import reports any
    /// other date that is.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>Whether its values are confidential (<see cref="Privacy.Confidential"/>).</summary>
    public bool IsConfidential { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The table, the title, the path and the unit.</returns>
    public override string ToString() =>
        Invariant($"AccountColumn {{ Table = {Table}, Name = {Name}, Path = {Path}, Unit = {Unit} }}");
}
