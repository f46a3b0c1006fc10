using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using NodaTime;

namespace KeyAccount.Core.Sql.Tests;

/// <summary>What is for SQL Server, read by its own parser. There is no server here.</summary>
public sealed class SqlServerTests
{
    [Fact]
    public void Every_ready_scorecard_is_a_text_that_SQL_Server_reads()
    {
        var read = 0;
        foreach (var model in ModelCatalog.Of(new ReviewModels()).OfType<IScorecard>())
        {
            var sql = SqlScorecard.Of(model, DecisionTableTests.Everything(model), SqlDialect.SqlServer);
            foreach (var statement in (SqlStatement[])[sql.Scores(), sql.Scores(SqlValues.Parameters), sql.CountByBand(), sql.CountOutOfRange(), sql.View(SqlTable.Named("dbo", "a ]view"))])
            {
                MustBeRead(statement.Text);
                read++;
            }
        }

        read.Should().BeGreaterThan(50);
    }

    [Fact]
    public void Every_other_statement_is_a_text_that_SQL_Server_reads()
    {
        foreach (var table in ModelCatalog.Of(new ReviewModels()).OfType<IDecisionTable>())
        {
            try
            {
                MustBeRead(SqlDecisionTable.Of(table, DecisionTableTests.Everything(table), SqlDialect.SqlServer).Decisions().Text);
            }
            catch (InvalidModelException)
            {
                // Which are refused, and how, is held for all dialects at once.
            }
        }

        foreach (var rule in Enum.GetValues<Grading.ParetoRule>())
        {
            var pareto = SqlPareto.Of(SqlTable.Named("dbo", "accounts"), new("revenue", "decimal(18, 2)"), SqlDialect.SqlServer, ["id"], rule: rule);
            MustBeRead(pareto.Tiers().Text);
            MustBeRead(pareto.Tiers(new(5, 3)).Text);
        }

        MustBeRead(SqlRfm.Of(SqlTable.Named("purchases"), "account", "day", new("amount", "int"), new LocalDate(2026, 1, 1), SqlDialect.SqlServer).Scores().Text);
        MustBeRead(SqlRfm.Of(
            SqlTable.Named("purchases"), "account", "day", new("amount", "int"), new LocalDate(2026, 1, 1), SqlDialect.SqlServer,
            new([1, 2, 3, 4], [1, 2, 3, 4], [-1.5m, 2, 3.25m, 4])).Scores().Text);
    }

    [Fact]
    public void A_scale_that_is_nested_too_deep_is_refused_by_its_criterion()
    {
        Of(400).Should().NotThrow();
        Of(3000).Should().Throw<InvalidModelException>().WithMessage("*criteria[\"visits\"].measure: it needs a CASE nested * levels deep, and SQL Server allows 10; use a scale with fewer steps");

        static Action Of(int steps) => () => SqlScorecard.Of(
            Scorecard.For<DecisionTableTests.Signals, string>("long")
                .Criterion("visits", 1, f => f.Visits, Scale.Steps([.. Enumerable.Range(0, steps).Select(i => ((double)i, i * 100.0 / steps))]))
                .Bands((0, "low"), (50, "high")).Build(),
            new(SqlTable.Named("t"), new Dictionary<string, SqlColumn> { ["Visits"] = "visits" }), SqlDialect.SqlServer);
    }

    private static void MustBeRead(string sql)
    {
        using var reader = new StringReader(sql);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        if (errors.Count > 0)
            Assert.Fail($"line {errors[0].Line}, column {errors[0].Column}: {errors[0].Message}\n{sql}");
    }
}
