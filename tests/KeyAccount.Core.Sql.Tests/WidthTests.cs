using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;

namespace KeyAccount.Core.Sql.Tests;

/// <summary>What is computed is as wide, and compared as exactly, as in memory, whatever the column is.</summary>
[Collection("engines")]
public sealed class WidthTests(Engines engines)
{
    private static readonly DecisionTable<Sizes, string> Rules = DecisionTable.For<Sizes, string>("sizes")
        .Rule("less", f => f.A - f.B < 0, "x")
        .Rule("negative", f => -f.A < 0, "x")
        .Rule("product", f => f.A * f.B * 1_000 > 3_000_000, "x")
        .Rule("sum", f => (f.A ?? 0) + (f.B ?? 0) > 254, "x")
        .Rule("chosen", f => (f.A > 2 ? f.A : 1) * 200 > 600, "x")
        .Rule("quotient", f => f.Large / 3_000_000_000L == 2, "x")
        .Rule("rest", f => f.Large % 3_000_000_000L == 1, "x")
        .Rule("large", f => f.Large > 3_000_000_000L, "x")
        .Rule("by nothing", f => f.A / f.B >= 0, "x")
        .Rule("rest of nothing", f => f.B % f.A == 1, "x")
        .Rule("by nothing, turned around", f => !(f.A / f.B > 0), "x")
        .Rule("name", f => f.Name == "abc", "x")
        .Build(HitPolicy.Collect);

    public static TheoryData<string, string, bool> Columns => new()
    {
        { "postgresql", "smallint", true }, { "postgresql", "integer", true }, { "postgresql", "bigint", true }, { "postgresql", "smallint", false },
        { "duckdb", "UTINYINT", true }, { "duckdb", "UTINYINT", false }, { "duckdb", "SMALLINT", true }, { "duckdb", "BIGINT", false },
        { "clickhouse", "UInt8", true }, { "clickhouse", "Int32", true }, { "sqlite", "INTEGER", true }, { "sqlite", "INTEGER", false },
    };

    [Theory, MemberData(nameof(Columns))]
    public async Task Small_whole_numbers_are_computed_as_in_memory(string name, string type, bool isStated)
    {
        var engine = engines[name];
        Sizes[] all =
        [
            new() { A = 3, B = 5, Large = 6_000_000_001, Name = "abc" }, new() { A = 127, B = 127, Large = 3_000_000_001, Name = "ABC" }, new() { A = 200, B = 200, Large = 9_000_000_000 },
            new() { A = 255, B = 1, Large = 1 }, new() { A = 0, B = 0, Large = 3_000_000_000 }, new() { A = 100, B = 100, Large = 8_999_999_999 }, new() { A = null, B = 7 },
        ];
        var table = await engine.TableAsync(
            [("id", engine.Types.Integer, false), ("a", type, true), ("b", type, true), ("large", engine.Types.Integer, true), ("name", engine.Types.Text, true)],
            all.Select((each, i) => (object?[])[(long)i, each.A, each.B, each.Large, each.Name]));
        var source = new SqlSource(
            SqlTable.Named(table),
            new Dictionary<string, SqlColumn> { ["A"] = new("a", isStated ? type : null), ["B"] = new("b", isStated ? type : null), ["Large"] = "large", ["Name"] = "name" }, ["id"]);
        var answers = await engine.QueryAsync(SqlDecisionTable.Of(Rules, source, engine.Dialect).Decisions());
        var ids = Rules.Rules.Select(rule => rule.Id).ToArray();
        answers.ToDictionary(row => Convert.ToInt32(row[0]), row => ids.Where((_, i) => Convert.ToInt32(row[i + 1]) == 1).ToArray())
            .Should().BeEquivalentTo(all.Select((each, i) => (each, i)).ToDictionary(each => each.i, each => Rules.Decide(each.each).Hits.Select(hit => hit.RuleId).ToArray()));
    }

    [Fact]
    public void SQL_Server_takes_no_whole_number_for_a_decimal()
    {
        foreach (var each in (string[])["Large / CAST(3000000000 AS bigint)", "Large % CAST(3000000000 AS bigint)", "Large > CAST(3000000000 AS bigint)"])
        {
            Decisions("sqlserver").Text.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace("(Large + CAST(0 AS bigint))", "Large", StringComparison.Ordinal)
                .Should().MatchRegex(each.Replace("Large", @"\(?\w+( \+ CAST\(0 AS bigint\)\))?", StringComparison.Ordinal).Replace("(3", @"\(3", StringComparison.Ordinal).Replace("t)", @"t\)", StringComparison.Ordinal));
        }

        SqlDialect.SqlServer.Whole(int.MaxValue).Should().Be("2147483647");
        SqlDialect.SqlServer.Whole(2_147_483_648).Should().Be("CAST(2147483648 AS bigint)");
        SqlDialect.SqlServer.Whole(-2_147_483_649).Should().Be("CAST(-2147483649 AS bigint)");
        SqlDialect.PostgreSql.Whole(2_147_483_648).Should().Be("2147483648");
    }

