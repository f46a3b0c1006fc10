using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Sql;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

public class SqlCommandTests
{
    public static TheoryData<string> Dialects => [.. SqlDialect.All.Select(each => each.Name)];

    [Theory, MemberData(nameof(Dialects))]
    public void A_draft_is_a_map_that_every_dialect_takes(string dialect)
    {
        using var folder = new TemporaryFolder();
        foreach (var (model, of) in ((string, string[])[])[("accountValue.standard", ["score", "band"]), ("winback.rfm", ["rule_id", "advice"])])
        {
            var map = folder.Of("map.json");
            ToolRun.Of("sql", model, "--draft", "--out", map).Succeeds();
            ToolRun.Of("sql", model, "--dialect", dialect, "--columns", map).Succeeds().Should().ContainAll([.. of.Select(each => $"AS {each}")])
                .And.EndWith(";\n").And.StartWith("SELECT");
            ToolRun.Of("sql", model, "--dialect", dialect, "--columns", map, "--view", "crm.scored").Succeeds().Should().StartWith("CREATE").And.Contain("scored");
        }
    }

    [Fact]
    public void A_model_of_dbt_reads_what_dbt_puts_there()
    {
        using var folder = new TemporaryFolder();
        var map = folder.Of("map.json");
        ToolRun.Of("sql", "accountValue.standard", "--draft", "--out", map).Succeeds();
        ToolRun.Of("sql", "accountValue.standard", "--dialect", "spark", "--columns", map, "--table", "ref(accounts)").Succeeds().Should().Contain("FROM {{ ref('accounts') }}")
            .And.NotEndWith(";\n", "dbt writes a statement around it");
        var named = folder.Write("named.json", File.ReadAllText(map).Replace("\"column\": \"", "\"column\": \"{{ env_var('X') }}", StringComparison.Ordinal));
        ToolRun.Of("sql", "accountValue.standard", "--dialect", "spark", "--columns", named, "--table", "ref(accounts)").Fails().Should().Contain("dbt would compute the name {{ env_var('X') }}");
        File.WriteAllBytes(folder.Of("latin.json"), [.. "{ \"keep\": [\"Gesch"u8, 0xE4, .. "ft\"] }"u8]);
        ToolRun.Of("sql", "accountValue.standard", "--dialect", "spark", "--columns", folder.Of("latin.json")).Fails().Should().Contain("the byte at 17 is not UTF-8; save the file with the encoding UTF-8.");
        ToolRun.Of("sql", "accountValue.standard", "--dialect", "spark", "--columns", map, "--of", "bands").Succeeds().Should().Contain("GROUP BY ka_place");
        ToolRun.Of("sql", "accountValue.standard", "--dialect", "spark", "--columns", map, "--of", "out-of-range").Succeeds().Should().Contain("AS `creditDays`");
    }

    [Fact]
    public void What_is_wrong_with_a_map_is_told_at_once_and_a_view_has_a_name_of_its_own()
    {
        using var folder = new TemporaryFolder();
        var map = folder.Of("map.json");
        ToolRun.Of("sql", "accountValue.standard", "--draft", "--out", map).Succeeds();
        var wrong = folder.Write("wrong.json", File.ReadAllText(map).Replace("\"CreditDays\"", "\"CreditDay\"", StringComparison.Ordinal).Replace("\"keep\"", "\"keeps\"", StringComparison.Ordinal));
        ToolRun.Of("sql", "accountValue.standard", "--dialect", "clickhouse", "--columns", wrong, "--table", "a.b.c").Fails().Should().ContainAll(
            "3 faults", "keeps: it must be one of table, keep, columns", "is it what is called columns[\"CreditDay\"]?", "table: it is a.b.c; the name has three parts, and ClickHouse takes at most two here");
        ToolRun.Of("sql", "accountValue.standard", "--dialect", "sqlserver", "--columns", map, "--view", "db.dbo.scored").Fails().Should()
            .Contain("--view: it is db.dbo.scored; the name has three parts, and SQL Server takes at most two here.");
        ToolRun.Of("sql", "winback.rfm", "--draft", "--out", map).Succeeds();
        ToolRun.Of("sql", "winback.rfm", "--dialect", "duckdb", "--columns", map, "--view", "Accounts").Fails().Should()
            .Contain("--view: it is Accounts; the view reads the table of that name; give the view another name.");
        ToolRun.Of("sql", "winback.rfm", "--dialect", "duckdb", "--columns", map, "--view", "ref(scored)").Fails().Should().Contain("--view: it is ref(scored); dbt makes its views itself");
        ToolRun.Of("sql", "winback.rfm", "--dialect", "bigquery", "--columns", map, "--table", "`p.d.accounts`").Fails().Should().Contain("with no backticks or brackets");
    }

