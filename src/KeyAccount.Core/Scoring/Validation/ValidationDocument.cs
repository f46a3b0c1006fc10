using KeyAccount.Core.Documents;
using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>Describes for a person how scores compare with outcomes.</summary>
internal sealed class ValidationDocument(string language)
{
    private const int PairsShown = 5;

    private readonly DocumentWriter _writer = new(language);

    public Document Of(ScoreValidation validation, string? unit) => _writer.Document(
        _writer.Text("Scoring.Validation.title"),
        [
            .. Verdict(validation),
            _writer.Paragraph(
                validation.AreAmounts ? "Scoring.Validation.amounts" : "Scoring.Validation.events", validation.Rated.Accounts,
                validation.AreAmounts ? Outcome(validation, validation.Rated.Outcome, unit) : validation.Rated.Events,
                NumberCell.Percent(validation.Rated.Outcome, 1)),
            validation.Unrated is { } unrated
                ? _writer.Paragraph(
                    validation.AreAmounts ? "Scoring.Validation.unratedAmounts" : "Scoring.Validation.unratedEvents",
                    unrated.Accounts, Outcome(validation, unrated.Outcome, unit))
                : null,
            .. validation.Findings.Select(finding => new Paragraph(finding.Reason.In(_writer.Language), Tone.Warning)),
            validation.Bands.Count == 0 ? null : Bands(validation, unit),
            Gains(validation, unit),
            Calibration(validation),
            validation.Brier is { } brier
                ? _writer.Paragraph("Scoring.Validation.brier", Number(brier, 3), Number(validation.BrierOfRate, 3))
                : null,
        ]);

    public Document Of(ScoreStability stability) => _writer.Document(
        _writer.Text("Scoring.Validation.stability"),
        [
            _writer.Paragraph(
                stability.Score.Level switch
                {
                    ShiftLevel.Large => "Scoring.Validation.shift.Large",
                    ShiftLevel.Noticeable => "Scoring.Validation.shift.Noticeable",
                    _ => "Scoring.Validation.shift.Stable",
                },
                Number(stability.Score.Index, 3)),
            stability.Score.Moved is { } moved
                ? _writer.Paragraph(
                    "Scoring.Validation.moved", NumberCell.Of(moved, 1, null, isSigned: true),
                    NumberCell.Percent(stability.CoverageBefore), NumberCell.Percent(stability.CoverageAfter))
                : null,
            new BarFigure(
                _writer.Text("Scoring.Validation.movers"), _writer.Text("Scoring.Validation.movers.description"),
                _writer.Text("Scoring.criterion"), _writer.Axis("Scoring.Validation.movedBy", decimals: 2),
                [.. stability.Criteria.Select(shift => new Bar(Name(shift.Name), Rounded(shift.Moved, 6)))])
            {
                Data = new(
                    [
                        _writer.Column("Scoring.criterion"), _writer.Number("Scoring.Validation.movedBy"),
                        _writer.Number("Scoring.Validation.psi"),
                        _writer.Column("Scoring.Validation.level"), _writer.Number("Scoring.Validation.knownBefore", "%"),
                        _writer.Number("Scoring.Validation.knownAfter", "%"),
                    ],
                    [
                        .. stability.Criteria.Append(stability.Score).Select(shift => new TableRow(
                        [
                            Name(shift.Name), NumberCell.Of(shift.Moved, 2, null, isSigned: true), Number(shift.Index, 3),
                            _writer.Text(LevelKey(shift.Level)), NumberCell.Of(100 * shift.KnownBefore, 1),
                            NumberCell.Of(100 * shift.KnownAfter, 1),
                        ], isTotal: shift.Key is null)),
                    ]),
            },
            _writer.Note("Scoring.Validation.shift.note"),
        ]);

