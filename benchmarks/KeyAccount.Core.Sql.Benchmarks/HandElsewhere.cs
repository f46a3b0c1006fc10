using System.Text.RegularExpressions;

namespace KeyAccount.Core.Sql.Benchmarks;

/// <summary>The hand-written count by band, as a person would write it for DuckDB and for ClickHouse.</summary>
internal static partial class HandElsewhere
{
    public static string OnDuckDb(string table) => EntityFrameworkCore.Benchmarks.Hand.OnPostgreSql
        .Replace("OFFSET 0", "", StringComparison.Ordinal).Replace("\"Accounts\") a", $"{table}) a", StringComparison.Ordinal);

    // ClickHouse 18.16 has neither :: nor a CASE that compares, and calls what it takes for text.
    public static string OnClickHouse(string table)
    {
        var text = OnDuckDb(table).Replace("\"NetProfit\"", "toFloat64(\"NetProfit\")", StringComparison.Ordinal);
        text = TypedNumber().Replace(text, "${number}");
        text = TypedColumn().Replace(text, "toFloat64(${column})");
        return Compared().Replace(text, "multiIf(${m} = 1, 0, ${m} = 2, 30, ${m} = 3, 65, ${m} = 4, 100, NULL)").Replace("LEAST(", "least(", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<number>\d[\d.]*(?:E[+-]\d+)?)::float8", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex TypedNumber();

    [GeneratedRegex(@"(?<column>\w+|\([^()]*\))::float8", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex TypedColumn();

    [GeneratedRegex(@"CASE (?<m>m\d) WHEN 1 THEN 0 WHEN 2 THEN 30 WHEN 3 THEN 65 WHEN 4 THEN 100 END", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Compared();
}
