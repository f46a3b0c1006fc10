using System.Text;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests;

/// <summary>Nothing that a program reads depends on the language of the machine.</summary>
public class CultureTests
{
    private const string Csv = """
        ACCOUNT_ID,DATE,AMOUNT
        İstanbul,2025-01-31,1234.50
        ıspanak,2025/1/31,-0.25
        客户,2025年1月31日,1000000

        """;

    public static TheoryData<string> Cultures => ["tr-TR", "de-DE", "ar-SA", "fa-IR", "th-TH", "zh-TW", "sv-SE"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Json_and_csv_are_the_same_under_every_culture(string culture)
    {
        foreach (var format in new[] { "json", "csv" })
        {
            var expected = Grade(format);
            using var scope = new CultureScope(culture);
            Grade(format).Should().Be(expected);
            Grade(format.ToUpperInvariant()).Should().Be(expected, "letter case is that of no culture");
        }

        static string Grade(string format) => Graded.Run(
            Csv, "--format", format, "--rule", "INCLUSIVE", "--cuts", "0.5,0.999", "--from", "2025-01-31", "--to", "2025-01-31", "--account", "account_id").Succeeds();
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Tables_in_one_language_are_the_same_under_every_culture(string culture)
    {
        foreach (var language in new[] { "en", "zh-Hans", "zh-Hant" })
        {
            var expected = (Graded.Run(Csv, "--lang", language).Succeeds(), ToolRun.Of("review", "--lang", language).Succeeds());
            using var scope = new CultureScope(culture);
            (Graded.Run(Csv, "--lang", language).Succeeds(), ToolRun.Of("review", "--lang", language).Succeeds()).Should().Be(expected);
            Graded.Run(Csv, "--lang", language.ToUpperInvariant()).Succeeds().Should().Be(expected.Item1);
        }
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Errors_are_the_same_under_every_culture(string culture)
    {
        var expected = Errors();
        using var scope = new CultureScope(culture);
        Errors().Should().Be(expected);

        static string Errors() => new StringBuilder()
            .Append(Graded.Run("account_id,date,amount\nA,2025-01-01,12x\nB,32.01.2025,1\n").Fails().AboutFile())
            .Append(ToolRun.Of("grade", "x.csv", "--cuts", "0.9,0.8").Fails())
            .Append(ToolRun.Of("grade", "x.csv", "--cuts", "-0.5,0.8").Fails())
            .Append(ToolRun.Of("grade", "x.csv", "--from", "31.01.2025").Fails())
            .Append(ToolRun.Of("grade", "x.csv", "--rule", "ınclusive").Fails())
            .Append(Graded.Run($"{Graded.Header}A,2025-01-01,9999999999999999999999999999\nB,2025-01-01,0.0000000000000000000000000001\n").Fails().AboutFile())
            .ToString();
    }

    [Theory]
    [InlineData("de-DE", "1,234.5", "1234.5")]
    [InlineData("de-DE", "1234.5", "1234.5")]
    [InlineData("en-US", "1.234,5", "1234.5")]
    [InlineData("ar-SA", "123", "123")]
    [InlineData("sv-SE", "-5", "-5")]
    [InlineData("en-US", "\u22125", "-5")]
    public void An_amount_is_read_as_it_is_written_and_not_as_the_machine_would(string culture, string amount, string read)
    {
        using var scope = new CultureScope(culture);
        Graded.Report($"account_id,amount\nA,\"{amount}\"\n")["A"].Should().Be(decimal.Parse(read, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void An_amount_with_two_readings_is_not_read_as_the_machine_would()
    {
        using var scope = new CultureScope("de-DE");
        Graded.Run("account_id,amount\nA,\"1,234\"\n").FailsInOneLine().Should().Contain("'1,234' (line 2) can be 1234 (--decimal .) or 1.234 (--decimal ,)");
    }
}
