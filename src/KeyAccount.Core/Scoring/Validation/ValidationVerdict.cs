using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The verdict on a score.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ValidationVerdict>))]
public enum ValidationVerdict
{
    /// <summary>There are fewer outcomes than <see cref="ValidationOptions.LeastOutcomes"/>: only the range is given.</summary>
    TooFewOutcomes,

    /// <summary>The score separates accounts better than a coin, even at the lower end of its interval.</summary>
    Kept,

    /// <summary>The interval includes the result of a coin: the data do not show that the score separates anything.</summary>
    NotShown,

    /// <summary>The score points the wrong way, even at the upper end of its interval.</summary>
    Reversed,
}
