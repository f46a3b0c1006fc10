using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>Whether a score keeps its promise.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ValidationVerdict>))]
public enum ValidationVerdict
{
    /// <summary>Fewer outcomes than <see cref="ValidationOptions.LeastOutcomes"/>: only the range is given.</summary>
    TooFewOutcomes,

    /// <summary>The score tells accounts apart, better than a coin would even at the lower end of its interval.</summary>
    Kept,

    /// <summary>The interval holds what a coin would do: the data do not show that the score tells anything.</summary>
    NotShown,

    /// <summary>The score points the wrong way, even at the upper end of its interval.</summary>
    Reversed,
}
