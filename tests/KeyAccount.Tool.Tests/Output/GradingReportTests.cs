using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Output;

public class GradingReportTests
{
    private const string Portfolio = """
        Moss Paper,2025-01-01,24700
        Harbour Steel,2025-01-01,812400.50
        Alder Cement,2025-01-01,41000.0
        Tianhe Pumps,2025-01-01,100000
        Tianhe Pumps,2025-02-01,21900
        Oldcastle Forge,2025-02-01,-5.05

        """;

    public static TheoryData<string> Ids =>
    [
        "客户", "漢字𠮷", "the \"old\" works", "back\\slash", "\\u0041", "a/b", "<script>&amp;'", "a,b", "two\nlines", "two\r\nlines", "tab\there", "\u0001\u001f\u007f",
        "\u001b[2J", "\u202eabc", "\u2067a\u2069\u200fb\u061c", "a\u2028b\u2029c", "\ufeffx", "😀👨‍👩‍👧‍👦", "[red]x[/]", "[[", "=1+1", "null", "1", "\"", "''", "e\u0301", "ß", "\ue000\uffff",
    ];

    [Fact]
    public void The_json_is_the_one_that_is_promised_to_the_letter()
    {
        WithoutReading(Graded.Run(Graded.Header + Portfolio, "--format", "json").Succeeds().ReplaceLineEndings("\n")).Should().Be("""
            {
              "rule": "crossing",
              "cuts": {
                "a": 0.80,
                "b": 0.95
              },
              "total": 1000000.50,
              "gini": 0.6888000555999721,
              "herfindahl": 0.6771445952554854,
              "shareOfLargest": {
                "1": 0.8124000937999531,
                "5": 1
              },
              "tiers": {
                "A": 1,
                "B": 2,
                "C": 2
              },
              "accounts": [
                {
                  "id": "Harbour Steel",
                  "revenue": 812400.50,
                  "share": 0.8124000937999531,
                  "cumulativeShare": 0.8124000937999531,
                  "rank": 1,
                  "tier": "A"
                },
                {
                  "id": "Tianhe Pumps",
                  "revenue": 121900,
                  "share": 0.12189993905003048,
                  "cumulativeShare": 0.9343000328499835,
                  "rank": 2,
                  "tier": "B"
                },
                {
                  "id": "Alder Cement",
                  "revenue": 41000.0,
                  "share": 0.04099997950001025,
                  "cumulativeShare": 0.9753000123499939,
                  "rank": 3,
                  "tier": "B"
                },
                {
                  "id": "Moss Paper",
                  "revenue": 24700,
                  "share": 0.024699987650006174,
                  "cumulativeShare": 1,
                  "rank": 4,
                  "tier": "C"
                },
                {
                  "id": "Oldcastle Forge",
                  "revenue": -5.05,
                  "share": 0,
                  "cumulativeShare": 1,
                  "rank": 5,
                  "tier": "C"
                }
              ]
            }

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_csv_is_the_one_that_is_promised_to_the_letter() =>
        Graded.Run(Graded.Header + Portfolio, "--format", "csv").Succeeds().Should().Be("""
            id,revenue,share,cumulativeShare,rank,tier
            Harbour Steel,812400.50,0.8124000937999531,0.8124000937999531,1,A
            Tianhe Pumps,121900,0.12189993905003048,0.9343000328499835,2,B
            Alder Cement,41000.0,0.04099997950001025,0.9753000123499939,3,B
            Moss Paper,24700,0.024699987650006174,1,4,C
            Oldcastle Forge,-5.05,0,1,5,C

            """.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("crossing", "0.5,0.9")]
    [InlineData("inclusive", "0.5,0.9")]
    [InlineData("head-count", "0.25,0.5")]
    public void The_json_has_the_keys_of_the_promise_in_its_order(string rule, string cuts)
    {
        using var document = JsonDocument.Parse(Graded.Run(Graded.Header + Portfolio, "--format", "json", "--rule", rule, "--cuts", cuts).Succeeds());
        Keys(document.RootElement).Should().Equal("rule", "cuts", "total", "gini", "herfindahl", "shareOfLargest", "tiers", "reading", "accounts");
        Keys(document.RootElement.GetProperty("cuts")).Should().Equal("a", "b");
        Keys(document.RootElement.GetProperty("tiers")).Should().Equal("A", "B", "C");
        foreach (var account in document.RootElement.GetProperty("accounts").EnumerateArray())
            Keys(account).Should().Equal("id", "revenue", "share", "cumulativeShare", "rank", "tier");
        document.RootElement.GetProperty("rule").GetString().Should().Be(rule);
        document.RootElement.GetProperty("cuts").GetProperty("a").GetRawText().Should().Be(cuts.Split(',')[0]);
        document.RootElement.GetProperty("cuts").GetProperty("b").GetRawText().Should().Be(cuts.Split(',')[1]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_json_keeps_every_id_unchanged(string id)
    {
        var json = Graded.Run(Csv(id), "--format", "json").Succeeds();
        JsonReport.Parse(json).Ids.Should().Equal(id);
        json.ReplaceLineEndings("\n").Should().NotMatchRegex(@"[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069]", "what steers a terminal is escaped");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_csv_keeps_every_id_but_those_a_spreadsheet_would_run(string id) =>
        ReadBack(Graded.Run(Csv(id), "--format", "csv").Succeeds()).Should().Equal((id == "=1+1" ? "'=1+1" : id, "5", "1", "1", "1", "A"));

    [Theory]
    [InlineData("=1+1", true)]
    [InlineData("+1", true)]
    [InlineData("-1", true)]
    [InlineData("@a", true)]
    [InlineData("a=1", false)]
    [InlineData("'a", false)]
    public void An_id_that_a_spreadsheet_would_run_has_an_apostrophe_before_it(string id, bool isFormula)
    {
        var csv = Graded.Run($"{Graded.Header}{id},2025-01-01,-5\n", "--format", "csv").Succeeds();
        csv.Should().EndWith($"\n{(isFormula ? $"\"'{id}\"" : id)},-5,0,0,1,C\n", "and a number stays a number");
    }

    // What is escaped, and what was written so, stay two accounts.
    [Fact]
    public void No_two_ids_become_one()
    {
        string[] ids = ["=1", "'=1", "''=1", "'", "''", "'a", "-1", "'-1", "@", "'@"];
        var csv = Graded.Run(Graded.Header + string.Concat(ids.Select(id => $"{id},2025-01-01,5\n")), "--format", "csv").Succeeds();
        var read = csv.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')[0].Trim('"')).ToArray();
        read.Should().HaveCount(ids.Length).And.OnlyHaveUniqueItems();
        read.Should().BeEquivalentTo(ids.Select(id => id.TrimStart('\'') is ['=' or '-' or '@', ..] ? $"'{id}" : id));
    }

    [Fact]
    public void Chinese_stands_in_the_json_as_it_is_written() => Graded.Run(Csv("上海机床厂"), "--format", "json").Succeeds().Should().Contain("\"id\": \"上海机床厂\"");

    [Fact]
    public void Both_keep_an_id_of_ten_thousand_characters()
    {
        var id = string.Concat(Enumerable.Range(0, 2_500).Select(i => "x客\"" + (char)('a' + (i % 26))));
        JsonReport.Parse(Graded.Run(Csv(id), "--format", "json").Succeeds()).Ids.Should().Equal(id);
        ReadBack(Graded.Run(Csv(id), "--format", "csv").Succeeds()).Single().Id.Should().Be(id);
    }

    [Theory]
    [InlineData("9999999999999999999999999999")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("1234567890123456.789012345678")]
    [InlineData("12.30")]
    [InlineData("-0.10")]
    [InlineData("0.00")]
    public void Revenue_is_exact_in_both(string amount)
    {
        using var document = JsonDocument.Parse(Graded.Run($"{Graded.Header}A,2025-01-01,{amount}\n", "--format", "json").Succeeds());
        document.RootElement.GetProperty("accounts")[0].GetProperty("revenue").GetRawText().Should().Be(amount);
        var total = document.RootElement.GetProperty("total").GetRawText();
        if (decimal.Parse(amount) > 0)
            total.Should().Be(amount);
        else
            decimal.Parse(total).Should().Be(0);
        ReadBack(Graded.Run($"{Graded.Header}A,2025-01-01,{amount}\n", "--format", "csv").Succeeds()).Single().Revenue.Should().Be(amount);
    }

    [Fact]
    public void Accounts_stand_in_rank_order_and_equal_revenue_shares_its_rank()
    {
        var report = Graded.Rows("d,2025-01-01,1\nb,2025-01-01,2\na,2025-01-01,1\nc,2025-01-01,2\ne,2025-01-01,0\nf,2025-01-01,-1\n");
        report.Accounts.Select(account => (account.Id, account.Rank)).Should().Equal(("b", 1), ("c", 1), ("a", 3), ("d", 3), ("e", 5), ("f", 6));
        report.Accounts.Select(account => account.CumulativeShare).Should().BeInAscendingOrder();
        report.Accounts.Sum(account => account.Share).Should().BeApproximately(1, 1e-12);
    }

    [Fact]
    public void Json_and_csv_say_the_same()
    {
        var rows = Graded.Header + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"k{i * 31 % 977},2025-01-01,{(i * 7919 % 1_000_003) - 2_000}.{i % 100:00}\n"));
        var json = JsonReport.Parse(Graded.Run(rows, "--format", "json").Succeeds());
        ReadBack(Graded.Run(rows, "--format", "csv").Succeeds()).Select(row => new JsonAccount(
                row.Id, decimal.Parse(row.Revenue), double.Parse(row.Share), double.Parse(row.CumulativeShare), int.Parse(row.Rank), row.Tier))
            .Should().Equal(json.Accounts);
        json.Counts.Should().Be((json.Tiers.Count(t => t == 'A'), json.Tiers.Count(t => t == 'B'), json.Tiers.Count(t => t == 'C')));
    }

    [Fact]
    public void The_json_says_how_the_file_was_read_and_where_every_row_has_gone()
    {
        const string csv = "Report\naccount_id;date;amount\nA;31.01.2025;1.234,50\nA;31.01.2025;1.234,50\n;;\nB;01.02.2025;-200,00\nB;02.02.2025;0,00\nC;31.12.2024;7,25\naccount_id;date;amount\nD;x;99,00\n";
        using var document = JsonDocument.Parse(Graded.Run(csv, "--format", "json", "--from", "2025-01-01", "--skip-bad-rows").Output);
        var reading = document.RootElement.GetProperty("reading");
        JsonSerializer.Serialize(reading).Should().Be(
            """
            {"files":[{"name":"purchases.csv","decided":"semicolon, UTF-8, 1.234,56, d.M.yyyy","rows":6,"emptyRows":1,"repeatedHeaders":1}],"rows":6,
            "countedRows":4,"countedMoney":2269.00,"negativeRows":1,"negativeMoney":-200.00,"zeroRows":1,"outsidePeriodRows":1,"outsidePeriodMoney":7.25,
            "returnsLeftOutRows":0,"returnsLeftOutMoney":0,"totalsLeftOutRows":0,"totalsLeftOutMoney":0,"otherCurrenciesRows":0,"otherCurrenciesMoney":0,
            "skippedRows":1,"skippedMoney":99.00,"skippedWithoutMoney":0,"repeatedRows":1,"repeatedMoney":1234.50,"currencies":[],
            "firstDate":"2024-12-31","lastDate":"2025-02-02","lookAlikes":[]}
            """.ReplaceLineEndings(""));
        reading.GetProperty("countedRows").GetInt32().Should().Be(6 - 1 - 1, "every row is counted, outside the period or skipped");
    }

    private static string WithoutReading(string json) => Regex.Replace(json, @"  ""reading"": \{.*?\n  \},\n", "", RegexOptions.Singleline, TimeSpan.FromSeconds(1));

    private static string Csv(string id) => $"account_id,amount\n\"{id.Replace("\"", "\"\"")}\",5\n";

    private static IEnumerable<string> Keys(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static List<(string Id, string Revenue, string Share, string CumulativeShare, string Rank, string Tier)> ReadBack(string csv)
    {
        using var reader = CsvReader.Create(
            new StringReader(csv), new() { Separator = ',', MalformedData = CsvMalformedDataHandling.Throw, FieldCountMismatch = CsvFieldCountHandling.Throw });
        reader.ReadHeader();
        reader.Headers.Should().Equal("id", "revenue", "share", "cumulativeShare", "rank", "tier");
        var rows = new List<(string, string, string, string, string, string)>();
        while (reader.Read())
            rows.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5)));
        return rows;
    }
}
