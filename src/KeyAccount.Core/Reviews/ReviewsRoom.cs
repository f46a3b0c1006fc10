using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The models of reviews, listed once.</summary>
internal static class ReviewsRoom
{
    public static IReadOnlyList<IModel> Models { get; } =
    [
        AccountFindings.Standard,
        new ModelConstants(
            "review",
            Default(
                nameof(AccountFindings.SilentMonths),
                $"{AccountFindings.SilentMonths}",
                "a quarter without purchases, where its own pauses were shorter"),
            Default(
                nameof(AccountFindings.NotableFall), $"{AccountFindings.NotableFall}", "a fifth: more than purchases usually vary"),
            Default(
                nameof(AccountFindings.OpenContractDays),
                $"{AccountFindings.OpenContractDays}",
                "half a year: a barrier takes that long to build"),
            Default(nameof(AccountFindings.ContractDays), $"{AccountFindings.ContractDays}", "a quarter to negotiate in"),
            Default(nameof(AccountFindings.OverdueDays), $"{AccountFindings.OverdueDays}", "a month after the term"),
            Default(nameof(AccountFindings.NewPersonDays), $"{AccountFindings.NewPersonDays}", "half a year to get to know somebody"),
            Default(nameof(AccountFindings.LeftPersonDays), $"{AccountFindings.LeftPersonDays}", "a year: the next round of contracts"),
            Default(nameof(AccountFindings.NotableLoss), $"{AccountFindings.NotableLoss}", "a tenth of the scale of support"),
            Default(
                nameof(PurchaseTrend.ShortSpan),
                $"{PurchaseTrend.ShortSpan}",
                "half of the year that most files hold; the season is not taken out"),
            Default(nameof(AccountActions.Most), $"{AccountActions.Most}", "people with more to do get none of it done"),
            Default(nameof(AccountActions.FollowUpDays), $"{AccountActions.FollowUpDays}", "a month: nobody knows how urgent it is")),
        AccountFindings.Risk,
        AccountActions.Standard,
        AccountActions.Prohibitions,
        PortraitTags.Standard,
        StrategyTargets.Standard,
        new ModelConstants(
            "methodMap",
            Default(
                nameof(MethodMap.Places),
                $"{MethodMap.Places.Count} rooms",
                $"{SourceTitle.Strategy} announces the map and does not show it; which room serves what is ours"),
            Default(
                nameof(MethodMap.Definition),
                $"in our words",
                $"{SourceTitle.Selling} names NCR's definition of customer relationship management and does not give it")),
        new ModelConstants(
            "shareForecast",
            Default(nameof(ShareForecast.LastingPart), $"{ShareForecast.LastingPart}", "half of a change lasts, as often as not"),
            Default(nameof(ShareForecast.WalletError), $"{ShareForecast.WalletError}", "a wallet is an estimate")),
        new ModelConstants(
            "portrait.facts",
            Default(nameof(Portrait.HalfLifeDays), $"{Portrait.HalfLifeDays}", "a year: customers change with their budgets"),
            Default(nameof(Portrait.UndatedWeight), $"{Portrait.UndatedWeight}", "as if it were a year old"),
            Default(nameof(Portrait.BestCustomers), $"{Portrait.BestCustomers}", "one customer is not a pattern"),
            new ModelDefault(
                "similarity", "Gower, all features alike",
                Provenance.Literature("Gower 1971, A General Coefficient of Similarity and Some of Its Properties, Biometrics 27:857"))),
    ];

    private static ModelDefault Default(string name, FormattableString value, string reason) =>
        new(name, Invariant(value), Provenance.LibraryDefault(reason));
}
