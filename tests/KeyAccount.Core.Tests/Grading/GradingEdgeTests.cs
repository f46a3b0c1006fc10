using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using NodaTime;

namespace KeyAccount.Core.Tests.Grading;

/// <summary>What is refused because it is not given or cannot be.</summary>
public class GradingEdgeTests
{
    private static readonly LocalDate AsOf = new(2026, 6, 30);
    private static readonly LocalDate Julian = new(2026, 1, 1, CalendarSystem.Julian);
    private static readonly Bands<AccountTier> Bands = AccountValue.Standard.Bands;
    private static readonly ParetoGrading<int> Graded = Pareto.Grade([5, 3, 0], each => each);

    [Fact]
    public void What_is_not_given_is_refused_by_its_name()
    {
        static void Refused(string parameter, Action call) => call.Should().Throw<ArgumentNullException>().WithParameterName(parameter);
        Refused("traits", () => _ = new Checklist<int>("a", null!));
        Refused("traits", () => _ = new Checklist<int>("a", [null!]));
        Refused("facts", () => Checklists.KeyAccount.Check(null!));
        Refused("checklistId", () => _ = new ChecklistResult(null!, 1, []));
        Refused("findings", () => _ = new ChecklistResult("a", 1, null!));
        Refused("overrides", () => EffectiveTier<AccountTier>.On(null, null!, AsOf));
        Refused("overrides", () => EffectiveTier<AccountTier>.On(null, [null!], AsOf));
        Refused("judgements", () => PairwiseComparison.Of(["a"], (double[,])null!));
        Refused("judgements", () => PairwiseComparison.Of(["a"], (double?[,])null!));
        Refused("criteria", () => PairwiseComparison.Of(null!, new double[0, 0]));
        Refused("judges", () => PairwiseComparison.OfJudges(["a"], null!));
        Refused("judges", () => PairwiseComparison.OfJudges(["a"], [null!]));
        Refused("upper", () => PairwiseComparison.OfUpper(["a"], (double[])null!));
        Refused("upper", () => PairwiseComparison.OfUpper(["a"], (IReadOnlyList<double?>)null!));
        Refused("criteria", () => PairwiseComparison.OfUpper(null!, 1));
        Refused("accounts", () => Pareto.Grade<int>(null!, _ => 1));
        Refused("revenue", () => Pareto.Grade([1], null!));
        Refused("tier", () => Graded.CountOf(null!));
        Refused("name", () => Graded.Describe(null!));
        Refused("tier", () => _ = new TierOverride<AccountTier>(null!, "a", "b", AsOf, AsOf));
        Refused("minimumStay", () => _ = new TierStability(1, 1, 1, null!));
        Refused("settings", () => TierStability.Standard.With(null!));
        Refused("bands", () => TierStability.Standard.Next<AccountTier>(null, 50, null!, AsOf));
        Refused("assessment", () => TierStability.Standard.Next(null, (Assessment<AccountTier>)null!, Bands, AsOf));
        Refused("bands", () => TierStability.Standard.Next(null, AccountValue.Standard.Assess(new()), null!, AsOf));
    }

    [Fact]
    public void Numbers_dates_and_names_that_cannot_be_are_refused()
    {
        static void Refused(string parameter, Action call) => call.Should().Throw<ArgumentException>().WithParameterName(parameter);
        Trait<int> trait = new("a", "a", "a", _ => null);
        Refused("id", () => _ = new Checklist<int>(" ", [trait]));
        Refused("version", () => _ = new Checklist<int>("a", [trait], version: " "));
        Refused("traits", () => _ = new Checklist<int>("a", []));
        Refused("traits", () => _ = new Checklist<int>("a", [trait with { Key = " " }]));
        Refused("traits", () => _ = new Checklist<int>("a", [trait with { Evidence = null! }]));
        Refused("traits", () => _ = new Checklist<int>("a", [trait, trait]));
        Refused("needed", () => _ = new Checklist<int>("a", [trait], 0));
        Refused("needed", () => _ = new Checklist<int>("a", [trait], 2));
        Refused("annualPurchases", () => Checklists.KeyAccountFrom(0));
        Refused("asOf", () => EffectiveTier<AccountTier>.On(null, [], Julian));
        Refused("rule", () => Pareto.Grade([1], each => each, rule: (ParetoRule)9));
        Refused("rule", () => Pareto.Grade([1L], new byte[1], rule: (ParetoRule)9));
        Refused("rule", () => ParetoCuts.DefaultFor((ParetoRule)9));
        Refused("largest", () => Graded.Describe(each => $"{each}", -1));
        Refused("count", () => Graded.ShareOfLargest(-1));
        Refused("judges", () => PairwiseComparison.OfJudges(["a"], []));
        Refused("from", () => _ = new TierOverride<AccountTier>(AccountTier.A, "a", "b", Julian, AsOf));
        Refused("until", () => _ = new TierOverride<AccountTier>(AccountTier.A, "a", "b", AsOf, Julian));
        Refused("by", () => _ = new TierOverride<AccountTier>(AccountTier.A, " ", "b", AsOf, AsOf));
        Refused("reason", () => _ = new TierOverride<AccountTier>(AccountTier.A, "a", " ", AsOf, AsOf));
        Refused("asOf", () => new TierOverride<AccountTier>(AccountTier.A, "a", "b", AsOf, AsOf).IsInForce(Julian));
        Refused("version", () => _ = new TierStability(1, 1, 1, Period.FromDays(1), " "));
        Refused("promotionMargin", () => _ = new TierStability(101, 1, 1, Period.FromDays(1)));
        Refused("demotionMargin", () => _ = new TierStability(1, -1, 1, Period.FromDays(1)));
        Refused("periods", () => _ = new TierStability(1, 1, 0, Period.FromDays(1)));
        Refused("asOf", () => TierStability.Standard.Next(null, 50, Bands, Julian));
        Refused("asOf", () => TierStability.Standard.Next(null, AccountValue.Standard.Assess(new()), Bands, Julian));
        Refused("asOf", () => TierStability.Standard.Next(null, AccountTier.A, Julian));
        new TierStability(100, 100, 1, Period.FromDays(1)).PromotionMargin.Should().Be(100);
        new TierOverride<AccountTier>(AccountTier.A, "a", "b", AsOf, AsOf).IsInForce(AsOf).Should().BeTrue();
        (Graded.ShareOfLargest(0), Graded.ShareOfLargest(1), Graded.ShareOfLargest(9)).Should().Be((0, .625, 1));
    }
}
