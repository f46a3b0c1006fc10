using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>The urgency of a customer's warning signs together, as the health of the relationship.</summary>
/// <remarks>LibraryDefault throughout: 《大客户销售技巧（客户关系管理篇）》 asks for indicators (预警指标) and names none.</remarks>
public static class EarlyWarning
{
    /// <summary>The share of the weight that must be known. Purchases and their rhythm alone are enough (35 %), because more is seldom
    /// known of a customer without an account manager. Provenance: <c>LibraryDefault</c>.</summary>
    public const double MinimumCoverage = 0.3;

    private static Text Unit => TextTable.Library["Winback.EarlyWarningModel.unit"];

    // A band begins with its lowest score; an alarm ends with its highest, and scores have six places.
    private const double Next = 0.000001;

    /// <summary>Ten signs → the health of the relationship. 100 is calm; up to 70 watch, up to 40 alarm.</summary>
    /// <remarks>A sign that nothing shows counts 100 points, one at its threshold 40, one at twice that 0, so that signs which are all just
    /// at their threshold are an alarm together.</remarks>
    public static Scorecard<WarningFacts, WarningLevel> Standard { get; } = Scorecard
        .For<WarningFacts, WarningLevel>("winback.warning")
        .From(Provenance.LibraryDefault($"{SourceTitle.Selling} asks for indicators and names none; signs, weights and cuts are ours"))
        .Labels(TextTable.Library, "Winback.EarlyWarningModel.")
        .Criterion("purchasesFall", 0.20, f => f.PurchasesFall, Health(), 0.1, unit: Unit, control: Controllability.Influenceable)
        .Criterion("orderOverdue", 0.15, f => f.OrderOverdue, Health(), 0.1, unit: Unit, control: Controllability.Influenceable)
        .Criterion("shareFalls", 0.15, f => f.ShareFalls, Health(), 0.1, unit: Unit, control: Controllability.Influenceable)
        .Criterion("rangeNarrows", 0.05, f => f.RangeNarrows, Health(), 0.1, unit: Unit, control: Controllability.Influenceable)
        .Criterion("paymentSlows", 0.10, f => f.PaymentSlows, Health(), 0.1, unit: Unit, control: Controllability.Influenceable)
        .Criterion("complaintsChange", 0.05, f => f.ComplaintsChange, Health(), 0.1, unit: Unit, control: Controllability.Actionable)
        .Criterion("contactFades", 0.05, f => f.ContactFades, Health(), 0.1, unit: Unit, control: Controllability.Actionable)
        .Criterion("keyPersonLeft", 0.15, f => f.KeyPersonLeft, Health(), 0.1, unit: Unit, control: Controllability.Given)
        .Criterion("competitorTrial", 0.05, f => f.CompetitorTrial, Health(), 0.1, unit: Unit, control: Controllability.Given)
        .Criterion("contractNotRenewed", 0.05, f => f.ContractNotRenewed, Health(), 0.1, unit: Unit, control: Controllability.Actionable)
        .MissingData(MissingData.Renormalize, MinimumCoverage)
        .Bands((0, WarningLevel.Alarm), (40 + Next, WarningLevel.Watch), (70 + Next, WarningLevel.Calm))
        .Build();

    private static Scale Health() => Scale.Linear((0, 100), (1, 40), (2, 0));
}
