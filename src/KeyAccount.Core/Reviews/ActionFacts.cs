namespace KeyAccount.Core.Reviews;

/// <summary>The facts that decide an action: the kind and the subject of the finding, and the account.</summary>
/// <remarks>Immutable; two values are equal if all their parts are. The library's rules read kind, topic and subject, so that they also
/// answer findings of your own; use <see cref="Finding"/> in rules of your own that answer only one finding.</remarks>
public sealed record ActionFacts
{
    /// <summary>The kind of the finding.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>The topic of the finding.</summary>
    public required ReviewTopic Topic { get; init; }

    /// <summary>The subject of the finding.</summary>
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
