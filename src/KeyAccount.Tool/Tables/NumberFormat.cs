namespace KeyAccount.Tool.Tables;

/// <summary>The format of the numbers of a table; unspecified parts are inferred from the column.</summary>
internal sealed record NumberFormat
{
    /// <summary>The decimal mark, '.' or ','; null to tell it from the column.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>Whether 千, 万, 百万 and 亿 after a number multiply it.</summary>
    public bool HasChineseUnits { get; init; }
}