    public Document Of(CriteriaWorth worth)
    {
        var names = worth.Criteria.ToDictionary(each => each.Key, each => Name(each.Name), StringComparer.Ordinal);
        return _writer.Document(_writer.Text("Scoring.Validation.worth"),
        [
            Area(worth.Area),
            worth.IsEnough ? null
                : worth.Area.Interval is null ? _writer.Warning("Scoring.Validation.verdict.TooFewAlone")
                : _writer.Warning("Scoring.Validation.verdict.TooFewOutcomes"),
            new BarFigure(
                _writer.Text("Scoring.Validation.permuted"), _writer.Text("Scoring.Validation.permuted.description"),
                _writer.Text("Scoring.criterion"), _writer.Axis("Scoring.Validation.permutedBy", decimals: 2),
                [.. worth.Criteria.Select(each => new Bar(names[each.Key], Rounded(100 * each.Permuted, 6)))])
            {
                Data = new(
                    [
                        _writer.Column("Scoring.criterion"), _writer.Number("Scoring.weight", "%"),
                        _writer.Number("Scoring.Validation.known", "%"),
                        _writer.Number("Scoring.Validation.permutedBy"), _writer.Number("Scoring.Validation.leftOut"),
                        _writer.Column("Scoring.Validation.leftOutRange"), _writer.Number("Scoring.Validation.alone"),
                        _writer.Number("Scoring.Validation.iv"),
                    ],
                    [
                        .. worth.Criteria.Select(each => new TableRow(
                        [
                            names[each.Key], NumberCell.Of(100 * each.Weight, 1), NumberCell.Of(100 * each.Known),
                            NumberCell.Of(100 * each.Permuted, 2, null, isSigned: true),
                            NumberCell.Of(100 * each.LeftOut?.Value, 2, null, isSigned: true), Range(each.LeftOut?.Interval, 100, 2),
                            Number(each.Alone?.Value, 3), Number(each.Information.Value, 3),
                        ])),
                    ]),
            },
            _writer.Note("Scoring.Validation.worth.note"),
            Pairs(worth, names),
            .. worth.Criteria.Where(each => each.Known > 0)
                .Select(each => new Section(names[each.Key], [Evidence(each)]) { IsDetail = true }),
        ]);
    }

    public Document Of(RocAreaDifference difference) => _writer.Document(
        _writer.Text("Scoring.Validation.difference"), [Difference(difference)]);

    public Paragraph Difference(RocAreaDifference difference) => difference.Interval is { } range
        ? _writer.Paragraph(
            range.Low > 0 ? "Scoring.Validation.difference.better"
                : range.High < 0 ? "Scoring.Validation.difference.worse"
                : "Scoring.Validation.difference.open",
            Number(difference.First.Value, 3), Number(difference.Second.Value, 3), Signed(difference.Value), Signed(range.Low),
            Signed(range.High))
        : _writer.Paragraph(
            "Scoring.Validation.difference.none", Number(difference.First.Value, 3), Number(difference.Second.Value, 3));

    private IEnumerable<Block?> Verdict(ScoreValidation validation)
    {
        var hasRange = (validation.Area?.Interval ?? validation.Correlation?.Interval) is not null;
        if (validation.Area is null && !validation.AreAmounts)
        {
            yield return _writer.Warning("Scoring.Validation.oneKind");
            yield break;
        }

        yield return (validation.Verdict, validation.AreAmounts) switch
        {
            (ValidationVerdict.Kept, true) => _writer.Paragraph("Scoring.Validation.verdict.KeptAmounts"),
            (ValidationVerdict.Kept, false) => _writer.Paragraph("Scoring.Validation.verdict.Kept"),
            (ValidationVerdict.Reversed, true) => _writer.Warning("Scoring.Validation.verdict.ReversedAmounts"),
            (ValidationVerdict.Reversed, false) => _writer.Warning("Scoring.Validation.verdict.Reversed"),
            (ValidationVerdict.NotShown, _) => hasRange
                ? _writer.Warning("Scoring.Validation.verdict.NotShown") : _writer.Warning("Scoring.Validation.verdict.NotShownAlone"),
            _ => hasRange
                ? _writer.Warning("Scoring.Validation.verdict.TooFewOutcomes") : _writer.Warning("Scoring.Validation.verdict.TooFewAlone"),
        };
        if (validation.Area is { } area)
        {
            yield return Area(area);
            yield return _writer.Paragraph(
                "Scoring.Validation.ks", Number(validation.Gini, 3), Number(validation.KolmogorovSmirnov, 3),
                Number(validation.KolmogorovSmirnovAt, 1));
        }
        else if (validation.Correlation is { Value: { } value } correlation)
        {
            yield return correlation.Interval is { } range
                ? _writer.Paragraph(
                    "Scoring.Validation.correlation", Number(value, 2), Number(range.Low, 2), Number(range.High, 2),
                    Number(validation.Gini, 3))
                : _writer.Paragraph("Scoring.Validation.correlationAlone", Number(value, 2), Number(validation.Gini, 3));
        }
    }

