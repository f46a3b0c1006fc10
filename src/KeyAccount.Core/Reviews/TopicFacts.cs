namespace KeyAccount.Core.Reviews;

/// <summary>What the findings of a topic of your own are decided by: what it has judged, and what the rooms say of the account.</summary>
/// <typeparam name="TJudgement">What the topic judges.</typeparam>
/// <param name="Topic">What the topic has judged.</param>
/// <param name="Account">What the rooms say.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record TopicFacts<TJudgement>(TJudgement Topic, ReviewFacts Account)
    where TJudgement : class;
