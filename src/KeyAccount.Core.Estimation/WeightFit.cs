using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Scoring.Validation;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Estimation;

/// <summary>The weights that outcomes suggest, as settings to review and put in force, and their gain; or the reason why there are
/// none.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record WeightFit
{
    internal WeightFit()
    {
    }

    /// <summary>The outcome of the fit.</summary>
    public WeightFitOutcome Outcome { get; internal init; }

    /// <summary>Why there are no weights; null if there are.</summary>
    public Text? Reason { get; internal init; }

    /// <summary>The settings that put the weights in force, for <c>Scorecard.With</c>; null if the fit was refused. Scales, bands and
    /// caps stay.</summary>
    public ScorecardSettings? Settings { get; internal init; }

    /// <summary>The weights in the order of the criteria; empty if the fit was refused.</summary>
    public IReadOnlyList<FittedWeight> Weights { get; internal init; } = ValueList<FittedWeight>.Empty;

    /// <summary>The strength of the pull towards the present weights; the larger, the closer the fitted ones are to them. Null if the fit
    /// was refused.</summary>
    public double? Strength { get; internal init; }

    /// <summary>The number of rated accounts used for the fit.</summary>
    public int Accounts { get; internal init; }

    /// <summary>The number of those accounts with the event.</summary>
    public int Events { get; internal init; }

    /// <summary>The day of the held-out scores: none of them was used for the weights. Null if the fit was refused for too few
    /// days.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? HeldOutOn { get; internal init; }

    /// <summary>The area under the ROC curve of the fitted score less that of the present one, on the held-out accounts;
    /// null if the fit was refused.</summary>
    public RocAreaDifference? HeldOut { get; internal init; }

    /// <summary>Whether the fitted weights perform better on the held-out accounts, beyond chance.</summary>
    [JsonIgnore]
    public bool IsGain => HeldOut?.Interval?.Low > 0;

    /// <summary>The weights for a person: before and after, and their gain on the held-out accounts.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(string language = Language.English)
    {
        var tag = Language.Resolve(language);
        var title = Say("Estimation.weights.title");
        if (Reason is { } reason)
            return new(tag, title, [new Paragraph(reason.In(tag), Tone.Warning)]);
        var (criterion, present, fitted) = (
            Say("Estimation.weights.criterion"), Say("Estimation.weights.present"), Say("Estimation.weights.fitted"));
        return new(tag, title,
        [
            new Paragraph(
                Say(IsGain ? "Estimation.weights.gain" : "Estimation.weights.noGain", new DateCell(HeldOutOn!.Value)),
                IsGain ? Tone.Plain : Tone.Warning),
            .. HeldOut!.Describe(tag).Blocks,
            new Paragraph(Say("Estimation.weights.learnt", new NumberCell(Accounts), new NumberCell(Events)), Tone.Note),
            .. Weights.Any(weight => weight.IsKept)
                ? (Block[])
                [
                    new Paragraph(
                        Say("Estimation.weights.kept", string.Join(
                            tag == Language.English ? ", " : "、",
                            Weights.Where(weight => weight.IsKept).Select(weight => weight.Name.In(tag)))),
                        Tone.Note),
                ]
                : [],
            new BarFigure(
                title, Say("Estimation.weights.description"), criterion, new(fitted, "%", 1),
                [
                    .. Weights.Select(weight => new Bar(
                        Capital(weight.Name.In(tag)), (decimal)(100 * weight.Fitted), Math.Round((decimal)(100 * weight.Present), 4))),
                ],
                present),
        ]);

        string Capital(string name) =>
            tag == Language.English && name.Length > 0 ? char.ToUpperInvariant(name[0]) + name[1..] : name;

        string Say(string key, params object?[] arguments) => Run.TextOf(Run.Fill(ScorecardWeights.Texts[key], tag, arguments));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The figures by name.</returns>
    public override string ToString() => Invariant($"WeightFit {{ Outcome = {Outcome}, Weights = {Weights}, Strength = {Strength}, ")
        + Invariant($"Accounts = {Accounts}, Events = {Events}, HeldOutOn = {HeldOutOn:R}, HeldOut = {HeldOut}, Reason = {Reason} }}");
}