    [Fact]
    public async Task The_ranges_of_a_Pareto_grading_are_whole_numbers_in_SQL_Server()
    {
        var asked = new List<string>();
        var pareto = SqlPareto.Of(SqlTable.Named("t"), new("cents", "bigint"), SqlDialect.SqlServer);
        _ = await pareto.FindLimitsAsync(
            (statement, _) =>
            {
                asked.Add(statement.Text);
                IReadOnlyList<IReadOnlyList<long?>> rows = asked.Count == 1 ? [[2, 1, 1_705_032_704, 6_000_000_000]] : [[0, 1, 1]];
                return Task.FromResult(rows);
            },
            TestContext.Current.CancellationToken).ContinueWith(task => task.Exception, TaskScheduler.Default);
        asked.Should().HaveCountGreaterThan(1);
        asked[0].Should().Contain("ka_amount / CAST(4294967296 AS bigint)").And.Contain("ka_amount % CAST(4294967296 AS bigint)");
        asked[1].Should().Contain("CAST(6000000000 AS bigint)").And.NotMatchRegex(@"(?<!CAST\()\b\d{10,}\b", "each literal that large is a bigint");
    }

    [Theory]
    [InlineData("clickhouse", "Decimal(9, 2)", "1234567.89", "88.25"), InlineData("clickhouse", "Decimal(18, 4)", "99999999999.5", "12345678901.0001")]
    [InlineData("duckdb", "DECIMAL(9, 2)", "1234567.89", "88.25"), InlineData("duckdb", "DECIMAL(18, 4)", "99999999999.5", "12345678901.0001")]
    [InlineData("postgresql", "numeric(18, 4)", "99999999999.5", "12345678901.0001")]
    public async Task Large_decimals_are_graded(string name, string type, string large, string small)
    {
        var engine = engines[name];
        decimal[] revenues = [Parsed(large), Parsed(small), 1, 0.25m];
        var table = await engine.TableAsync([("id", engine.Types.Integer, false), ("m", type, true)], revenues.Select((each, i) => (object?[])[(long)i, each]));
        var pareto = SqlPareto.Of(SqlTable.Named(table), new("m", type), engine.Dialect, ["id"]);
        var limits = await pareto.FindLimitsAsync((statement, _) => engine.NumbersAsync(statement), TestContext.Current.CancellationToken);
        var expected = Pareto.Grade(revenues.Select((each, i) => (each, i)).ToArray(), each => each.each).Accounts.ToDictionary(each => (long)each.Account.i, each => each.Tier.Name);
        (await engine.QueryAsync(pareto.Tiers(limits))).ToDictionary(row => Convert.ToInt64(row[0]), row => (string)row[1]!).Should().BeEquivalentTo(expected);

        static decimal Parsed(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory, InlineData("money"), InlineData("smallmoney"), InlineData("bit")]
    public void A_type_of_SQL_Server_is_refused_elsewhere(string type)
    {
        foreach (var dialect in SqlDialect.All)
        {
            var of = FluentActions.Invoking(() => SqlDecisionTable.Of(
                DecisionTable.For<Sizes, string>("t").Rule("r", f => f.IsOpen && f.Margin > 1, "x").Build(HitPolicy.First),
                Mapped("t", ("IsOpen", type == "bit" ? type : null), ("Margin", type == "bit" ? null : type)), dialect));
            if (dialect == SqlDialect.SqlServer || dialect == SqlDialect.Sqlite)
                of.Should().NotThrow();
            else
                of.Should().Throw<InvalidModelException>().WithMessage($"*has the type {type}, which is read from SQL Server only; convert it in a view");
        }
    }

    [Fact]
    public async Task A_text_is_compared_letter_by_letter_whatever_the_collation_of_the_column()
    {
        foreach (var (name, type) in (IEnumerable<(string, string)>)[("duckdb", "VARCHAR COLLATE NOCASE"), ("duckdb", "VARCHAR COLLATE NOACCENT"), ("sqlite", "TEXT COLLATE NOCASE"), ("postgresql", "text COLLATE ka_loose")])
        {
            var engine = engines[name];
            if (name == "postgresql")
                await engine.ExecuteAsync("CREATE COLLATION IF NOT EXISTS ka_loose (provider = icu, locale = 'und-u-ks-level1', deterministic = false)");
            var table = await engine.TableAsync([("id", engine.Types.Integer, false), ("n", type, true)], [[0L, "abc"], [1L, "ABC"], [2L, "äbc"], [3L, null]]);
            var rules = DecisionTable.For<Sizes, string>("t").Rule("r", f => f.Name == "abc", "x").Build(HitPolicy.First);
            var source = new SqlSource(SqlTable.Named(table), new Dictionary<string, SqlColumn> { ["Name"] = new("n", "varchar") }, ["id"]);
            (await engine.QueryAsync(SqlDecisionTable.Of(rules, source, engine.Dialect).Decisions())).Where(row => row[1] is not null).Select(row => Convert.ToInt32(row[0]))
                .Should().Equal([0], type);
        }
    }

    [Fact]
    public void RFM_in_SQL_Server_sums_wider_than_the_column()
    {
        Sums("int").Should().Contain("CAST([m] AS decimal(38, 0)) AS ka_amount");
        Sums("decimal(18, 2)").Should().Contain("[m] AS ka_amount").And.NotContain("CAST([m]");
        FluentActions.Invoking(() => Sums(null)).Should().Throw<InvalidModelException>().WithMessage("*amount: the type of m is not stated, and SQL Server sums whole numbers in their own width; *");

        static string Sums(string? type) => SqlRfm.Of(SqlTable.Named("t"), "a", "d", new("m", type), new(2026, 1, 1), SqlDialect.SqlServer).Scores().Text;
    }

    [Fact]
    public void dbt_computes_nothing_of_a_model()
    {
        var table = SqlTable.DbtRef("accounts");
        var source = new SqlSource(table, new Dictionary<string, SqlColumn> { ["Name"] = "n", ["Margin"] = "m" });
        foreach (var rules in (IEnumerable<DecisionTable<Sizes, string>>)
        [
            DecisionTable.For<Sizes, string>("t").Rule("r", f => f.Name == "{{ secret }}", "x").Build(HitPolicy.First),
            DecisionTable.For<Sizes, string>("t").Rule("r", f => f.Name == "a", "{% raise %}").Build(HitPolicy.First),
            DecisionTable.For<Sizes, string>("t").Rule("{# r", f => f.Name == "a", "x").Build(HitPolicy.Collect),
        ])
        {
            FluentActions.Invoking(() => SqlDecisionTable.Of(rules, source, SqlDialect.Spark)).Should().Throw<InvalidModelException>()
                .Which.Faults.Should().ContainSingle().Which.ToString().Should().StartWith("rules: dbt would compute a text or a name of it, at {");
            _ = SqlDecisionTable.Of(rules, new(SqlTable.Named("accounts"), source.Facts), SqlDialect.Spark).Decisions();
        }

        FluentActions.Invoking(() => SqlPareto.Of(table, new("{{ rev }}", "bigint"), SqlDialect.Spark, ["id", "{{ id }}"])).Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.Path)
            .Should().Equal("revenue", "keep[1]");
        FluentActions.Invoking(() => SqlRfm.Of(table, "{{ a }}", "{% d", new("{# m", "bigint"), new(2026, 1, 1), SqlDialect.Spark)).Should().Throw<InvalidModelException>().Which.Faults
            .Select(fault => fault.Path).Should().Equal("account", "date", "amount");
        SqlRfm.Of(table, "a", "d", new("m", "bigint"), new(2026, 1, 1), SqlDialect.Spark).Scores().Text.Should().Contain("{{ ref('accounts') }}");
    }

    [Fact]
    public void A_text_of_several_lines_is_one_literal_in_BigQuery()
    {
        SqlDialect.BigQuery.Literal("call\r\nvisit \\n").Should().Be("'call\\r\\nvisit \\\\n'");
        SqlDialect.Spark.Literal("call\nvisit").Should().Be("'call\nvisit'", "there it may go on");
    }

    private static SqlStatement Decisions(string dialect) => SqlDecisionTable.Of(
        Rules, Mapped("t", ("A", "int"), ("B", "int"), ("Large", "bigint"), ("Name", null)), SqlDialect.Of(dialect)).Decisions();

    private static SqlSource Mapped(string table, params (string Fact, string? Type)[] columns) =>
        new(SqlTable.Named(table), columns.ToDictionary(each => each.Fact, each => new SqlColumn(each.Fact, each.Type)));

    public sealed record Sizes
    {
        public int? A { get; init; }

        public int? B { get; init; }

        public long? Large { get; init; }

        public string? Name { get; init; }

        public bool IsOpen { get; init; }

        public double? Margin { get; init; }
    }
}
