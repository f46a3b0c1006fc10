using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>How urgent the warning signs of a customer are together.</summary>
/// <remarks>LibraryDefault throughout: 《大客户销售技巧（客户关系管理篇）》 asks for indicators (预警指标) and names none.</remarks>
public static class EarlyWarning
{
    /// <summary>The share of the weight that must be known. Purchases and their rhythm alone are enough (35 %), because more is seldom
    /// known
    /// of a customer without an account manager. Provenance: <c>LibraryDefault</c>.</summary>
    public const double MinimumCoverage = 0.3;

    private static Text Unit => TextTable.Library["Winback.EarlyWarningModel.unit"];

    /// <summary>Ten signs → how urgent. A high score is bad: from 30 watch, from 60 alarm.</summary>
    /// <remarks>A sign counts 60 points at its threshold and 100 at twice that, so that signs which are all just at their threshold are an
    /// alarm together.</remarks>
    public static Scorecard<WarningFacts, WarningLevel> Standard { get; } = Scorecard
        .For<WarningFacts, WarningLevel>("winback.warning")
        .From(Provenance.LibraryDefault($"{SourceTitle.Selling} asks for indicators and names none; signs, weights and cuts are ours"))
        .Labels(TextTable.Library, "Winback.EarlyWarningModel.")
        .Criterion("purchasesFall", 0.20, f => f.PurchasesFall, Severity(), 0.1, unit: Unit, control: Controllability.Influenceable)
        .Criterion("orderOverdue", 0.15, f => f.OrderOverdue, Severity(), 0.1, unit: Unit, control: Controllability.Influenceable)
        .Criterion("shareFalls", 0.15, f => f.ShareFalls, Severity(), 0.1, unit: Unit, control: Controllability.Influenceable)
        .Criterion("rangeNarrows", 0.05, f => f.RangeNarrows, Severity(), 0.1, unit: Unit, control: Controllability.Influenceable)
        .Criterion("paymentSlows", 0.10, f => f.PaymentSlows, Severity(), 0.1, unit: Unit, control: Controllability.Influenceable)
        .Criterion("complaintsChange", 0.05, f => f.ComplaintsChange, Severity(), 0.1, unit: Unit, control: Controllability.Actionable)
        .Criterion("contactFades", 0.05, f => f.ContactFades, Severity(), 0.1, unit: Unit, control: Controllability.Actionable)
        .Criterion("keyPersonLeft", 0.15, f => f.KeyPersonLeft, Severity(), 0.1, unit: Unit, control: Controllability.Given)
        .Criterion("competitorTrial", 0.05, f => f.CompetitorTrial, Severity(), 0.1, unit: Unit, control: Controllability.Given)
        .Criterion("contractNotRenewed", 0.05, f => f.ContractNotRenewed, Severity(), 0.1, unit: Unit, control: Controllability.Actionable)
        .MissingData(MissingData.Renormalize, MinimumCoverage)
        .Bands((0, WarningLevel.Calm), (30, WarningLevel.Watch), (60, WarningLevel.Alarm))
        .Build();

    private static Scale Severity() => Scale.Linear((0, 0), (1, 60), (2, 100));
}
