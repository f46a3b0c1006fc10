using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Prospects;

/// <summary>Models of prospecting: which prospects are worth the work, and how to enter where a competitor has a firm hold.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 defines a prospect by need, positioning fit and ability to pay. Every weight, scale, cut and rule is a
/// <c>LibraryDefault</c>.</remarks>
public static class Prospecting
{
    private const decimal KeyAccountPurchases = 1_000_000m;
    private const int MostPurchases = 10;

    private static readonly Provenance Ours = Provenance.LibraryDefault(
        $"{SourceTitle.Selling} names need, fit and ability to pay; access, incumbent, weights and cuts are ours");

    /// <summary>Six criteria → priority; amounts in CNY. For another currency: <see cref="In"/>. A company that cannot pay, or is outside
    /// our positioning, is not worked on.</summary>
    public static Scorecard<ProspectFacts, ProspectPriority> Priority { get; } = In(KeyAccountPurchases);

    /// <summary>Satisfaction with the present supplier, barrier and event → the way in. Complete, also where facts are not known. A
    /// customer that is satisfied and bound is not attacked by price: wait, unless something opens.</summary>
    public static DecisionTable<IncumbentFacts, IncumbentEntry> Entry { get; } = DecisionTable
        .For<IncumbentFacts, IncumbentEntry>("prospects.incumbent")
        .Domain(f => f.Satisfaction, [.. SatisfactionLevel.InOrder, null])
        .Domain(f => f.Barrier, [.. BarrierLevel.InOrder, null])
        .Domain(f => f.Event, [.. IncumbentEvent.InOrder, null])
        .From(Provenance.LibraryDefault($"{SourceTitle.Selling} puts the case and leaves the answer open"))
        .Reasons(TextTable.Library, "Prospects.Entry.")
        .Rule("failure", f => f.Event == IncumbentEvent.Failure, IncumbentEntry.RivalFailure)
        .Rule("technology", f => f.Event == IncumbentEvent.NewTechnology, IncumbentEntry.TechnologyShift)
        .Rule("project", f => f.Event == IncumbentEvent.NewProject, IncumbentEntry.NewProject)
        .Rule("satisfiedAndBound", f => f.Satisfaction == SatisfactionLevel.High && f.Barrier == BarrierLevel.High, IncumbentEntry.Wait)
        .Rule("person", f => f.Event == IncumbentEvent.NewPerson, IncumbentEntry.FromTheTop)
        .Rule("tender", f => f.Event == IncumbentEvent.Tender, IncumbentEntry.SecondSource)
        .Rule(
            "unsatisfiedAndBound", f => f.Satisfaction == SatisfactionLevel.Low && f.Barrier == BarrierLevel.High,
            IncumbentEntry.FromTheTop)
        .Rule("unsatisfied", f => f.Satisfaction == SatisfactionLevel.Low, IncumbentEntry.SecondSource)
        .Rule("free", f => f.Barrier == BarrierLevel.Low, IncumbentEntry.SecondSource)
        .Rule("unknown", f => f.Satisfaction == null || f.Barrier == null, IncumbentEntry.Wait)
        .Rule("nothingOpen", f => true, IncumbentEntry.Wait)
        .Build(HitPolicy.First);

    /// <summary>The priority model for another currency.</summary>
    /// <param name="keyAccountPurchases">The yearly purchases that make a key account, in the currency of the facts; positive.</param>
    /// <returns>The scorecard.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="keyAccountPurchases"/> is not positive, or too large for ten times it
    /// to fit a decimal.</exception>
    public static Scorecard<ProspectFacts, ProspectPriority> In(decimal keyAccountPurchases)
    {
        Guard.Above(keyAccountPurchases, 0);
        Guard.AtMost(keyAccountPurchases, decimal.MaxValue / MostPurchases);
        var key = (double)keyAccountPurchases;
        return Scorecard
            .For<ProspectFacts, ProspectPriority>("prospects.priority")
            .From(Ours)
            .Labels(TextTable.Library, "Prospects.Priority.")
            .Criterion("needUrgency", 25, f => f.NeedUrgency, FactorLevel.Points(), control: Controllability.Influenceable)
            .Criterion("positioningFit", 20, f => f.PositioningFit, FactorLevel.Points(), control: Controllability.Given)
            .Criterion(
                "abilityToPay", 15, f => f.AbilityToPay,
                Scale.Levels((PayingAbility.NotMet, 0), (PayingAbility.Doubtful, 40), (PayingAbility.Met, 100)),
                control: Controllability.Given)
            .Criterion(
                "expectedPurchases", 20, f => (double?)f.ExpectedPurchases,
                Scale.Linear((0, 0), (key / MostPurchases, 30), (key, 70), (key * MostPurchases, 100)), key / 100,
                unit: TextTable.Library["Prospects.Priority.unit.amount"], control: Controllability.Influenceable)
            .Criterion("access", 10, f => f.Access, FactorLevel.Points(), control: Controllability.Actionable)
            .Criterion("incumbentWeakness", 10, f => f.IncumbentWeakness, FactorLevel.Points(), control: Controllability.Given)
            .Cap("cannotPay", f => f.AbilityToPay == PayingAbility.NotMet, ProspectPriority.Drop)
            .Cap("outsidePositioning", f => f.PositioningFit == FactorLevel.None, ProspectPriority.Drop)
            .MissingData(MissingData.Renormalize, 0.6)
            .Bands((0, ProspectPriority.Drop), (40, ProspectPriority.Nurture), (65, ProspectPriority.Pursue))
            .Build();
    }
}