    [Fact]
    public void Advice_that_is_more_than_a_name_is_told_to_be_left_out()
    {
        using var folder = new TemporaryFolder();
        var map = folder.Of("map.json");
        var left = 0;
        foreach (var table in ModelCatalog.Of(new ReviewModels()).OfType<IDecisionTable>())
        {
            if (ToolRun.Of("sql", table.Id, "--draft", "--out", map) is not { ExitCode: 0 }
                || ToolRun.Of("sql", table.Id, "--dialect", "duckdb", "--columns", map) is not { ExitCode: 0 } run)
                continue;
            if (run.Output.Contains("AS advice", StringComparison.Ordinal))
            {
                run.Error.Should().BeEmpty();
                continue;
            }

            var note = run.Notes.Should().ContainSingle().Subject;
            note.Should().StartWith("the statement names the rules and leaves out their advice").And.EndWith($"keyaccount table {table.Id} --format csv lists it by the id of the rule.");
            run.Output.Should().StartWith($"-- {note}\nSELECT");
            ToolRun.Of("sql", table.Id, "--dialect", "duckdb", "--columns", map, "--quiet").Error.Should().BeEmpty();
            var grid = ToolRun.Of("table", table.Id, "--format", "csv").Succeeds();
            table.Settings.Rules!.Should().OnlyContain(rule => grid.Contains(rule.Id, StringComparison.Ordinal));
            left++;
        }

        left.Should().BeGreaterThan(3);
    }

    [Fact]
    public void The_model_may_have_settings_of_its_own()
    {
        using var folder = new TemporaryFolder();
        var (map, settings) = (folder.Of("map.json"), folder.Write("settings.json", """{ "accountValue.standard": { "bands": { "A": 71.5 } } }"""));
        ToolRun.Of("sql", "accountValue.standard", "--draft", "--out", map).Succeeds();
        ToolRun.Of("sql", "accountValue.standard", "--dialect", "duckdb", "--columns", map, "--settings", settings).Succeeds().Should().Contain("71.5E0");
    }

    [Fact]
    public void Every_fault_of_the_map_is_told_by_its_place()
    {
        using var folder = new TemporaryFolder();
        var map = folder.Write("map.json", """{ "table": "t", "columns": { "CreditDays": { "column": "c", "type": "text" }, "GrossMarginRate": { "column": "g", "unit": "Points" } } }""");
        ToolRun.Of("sql", "accountValue.standard", "--dialect", "snowflake", "--columns", map).Fails().Should().ContainAll(
            map + ": 11 faults:", "columns[\"CreditDays\"]: the column c has the type text, and the fact needs ", "columns[\"GrossMarginRate\"]: the column g is stated in Points, but the fact is in Fraction; convert it in a view",
            "columns[\"NetProfit\"]: no column is named for it, and caps[");
        ToolRun.Of("sql", "accountValue.standard", "--dialect", "spark", "--columns", folder.Write("wrong.json", """{ "columns": 3 }""")).Fails()
            .Should().ContainAll("columns: it must be an object", "table: it is missing");
    }

    [Fact]
    public void What_is_missing_on_the_command_line_is_told_with_the_way_out()
    {
        using var folder = new TemporaryFolder();
        var map = folder.Of("map.json");
        ToolRun.Of("sql", "winback.rfm", "--draft", "--out", map).Succeeds();
        var unknown = ToolRun.Of("sql", "no.such").Fails();
        unknown.Should().Contain("there is no scorecard or decision table 'no.such'; it must be one of accountValue.standard, ").And.MatchRegex(@" and \d+ more \(keyaccount models lists all\)\.");
        unknown.Length.Should().BeLessThan(500);
        ToolRun.Of("models").Succeeds().Should().Contain("winback.rfm");
        ToolRun.Of("sql", "accountValue.Standard").Fails().Should().Contain(" Is it accountValue.standard?");
        foreach (var (option, value) in ((string, string)[])[("--dialect", "spark"), ("--columns", map), ("--table", "t"), ("--view", "v"), ("--of", "bands")])
            ToolRun.Of("sql", "accountValue.standard", "--draft", option, value).Fails().Should().Contain($"--draft prints a MAP.json, and {option} is about a statement; leave out one of the two.");
        ToolRun.Of("sql", "winback.rfm").Fails().Should().Contain("--dialect says which engine runs it: postgresql, sqlite, sqlserver, duckdb, clickhouse, spark, snowflake, bigquery.");
        ToolRun.Of("sql", "winback.rfm", "--dialect", "oracle").Fails().Should().Contain("--dialect 'oracle' is not one of postgresql");
        ToolRun.Of("sql", "winback.rfm", "--dialect", "spark").Fails().Should().Contain("--columns MAP.json says which column holds which fact; --draft prints one to begin with.");
        ToolRun.Of("sql", "winback.rfm", "--dialect", "spark", "--columns", map, "--of", "bands").Fails().Should().Contain("--of is for scorecards, and winback.rfm is a decision table.");
        ToolRun.Of("sql", "winback.rfm", "--dialect", "spark", "--columns", map, "--table", "a..b").Fails().Should().Contain("--table: it is 'a..b'; it must be a name such as accounts");
        ToolRun.Of("sql", "winback.rfm", "--dialect", "spark", "--columns", map, "--out", map).Fails().Should().Contain("is the file that is read; name another file.");
    }
}
