using System.Globalization;
using System.Text;

namespace KeyAccount.Packages.Tests.Readmes;

/// <summary>Small files of purchases, in the two forms the READMEs speak of.</summary>
internal static class Purchases
{
    private const string Rows = """
        账户甲,2025-01-15,800.00
        账户乙,2025-03-01,150.00
        账户丙,2025-07-31,30.00
        账户甲,2025-12-31,19.99
        """;

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static void Write(string path) => File.WriteAllText(path, $"account_id,date,amount\n{Rows}\n");

    /// <summary>Enough accounts for a model of purchases: 300, each with its own rhythm, every third of which falls silent.</summary>
    public static void WriteMany(string path)
    {
        var text = new StringBuilder("account_id,date,amount\n");
        for (var i = 0; i < 300; i++)
        {
            var day = new DateOnly(2025, 1, 1).AddDays(i % 180);
            var last = i % 3 == 0 ? day.AddDays(i % 97) : new DateOnly(2026, 6, 30);
            for (var order = 0; day <= last; order++, day = day.AddDays(20 + (i % 41) + (order * 7 % 5 * 6)))
                text.Append(CultureInfo.InvariantCulture, $"{i:000},{day:yyyy-MM-dd},{(900 + (i * 37 % 800)) * (100 + (((i * 31) + (order * 53)) % 61)) / 100m}\n");
        }

        File.WriteAllText(path, text.ToString());
    }

    public static void WriteChinese(string path) => File.WriteAllText(path, $"客户,日期,金额\n{Rows}\n", Gb18030);
}
