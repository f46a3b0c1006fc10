using System.Text;
using System.Text.RegularExpressions;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Purchases;

/// <summary>Whatever a refusal advises is followed, and works.</summary>
public sealed class PurchaseAdviceTests : IDisposable
{
    private const string Header = "account_id,date,amount\n";

    private readonly TemporaryFolder _folder = new();

    static PurchaseAdviceTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string, string[]> Texts => new()
    {
        { "account_id;amount\nA;1,234\nB;2,500\n", "--decimal .", [] },
        { "account_id;amount\nA;1,234\nB;2,500\n", "--decimal ,", [] },
        { "account_id;amount\nA;1,50\nB;2.50\n", "--decimal ,", ["--skip-bad-rows"] },
        { "account_id;amount\nA;1,50\nB;2.50\n", "--decimal .", ["--skip-bad-rows"] },
        { "account_id;amount\nA;1,50\nB;2.50\n", "--skip-bad-rows", ["--decimal", "."] },
        { Header + "A,01/02/2025,1\nB,03/04/2025,2\n", "--date-format d/M/yyyy", [] },
        { Header + "A,01/02/2025,1\nB,03/04/2025,2\n", "--date-format M/d/yyyy", [] },
        { Header + "A,01/02/25,1\n", "--date-format yy/M/d", [] },
        { Header + "A,31/12/2025,1\nB,12/31/2025,2\n", "--date-format d/M/yyyy", ["--skip-bad-rows"] },
        { Header + "A,31/12/2025,1\nB,12/31/2025,2\n", "--date-format M/d/yyyy", ["--skip-bad-rows"] },
        { Header + "A,45688,1\nB,45689,2\n", "--date-format excel", [] },
        { Header + "A,1738281600,1\nB,1738281601,2\n", "--date-format unix", [] },
        { Header + "A,2025-01-31,12.5万\nB,2025-01-31,3万\n", "--units zh", [] },
        { "account_id,date,金额(万元)\nA,2025-01-31,12.5\nB,2025-01-31,3\n", "--units zh", ["--amount-column", "金额(万元)"] },
        { Header + "A,2025-01-31,1\nB,2025-01-31,x\n", "--skip-bad-rows", [] },
        { Header + "\"Harbour \"Steel\" Ltd\",2025-01-31,1\n", "--quoting literal", [] },
        { Header + "\"Harbour,2025-01-31,1\n", "--quoting literal", [] },
        { Header + "\"A,2025-01-01,5\nB,2025-01-01,6\n\"C\",2025-01-01,7\n", "--quoting literal", [] },
        { Header + "A,2025-01-31,100.25\nB,2025-01-31,50.50\nC,2025-01-31,25.25\nTotal,,176.00\n", "--totals leave-out", [] },
        { Header + "A,2025-01-31,100.25\nB,2025-01-31,50.50\nC,2025-01-31,25.25\nTotal,2025-12-31,176.00\n", "--totals keep", [] },
        { "account_id,date,amount,currency\nA,2025-01-31,1,EUR\nB,2025-01-31,2,USD\n", "--only-currency EUR", [] },
        { "customer,date,amount\nA,2025-01-31,1\n", "--account-column customer", [] },
        { "account_id,date,value\nA,2025-01-31,1\n", "--amount-column value", [] },
        { "account_id,day,amount\nA,2025-01-31,1\n", "--date-column day", ["--from", "2025-01-01"] },
        { "account_id,date,amount,amount,net\nA,2025-01-31,1,1,2\n", "--amount-column net", [] },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Texts))]
    public void Advice_for_a_text_works_in_grade_and_in_review(string csv, string advice, string[] with) => FollowBoth(_folder.Write("purchases.csv", csv), advice, with);

    [Theory]
    [InlineData("windows-1252", "Aciérie Générale", "Müller & Söhne", "windows-1252")]
    [InlineData("iso-8859-1", "Aciérie Générale", "Señor Núñez", "windows-1252")]
    [InlineData("macintosh", "Aciérie Générale", "Müller", "macintosh")]
    [InlineData("ibm850", "Aciérie Générale", "Müller", "ibm850")]
    [InlineData("windows-1250", "Łódź Żółć", "Příbram Škoda", "windows-1250")]
    [InlineData("windows-1251", "Северсталь", "Газпром нефть", "windows-1251")]
    [InlineData("GB18030", "港湾钢铁", "上海机床厂有限公司", "GB18030")]
    [InlineData("Big5", "臺灣機械股份有限公司", "鋼鐵工業", "Big5")]
    [InlineData("shift_jis", "株式会社トヨタ", "日本製鉄", "shift_jis")]
    [InlineData("euc-kr", "현대자동차", "삼성전자 주식회사", "euc-kr")]
    public void The_encoding_that_is_advised_mangles_no_name(string encoding, string first, string second, string advised)
    {
        var file = _folder.Write("purchases.csv", Encoding.GetEncoding(encoding).GetBytes($"{Header}{first},2025-01-31,2\n{second},2025-01-31,1\n"));
        var advice = $"--encoding {advised}";
        ToolRun.Of("grade", file).FailsInOneLine().Should().Contain($"{advice} reads '{first}");
        JsonReport.Parse(ToolRun.Of(["grade", file, "--format", "json", .. advice.Split(' ')]).Succeeds()).Ids.Should().Equal(first, second);
    }

    [Fact]
    public void Two_currencies_are_converted_by_the_table_that_is_advised()
    {
        var file = _folder.Write("purchases.csv", "account_id,date,amount,currency\nA,2025-01-31,100,EUR\nB,2025-02-01,100,CNY\n");
        ToolRun.Of("grade", file).FailsInOneLine().Should().Contain("--rates FILE with --currency").And.Contain("(date, from, to, rate)");
        var rates = _folder.Write("rates.csv", "date,from,to,rate\n2025-01-02,CNY,EUR,0.125\n");
        JsonReport.Parse(ToolRun.Of("grade", file, "--rates", rates, "--currency", "EUR", "--format", "json").Succeeds()).Accounts
            .Select(account => (account.Id, account.Revenue)).Should().Equal(("A", 100m), ("B", 12.5m));
    }

    [Fact]
    public void Look_alikes_are_merged_by_the_table_that_is_advised()
    {
        var file = _folder.Write("purchases.csv", Header + "ACME Ltd,2025-01-31,100\nAcme  Ltd.,2025-01-31,50\nB,2025-01-31,10\n");
        var run = ToolRun.Of("grade", file, "--format", "json", "--lang", "en");
        run.Notes.Should().Contain("1 group of names look alike: 'ACME Ltd' = 'Acme  Ltd.'. --aliases FILE (from, to) counts them as one.");
        var aliases = _folder.Write("aliases.csv", "from,to\nAcme  Ltd.,ACME Ltd\nNobody,ACME Ltd\n");
        var merged = ToolRun.Of("grade", file, "--aliases", aliases, "--format", "json", "--lang", "en");
        JsonReport.Parse(merged.Succeeds()).Accounts.Select(account => (account.Id, account.Revenue)).Should().Equal(("ACME Ltd", 150m), ("B", 10m));
        merged.Notes.Should().NotContain(note => note.Contains("alike")).And.Contain("1 name of --aliases is not in the files.");
    }

    [Fact]
    public void Every_option_that_a_refusal_names_is_an_option_of_both_commands()
    {
        string[] help = [ToolRun.Of("grade", "--help").Succeeds(), ToolRun.Of("review", "--help").Succeeds()];
        foreach (var row in Texts)
        {
            var run = ToolRun.Of("grade", _folder.Write("purchases.csv", row.Data.Item1));
            foreach (var option in Regex.Matches(run.Error, "--[a-z][a-z-]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).Where(option => option != "--help"))
                help.Should().OnlyContain(text => text.Contains(option), "{0} is advised", option);
        }
    }

    // What is said without the advice must name it; with it, the command does what was asked.
    private static void FollowBoth(string file, string advice, string[] with)
    {
        string[] beside = [.. with.Where(option => option != "--skip-bad-rows")];
        var before = ToolRun.Of(["grade", file, .. beside]);
        before.ExitCode.Should().Be(2);
        before.Error.Should().Contain(advice.Contains("-column", StringComparison.Ordinal) ? advice.Split(' ')[0] : advice);
        ToolRun.Of(["grade", file, .. with, .. advice.Split(' '), "--format", "csv"]).ExitCode.Should().Be(0);
        if (File.ReadLines(file).First().Contains("date", StringComparison.Ordinal) || advice.StartsWith("--date-column", StringComparison.Ordinal))
            ToolRun.Of(["review", "--purchases", file, .. with, .. advice.Split(' '), "--key-account", "100", "--format", "csv"]).ExitCode.Should().Be(0);
    }
}
