using KeyAccount.Core.Documents;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Lifecycle;

/// <summary>The documents of how far a relationship has come: the stage or period, why, and what to do while it lasts.</summary>
internal static class LifecycleDocuments
{
    public static Document Of(StageStanding standing, DecisionTable<StageGuideFacts, PhaseGuide> guides, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Lifecycle.Describe.stage"),
        [
            standing.Stage is { } stage ? writer.Paragraph("Lifecycle.Describe.is", Run.Emphasis(writer.NameOf(stage)))
                : standing.Lowest is { } low && standing.Highest is { } high
                    ? writer.Paragraph("Lifecycle.Describe.between", low, high)
                    : writer.Paragraph("Lifecycle.Describe.unknown"),
            .. standing.Decision.Hits.Select(hit => writer.Paragraph(hit.Reason)),
            .. standing.Stage is { } now ? Guide(guides.Decide(new() { Stage = now }).Advice, writer) : [],
        ]);
    }

    public static Document Of(PeriodStanding standing, DecisionTable<PeriodGuideFacts, PhaseGuide> guides, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Lifecycle.Describe.period"),
        [
            standing.Period is { } period ? writer.Paragraph("Lifecycle.Describe.is", Run.Emphasis(writer.NameOf(period)))
                : standing.Possible.Count > 0 ? writer.Paragraph("Lifecycle.Describe.oneOf", writer.Listed(standing.Possible))
                : writer.Paragraph("Lifecycle.Describe.unknown"),
            .. standing.Decision.Hits.Select(hit => writer.Paragraph(hit.Reason)),
            .. standing.Period is { } now ? Guide(guides.Decide(new() { Period = now }).Advice, writer) : [],
        ]);
    }

    public static Document Of(ChainStanding standing, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Lifecycle.Describe.chain"),
        [
            standing.Reached is { } reached ? writer.Paragraph("Lifecycle.Describe.reached", Run.Emphasis(writer.NameOf(reached)))
                : writer.Paragraph("Lifecycle.Describe.notReached"),
            standing.Highest is { } highest && highest != standing.Reached ? writer.Paragraph("Lifecycle.Describe.highest", highest) : null,
            standing.Ahead.Count > 0 ? writer.Paragraph("Lifecycle.Describe.ahead", writer.Listed(standing.Ahead)) : null,
            DocumentWriter.List(DecisionDocument.Items(standing.Next, writer.Language)),
        ]);
    }

    private static IEnumerable<Block> Guide(PhaseGuide? guide, DocumentWriter writer) => guide is null ? [] :
    [
        new KeyValueList(
        [
            writer.Value("Lifecycle.Describe.entry", guide.Entry), writer.Value("Lifecycle.Describe.exit", guide.Exit),
        ]),
        .. DocumentWriter.List(guide.Next.Select(writer.Item)) is { } next ? new[] { writer.Section("Lifecycle.Describe.next", next) } : [],
    ];
}