    private Paragraph Area(RocArea area) => area.Interval is { } range
        ? _writer.Paragraph(
            "Scoring.Validation.area", Number(area.Value, 3), Number(range.Low, 3), Number(range.High, 3),
            NumberCell.Percent(range.Confidence), NumberCell.Percent(area.Value))
        : _writer.Paragraph("Scoring.Validation.areaAlone", Number(area.Value, 3), NumberCell.Percent(area.Value));

    private BarFigure Bands(ScoreValidation validation, string? unit)
    {
        var isPromised = validation.Bands.Any(band => band.Promised is not null);
        return new(
            _writer.Text("Scoring.Validation.bands"),
            _writer.Text("Scoring.Validation.bands.description"),
            _writer.Text("Scoring.Validation.band"),
            validation.AreAmounts ? _writer.Axis("Scoring.Validation.mean", unit) : _writer.Axis("Scoring.Validation.rate", "%", 1),
            [.. validation.Bands.Select(band => new Bar(Name(band.Name), Shown(band.Outcome), Shown(band.Promised)))],
            isPromised ? _writer.Text("Scoring.Validation.promised") : null)
        { Data = Groups(validation, validation.Bands, "Scoring.Validation.band", unit, isPromised) };

        decimal? Shown(double? outcome) => Rounded(validation.AreAmounts ? outcome : 100 * outcome, 6);
    }

    private CurveFigure Gains(ScoreValidation validation, string? unit) => new(
        _writer.Text("Scoring.Validation.gains"),
        _writer.Text(validation.AreAmounts ? "Scoring.Validation.gains.amounts" : "Scoring.Validation.gains.events"),
        _writer.Axis("Scoring.Validation.ofAccounts", "%"),
        _writer.Axis("Scoring.Validation.captured", "%"),
        [
            new(
                _writer.Text("Scoring.Validation.byScore"),
                [
                    new(0, 0),
                    .. validation.Tenths.Where(group => group.CumulativeCapture is not null)
                        .Select(group => new CurvePoint(100 * group.CumulativeShare, 100 * group.CumulativeCapture!.Value)),
                ]),
            new(_writer.Text("Scoring.Validation.byChance"), [new(0, 0), new(100, 100)]),
        ])
    {
        Data = Groups(
            validation, validation.Tenths, "Scoring.Validation.tenth", unit, validation.Tenths.Any(group => group.Promised is not null)),
    };

    private CurveFigure? Calibration(ScoreValidation validation)
    {
        var points = validation.Tenths.Where(group => group is { Promised: not null, Outcome: not null })
            .Select(group => new CurvePoint(100 * group.Promised!.Value, 100 * group.Outcome!.Value)).OrderBy(point => point.X).ToArray();
        return validation.AreAmounts || points.Length < 2 ? null : new(
            _writer.Text("Scoring.Validation.calibration"),
            _writer.Text("Scoring.Validation.calibration.description"),
            _writer.Axis("Scoring.Validation.promised", "%", 1),
            _writer.Axis("Scoring.Validation.rate", "%", 1),
            [
                new(_writer.Text("Scoring.Validation.byScore"), points),
                new(_writer.Text("Scoring.Validation.exactly"), [new(0, 0), new(100, 100)]),
            ]);
    }

