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

    public static void WriteChinese(string path) => File.WriteAllText(path, $"客户,日期,金额\n{Rows}\n", Gb18030);
}
