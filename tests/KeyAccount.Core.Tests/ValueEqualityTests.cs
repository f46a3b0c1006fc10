using System.Text.Json;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests;

/// <summary>Values of the engines that hold lists or maps: equal by what these contain, whatever object holds it, and safe from who made
/// them.</summary>
public class ValueEqualityTests
{
    private static readonly Contribution First = new("a", null, 1, 50, 0.5, 25);
    private static readonly Contribution Second = new("b", "g", null, null, 0.5, 0);

    [Fact]
    public void Lists_are_equal_by_items_and_order()
    {
        var one = Assessed([First, Second], [new("cap", CapState.NotNeeded, false)]);
        Same(one, Assessed(new List<Contribution> { First, Second }, [new("cap", CapState.NotNeeded, false)]));
        one.Should().NotBe(Assessed([Second, First], one.Caps)).And.NotBe(Assessed([First], one.Caps))
            .And.NotBe(Assessed(one.Contributions, []));
        Same(Assessed([], []), Assessed(new List<Contribution>(), []));
    }

    [Fact]
    public void A_list_does_not_change_with_the_one_it_was_made_of_and_cannot_be_changed()
    {
        var contributions = new List<Contribution> { First };
        var assessment = Assessed(contributions, []);
        contributions.Clear();
        assessment.Contributions.Should().Equal(First);
        assessment.Contributions.Invoking(list => ((IList<Contribution>)list).Clear()).Should().Throw<NotSupportedException>();
        (assessment with { }).Contributions.Should().BeSameAs(assessment.Contributions);
    }

    [Fact]
    public void A_list_that_is_missing_is_named()
    {
        ((Action)(() => Assessed(null!, []))).Should().Throw<ArgumentNullException>().WithParameterName("contributions");
        ((Action)(() => _ = new Decision<string>("t", "1", null!))).Should().Throw<ArgumentNullException>().WithParameterName("hits");
        ((Action)(() => _ = new TableOverlap(null!, null!))).Should().Throw<ArgumentNullException>().WithParameterName("RuleIds");
    }

    [Fact]
    public void Decisions_are_equal_by_their_hits()
    {
        var one = new Decision<string>("t", "1", [new("a", "x", "why"), new("b", "y", "why")]);
        Same(one, new("t", "1", new List<Hit<string>> { new("a", "x", "why"), new("b", "y", "why") }));
        one.Should().NotBe(new Decision<string>("t", "1", [new("a", "x", "why"), new("b", "y", "why not")]))
            .And.NotBe(new Decision<string>("t", "1", [])).And.NotBe(new Decision<string>("t", "2", one.Hits));
        one.ToString().Should().Contain(
            "Hits = [Hit { RuleId = a, Advice = x, Reason = why }, Hit { RuleId = b, Advice = y, Reason = why }]");
    }

    [Fact]
    public void Changes_of_a_score_are_equal_by_their_parts()
    {
        var card = Scoring.Cards.New().Criterion("a", 1, f => f.A, Scoring.Cards.AsItIs).Cap("cap", f => f.Flag, "C").Build();
        var (low, high, capped) = (
            card.Assess(new() { A = 10 }), card.Assess(new() { A = 20 }), card.Assess(new() { A = 20, Flag = true }));
        Same(high.ChangeFrom(low), high.ChangeFrom(low));
        high.ChangeFrom(low).Should().NotBe(low.ChangeFrom(high)).And.NotBe(capped.ChangeFrom(low));
    }

    [Fact]
    public void Proofs_cells_and_overlaps_are_equal_by_what_they_found()
    {
        var one = Table("a").Verify();
        Same(one, Table("a").Verify());
        Same(one.Gaps.Single(), Table("a").Verify().Gaps.Single());
        Same(one.Overlaps.Single(), Table("a").Verify().Overlaps.Single());
        one.Should().NotBe(Table("c").Verify());
        one.Gaps.Single().Should().NotBe(one.Overlaps.Single().Cell);
        one.Overlaps.Single()
            .Should().NotBe(one.Overlaps.Single() with { RuleIds = ["a"] }).And.NotBe(Table("c").Verify().Overlaps.Single());

        static DecisionTable<TierFacts, string> Table(string id) => DecisionTable.For<TierFacts, string>("t")
            .Domain(f => f.Tier, [.. AccountTier.InOrder])
            .Rule(id, f => f.Tier == AccountTier.A, "x")
            .Rule("b", f => f.Tier != AccountTier.B, "y")
            .Build(HitPolicy.Collect);
    }

