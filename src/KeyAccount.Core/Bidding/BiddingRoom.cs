using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>The models of this room.</summary>
internal static class BiddingRoom
{
    public static IReadOnlyList<IModel> Models { get; } =
    [
        BidTables.GoNoGo,
        BidTables.Validity,
        BidTables.Conduct,
        BidTables.Transitions,
        new ModelConstants(
            "bidding.duties",
            [
                .. TenderDuties.TenderingLaw.Select(duty => Default("tenderingLaw", duty)),
                .. TenderDuties.GovernmentPurchasing.Select(duty => Default("governmentPurchasing", duty)),
                new(nameof(TenderDuties.MostDepositShare), Invariant($"{TenderDuties.MostDepositShare}"), TenderDuties.Deposit),
            ]),
    ];

    private static ModelDefault Default(string regime, TenderDuty duty) => new(
        Invariant($"{regime}.{duty.Key}"),
        Invariant($"{(duty.IsAtLeast ? "at least" : "at most")} {duty.Days} {(duty.IsInWorkingDays ? "working days" : "days")}"),
        duty.Provenance);
}
