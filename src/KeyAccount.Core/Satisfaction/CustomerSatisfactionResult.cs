using System.Text.Json.Serialization;
using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The customer satisfaction score of a survey.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record CustomerSatisfactionResult
{
    /// <summary>A result from its parts; what JSON reads back.</summary>
    /// <param name="satisfied">The number of satisfied respondents; not negative.</param>
    /// <param name="respondents">The number of respondents; at least <paramref name="satisfied"/>.</param>
    /// <param name="interval">The interval of the score; null without respondents.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range.</exception>
    [JsonConstructor]
    public CustomerSatisfactionResult(int satisfied, int respondents, ConfidenceInterval? interval)
    {
        Guard.NotNegative(satisfied);
        Guard.AtLeast(respondents, satisfied);
        Satisfied = satisfied;
        Respondents = respondents;
        Interval = interval;
    }

    /// <summary>The number of satisfied respondents.</summary>
    public int Satisfied { get; }

    /// <summary>The number of respondents.</summary>
    public int Respondents { get; }

    /// <summary>Wilson's interval of <see cref="Score"/>, within 0 … 100; null without respondents.</summary>
    public ConfidenceInterval? Interval { get; }

    /// <summary>CSAT in percent, 0 … 100: 100·satisfied/respondents; null without respondents.</summary>
    [JsonIgnore]
    public double? Score => Respondents == 0 ? null : 100.0 * Satisfied / Respondents;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"CustomerSatisfactionResult {{ Satisfied = {Satisfied}, Respondents = {Respondents}, Score = {Score}, Interval = {Interval} }}");

    /// <summary>The result for a person.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string language = Terms.Language.English) =>
        SatisfactionDocuments.Of(this, language);
}
