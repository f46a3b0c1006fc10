using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The value of a topic of your own in an account file or a review: JSON whose form only the topic knows.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Json">The JSON without white space; null if nothing is known.</param>
/// <remarks>Immutable; equal when both parts are. Read it with <see cref="AccountTopic{TPart,TJudgement}"/>.</remarks>
public sealed record TopicValue(ReviewTopic Topic, string? Json)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"TopicValue {{ Topic = {Topic}, Json = {Json} }}");
}