    [Fact]
    public void Scales_as_data_are_equal_by_their_points_levels_in_whatever_order()
    {
        Same(new ScaleSettings { Linear = [new(0, 0), new(1, 100)] }, new() { Linear = new List<ScalePoint> { new(0, 0), new(1, 100) } });
        new ScaleSettings { Linear = [new(0, 0)] }.Should().NotBe(new ScaleSettings { Steps = [new(0, 0)] })
            .And.NotBe(new ScaleSettings { Linear = [new(0, 1)] }).And.NotBe(new ScaleSettings());
        Same(
            new ScaleSettings { Levels = new Dictionary<string, double?> { ["A"] = 1, ["B"] = null } },
            new() { Levels = new SortedDictionary<string, double?>(
                Comparer<string>.Create((a, b) => string.CompareOrdinal(b, a))) { ["A"] = 1, ["B"] = null } });
        new ScaleSettings { Levels = new Dictionary<string, double?> { ["A"] = 1 } }
            .Should().NotBe(new ScaleSettings { Levels = new Dictionary<string, double?> { ["A"] = 2 } })
            .And.NotBe(new ScaleSettings { Levels = new Dictionary<string, double?> { ["a"] = 1 } })
            .And.NotBe(new ScaleSettings { Levels = new Dictionary<string, double?> { ["A"] = 1, ["B"] = null } });
    }

    [Fact]
    public void Settings_are_equal_by_what_they_say_and_after_a_round_trip_through_JSON()
    {
        var settings = Scoring.SettingsTests.Model.Settings;
        Same(settings, ScorecardSettings.FromJson(settings.ToJson()));
        Same(settings, settings with { Bands = settings.Bands.Reverse().ToDictionary() });
        settings.Should().NotBe(settings with { Bands = new Dictionary<string, double>() }).And.NotBe(settings with { Version = "x" });
        settings.ContentHash().Should().Be((settings with { Version = "x" }).ContentHash());

        var bands = new Dictionary<string, double> { ["A"] = 1 };
        var own = new ScorecardSettings { Bands = bands };
        bands["A"] = 2;
        own.Bands["A"].Should().Be(1);
        new ScorecardSettings { Bands = null! }.Should().Be(new ScorecardSettings());
    }

    [Fact]
    public void A_list_prints_its_items_alike_on_every_machine()
    {
        using var _ = new CultureScope("de-DE");
        new ScaleSettings { Linear = [new(0.5, 0), new(1, 100)] }.ToString()
            .Should().Contain("Linear = [ScalePoint { Raw = 0.5, Points = 0 }, ScalePoint { Raw = 1, Points = 100 }]");
        new ScaleSettings { Levels = new Dictionary<string, double?> { ["B"] = null, ["A"] = 0.5 } }.ToString()
            .Should().Contain("Levels = {A: 0.5, B: }");
    }

    [Fact]
    public void Json_that_was_read_is_equal_to_what_was_written()
    {
        var assessment = Assessed([First, Second], [new("cap", CapState.Applied, true)]);
        Same(assessment, JsonSerializer.Deserialize<Assessment<string>>(JsonSerializer.Serialize(assessment))!);
    }

    private static Assessment<string> Assessed(IReadOnlyList<Contribution> contributions, IReadOnlyList<AppliedCap> caps) =>
        new("card", "1", 25, "C", 0.5, new(25, 75), contributions, caps);

    private static void Same<T>(T one, T other)
        where T : class
    {
        other.Should().NotBeSameAs(one).And.Be(one);
        other.GetHashCode().Should().Be(one.GetHashCode());
    }

    private sealed record TierFacts
    {
        public AccountTier? Tier { get; init; }
    }
}
