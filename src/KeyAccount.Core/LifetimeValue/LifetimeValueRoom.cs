using System.Globalization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The defaults of this room.</summary>
internal static class LifetimeValueRoom
{
    private static readonly Provenance Published = Provenance.Literature(
        "Fader, Hardie & Lee 2005, \"Counting Your Customers\" the Easy Way, Marketing Science 24(2)");

    public static IReadOnlyList<IModel> Models { get; } =
    [
        new ModelConstants(
            "crm",
            new ModelDefault(
                nameof(LifetimeGoal), Said(LifetimeGoal.InOrder.Count), Provenance.Source(SourceTitle.Selling)),
            new ModelDefault(
                nameof(RelationshipTask), Said(RelationshipTask.InOrder.Count), Provenance.Source(SourceTitle.Selling)),
            new ModelDefault(nameof(CoreIdea), Said(CoreIdea.InOrder.Count), Provenance.Source(SourceTitle.Strategy)),
            new ModelDefault(nameof(SalesTask), Said(SalesTask.InOrder.Count), Provenance.Source(SourceTitle.Strategy)),
            new ModelDefault(nameof(CrmPart), Said(CrmPart.InOrder.Count), Provenance.Source(SourceTitle.Selling)),
            new ModelDefault(
                nameof(CrmLayer), string.Join(", ", CrmLayer.InOrder),
                Provenance.Literature(
                    "Iriana & Buttle 2006, Strategic, Operational, and Analytical Customer Relationship Management, "
                    + "Journal of Relationship Marketing 5(4):23–42"))),
        LifetimeAssumptions.Standard,
        new ModelConstants(
            "customerLifetimeProfit",
            new ModelDefault(
                nameof(CustomerLifetimeProfit.KeyAccountYears), Said(CustomerLifetimeProfit.KeyAccountYears),
                SourceTitle.Norm(SourceTitle.Training, "大客户的平均合作周期为3.5年")),
            new ModelDefault(
                nameof(CustomerLifetimeProfit.KeyAccountValueMultiple), Said(CustomerLifetimeProfit.KeyAccountValueMultiple),
                SourceTitle.Norm(SourceTitle.Training, "大客户价值是普通客户的4倍")),
            new ModelDefault(
                nameof(CustomerLifetimeProfit.DefaultImprovement),
                Said(CustomerLifetimeProfit.DefaultImprovement),
                Provenance.Literature("Gupta, Lehmann & Stuart 2004, Valuing Customers, Journal of Marketing Research 41(1)")),
            new ModelDefault(
                nameof(AccountProfit.DaysPerYear), Said(AccountProfit.DaysPerYear), Provenance.LibraryDefault("the days of most years"))),
        new ModelConstants(
            "repeatPurchases",
            new ModelDefault(
                nameof(RepeatPurchaseOptions.DaysPerUnit), Said((decimal)RepeatPurchaseOptions.Default.DaysPerUnit), Published),
            new ModelDefault(nameof(RepeatPurchaseOptions.SameDay), $"{RepeatPurchaseOptions.Default.SameDay}", Published),
            new ModelDefault(
                nameof(RepeatPurchaseOptions.Refunds),
                $"{RepeatPurchaseOptions.Default.Refunds}",
                Provenance.LibraryDefault("a refund does not tell when the next order comes")),
            new ModelDefault(
                nameof(RepeatPurchaseOptions.FirstOrderInSpend),
                $"{RepeatPurchaseOptions.Default.FirstOrderInSpend}",
                Provenance.LibraryDefault("the first order often differs from those that follow")),
            new ModelDefault(
                nameof(RepeatPurchaseOptions.WithoutOneTimeBuyers),
                $"{RepeatPurchaseOptions.Default.WithoutOneTimeBuyers}",
                Published),
            new ModelDefault(
                nameof(PurchaseCalibration.DefaultGroups),
                Said(PurchaseCalibration.DefaultGroups),
                Provenance.LibraryDefault("accounts with seven orders and more are few in most portfolios"))),
    ];

    private static string Said(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
