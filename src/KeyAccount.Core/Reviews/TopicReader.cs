using System.Globalization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The reader for whom a topic is described: the language, the currency, and the models of the review.</summary>
/// <remarks>Not a value: it puts judgements into words. Immutable and safe to share between threads.</remarks>
public sealed class TopicReader
{
    private const string None = "–";

    /// <summary>Creates a reader.</summary>
    /// <param name="models">The models of the review.</param>
    /// <param name="currency">The currency of every amount.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public TopicReader(ReviewModels models, string currency, string language)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(currency);
        Models = models;
        Currency = currency;
        Language = Terms.Language.Resolve(language);
    }

    /// <summary>The models of the review.</summary>
    public ReviewModels Models { get; }

    /// <summary>The currency of every amount.</summary>
    public string Currency { get; }

    /// <summary>The language: one of <see cref="Terms.Language.Known"/>.</summary>
    public string Language { get; }

    /// <summary>The account file behind the review, for figures that a review does not keep: purchases by month, and the ties between
    /// people. Null if it is not available; those figures are then left out.</summary>
    public AccountFile? Account { get; init; }

    /// <summary>The portrait of the account, with which its document begins (<see cref="PortfolioReviewRun.PortraitOf(AccountReview)"/>);
    /// null to leave it out.</summary>
    public Portrait? Portrait { get; init; }

    /// <summary>The diagnosis of the relationship, which follows the portrait (<see cref="PortfolioReviewRun.DiagnosisOf"/>); null to leave
    /// it out.</summary>
    public RelationshipDiagnosis? Diagnosis { get; init; }

    internal string NotKnown => Text("notKnown");

    private bool IsEnglish => !Terms.Language.IsChinese(Language);

    internal static string Number(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? None;

    internal static string Number(decimal? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? None;

    /// <summary>A sentence of the library's own about topics.</summary>
    internal string Text(string key, params object?[] arguments) => Of($"Reviews.Topics.{key}", arguments);

    /// <summary>A sentence of the library's own.</summary>
    internal string Of(string key, params object?[] arguments) => TextTable.Library[key].With(arguments).In(Language);

    /// <summary>Joins words to a list.</summary>
    internal string Listed(IEnumerable<string> words) => string.Join(IsEnglish ? ", " : "、", words);

    /// <summary>Joins what is known about a topic to one line; null if nothing is known.</summary>
    internal string? Joined(params IEnumerable<string?> parts) =>
        string.Join(IsEnglish ? "; " : "；", parts.OfType<string>()) is { Length: > 0 } line ? line : null;

    /// <summary>Points and their band.</summary>
    internal string? Points<TBand>(Assessment<TBand>? assessment, string format = "0")
        where TBand : class => assessment is { IsRated: true } ? Text("points", Number(assessment.Score, format), assessment.Band) : null;

    /// <summary>Describes an assessment with its reasons; null if there is none, or if another model made it.</summary>
    internal Section? Told<TFacts, TBand>(Scorecard<TFacts, TBand> model, Assessment<TBand>? assessment)
        where TBand : class =>
        assessment is not null && assessment.ModelId == model.Id ? model.Describe(assessment, Language).ToSection() : null;

    /// <summary>The raw value of a criterion, as a person reads it.</summary>
    internal string Raw<TFacts>(Criterion<TFacts> criterion, double raw, bool hasUnit = true) =>
        criterion.LevelName(raw)?.In(Language)
        ?? NumberCell.Of(
            Math.Round(raw, Math.Abs(raw) >= 1000 ? 0 : 2), decimals: null, hasUnit ? criterion.Unit.In(Language) : null)!
            .Display(Language);
}
