using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;

namespace KeyAccount.Core.Tests.Rules;

/// <summary>What holds for the settings of every decision table of the library.</summary>
public class EveryTableSettingsTests
{
    // Larger tables are not proven again.
    private const int MostCombinations = 20_000;

    // Of larger tables some are drawn; a long run asks all of every table but the largest.
    private static readonly int MostAsked = Seeded.IsLong ? MostCombinations : 2_000;

    // Their conditions are code, because they declare no domain: what they read is too much to go through.
    private static readonly string[] WithoutDomain =
    [
        "relationshipBuilding.next", "relationshipBuilding.ladder", "satisfaction.survey", "review.findings", "review.actions",
        "portrait.tags",
    ];

    public static TheoryData<string> Ids => [.. Tables.Select(table => table.Id)];

    private static IEnumerable<IDecisionTable> Tables => ModelCatalog.All.OfType<IDecisionTable>();

    [Fact]
    public void All_conditions_can_be_said_but_those_of_tables_without_a_domain() =>
        Tables.Where(table => table.Settings.Rules!.Any(rule => rule.When is null)).Select(table => table.Id)
            .Should().Equal(WithoutDomain).And.Equal(Tables.Where(table => table.Domain.Count == 0).Select(table => table.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Settings_go_through_json_and_leave_the_table_as_it_is(string id)
    {
        var table = Tables.Single(each => each.Id == id);
        var settings = DecisionTableSettings.FromJson(table.Settings.ToJson());
        settings.Should().Be(table.Settings);
        settings.Rules.Should().AllSatisfy(rule => rule.Advice.Should().NotBeNull());
        var again = table.With(settings);
        again.Settings.Should().Be(table.Settings);
        again.Defaults.Should().Equal(table.Defaults);
    }

    // Under other ids no rule is taken over as it is: every condition and every advice comes from the data.
    [Theory]
    [MemberData(nameof(Ids))]
    public void A_table_of_data_alone_decides_alike_in_every_combination(string id)
    {
        dynamic table = Tables.Single(each => each.Id == id);
        if (table.Domain.Count > 0)
            Compare(table);
    }

    private static void Compare<TFacts, TAdvice>(DecisionTable<TFacts, TAdvice> table)
        where TFacts : notnull
    {
        var data = table.With(table.Settings with
        {
            Rules = [.. table.Settings.Rules!.Select(rule => rule with { Id = $"{rule.Id}'", Reason = "as data" })],
        });
        data.Rules.Select(rule => rule.Advice).Should().Equal(table.Rules.Select(rule => rule.Advice));
        data.Rules.Should().AllSatisfy(rule => rule.Provenance!.Kind.Should().Be(KeyAccount.Core.Terms.ProvenanceKind.Settings));
        foreach (var facts in EveryTableTests.FactsOf(table, MostAsked))
        {
            var (now, then) = (data.Decide(facts).Hits, table.Decide(facts).Hits);
            if (!now.Select(hit => (hit.RuleId, hit.Advice)).SequenceEqual(then.Select(hit => ($"{hit.RuleId}'", hit.Advice))))
                now.Select(hit => hit.RuleId).Should().Equal(then.Select(hit => $"{hit.RuleId}'"), $"{table.Id} of {facts}");
        }

        if (table.Domain.Aggregate(1, (product, dimension) => product * dimension.Values.Count) > MostCombinations)
            return;
        var (before, after) = (table.Verify(), data.Verify());
        after.Gaps.Should().Equal(before.Gaps);
        after.Overlaps.Select(each => $"{each}").SequenceEqual(before.Overlaps.Select(each =>
            $"{new TableOverlap(each.Cell, [.. each.RuleIds.Select(rule => $"{rule}'")])}")).Should().BeTrue(table.Id);
    }
}
