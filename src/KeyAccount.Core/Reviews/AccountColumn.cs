using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>How a table of an export names a value of the account file.</summary>
/// <remarks>Immutable; equal when every part is. Each topic declares the columns of what it takes of the account file
/// (<see cref="AccountTopic.Columns"/>).</remarks>
public sealed record AccountColumn
{
    private const string Rows = "[].";

    /// <summary>A column.</summary>
    /// <param name="path">Where the value stands in the account file, such as <c>value.creditDays</c>, or <c>contacts[].role</c> where each
    /// row of a table of its own is an item of a list.</param>
    /// <param name="unit">The unit of a number, such as <c>days</c>; null for what is not a number, or has no unit.</param>
    /// <param name="name">The title of the column; null for the last part of <paramref name="path"/>.</param>
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

    /// <summary>Where the value stands in the account file.</summary>
    public string Path { get; }

    /// <summary>The unit of a number; null for what is not a number, or has no unit.</summary>
    public string? Unit { get; }

    /// <summary>The title of the column, unique in its table.</summary>
    public string Name { get; }

    /// <summary>The table it stands in: <c>accounts</c> with one row an account, else that of the list, such as <c>contacts</c> or
    /// <c>contacts.ladder</c>.</summary>
    public string Table { get; }

    /// <summary>Other usual titles of the column in exports, in any language; a suggested mapping knows it by them.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<string> OtherNames { get; init => field = ValueList.Of(value); } = ValueList<string>.Empty;

    /// <summary>Whether it tells the items of its list apart: rows with the same keys are one item.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether the numbers of rows with the same key add up, as purchases of one month do.</summary>
    public bool IsSummed { get; init; }

    /// <summary>Whether its topic does without it, so that an account does not lack it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether its dates may lie after the date of the facts, as those of plans, deadlines and ends of contracts do. An import
    /// points out any other date that does.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>Whether what it holds is confidential (<see cref="Privacy.Confidential"/>).</summary>
    public bool IsConfidential { get; init; }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Table, title, path and unit.</returns>
    public override string ToString() =>
        Invariant($"AccountColumn {{ Table = {Table}, Name = {Name}, Path = {Path}, Unit = {Unit} }}");
}
