using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Rules;

/// <summary>The document of a decision: each advice with its reason and its rule.</summary>
internal static class DecisionDocument
{
    public static Document Of<TAdvice>(Decision<TAdvice> decision, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(
            writer.ModelName(decision.TableId),
            decision.IsDecided ? [new BulletList(Items(decision, language))] : [writer.Paragraph("Rules.Decision.none")]);
    }

    /// <summary>An item for each rule that answered.</summary>
    public static IReadOnlyList<ListItem> Items<TAdvice>(Decision<TAdvice> decision, string language) =>
        [.. decision.Hits.Select(hit => Item(hit, language))];

    public static ListItem Item<TAdvice>(Hit<TAdvice> hit, string language)
    {
        var writer = new DocumentWriter(language);
        var (advice, details) = hit.Advice is IDescribed described
            ? described.Describe(language) is { } item ? (item.Runs, item.Items) : ([], [])
            : ([Run.Emphasis(writer.Capital(writer.NameOf(hit.Advice)))], (IReadOnlyList<ListItem>)[]);
        return new(writer.Say("Rules.Decision.hit", advice, hit.Reason, Run.Code(hit.RuleId)), details);
    }
}
