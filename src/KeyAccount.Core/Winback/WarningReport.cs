using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Winback;

/// <summary>The early warning of one customer: its signs with evidence, their urgency together, its rhythm and its state.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record WarningReport
{
    /// <summary>A report from its parts; what JSON reads back.</summary>
    /// <param name="signs">The signs that the data allow, in the order of the term.</param>
    /// <param name="warning">The urgency of the signs together.</param>
    /// <param name="rhythm">The rhythm of buying; null if there is none.</param>
    /// <param name="state">The state of the customer; undecided if no fact decides it.</param>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="rhythm"/> is null.</exception>
    [JsonConstructor]
    public WarningReport(
        IReadOnlyList<WarningReading> signs, Assessment<WarningLevel> warning, BuyingRhythm? rhythm, Decision<CustomerState> state)
    {
        ArgumentNullException.ThrowIfNull(warning);
        ArgumentNullException.ThrowIfNull(state);
        (Signs, Warning, Rhythm, State) = (ValueList.Of(signs), warning, rhythm, state);
    }

    /// <summary>The signs that the data allow, in the order of the term, including inactive ones.</summary>
    public IReadOnlyList<WarningReading> Signs { get; }

    /// <summary>The urgency of the signs together.</summary>
    public Assessment<WarningLevel> Warning { get; }

    /// <summary>The rhythm of buying: of single orders, else by months (<see cref="BuyingRhythm.IsByMonth"/>); null if there is none, or
    /// neither is known.</summary>
    public BuyingRhythm? Rhythm { get; }

    /// <summary>The state of the customer; undecided if it has no rhythm and no other fact decides it.</summary>
    public Decision<CustomerState> State { get; }

    /// <summary>Why the signs together are not rated: how much of their weight is known, how much must be, and what is missing. Null if
    /// they are.</summary>
    public Text? WhyUnrated { get; init; }

    /// <summary>The signs that the data do not allow, in the order of the term.</summary>
    [JsonIgnore]
    public IEnumerable<WarningSign> Missing => WarningSign.InOrder.Except(Signs.Select(sign => sign.Sign));

    /// <summary>The active signs.</summary>
    [JsonIgnore]
    public IEnumerable<WarningReading> Raised => Signs.Where(sign => sign.IsRaised);

    /// <summary>The early warning of a customer.</summary>
    /// <param name="data">The known data of the customer.</param>
    /// <param name="asOf">The day; what is dated later does not count.</param>
    /// <param name="thresholds">The thresholds of the signs; <see cref="WarningThresholds.Default"/> if none are given.</param>
    /// <param name="model">The scorecard of the urgency; <see cref="EarlyWarning.Standard"/> if none is given.</param>
    /// <param name="states">The table of states; <see cref="CustomerStates.Standard"/> if none is given.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="OverflowException">A sum of purchases does not fit a decimal.</exception>
    public static WarningReport Of(
        WarningData data,
        LocalDate asOf,
        WarningThresholds? thresholds = null,
        Scorecard<WarningFacts, WarningLevel>? model = null,
        DecisionTable<CustomerStateFacts, CustomerState>? states = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        Guard.Iso(asOf);
        var rhythm = data.Orders is { } orders
            ? BuyingRhythm.Of(orders.Where(order => order.Amount > 0).Select(order => order.Date), asOf)
            : data.Purchases is { } months ? BuyingRhythm.OfMonths(months, asOf)
            : null;
        var signs = WarningSigns.Of(data, rhythm, asOf, thresholds ?? WarningThresholds.Default);
        var scorecard = model ?? EarlyWarning.Standard;
        var warning = scorecard.Assess(WarningSigns.FactsOf(signs));
        return new(
            signs,
            warning,
            rhythm,
            (states ?? CustomerStates.Standard).Decide(new()
            {
                IsBlacklisted = data.IsBlacklisted,
                IsContractGone = WarningSigns.IsContractGone(data, asOf),
                IsSeasonalPause = rhythm?.IsSeasonalPause == true,
                OverdueRatio = rhythm?.OverdueRatio,
            }))
        {
            WhyUnrated = warning.IsRated ? null : TextTable.Library["Winback.Describe.whyUnrated"].With(
                100 * warning.Coverage, 100 * scorecard.MinimumCoverage,
                Listed(WarningSign.InOrder.Except(signs.Select(sign => sign.Sign)))),
        };
    }

    private static Text Listed(IEnumerable<WarningSign> signs)
    {
        WarningSign[] all = [.. signs];
        return new(
            string.Join(", ", all.Select(sign => sign.DisplayName(Language.English))),
            string.Join("、", all.Select(sign => sign.DisplayName(Language.SimplifiedChinese))),
            string.Join("、", all.Select(sign => sign.DisplayName(Language.TraditionalChinese))));
    }

    /// <summary>The report for a person: urgency, state, rhythm, and active signs.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(string language = Terms.Language.English)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Winback.Describe.title"),
        [
            Warning is { Band: { } level, Score: { } score }
                ? writer.Paragraph(TextTable.Library["Winback.Describe.level"].With(level, score))
                : WhyUnrated is { } why ? writer.Paragraph(why)
                : writer.Paragraph("Winback.Describe.unrated"),
            State is { Advice: { } state, Hits: [var hit, ..] }
                ? writer.Paragraph("Winback.Describe.state", Run.Emphasis(writer.NameOf(state)), hit.Reason) : null,
            Rhythm is { } rhythm
                ? writer.Paragraph(TextTable.Library[rhythm.IsByMonth ? "Winback.Describe.rhythm.months" : "Winback.Describe.rhythm"].With(
                    rhythm.Orders, rhythm.MeanInterval, rhythm.Spread, rhythm.Silence))
                : null,
            DocumentWriter.List(Raised.Select(sign => writer.Item("Winback.Describe.sign", sign.Sign, sign.Evidence)))
                ?? (Block)writer.Paragraph("Winback.Describe.none"),
        ]);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The level, the state and how many signs are raised.</returns>
    public override string ToString() =>
        $"WarningReport {{ Level = {Warning.Band}, State = {State.Advice}, Raised = {Raised.Count()} of {Signs.Count} }}";
}