    private Table Groups(
        ScoreValidation validation, IReadOnlyList<OutcomeGroup> groups, string name, string? unit, bool isPromised) => new(
        [
            _writer.Column(name), _writer.Column("Scoring.Validation.scores"), _writer.Number("Scoring.Validation.accounts"),
            validation.AreAmounts ? _writer.Number("Scoring.Validation.mean", unit) : _writer.Number("Scoring.Validation.rate", "%"),
            _writer.Column("Scoring.Validation.range"), _writer.Number("Scoring.Validation.lift"),
            _writer.Number("Scoring.Validation.capture", "%"), _writer.Number("Scoring.Validation.captured", "%"),
            .. isPromised ? (TableColumn[])[_writer.Number("Scoring.Validation.promised", "%")] : [],
        ],
        [
            .. groups.Select(group => new TableRow(
            [
                Name(group.Name),
                group.Lowest is { } low && group.Highest is { } high
                    ? new TextCell(low == high ? Plain(low) : $"{Plain(low)}–{Plain(high)}") : null,
                new NumberCell(group.Accounts),
                validation.AreAmounts ? NumberCell.Of(group.Outcome) : NumberCell.Of(100 * group.Outcome, 1),
                Range(group.Interval, validation.AreAmounts ? 1 : 100, validation.AreAmounts ? 0 : 1), Number(group.Lift, 2),
                NumberCell.Of(100 * group.Capture, 1), NumberCell.Of(100 * group.CumulativeCapture, 1),
                .. isPromised ? (Cell?[])[NumberCell.Of(100 * group.Promised, 1)] : [],
            ])),
        ]);

    private Section? Pairs(CriteriaWorth worth, Dictionary<string, string> names) => _writer.SectionOf("Scoring.Validation.pairs",
    [
        worth.Correlations.Any(pair => pair.Correlation.Value is not null)
            ? new Table(
                [_writer.Column("Scoring.criterion"), _writer.Column("Scoring.criterion"), _writer.Number("Scoring.Validation.rho")],
                [
                    .. worth.Correlations.Where(pair => pair.Correlation.Value is not null)
                        .OrderByDescending(pair => Math.Abs(pair.Correlation.Value!.Value)).Take(PairsShown)
                        .Select(pair => new TableRow(
                            [names[pair.First], names[pair.Second], NumberCell.Of(pair.Correlation.Value, 2, null, isSigned: true)])),
                ])
            : null,
    ]);

    private Table Evidence(CriterionWorth worth) => new(
        [
            _writer.Column("Scoring.Validation.piece"), _writer.Number("Scoring.Validation.withEvent"),
            _writer.Number("Scoring.Validation.withoutEvent"), _writer.Number("Scoring.Validation.woe"),
        ],
        [
            .. worth.Information.Pieces.Where(piece => piece.WeightOfEvidence is not null).Select(piece => new TableRow(
            [
                PieceName(piece.Piece), NumberCell.Of(piece.Events), NumberCell.Of(piece.NonEvents),
                NumberCell.Of(piece.WeightOfEvidence, 2, null, isSigned: true),
            ])),
        ]);

    private string PieceName(ScalePiece piece) => piece switch
    {
        { IsUnknown: true } => _writer.Capital(_writer.Text("Scoring.Validation.notKnown")),
        { Level: { } level } => Name(level),
        { From: { } from, To: { } to } => _writer.Text("Scoring.Validation.piece.between", Plain(from), Plain(to)),
        { From: { } from } => _writer.Text("Scoring.Validation.piece.from", Plain(from)),
        { To: { } to } => _writer.Text("Scoring.Validation.piece.below", Plain(to)),
        _ => _writer.Text("Scoring.Validation.piece.all"),
    };

    private string Name(Terms.Text name) => _writer.Capital(name.In(_writer.Language));

    private static Cell? Outcome(ScoreValidation validation, double? outcome, string? unit) =>
        validation.AreAmounts ? NumberCell.Of(outcome, 0, unit) : NumberCell.Percent(outcome, 1);

    private Cell? Range(ConfidenceInterval? interval, double factor, int decimals) => interval is null ? null : new TextCell(
        _writer.Text("Scoring.Validation.fromTo", Number(factor * interval.Low, decimals), Number(factor * interval.High, decimals)));

    private static Cell? Number(double? value, int decimals) => NumberCell.Of(value, decimals);

    private static Cell? Signed(double value) => NumberCell.Of(value, 3, null, isSigned: true);

    private static string Plain(double value) => Invariant($"{Math.Round(value, 2)}");

    private static decimal? Rounded(double? value, int decimals) =>
        value is { } known && Math.Abs(known) < 1e15 ? Math.Round((decimal)known, decimals) : null;

    private static string LevelKey(ShiftLevel level) => level switch
    {
        ShiftLevel.Large => "Scoring.Validation.level.Large",
        ShiftLevel.Noticeable => "Scoring.Validation.level.Noticeable",
        _ => "Scoring.Validation.level.Stable",
    };
}
