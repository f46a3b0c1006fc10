namespace KeyAccount.Core.Reviews;

/// <summary>What an action is decided by: what the finding says, about what, and the account.</summary>
/// <remarks>Immutable; equal when every part is. The ready rules read kind, topic and subject, so that they answer findings of your own
/// too; <see cref="Finding"/> is there for rules of your own that answer one finding and no other.</remarks>
public sealed record ActionFacts
{
    /// <summary>What kind of thing the finding says.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>The topic it belongs to.</summary>
    public required ReviewTopic Topic { get; init; }

    /// <summary>What it is about.</summary>
    public required FindingSubject Subject { get; init; }

    /// <summary>The rule of the finding.</summary>
    public required string Finding { get; init; }

    /// <summary>The account.</summary>
    public required ReviewFacts Account { get; init; }

    internal static ActionFacts Of(Finding finding, ReviewFacts account) => new()
    {
        Kind = finding.Kind, Topic = finding.Topic, Subject = finding.Subject, Finding = finding.RuleId, Account = account,
    };
}
