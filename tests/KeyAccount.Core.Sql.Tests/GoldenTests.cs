using KeyAccount.Core.Grading;
using KeyAccount.Core.Winback;
using NodaTime;

namespace KeyAccount.Core.Sql.Tests;

/// <summary>The texts for engines that do not run here, and of one that does: a change of them is looked at.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Dialects => [.. SqlDialect.All.Select(each => each.Name)];

    [Theory, MemberData(nameof(Dialects))]
    public void The_statements_of_a_dialect_are_the_reviewed_ones(string name)
    {
        var dialect = SqlDialect.Of(name);
        var pareto = SqlPareto.Of(SqlTable.Named("crm", "accounts"), new("revenue", "bigint"), dialect, ["id"]);
        var scores = SqlScorecard.Of(AccountValue.Standard, new(SqlTable.Named("crm", "accounts"), DecisionTableTests.Everything(AccountValue.Standard).Facts, ["id"]), dialect);
        string[] statements =
        [
            scores.Scores().Text,
            .. dialect.Parameter is null ? (string[])[] : [scores.Scores(SqlValues.Parameters).Text],
            scores.CountByBand().Text, scores.CountOutOfRange().Text, scores.View(SqlTable.Named("crm", "scored accounts")).Text,
            SqlDecisionTable.Of(RfmSegments.Standard, DecisionTableTests.Everything(RfmSegments.Standard), dialect).Decisions().Text,
            dialect.HasWindows ? pareto.Tiers().Text : pareto.Tiers(new(90, 30)).Text,
            SqlRfm.Of(SqlTable.Named("crm", "purchases"), "account", "day", new("amount", "int"), new LocalDate(2026, 3, 31), dialect).Scores().Text,
            SqlRfm.Of(SqlTable.Named("crm", "purchases"), "account", "day", new("amount", "int"), new LocalDate(2026, 3, 31), dialect, new([1, 2, 3, 4], [1, 2, 3, 4], [-1.5m, 2, 3.25m, 4])).Scores().Text,
        ];
        var text = string.Join(";\n\n", statements).ReplaceLineEndings("\n") + ";\n";
        var file = Path.Combine(SourceTree.Root, "tests", "KeyAccount.Core.Sql.Tests", "Golden", $"{name}.sql");
        if (Environment.GetEnvironmentVariable("KEYACCOUNT_GOLDEN") == "accept")
            File.WriteAllText(file, text);
        var reviewed = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        Assert.True(reviewed == text, $"The statements for {name} are not those of {file}. If that is meant: KEYACCOUNT_GOLDEN=accept --filter-class \"*GoldenTests\"");
    }
}
