using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Sql.Tests;

/// <summary>What is wrong with a mapping is told by its place, all at once.</summary>
public sealed class SourceTests
{
    private static readonly Scorecard<Account, AccountTier> Model = Scorecard.For<Account, AccountTier>("model")
        .Criterion("margin", 1, f => f.Margin, Scale.Linear((0, 0), (1, 100)))
        .Criterion("visits", 1, f => f.Visits, Scale.Linear((0, 0), (9, 100)))
        .Criterion("tier", 1, f => f.Tier, Scale.Levels((AccountTier.A, 100), (AccountTier.B, 50), (AccountTier.C, 0)))
        .Cap("blocked", f => f.IsBlocked, AccountTier.C)
        .Bands((0, AccountTier.C), (50, AccountTier.B), (75, AccountTier.A)).Build();

    [Fact]
    public void Every_fault_of_a_mapping_is_told_by_its_place()
    {
        FluentActions.Invoking(() => SqlScorecard.Of(
                Model,
                new(
                    SqlTable.Named("t"),
                    new Dictionary<string, SqlColumn>
                    {
                        ["Margin"] = new("margin", "double", Unit: FactUnit.Points),
                        ["Visits"] = new("visits", "Nullable(Int32)"),
                        ["IsBlocked"] = new("blocked", "varchar(3)"),
                    },
                    ["id", "Score"]),
                SqlDialect.Snowflake)).Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).Should().Equal(
            "keep: the column Score has the name of a result; give it another name in a view, and read that",
            "columns[\"Margin\"]: the column margin is stated in Points, but the fact is in Fraction; convert it in a view",
            "columns[\"Visits\"]: the column visits may be null, and the fact is always known; name a column that holds no null, or make the fact nullable",
            "columns[\"Tier\"]: no column is named for it, and criteria[\"tier\"].measure reads it",
            "columns[\"IsBlocked\"]: the column blocked has the type varchar(3), and the fact needs true or false; name another column, or convert it in a view");
    }

    [Fact]
    public void A_fact_that_is_written_otherwise_is_named()
    {
        FluentActions.Invoking(() => SqlScorecard.Of(
                Model, new(SqlTable.Named("t"), new Dictionary<string, SqlColumn> { ["margin"] = "m", ["Visit"] = "v", ["Tier"] = "t", ["IsBlocked"] = "b" }), SqlDialect.DuckDb))
            .Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).Should().Equal(
                "columns[\"Margin\"]: no column is named for it, and criteria[\"margin\"].measure reads it; is it what is called columns[\"margin\"]?",
                "columns[\"Visits\"]: no column is named for it, and criteria[\"visits\"].measure reads it; is it what is called columns[\"Visit\"]?");
        FluentActions.Invoking(() => SqlTable.Parse("")).Should().Throw<ArgumentException>().WithMessage("text is empty; it must be a name such as *");
        FluentActions.Invoking(() => SqlTable.Parse("a. .b")).Should().Throw<ArgumentException>().WithMessage("text is 'a. .b'; it must be a name such as *");
        FluentActions.Invoking(() => new SqlSource(SqlTable.Named("t"), new Dictionary<string, SqlColumn> { ["A"] = new("") })).Should().Throw<ArgumentException>()
            .WithMessage("facts[\"A\"] has a column whose name is empty; it must be the name of one.*");
    }

    [Fact]
    public void A_table_that_is_otherwise_than_told_is_refused_before_anything_runs()
    {
        SqlSource source = new(
            SqlTable.Named("crm", "accounts"),
            new Dictionary<string, SqlColumn>
            {
                ["Margin"] = new("margin", "Float64", true), ["Visits"] = new("Visits", "int"), ["Tier"] = new("tier"), ["IsBlocked"] = new("blocked", IsNullable: false),
            },
            ["id"]);
        source.Invoking(each => each.CheckedAgainst([new("margin", "Float64"), new("visits", "bigint"), new("tier", "Date"), new("blocked", "Nullable(UInt8)")]))
            .Should().NotThrow<NullReferenceException>();
        source.Invoking(each => each.CheckedAgainst([new("margin", "Float64", false), new("visits", "bigint"), new("tier", "varchar"), new("blocked", "Nullable(UInt8)")]))
            .Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).Should().Equal(
                "columns[\"Margin\"]: the column margin is stated to be nullable, but is not: what is not known would be stored as something else there",
                "columns[\"Visits\"]: the table crm.accounts has no column Visits; it has visits: write it with that case",
                "columns[\"IsBlocked\"]: the column blocked is stated to hold no null, but may",
                "keep: the table crm.accounts has no column id; it has margin, visits, tier, blocked");
    }

    [Fact]
    public void A_checked_source_has_the_types_of_the_table()
    {
        SqlSource source = new(SqlTable.Named("t"), new Dictionary<string, SqlColumn> { ["Tier"] = "tier" });
        source.CheckedAgainst([new("tier", "smallint")]).Facts["Tier"].Type.Should().Be("smallint");
        FluentActions.Invoking(() => SqlScorecard.Of(
            Scorecard.For<Account, AccountTier>("m").Criterion("visits", 1, f => f.Visits, Scale.Linear((0, 0), (9, 100))).Bands((0, AccountTier.C)).Build(),
            new SqlSource(SqlTable.Named("t"), new Dictionary<string, SqlColumn> { ["Visits"] = "visits" }).CheckedAgainst([new("visits", "timestamp")]), SqlDialect.DuckDb))
            .Should().Throw<InvalidModelException>().WithMessage("*columns[\"Visits\"]: the column visits has the type timestamp, and the fact needs a whole number; name another column, or convert it in a view");
    }

    [Fact]
    public void JSON_is_read_and_its_faults_are_told_by_their_places()
    {
        var source = SqlSource.FromJson("""{ "table": "crm.\"the accounts\"", "keep": ["id"], "columns": { "Margin": "m", "Visits": { "column": "v", "type": "int not null", "unit": "Count" } } }""");
        (source.Table.Parts, source.Keep, source.Facts["Margin"], source.Facts["Visits"]).Should().BeEquivalentTo(
            ((string[])["crm", "the accounts"], (string[])["id"], new SqlColumn("m"), new SqlColumn("v", "int not null", Unit: FactUnit.Count)));

        Faults("""{ "tables": 1, "keep": ["id", 3, "ID"], "columns": { "A": 1, "B": { "column": "b", "type": "blob", "nullable": "yes", "unit": "per cent", "typ": 1 }, "C": {} } }""").Should().Equal(
            "tables: it must be one of table, keep, columns", "keep[1]: it must be a text that is not blank", "keep[2]: 'ID' is duplicated", "columns[\"A\"]: it must be a text that is not blank",
            $"columns[\"B\"].type: 'blob' is not a type of which facts are read; it must be one of {SqlType.Known}", "columns[\"B\"].nullable: it must be true or false",
            "columns[\"B\"].unit: 'per cent' is not a unit; it must be one of Number, Fraction, Points, Money, Days, Months, Count, TimesPerYear, Rank, Rating",
            "columns[\"B\"].typ: it must be one of column, type, nullable, unit", "columns[\"C\"].column: it is missing", "table: it is missing");
        Faults("[1]").Should().Equal("$: it must be an object with table, keep and columns");
        Faults("{\n  \"table\": ").Should().ContainSingle().Which.Should().StartWith("$: it is not valid JSON, at line 2");
        Faults("""{ "table": "a", "columns": { "A": { "column": "a", "unit": NaN } } }""").Should().Equal("$: it is not valid JSON, at line 1, byte 60: 'N' is an invalid start of a value");
        foreach (var nothing in (string[])["", " \n", "\uFEFF"])
            Faults(nothing).Should().Equal("$: it is empty; a draft of what a model reads is one to begin with");
        Faults("""{ "Table": "t", "table": "u", "table": "v", "keep": [], "keep": ["id"], "columns": { "A": "a", "A": "b", "B": { "column": "b", "column": "c", "nullable": null, "unit": "money", "type": 3 }, "": "x" }, "columns": {} }""")
            .Should().Equal(
                "Table: it must be one of table, keep, columns", "table: it is duplicated", "keep: it is duplicated", "columns[\"A\"]: it is duplicated", "columns[\"B\"].column: it is duplicated",
                "columns[\"B\"].nullable: it must be true or false", "columns[\"B\"].unit: 'money' is not a unit; it must be one of Number, Fraction, Points, Money, Days, Months, Count, TimesPerYear, Rank, Rating",
                "columns[\"B\"].type: it must be a text that is not blank", "columns[\"\"]: it must be the name of a fact", "columns: it is duplicated");
        Faults("""{ "table": "t", "columns": { "A": "\ud83d", "B": 1 } }""").Should().Equal(
            "columns[\"A\"]: it holds half of a surrogate pair, such as \\ud83d without the half behind it", "columns[\"B\"]: it must be a text that is not blank");
        Faults("""{ "table": "t", "\ud83d": 1 }""").Should().ContainSingle().Which.Should().StartWith("$: the name of a member holds half of a surrogate pair");
        Faults("""{ "table": "t", "keep": ["a\u0000"], "columns": { "A": "a\u0000b" } }""").Should().Equal(
            "keep[0]: it holds the character 0; no engine takes it in a name", "columns[\"A\"]: it holds the character 0; no engine takes it in a name");
        FluentActions.Invoking(() => SqlTable.Named("a\0")).Should().Throw<ArgumentException>().WithMessage("*holds the character 0*");
        Faults("""{ "table": "", "columns": { "A": "a" } }""").Should().Equal("table: it must be a text that is not blank");
        Faults("""{ "table": "a.b.c.d", "columns": { "A": "a" } }""").Should().ContainSingle().Which.Should().StartWith("table: it is 'a.b.c.d'; it must be a name such as");

        static IEnumerable<string> Faults(string json) => FluentActions.Invoking(() => SqlSource.FromJson(json)).Should().Throw<InvalidModelException>().Which.Faults.Select(each => each.ToString());
    }

    [Fact]
    public void Faults_of_the_JSON_and_of_what_the_model_misses_are_told_together()
    {
        Faults(SqlDialect.DuckDb, """{ "tables": "t", "keep": ["id", "score"], "columns": { "Margin": { "column": "m", "type": "blob" }, "Visists": { "column": "v", "unit": "Count" }, "Tier": { "column": "t", "type": "date" }, "IsBlocked": "b" } }""")
            .Should().Equal(
                "tables: it must be one of table, keep, columns", $"columns[\"Margin\"].type: 'blob' is not a type of which facts are read; it must be one of {SqlType.Known}", "table: it is missing",
                "keep: the column score has the name of a result; give it another name in a view, and read that",
                "columns[\"Visits\"]: no column is named for it, and criteria[\"visits\"].measure reads it; is it what is called columns[\"Visists\"]?",
                "columns[\"Tier\"]: the column t has the type date, and the fact needs a text or a whole number; name another column, or convert it in a view");
        Faults(SqlDialect.ClickHouse, """{ "table": "a.b.c", "columns": { "Margin": 1, "Visits": "v", "Tier": "t", "IsBlocked": "b" } }""").Should().Equal(
            "columns[\"Margin\"]: it must be a text that is not blank", "table: it is a.b.c; the name has three parts, and ClickHouse takes at most two here");
        Faults(SqlDialect.DuckDb, """{ "table": "a", "columns": [] }""").Should().Equal("columns: it must be an object: the names of facts with their columns");
        Faults(SqlDialect.DuckDb, "{").Should().ContainSingle().Which.Should().StartWith("$: it is not valid JSON");
        SqlSource.FromJson("""{ "table": "a", "columns": { "Margin": "m", "Visits": "v", "Tier": "t", "IsBlocked": "b" } }""", Model, SqlDialect.DuckDb, SqlTable.Named("b")).Table.Should().Be(SqlTable.Named("b"));
        SqlType.Known.Split(", ").Should().NotContain(["date", "date32"], "no fact is a day").And.Contain("uint64");

        static IEnumerable<string> Faults(SqlDialect dialect, string json) =>
            FluentActions.Invoking(() => SqlSource.FromJson(json, Model, dialect)).Should().Throw<InvalidModelException>().Which.Faults.Select(each => each.ToString());
    }

    [Theory]
    [InlineData("postgresql", 3, 3), InlineData("sqlite", 2, 2), InlineData("sqlserver", 3, 2), InlineData("duckdb", 3, 3)]
    [InlineData("clickhouse", 2, 2), InlineData("spark", 3, 3), InlineData("snowflake", 3, 3), InlineData("bigquery", 3, 3)]
    public void A_name_has_no_more_parts_than_the_engine_takes(string name, int ofTable, int ofView)
    {
        var dialect = SqlDialect.Of(name);
        string[] parts = ["a", "b", "c"];
        for (var count = 1; count <= 3; count++)
        {
            var table = SqlTable.Named(parts[..count]);
            var reason = $"the name has three parts, and {dialect.DisplayName} takes at most two here";
            Action[] all =
            [
                () => Of(table), () => SqlPareto.Of(table, new("cents", "bigint"), dialect),
                () => SqlRfm.Of(table, "account", "day", new("cents", "bigint"), new(2026, 1, 1), dialect),
            ];
            foreach (var read in all)
            {
                if (count <= ofTable)
                    read.Should().NotThrow();
                else
                    read.Should().Throw<InvalidModelException>().Which.Faults.Should().Equal(new ModelFault("table", $"it is a.b.c; {reason}"));
            }

            var scorecard = Of(SqlTable.Named("t"));
            if (count <= ofView)
                scorecard.View(table).Text.Should().Contain($"VIEW {table.In(dialect)} AS");
            else
                scorecard.Invoking(each => each.View(table)).Should().Throw<ArgumentException>().WithMessage($"name is a.b.c; {reason}.*");
        }

        SqlScorecard Of(SqlTable table) => SqlScorecard.Of(Model, Mapped(table), dialect);
    }

    [Fact]
    public void A_view_does_not_read_itself()
    {
        foreach (var dialect in SqlDialect.All)
        {
            var scorecard = SqlScorecard.Of(Model, Mapped(SqlTable.Named("crm", "Accounts")), dialect);
            scorecard.Invoking(each => each.View(SqlTable.Parse("crm.Accounts"))).Should().Throw<ArgumentException>()
                .WithMessage("name is crm.Accounts; the view reads the table of that name; give the view another name.*");
            var other = scorecard.Invoking(each => each.View(SqlTable.Named("crm", "accounts")));
            if (dialect.Name is "sqlite" or "sqlserver" or "duckdb" or "spark")
                other.Should().Throw<ArgumentException>(dialect.Name);
            else
                other.Should().NotThrow(dialect.Name);
            scorecard.View(SqlTable.Named("accounts")).Text.Should().Contain("VIEW");
        }
    }

    [Theory, InlineData("`a.b.c`"), InlineData("[dbo].[accounts]"), InlineData("a.`b`")]
    public void Quotes_of_an_engine_are_not_part_of_a_name(string text) =>
        FluentActions.Invoking(() => SqlTable.Parse(text)).Should().Throw<ArgumentException>()
            .WithMessage($"text is '{text}'; it must be a name such as *");

    private static SqlSource Mapped(SqlTable table) => new(
        table, new Dictionary<string, SqlColumn> { ["Margin"] = "m", ["Visits"] = "v", ["Tier"] = "t", ["IsBlocked"] = "b" });

    [Fact]
    public void Whatever_a_name_holds_is_quoted()
    {
        foreach (var (dialect, quoted) in ((SqlDialect, string)[])
        [
            (SqlDialect.PostgreSql, "\"a\"\"b`c]d\\e'\""), (SqlDialect.SqlServer, "[a\"b`c]]d\\e']"), (SqlDialect.Spark, "`a\"b``c]d\\e'`"),
            (SqlDialect.ClickHouse, "`a\"b\\`c]d\\\\e'`"), (SqlDialect.BigQuery, "`a\"b\\`c]d\\\\e'`"),
        ])
            dialect.Quoted("a\"b`c]d\\e'").Should().Be(quoted);
        SqlDialect.Spark.Literal("it's \\").Should().Be("'it\\'s \\\\'");
        SqlDialect.PostgreSql.Literal("it's \\").Should().Be("'it''s \\'");
    }

    [Fact]
    public void A_dbt_model_is_named_and_nothing_else_gets_between_its_braces()
    {
        SqlTable.Parse("ref(accounts)").In(SqlDialect.Spark).Should().Be("{{ ref('accounts') }}");
        SqlTable.Parse("source(crm, accounts)").In(SqlDialect.Spark).Should().Be("{{ source('crm', 'accounts') }}");
        foreach (var slip in (string[])["ref(accounts) }} x", "source(x)", "ref(a'b}})"])
            FluentActions.Invoking(() => SqlTable.Parse(slip)).Should().Throw<ArgumentException>().WithMessage($"text is '{slip}'; it must be a name *");
        SqlTable.Parse("\"ref(accounts) }} x\"").In(SqlDialect.Spark).Should().Be("`ref(accounts) }} x`");
        FluentActions.Invoking(() => SqlTable.DbtRef("a') }}")).Should().Throw<ArgumentException>();
        SqlScorecard.Of(Model, new(SqlTable.Named("t"), new Dictionary<string, SqlColumn> { ["Margin"] = "m", ["Visits"] = "v", ["Tier"] = "t", ["IsBlocked"] = "b" }), SqlDialect.Spark)
            .Invoking(each => each.View(SqlTable.DbtRef("scores"))).Should().Throw<ArgumentException>().WithMessage("name is ref(scores); dbt makes its views itself: take the statement.*");
    }

    [Fact]
    public void What_a_dialect_has_no_parameters_for_is_refused()
    {
        var sql = SqlScorecard.Of(Model, DecisionTableTests.Everything(Model), SqlDialect.ClickHouse);
        sql.Invoking(each => each.Scores(SqlValues.Parameters)).Should().Throw<InvalidModelException>().WithMessage("*values: ClickHouse has no parameters*");
    }

    [Fact]
    public void A_measure_that_runs_in_memory_only_is_refused_by_criterion_and_dialect()
    {
        var model = Scorecard.For<Account, AccountTier>("m").Criterion("root", 1, f => Math.Sqrt(f.Visits), Scale.Linear((0, 0), (9, 100))).Bands((0, AccountTier.C)).Build();
        FluentActions.Invoking(() => SqlScorecard.Of(model, DecisionTableTests.Everything(model), SqlDialect.BigQuery)).Should().Throw<InvalidModelException>()
            .WithMessage("*criteria[\"root\"].measure: BigQuery cannot express it: it calls Math.Sqrt*");
    }

    public sealed record Account
    {
        [FactRange(0, 1, FactUnit.Fraction)]
        public double? Margin { get; init; }

        public int Visits { get; init; }

        public AccountTier? Tier { get; init; }

        public bool? IsBlocked { get; init; }
    }
}
