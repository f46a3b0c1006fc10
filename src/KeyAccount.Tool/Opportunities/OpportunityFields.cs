using KeyAccount.Tool.Tables;

namespace KeyAccount.Tool.Opportunities;

/// <summary>The fields of the tables of deals, by the names that the review gives its columns.</summary>
internal static class OpportunityFields
{
    public static readonly Field Id = new("id", IsNeeded: true)
    {
        OtherNames = ["opportunityId", "opportunity_id", "opportunity id", "dealId", "deal_id", "deal id"],
    };

    public static readonly Field Account = new("accountId") { OtherNames = ["account"] };
    public static readonly Field Name = new("name");
    public static readonly Field Owner = new("owner");
    public static readonly Field Amount = new("amount", FieldKind.Number, IsNeeded: true);
    public static readonly Field Currency = new("currency");
    public static readonly Field Stage = new("stage");
    public static readonly Field StageSince = new("stageSince", FieldKind.Date) { OtherNames = ["since"] };
    public static readonly Field CreatedOn = new("createdOn", FieldKind.Date) { OtherNames = ["created"] };
    public static readonly Field ExpectedClose = new("expectedClose", FieldKind.Date);
    public static readonly Field Channel = new("channel");
    public static readonly Field Category = new("category");
    public static readonly Field StatedOdds = new("statedOdds", FieldKind.Text) { OtherNames = ["probability"] };
    public static readonly Field NextStepDate = new("nextStepDate", FieldKind.Date);
    public static readonly Field NextStep = new("nextStep");
    public static readonly Field IsWon = new("isWon");
    public static readonly Field ClosedOn = new("closedOn", FieldKind.Date);
    public static readonly Field LossReason = new("lossReason");
    public static readonly Field Needs = new("needs");
    public static readonly Field Competitors = new("competitors");
    public static readonly Field Evidence = new("evidence");

    public static readonly Field Since = new("since", FieldKind.Date, IsNeeded: true) { OtherNames = ["date"] };

    public static readonly Field PaymentDate = new("date", FieldKind.Date, IsNeeded: true);
    public static readonly Field Share = new("share", IsNeeded: true);

    /// <summary>A deal a row.</summary>
    /// <param name="hasStages">Whether the stages stand in a table of their own.</param>
    public static IReadOnlyList<Field> OfDeals(bool hasStages) =>
    [
        Id, Account, Name, Owner, Amount, Currency, StageIn(isNeeded: !hasStages), StageSince, CreatedOn, ExpectedClose, Channel, Category,
        StatedOdds, NextStepDate, NextStep, IsWon, ClosedOn, LossReason, Needs, Competitors, Evidence,
    ];

    /// <summary>A stage of a deal a row, in the order of the days.</summary>
    public static IReadOnlyList<Field> OfStages { get; } = [Id, StageIn(isNeeded: true), Since, ExpectedClose];

    /// <summary>A payment of a deal a row.</summary>
    public static IReadOnlyList<Field> OfPayments { get; } = [Id, PaymentDate, Share];

    /// <summary>Every name that <c>--column</c> takes.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. OfDeals(hasStages: false).Concat(OfStages).Concat(OfPayments).Select(field => field.Name).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The field of the stage, which a table may have to have.</summary>
    public static Field StageIn(bool isNeeded) => Stage with { IsNeeded = isNeeded };
}
