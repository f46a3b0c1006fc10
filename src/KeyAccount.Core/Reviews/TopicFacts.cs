namespace KeyAccount.Core.Reviews;

/// <summary>The facts that decide the findings of a topic of your own: its judgement, and the rooms' answers about the account.</summary>
/// <typeparam name="TJudgement">The judgement of the topic.</typeparam>
/// <param name="Topic">The judgement of the topic.</param>
/// <param name="Account">The answers of the rooms.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record TopicFacts<TJudgement>(TJudgement Topic, ReviewFacts Account)
    where TJudgement : class;
