using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring;

/// <summary>Describes an assessment for a person: the score, its parts, what is not known, and what would help.</summary>
internal sealed class ScorecardDocument<TFacts, TBand>(Scorecard<TFacts, TBand> scorecard, string language)
    where TBand : class
{
    private readonly DocumentWriter _writer = new(language);

    public Document Of(Assessment<TBand> assessment, IReadOnlyList<FactPath>? paths = null) => _writer.Document(
        _writer.ModelName(scorecard.Id),
        [
            Standing(assessment), Range(assessment), Parts(assessment), .. Caps(assessment), Unknown(assessment), Paths(assessment, paths),
        ]);

    public Document Of(ScoreChange change)
    {
        var labels = scorecard.Criteria.ToDictionary(criterion => criterion.Key, criterion => criterion.Label, StringComparer.Ordinal);
        return _writer.Document(_writer.Text("Scoring.Change.title", _writer.ModelName(scorecard.Id)),
        [
            _writer.Paragraph(
                change.Points is null ? "Scoring.Change.unrated" : "Scoring.Change.score",
                Points(change.From), Points(change.To), NumberCell.Of(change.Points, 1, null, isSigned: true)),
            change.BandChanged ? _writer.Paragraph("Scoring.Change.band", Band(change.FromBand), Band(change.ToBand)) : null,
            change.Parts.Count == 0 ? null : new Table(
                [_writer.Column("Scoring.criterion"), _writer.Column("Scoring.Change.cause"), _writer.Number("Scoring.points")],
                [
                    .. change.Parts.Select(part => new TableRow(
                    [
                        _writer.Cell(labels.GetValueOrDefault(part.Key) ?? part.Key),
                        _writer.Text(part.Cause switch
                        {
                            ChangeCause.Facts => "Scoring.ChangeCause.Facts",
                            ChangeCause.Coverage => "Scoring.ChangeCause.Coverage",
                            _ => "Scoring.ChangeCause.Model",
                        }),
                        new NumberCell(part.Points, 1, null, IsSigned: true),
                    ])),
                    new([_writer.Text("Scoring.Change.sum"), "", NumberCell.Of(change.Points, 1, null, isSigned: true)], isTotal: true),
                ]),
            .. change.Caps.Select(key => _writer.Paragraph(
                "Scoring.Change.cap", scorecard.Caps.FirstOrDefault(cap => cap.Key == key)?.Label ?? key)),
        ]);

        static Cell? Points(decimal? score) => NumberCell.Of(score, 1);
    }

    private Paragraph Standing(Assessment<TBand> assessment) => assessment.IsRated
        ? _writer.Paragraph(
            "Scoring.score", Run.Emphasis(Shown(NumberCell.Of(assessment.Score, 1))), Run.Emphasis(_writer.NameOf(assessment.Band)))
        : _writer.Paragraph(
            "Scoring.notRated", NumberCell.Percent(scorecard.MinimumCoverage), NumberCell.Percent(assessment.Coverage));

    private Paragraph? Range(Assessment<TBand> assessment) => assessment.Coverage >= 1 ? null : _writer.Paragraph(
        "Scoring.known",
        NumberCell.Percent(assessment.Coverage),
        NumberCell.Of(assessment.Range.Low, 1),
        NumberCell.Of(assessment.Range.High, 1));

    private BarFigure Parts(Assessment<TBand> assessment)
    {
        var criteria = scorecard.Criteria.ToDictionary(criterion => criterion.Key, StringComparer.Ordinal);

        // The weight as it was applied: what is not known leaves its weight to the others, so that weight × points is what a part adds.
        var applied = assessment.Contributions.Where(part => part.Points is not null).Sum(part => part.Weight);
        var rows = assessment.Contributions.Select(part =>
        {
            var weight = !assessment.IsRated ? part.Weight
                : part.Points is null || applied == 0 ? (double?)null
                : part.Weight / applied;
            return (
                Group: criteria.GetValueOrDefault(part.Key)?.GroupLabel is { } group ? _writer.Capital(group.In(_writer.Language)) : null,
                Label: criteria.GetValueOrDefault(part.Key) is { } named ? _writer.Capital(named.Label.In(_writer.Language)) : part.Key,
                Now: Raw(criteria.GetValueOrDefault(part.Key), part.Raw),
                part.Points,
                Weight: weight * 100,
                Adds: assessment.IsRated && part.Points is not null ? part.Value : (double?)null);
        }).ToArray();
        var isGrouped = rows.Any(row => row.Group is not null);
        var table = new Table(
            [
                .. isGrouped ? (TableColumn[])[_writer.Column("Scoring.group")] : [],
                _writer.Column("Scoring.criterion"), _writer.Number("Scoring.now"), _writer.Number("Scoring.points"),
                _writer.Number("Scoring.weight", "%"), _writer.Number("Scoring.adds"),
            ],
            [
                .. rows.Select(row => new TableRow(
                [
                    .. Group(row.Group), row.Label, row.Now, NumberCell.Of(row.Points, 1), NumberCell.Of(row.Weight, 1),
                    NumberCell.Of(row.Adds, 1),
                ])),
                new(
                    [
                        .. Group(""), _writer.Text("Scoring.sum"), "", "", NumberCell.Of(rows.Sum(row => row.Weight), 1),
                        NumberCell.Of(assessment.Score, 1),
                    ],
                    isTotal: true),
            ]);
        return new(
            _writer.Text("Scoring.parts"),
            _writer.Text("Scoring.parts.description"),
            _writer.Text("Scoring.criterion"),
            _writer.Axis("Scoring.adds", decimals: 1),
            [.. rows.Select(row => new Bar(row.Label, (decimal?)row.Adds, (decimal?)row.Weight, row.Group))],
            _writer.Text("Scoring.most"),
            isGrouped ? _writer.Text("Scoring.group") : null)
        { Data = table };

        IEnumerable<Cell?> Group(string? group) => isGrouped ? [group is null ? null : new TextCell(group)] : [];
    }

    private Cell? Raw(Criterion<TFacts>? criterion, double? raw) => raw is not { } value ? null
        : criterion?.LevelName(value) is { } level ? _writer.Cell(level)
        : NumberCell.Of(
            Math.Round(value, Math.Abs(value) >= 1000 ? 0 : 2, MidpointRounding.AwayFromZero),
            decimals: null,
            criterion?.Unit.In(_writer.Language) is { Length: > 0 } unit ? unit : null);

    private IEnumerable<Paragraph> Caps(Assessment<TBand> assessment)
    {
        foreach (var applied in assessment.Caps)
        {
            var cap = scorecard.Caps.FirstOrDefault(each => each.Key == applied.Key);
            var (label, band) = (cap?.Label ?? applied.Key, _writer.NameOf(cap?.HighestBand));
            if (applied.State == CapState.Applied)
                yield return _writer.Warning("Scoring.cap.applied", band, label);
            else if (applied.Holds is null)
                yield return _writer.Paragraph("Scoring.cap.unknown", band, label);
            else if (applied.Holds == true)
            {
                yield return assessment.IsRated
                    ? _writer.Paragraph("Scoring.cap.notNeeded", band, label)
                    : _writer.Paragraph("Scoring.cap.waiting", band, label);
            }
        }
    }

    private Paragraph? Unknown(Assessment<TBand> assessment)
    {
        var unknown = assessment.Contributions.Where(part => !part.IsKnown).Select(part => part.Key).ToHashSet(StringComparer.Ordinal);
        return unknown.Count == 0 ? null : _writer.Paragraph(
            "Scoring.unknown",
            _writer.Listed(scorecard.Criteria.Where(each => unknown.Contains(each.Key)).Select(each => each.Label)));
    }

    private Section? Paths(Assessment<TBand> assessment, IReadOnlyList<FactPath>? known)
    {
        var bands = scorecard.Bands.InOrder;
        var next = assessment.Band is null ? bands[0].Band
            : bands.Select(band => band.Band).SkipWhile(band => !band.Equals(assessment.Band)).Skip(1).FirstOrDefault();

        // What another version has assessed may be made of other criteria.
        if (next is null || assessment.ModelVersion != scorecard.Version)
            return null;
        if (known is not null)
        {
            return new(
                _writer.Text("Scoring.paths", next),
                [
                    DocumentWriter.List(
                        known.Select(path => _writer.Item(path.Reason)).DefaultIfEmpty(_writer.Item("Scoring.paths.none")))!,
                ]);
        }

        var paths = scorecard.PathsTo(assessment, next);
        var barred = paths.FirstOrDefault(path => path.Kind == ImprovementKind.CapInTheWay);
        IEnumerable<ListItem> items = barred is not null
            ? [_writer.Item("Scoring.paths.barred", scorecard.Caps.First(cap => cap.Key == barred.Cap).Label)]
            : paths.Where(path => path.Kind != ImprovementKind.NotByThisAlone).Select(path => Way(path, next))
                .DefaultIfEmpty(_writer.Item("Scoring.paths.none"));
        return new(_writer.Text("Scoring.paths", next), [DocumentWriter.List(items)!]);
    }

    private ListItem Way(Improvement path, TBand next)
    {
        var criterion = scorecard.Criteria.First(each => each.Key == path.Key);
        return path.Kind == ImprovementKind.Change
            ? _writer.Item(
                "Scoring.paths.change", criterion.Label, Exact(path.From!.Value, MidpointRounding.AwayFromZero),
                Exact(
                    path.To!.Value, path.To > path.From ? MidpointRounding.ToPositiveInfinity : MidpointRounding.ToNegativeInfinity),
                next)
            : _writer.Item(path.Reason);

        // Rounded towards where it comes from, it might no longer reach the band: a large number is rounded away from there, and of a
        // small one all digits are shown.
        Cell? Exact(double raw, MidpointRounding rounding) => criterion.LevelName(raw) is { } level ? _writer.Cell(level)
            : NumberCell.Of(
                Math.Abs(raw) < 1 ? Math.Round(raw, 6) : Math.Round(Math.Round(raw, 6), 2, rounding), decimals: null,
                criterion.Unit.In(_writer.Language) is { Length: > 0 } unit ? unit : null);
    }

    private string Shown(Cell? cell) => cell?.Display(_writer.Language) ?? "–";

    // A change names its bands as JSON does.
    private string Band(string? name) => _writer.NameOf(
        scorecard.Bands.InOrder.Select(band => band.Band).FirstOrDefault(band => band.ToString() == name) ?? (object?)name);
}
