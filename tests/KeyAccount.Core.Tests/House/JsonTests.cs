using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using KeyAccount.Core.Activities;
using KeyAccount.Core.Bidding;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Prospects;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.SalesTeam;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Winback;
using NodaTime;

namespace KeyAccount.Core.Tests.House;

/// <summary>Every public value goes through JSON with default options and comes back equal. What is no value says so in its documentation.
/// </summary>
public class JsonTests
{
    private static readonly int ValuesOfEach = Seeded.Budget(10);

    // What the documentation of a type says that is no value.
    private static readonly string[] NoValue = ["compared by reference", "not a value"];

    private static readonly Assembly Core = typeof(Term<>).Assembly;

    // By name of the member: it is asked of every type.
    private static readonly Dictionary<string, string> Documentation = XDocument.Load(Path.ChangeExtension(Core.Location, ".xml"))
        .Descendants("member").Where(member => member.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal))
        .ToDictionary(member => member.Attribute("name")!.Value, member => member.ToString(), StringComparer.Ordinal);

    private static readonly StakeholderModels LadderModels = new(Ladder.Points, Ladder.Stances, Ladder.Moves);

    private static readonly Lazy<Portfolio> Sample = new(() => Portfolio.FromJson(
        File.ReadAllText(Path.Combine(SourceFiles.Root, "src", "KeyAccount.Tool", "Samples", "portfolio.json"))));

    private static readonly ConcurrentDictionary<int, PortfolioReview> Reviews = [];

    public static TheoryData<Type> ValueTypes => [.. Holding().Where(type => !SaysThatItIsNoValue(type))];

    public static TheoryData<Type> OtherTypes => [.. Holding().Where(SaysThatItIsNoValue)];

    public static TheoryData<Type> Enumerations => [.. Core.GetExportedTypes().Where(type => type.IsEnum)];

    [Theory]
    [MemberData(nameof(ValueTypes))]
    public void A_value_comes_back_from_JSON_as_it_was(Type type)
    {
        var values = Values(20261128);
        for (var i = 0; i < ValuesOfEach; i++)
        {
            var value = values.Make(type);
            var json = JsonSerializer.Serialize(value, value.GetType());
            var read = JsonSerializer.Deserialize(json, value.GetType());
            read.Should().Be(value, $"{json} is its JSON");
            read!.GetHashCode().Should().Be(value.GetHashCode());
            JsonSerializer.Serialize(read, value.GetType()).Should().Be(json);
        }
    }

    [Theory]
    [MemberData(nameof(OtherTypes))]
    public void A_type_that_says_that_it_is_no_value_does_not_claim_equality_and_JSON_at_once(Type type) =>
        DocumentationOf(type).Should().NotContain("round trip through JSON");

    [Fact]
    public void Most_types_are_values() => ValueTypes.Should().HaveCountGreaterThan(200);

    [Theory]
    [MemberData(nameof(Enumerations))]
    public void An_enumeration_is_a_name_in_JSON(Type type)
    {
        foreach (var value in Enum.GetValues(type))
        {
            var json = JsonSerializer.Serialize(value, type);
            json.Should().Be($"\"{value}\"");
            JsonSerializer.Deserialize(json, type).Should().Be(value);
        }
    }

    [Fact]
    public void A_value_that_loses_a_part_is_found()
    {
        var date = new Loses(new(2026, 11, 28));
        JsonSerializer.Deserialize<Loses>(JsonSerializer.Serialize(date)).Should().NotBe(date);
    }

    internal static Specimens Values(int seed, bool areExtreme = false) => new Specimens(seed) { AreExtreme = areExtreme }
        .With(values => values.Random.Next(2) == 0 ? Provenance.Source("S001") : Provenance.LibraryDefault("ours"))
        .With(values => new DateInterval(new(2026, 1, 1 + values.Random.Next(20)), new(2026, 2, 1 + values.Random.Next(20))))
        .With(values => new ParetoLimits(1000 + values.Random.Next(1000), values.Random.Next(1000)))
        .With(values => ParetoSummary.Of(Amounts(values)))
        .With(values => Drafted(Amounts(values)))
        .With(values => Ranked(values))
        .With(_ => LadderModels)
        .With<IReviewStore>(_ => new KeyAccount.Core.Tests.Reviews.MemoryStore())
        .With<Func<KeyAccount.Core.Planning.PlanAction, KeyAccount.Core.Planning.PlanAction>>(_ => action => action)
        .With(values => (values.Make<string>(), values.Random.NextDouble(), values.Make<KeyAccount.Core.Activities.GuestFacts>()))
        .With(values => new TopicValue(
            values.Make<ReviewTopic>(), values.Random.Next(3) == 0 ? null : $$"""{"visits":{{values.Random.Next(9)}}}"""))
        .With(_ => new Bands<AccountTier>((0, AccountTier.C), (50, AccountTier.B), (80, AccountTier.A)))
        .With(values => BreakEven.Of(10, 6, values.Random.Next(-5, 5)))
        .With(values => Tried(() => ScoreChanged(values), 200))
        .With(values => new FunnelRates(Many<RateEstimate>(values, 6)))
        .With(values => new FunnelOptions { AsOf = values.Make<LocalDate>() })
        .With(values => values.Random.Next(1, 100) is var points
            ? new TenderScoring([new("a", points)], PriceFormula.LowestIsFull(100 - points), 100) : throw new UnreachableException())
        .With(values => Happened(values))
        .With(values => new ActivityForecast(
            1 + values.Random.Next(1_000), 1 + values.Random.Next(100), 0.5m, 0.25m, values.Random.Next(11) / 10m, values.Random.Next(1_000), 0.2m))
        .With(_ => new PlanVersion(
            [new("o", "s", ObjectiveDirection.Lower, 4, 3)], [new() { Id = "m", ObjectiveId = "o", Statement = "s" }]))
        .With(values => PlanHappened(values))
        .With(values => values.Random.Next(50) / 100m is var low && values.Random.Next(25) / 100m is var step
            ? new ShareForecast(values.Random.Next(101) / 100m, low + step, low, low + (2 * step), [values.Make<Text>()])
            : throw new UnreachableException())
        .With(values => new PlanCase(values.Make<string>(), new(2023, 1, 1), [PlanEvent.Agreed(values.Make<PlanVersion>(), values.Make<LocalDate>())]))
        .With(values => Lived(values))
        .With(values => PointOf(values))
        .With(values => ReviewStep.Between(PointOf(values) with { AsOf = new(2020, 1, 1) }, PointOf(values) with { AsOf = new(2021, 1, 1) }))
        .With(values => Trail(values))
        .With(values => new RfmCuts(
            [.. Many<int>(values, 4).Order()], [.. Many<int>(values, 4).Order()], [.. Many<decimal>(values, 4).Order()]))
        .With(values => new ProspectNorms(values.Random.Next(1, 400), ProspectNorms.Standard.Shares))
        .With(values => values.Make<LocalDate>() is var start ? new ProspectCase(
            values.Make<string>(), start,
            [
                .. KeyAction.InOrder.Take(values.Random.Next(12)).Select(
                    (action, i) => ProspectEvent.Done(action, start.PlusDays(i), "seen")),
            ])
            : throw new UnreachableException())
        .With(values => PlannedAhead(values))
        .With(values => new PlanningCase(
            values.Make<string>(), new(2023, 1, 1),
            [PlanningEvent.CaseAttached(values.Make<ReferenceCase>(), new(2023, 1, 1 + values.Random.Next(20)), "seen")]))
        .With(values => new StrategicMatch(
            [.. Enumerable.Range(0, values.Random.Next(4)).Select(i => new StrategyGoal($"g{i}", values.Random.Next(9), values.Random.Next(4)))],
            values.Make<MatchScale>()))
        .With(values => new StageTimes(Many<Survival>(values, 6)))
        .With(values => new QuarterBalance(Many<decimal>(values, 4)))
        .With(values => CostPassThrough.Share(100, 60, values.Random.Next(1, 20), 0.5m))
        .With(values => Waterfall(values))
        .With(values => Planned(values))
        .With(values => new[] { AttainmentCurve.Standard, AttainmentCurve.WithoutCliff, AttainmentCurve.Proportional }[values.Random.Next(3)])
        .With(values => PayPlans.All[values.Random.Next(4)])
        .With(values => new Interview(values.Make<string>(), SalesPosition.Manager, [new(values.Make<string>(), InterviewQuestion.TeamTarget, values.Random.Next(1, 6))]))
        .With(values => PriceGuardrails.Standard.With(priceGrain: values.Random.Next(1, 100) / 100m))

        // Where the numbers come from is not written, and says so.
        .With(values => PriceGuardrails.Standard.Tiers[values.Random.Next(4)] with { Provenance = null })
        .With(values => Tried(() => PriceReview.Of(values.Make<Quotation>()), values.AreExtreme ? 10 : 200))
        .With(Reviewed)
        .With(values => Reviewed(values).Accounts[values.Random.Next(3)]);

    private static WinbackEvent Happened(Specimens values) => values.Random.Next(6) switch
    {
        0 => WinbackEvent.StrategySet(values.Make<WinbackStrategy>(), values.Make<LocalDate>()),
        1 => WinbackEvent.ToolUsed(values.Make<WinbackTool>(), values.Make<LocalDate>()),
        2 => WinbackEvent.EndSet(values.Make<LocalDate>(), values.Make<LocalDate>()),
        3 => WinbackEvent.Judged(values.Make<WinbackOutcome>(), values.Make<LocalDate>()),
        4 => WinbackEvent.Reopened(values.Make<LocalDate>(), values.Make<string>()),
        _ => WinbackEvent.CauseFound(values.Make<DepartureCause>(), values.Make<LocalDate>(), values.Make<string>()),
    };

    private static PlanEvent PlanHappened(Specimens values) => values.Random.Next(5) switch
    {
        0 => PlanEvent.Agreed(values.Make<PlanVersion>(), values.Make<LocalDate>(), values.Make<string>()),
        1 => PlanEvent.Checked([new("o", values.Random.Next(9))], values.Make<LocalDate>()),
        2 => PlanEvent.Decided(values.Make<string>(), values.Make<LocalDate>()),
        3 => PlanEvent.Renewed(values.Make<LocalDate>()),
        _ => PlanEvent.Closed(values.Make<string>(), values.Make<LocalDate>()),
    };

    private static PlanningEvent PlannedAhead(Specimens values) => values.Random.Next(4) switch
    {
        3 => PlanningEvent.PrepCompleted(values.Make<LocalDate>(), [values.Make<CustomerStrategyArea>()], values.Make<string>()),
        0 => PlanningEvent.CaseAttached(values.Make<ReferenceCase>(), values.Make<LocalDate>(), values.Make<string>()),
        1 => PlanningEvent.Reviewed(values.Make<LocalDate>(), values.Make<string>()),
        _ => PlanningEvent.Adopted(values.Make<LocalDate>(), values.Make<string>()),
    };

    private static ActionState Lived(Specimens values) => values.Random.Next(4) switch
    {
        0 => new(ActionStatus.Done, values.Make<LocalDate>(), values.Make<string>(), evidence: values.Make<string>()),
        1 => new(ActionStatus.InProgress, values.Make<LocalDate>(), progress: values.Random.Next(5) / 4.0),
        2 => new(ActionStatus.Dismissed, values.Make<LocalDate>(), values.Make<string>()),
        _ => new(ActionStatus.Open),
    };

    private static ReviewPoint PointOf(Specimens values) => ReviewPoint.Of(Reviewed(values).Accounts[0]);

    private static AccountHistory Trail(Specimens values)
    {
        var point = PointOf(values);
        return new(point.Summary.Id, [point, point with { AsOf = point.AsOf.PlusDays(1) }]);
    }

    private static IEnumerable<Type> Holding() => Core.GetExportedTypes().Where(type =>
        !type.IsAbstract && !type.IsEnum && !type.IsInterface && !Specimens.IsTerm(type)
        && !type.IsAssignableTo(typeof(Exception)) && !type.IsAssignableTo(typeof(Attribute)) && !type.IsAssignableTo(typeof(Delegate))
        && !type.IsAssignableTo(typeof(JsonConverter)) && !type.IsAssignableTo(typeof(System.ComponentModel.TypeConverter)));

    private static bool SaysThatItIsNoValue(Type type) =>
        NoValue.Any(words => DocumentationOf(type).Contains(words, StringComparison.OrdinalIgnoreCase));

    private static string DocumentationOf(Type type) => Documentation.GetValueOrDefault($"T:{type.FullName}", "");

    // Random files are hardly ever sound; the sample as of another day is, and says something else.
    private static PortfolioReview Reviewed(Specimens values) => Reviews.GetOrAdd(
        values.Random.Next(20), days => new AccountReviewer().Review(Sample.Value with { AsOf = Sample.Value.AsOf.PlusDays(days) }));

    private static long[] Amounts(Specimens values) =>
        [.. Enumerable.Range(0, values.Random.Next(30)).Select(_ => (long)values.Random.Next(-5, 100_000))];

    private static ParetoDraft Drafted(long[] amounts) => ParetoSummary.Of(amounts).Draft(amounts, new byte[amounts.Length]);

    private static ParetoAccount<string> Ranked(Specimens values)
    {
        var revenue = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["a"] = 5, ["b"] = values.Random.Next(10), ["c"] = 1.5m };
        return Pareto.Grade([.. revenue.Keys], account => revenue[account]).Accounts[values.Random.Next(3)];
    }

    private static ScoreChange ScoreChanged(Specimens values)
    {
        var (earlier, later) = (values.Make<AccountValueFacts>(), values.Make<AccountValueFacts>());
        return AccountValue.Standard.Assess(later).ChangeFrom(AccountValue.Standard.Assess(earlier));
    }

    private static PriceWaterfall Waterfall(Specimens values) => PriceWaterfall.From(values.Random.Next(1, 1000))
        .LessPercentage("tier", values.Random.Next(30) / 100m, PriceWaterfall.List)
        .Named("invoice")
        .Less("freight", values.Random.Next(10))
        .LessPercentage("bonus", values.Random.Next(10) / 100m, "invoice")
        .LessPercentage("cash", 0.02m, PriceWaterfall.Running);

    private static PriceChangePlan Planned(Specimens values) => PriceChangePlan.Of(
        100,
        100 + values.Random.Next(20),
        1 + values.Random.Next(3),
        new(2026, 1, 1 + values.Random.Next(28)),
        new()
        {
            Notice = Period.FromMonths(1), Spacing = Period.FromMonths(2), Windows = [values.Make<DateInterval>()],
        },
        new(0.01m, MidpointRounding.ToEven));

    private static T[] Many<T>(Specimens values, int count) => [.. Enumerable.Range(0, count).Select(_ => values.Make<T>())];

    // What is composed of random parts may be refused.
    private static T Tried<T>(Func<T> make, int times)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return make();
            }
            catch (Exception e) when ((e is ArgumentException or OverflowException) && attempt < times)
            {
            }
        }
    }

    public sealed record Loses(LocalDate Day);
}
