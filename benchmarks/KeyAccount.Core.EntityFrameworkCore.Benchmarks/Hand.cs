using System.Text.RegularExpressions;

namespace KeyAccount.Core.EntityFrameworkCore.Benchmarks;

/// <summary>The count by band in SQL that a person wrote for this one model: the mark that the library is measured against.</summary>
internal static partial class Hand
{
    public static string OnPostgreSql { get; } =
        Text.Replace("FENCE", "OFFSET 0", StringComparison.Ordinal).Replace("NETPROFIT", "\"NetProfit\"", StringComparison.Ordinal);

    // SQLite keeps decimals as text, and numbers need no cast.
    public static string OnSqlite { get; } = TypedColumn().Replace(
        TypedNumber().Replace(
            Text.Replace("FENCE", "LIMIT -1 OFFSET 0", StringComparison.Ordinal)
                .Replace("NETPROFIT", "CAST(\"NetProfit\" AS REAL)", StringComparison.Ordinal)
                .Replace("LEAST(", "min(", StringComparison.Ordinal),
            "${number}"),
        "CAST(${column} AS REAL)");

    [GeneratedRegex(@"(?<number>\d[\d.]*(?:E[+-]\d+)?)::float8", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex TypedNumber();

    [GeneratedRegex(@"(?<column>\w+|\([^()]*\))::float8", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex TypedColumn();

    private const string Text = """
        SELECT place AS "Place", count(*) AS "Accounts" FROM (
         SELECT CASE WHEN score IS NULL THEN -1 ELSE LEAST(highest, CASE WHEN score >= 70 THEN 2 WHEN score >= 45 THEN 1 ELSE 0 END) END AS place FROM (
          SELECT CASE WHEN known >= 0.59999950000000002::float8 THEN floor(s/known*1000000::float8+0.5::float8)/1000000::float8 END AS score, highest FROM (
           SELECT CASE WHEN p1 IS NULL THEN 0::float8 ELSE 0.25::float8 END + CASE WHEN p2 IS NULL THEN 0::float8 ELSE 0.15::float8 END + CASE WHEN p3 IS NULL THEN 0::float8 ELSE 0.1::float8 END
                + CASE WHEN p4 IS NULL THEN 0::float8 ELSE 0.135::float8 END + CASE WHEN p5 IS NULL THEN 0::float8 ELSE 0.03::float8 END + CASE WHEN p6 IS NULL THEN 0::float8 ELSE 0.135::float8 END
                + CASE WHEN p7 IS NULL THEN 0::float8 ELSE 0.08::float8 END + CASE WHEN p8 IS NULL THEN 0::float8 ELSE 0.06::float8 END + CASE WHEN p9 IS NULL THEN 0::float8 ELSE 0.06::float8 END AS known,
              COALESCE(0.25::float8*p1,0)+COALESCE(0.15::float8*p2,0)+COALESCE(0.1::float8*p3,0)+COALESCE(0.135::float8*p4,0)+COALESCE(0.03::float8*p5,0)+COALESCE(0.135::float8*p6,0)
                +COALESCE(0.08::float8*p7,0)+COALESCE(0.06::float8*p8,0)+COALESCE(0.06::float8*p9,0) AS s, highest FROM (
            SELECT
             CASE WHEN m1 >= -1.7976931348623157E+308::float8 AND m1 <= 1.7976931348623157E+308::float8 THEN CASE WHEN m1 >= 1000000 THEN CASE WHEN m1 >= 5000000 THEN CASE WHEN m1 >= 10000000 THEN 100::float8 ELSE 90::float8 + (m1-5000000::float8)*2E-06::float8 END ELSE 60::float8 + (m1-1000000::float8)*7.5E-06::float8 END WHEN m1 >= 0 THEN CASE WHEN m1 >= 500000 THEN 35::float8 + (m1-500000::float8)*5E-05::float8 ELSE m1*7E-05::float8 END ELSE 0::float8 END END AS p1,
             CASE WHEN m2 >= -1.7976931348623157E+308::float8 AND m2 <= 1.7976931348623157E+308::float8 THEN CASE WHEN m2 >= 10 THEN CASE WHEN m2 >= 25 THEN CASE WHEN m2 >= 40 THEN 100::float8 ELSE 70::float8 + (m2-25::float8)*2::float8 END ELSE 30::float8+(m2-10::float8)*2.6666666666666665::float8 END WHEN m2 >= 0 THEN m2*3::float8 ELSE 0::float8 END END AS p2,
             CASE WHEN m3 >= -1.7976931348623157E+308::float8 AND m3 <= 1.7976931348623157E+308::float8 THEN CASE WHEN m3 >= 60 THEN CASE WHEN m3 >= 90 THEN CASE WHEN m3 >= 150 THEN 0::float8 ELSE 30::float8 + (m3-90::float8)*-0.5::float8 END ELSE 60::float8 - (m3-60::float8) END WHEN m3 >= 0 THEN CASE WHEN m3 >= 30 THEN 85::float8 + (m3-30::float8)*-0.83333333333333337::float8 ELSE 100::float8 + m3*-0.5::float8 END ELSE 100::float8 END END AS p3,
             CASE WHEN m4 >= -1.7976931348623157E+308::float8 AND m4 <= 1.7976931348623157E+308::float8 THEN CASE WHEN m4 >= 0 THEN CASE WHEN m4 >= 5 THEN CASE WHEN m4 >= 15 THEN 100::float8 ELSE 60::float8 + (m4-5::float8)*4::float8 END ELSE 30::float8+m4*6::float8 END WHEN m4 >= -5 THEN (m4+5::float8)*6::float8 ELSE 0::float8 END END AS p4,
             CASE WHEN m5 >= -1.7976931348623157E+308::float8 AND m5 <= 1.7976931348623157E+308::float8 THEN CASE WHEN m5 >= 5000000 THEN CASE WHEN m5 >= 10000000 THEN 100::float8 ELSE 80::float8+(m5-5000000::float8)*4E-06::float8 END WHEN m5 >= 0 THEN m5*1.6E-05::float8 ELSE 0::float8 END END AS p5,
             CASE WHEN m6 >= -1.7976931348623157E+308::float8 AND m6 <= 1.7976931348623157E+308::float8 THEN CASE WHEN m6 >= 0 THEN CASE WHEN m6 >= 20 THEN 100::float8 ELSE 50::float8+m6*2.5::float8 END WHEN m6 >= -20 THEN (m6+20::float8)*2.5::float8 ELSE 0::float8 END END AS p6,
             CASE m7 WHEN 1 THEN 0::float8 WHEN 2 THEN 30::float8 WHEN 3 THEN 65::float8 WHEN 4 THEN 100::float8 END AS p7,
             CASE m8 WHEN 1 THEN 0::float8 WHEN 2 THEN 30::float8 WHEN 3 THEN 65::float8 WHEN 4 THEN 100::float8 END AS p8,
             CASE m9 WHEN 1 THEN 0::float8 WHEN 2 THEN 30::float8 WHEN 3 THEN 65::float8 WHEN 4 THEN 100::float8 END AS p9,
             highest
            FROM (
             SELECT ap::float8 AS m1, 100::float8*gm AS m2, m3, 100::float8*mg AS m4, CASE WHEN cs::float8 > 10000000 THEN CASE WHEN ap::float8 > 10000000 THEN 0::float8 ELSE 10000000::float8-ap::float8 END ELSE cs::float8-ap::float8 END AS m5, 100::float8*bt AS m6, m7, m8, m9, highest FROM (
              SELECT "AnnualPurchases" AS ap,"GrossMarginRate" AS gm,"CreditDays" AS m3,"MarketGrowthRate" AS mg,"CategorySpend" AS cs,"BudgetTrend" AS bt,"IndustryInfluence" AS m7,"TechnicalSynergy" AS m8,"LongTermCommitment" AS m9,
              CASE WHEN "DebtOverdueDays" > 90 AND ("DebtOverdueDays" <= 1.7976931348623157E+308::float8 OR -"DebtOverdueDays" < "DebtOverdueDays") THEN 0 WHEN NETPROFIT < 0 THEN 1 ELSE 2 END AS highest
              FROM "Accounts") a
             FENCE) b
            FENCE) c
           FENCE) d
          FENCE) e
        ) f GROUP BY place
        """;
}
