using KeyAccount.Core.Documents;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>The document of an OKE profile: where each dimension stands, why, what holds the account back, and what to do.</summary>
internal static class OkeDocument
{
    public static Document Of(OkeProfile profile, OkeModels models, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Relationships.Describe.title"),
        [
            Scales(profile, writer),
            .. Organisation(profile, models, writer),
            profile.KeyDecisionMakers.Weakest is { } weakest ? writer.Paragraph("Relationships.Describe.weakest", weakest) : null,
            Support(profile, writer),
            profile.Extensive.ShortBoard.Count == 0 ? null
                : writer.Paragraph("Relationships.Describe.weakestLink", writer.Listed(profile.Extensive.ShortBoard)),
            profile.Extensive.Unknown.Count == 0 ? null
                : writer.Paragraph("Relationships.Describe.unknownElements", writer.Listed(profile.Extensive.Unknown)),
            .. profile.HoldingBack.Hits.Select(hit => writer.Paragraph(hit.Reason)),
            profile.Score.IsRated
                ? writer.Paragraph("Relationships.Describe.score", NumberCell.Of(profile.Score.Score, 0), profile.Score.Band)
                : null,
            writer.SectionOf(
                "Relationships.Describe.toDo",
                [DocumentWriter.List(profile.Activities.Select(hit => DecisionDocument.Item(hit, writer.Language)))]),
            writer.SectionOf(
                "Relationships.Describe.conflicts",
                [DocumentWriter.List(profile.Conflicts.Select(conflict => writer.ItemWithName(conflict.Reason)))]),
        ]);
    }

    private static ScaleFigure Scales(OkeProfile profile, DocumentWriter writer)
    {
        var organisation = profile.Organisation.Band;
        return new(
            writer.Text("Relationships.Describe.scales"),
            writer.Text("Relationships.Describe.scales.description"),
            writer.Text("Relationships.Describe.dimension"),
            writer.Text("Relationships.Describe.now"),
            writer.Text("Relationships.Describe.target"),
            [
                Row(OkeDimension.Organisation, OrganisationLevel.InOrder, organisation, organisation, profile.Target.Organisation),
                Row(OkeDimension.KeyDecisionMakers, KeyRelationshipLevel.InOrder, profile.KeyDecisionMakers.Lowest,
                    profile.KeyDecisionMakers.Highest, profile.Target.KeyDecisionMakers),
                Row(OkeDimension.Extensive, ExtensiveLevel.InOrder, profile.Extensive.Lowest, profile.Extensive.Highest,
                    profile.Target.Extensive),
            ]);

        ScaleRow Row<TLevel>(OkeDimension dimension, IReadOnlyList<TLevel> levels, TLevel? lowest, TLevel? highest, TLevel target)
            where TLevel : class => new(
                writer.Capital(writer.NameOf(dimension)),
                [.. levels.Select(level => writer.NameOf(level))],
                IndexOf(levels, lowest),
                IndexOf(levels, highest),
                IndexOf(levels, target));
    }

    private static int? IndexOf<TLevel>(IReadOnlyList<TLevel> levels, TLevel? level)
        where TLevel : class
    {
        for (var i = 0; i < levels.Count; i++)
        {
            if (levels[i] == level)
                return i;
        }

        return null;
    }

    private static IEnumerable<Block> Organisation(OkeProfile profile, OkeModels models, DocumentWriter writer)
    {
        var criteria = models.Organisation.Criteria.ToDictionary(criterion => criterion.Key, StringComparer.Ordinal);
        var known = profile.Organisation.Contributions.Where(part => part.Raw is not null && criteria.ContainsKey(part.Key)).ToArray();
        if (known.Length > 0)
        {
            yield return writer.Paragraph("Relationships.Describe.because");
            yield return new KeyValueList(
                [.. known.Select(part => new KeyValueItem(NameOf(part.Key), Raw(criteria[part.Key], part.Raw!.Value)))]);
        }

        var applied = profile.Organisation.Caps.Where(cap => cap.State == Scoring.CapState.Applied).Select(cap => cap.Key)
            .ToHashSet(StringComparer.Ordinal);
        var caps = models.Organisation.Caps.Where(cap => applied.Contains(cap.Key)).Select(cap => (object)cap.Label).ToArray();
        if (caps.Length > 0)
            yield return writer.Warning("Relationships.Describe.capped", writer.Listed(caps));

        string NameOf(string key) => writer.Capital(criteria[key].Label.In(writer.Language));

        Cell? Raw(Scoring.Criterion<OrganisationFacts> criterion, double raw) => criterion.LevelName(raw) is { } level ? writer.Cell(level)
            : NumberCell.Of(
                Math.Round(raw, 2), decimals: null, criterion.Unit.In(writer.Language) is { Length: > 0 } unit ? unit : null);
    }

    private static Paragraph? Support(OkeProfile profile, DocumentWriter writer)
    {
        var support = profile.KeyDecisionMakers.Support;
        return support.Value is null ? null : writer.Paragraph(
            support.Coverage < 1 ? "Relationships.Describe.supportBetween" : "Relationships.Describe.support",
            NumberCell.Of(support.Value, 0),
            NumberCell.Of(support.Range.Low, 0),
            NumberCell.Of(support.Range.High, 0),
            NumberCell.Percent(support.Coverage));
    }
}
