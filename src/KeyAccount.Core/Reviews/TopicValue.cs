using System.Text.Json;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The value of a topic of your own in an account file or a review: JSON whose form only the topic knows.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Json">The JSON without white space; null if nothing is known.</param>
/// <remarks>Immutable; equal when both parts are. Read it with <see cref="AccountTopic{TPart,TJudgement}"/>.</remarks>
public sealed record TopicValue(ReviewTopic Topic, string? Json)
{
    /// <summary>The topic.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public ReviewTopic Topic { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Topic);

    /// <summary>The JSON without white space; null if nothing is known.</summary>
    /// <exception cref="ArgumentException">It is not valid JSON.</exception>
    public string? Json { get; init => field = Compact(value); } = Compact(Json);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"TopicValue {{ Topic = {Topic}, Json = {Json} }}");

    private static string? Compact(string? json)
    {
        if (json is null)
            return null;
        try
        {
            using var document = JsonDocument.Parse(json);
            return RawJsonConverter.Compact(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"Json is not valid JSON: {e.Message}", nameof(Json), e);
        }
    }
}
