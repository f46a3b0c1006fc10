using KeyAccount.Core.Documents;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The documents of satisfaction: a complaint with what is due, and the answers of a survey.</summary>
internal static class SatisfactionDocuments
{
    public static Document Of(Complaint complaint, LocalDate asOf, ComplaintStandard standard, string language)
    {
        var writer = new DocumentWriter(language);
        var steps = complaint.NextSteps(asOf, standard);
        return writer.Document(writer.Text("Satisfaction.Describe.complaint", Run.Name(complaint.Id)),
        [
            complaint.IsClosed ? writer.Paragraph("Satisfaction.Describe.closed")
                : complaint.Step is { } step ? writer.Paragraph("Satisfaction.Describe.step", step)
                : writer.Paragraph("Satisfaction.Describe.allDone"),
            new KeyValueList(
            [
                writer.Value("Satisfaction.Describe.openedOn", new DateCell(complaint.OpenedOn)),
                writer.Value("Satisfaction.Describe.tier", complaint.Tier),
                writer.Value("Satisfaction.Describe.satisfaction", complaint.Satisfaction),
            ]),
            writer.SectionOf("Satisfaction.Describe.toDo", [steps.Count == 0 ? null : new BulletList(
            [
                .. steps.Select(each => each.DueOn is { } due
                    ? writer.Item(
                        each.IsOverdue ? "Satisfaction.Describe.overdue" : "Satisfaction.Describe.due", each.Text, new DateCell(due))
                    : writer.Item(each.Text)),
            ])]),
            complaint.IsClosed || complaint.OpenWishes.Count == 0 ? null
                : writer.Paragraph("Satisfaction.Describe.wishes", writer.Listed(complaint.OpenWishes)),
            writer.Section("Satisfaction.Describe.deadlines", new Table(
                [
                    writer.Column("Satisfaction.Describe.stepTitle"), writer.Column("Satisfaction.Describe.dueOn"),
                    writer.Column("Satisfaction.Describe.doneOn"), writer.Column("Satisfaction.Describe.state"),
                ],
                [
                    .. ComplaintDeadlines.Of(complaint, standard, asOf).Select(each => new TableRow(
                    [
                        writer.Cell(each.Step), DateCell.Of(each.DueOn), DateCell.Of(each.DoneOn),
                        writer.Text(each.IsOverdue ? "Satisfaction.Describe.isOverdue"
                            : each.DoneOn is null ? "Satisfaction.Describe.isOpen"
                            : "Satisfaction.Describe.isDone"),
                    ])),
                ])),
            writer.SectionOf("Satisfaction.Describe.history", [complaint.History.Count == 0 ? null : new Table(
                [
                    writer.Column("Satisfaction.Describe.on"), writer.Column("Satisfaction.Describe.event"),
                    writer.Column("Satisfaction.Describe.task"), writer.Column("Satisfaction.Describe.note"),
                ],
                [
                    .. complaint.History.Select(each => new TableRow(
                    [
                        new DateCell(each.On), writer.Cell(each.Kind), each.Task is null ? "" : writer.Cell(each.Task.Label),
                        each.Satisfaction is null && each.Note is null ? ""
                            : new TextCell(writer.Listed(new object?[] { each.Satisfaction, each.Note }.Where(part => part is not null))),
                    ])),
                ])]),
        ]);
    }

    public static Document Of(NetPromoterResult result, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Satisfaction.Describe.nps"),
        [
            result.Score is null ? writer.Paragraph("Satisfaction.Describe.noAnswers")
                : writer.Paragraph("Satisfaction.Describe.nps.score", NumberCell.Of(result.Score, 0, null, isSigned: true)),
            Interval(result.Interval, writer),
            new BarFigure(
                writer.Text("Satisfaction.Describe.answers"),
                writer.Text("Satisfaction.Describe.nps.description"),
                writer.Text("Satisfaction.Describe.answer"),
                writer.Axis("Satisfaction.Describe.people"),
                [
                    new(writer.Text("Satisfaction.Describe.promoters"), result.Promoters),
                    new(writer.Text("Satisfaction.Describe.passives"), result.Passives),
                    new(writer.Text("Satisfaction.Describe.detractors"), result.Detractors),
                ]),
        ]);
    }

    public static Document Of(CustomerSatisfactionResult result, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Satisfaction.Describe.csat"),
        [
            result.Score is { } score
                ? writer.Paragraph(
                    "Satisfaction.Describe.csat.score", NumberCell.Of(score, 0, "%"), new NumberCell(result.Satisfied),
                    new NumberCell(result.Respondents))
                : writer.Paragraph("Satisfaction.Describe.noAnswers"),
            Interval(result.Interval, writer),
        ]);
    }

    public static Document Of(ServQual questionnaire, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Satisfaction.Describe.servqual"),
        [
            writer.Paragraph("Satisfaction.Describe.howToAnswer", new NumberCell(questionnaire.ScalePoints)),
            .. ServiceDimension.InOrder
                .Select(dimension => (dimension, Items: questionnaire.Items.Where(item => item.Dimension == dimension).ToArray()))
                .Where(each => each.Items.Length > 0)
                .Select(each => new Section(writer.Capital(writer.NameOf(each.dimension)),
                [
                    new Table(
                        [
                            writer.Column("Satisfaction.Describe.statement"), writer.Number("Satisfaction.Describe.expected"),
                            writer.Number("Satisfaction.Describe.perceived"),
                        ],
                        [.. each.Items.Select(item => new TableRow([StatementOf(item, writer), null, null]))]),
                ])),
        ]);
    }

    public static Document Of(ServQualResult result, string language, IReadOnlyDictionary<string, ServQualItem>? items = null)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Satisfaction.Describe.servqual"),
        [
            writer.Paragraph("Satisfaction.Describe.respondents", new NumberCell(result.Respondents), new NumberCell(result.DroppedPairs)),
            new BarFigure(
                writer.Text("Satisfaction.Describe.gaps"),
                writer.Text("Satisfaction.Describe.gaps.description"),
                writer.Text("Satisfaction.Describe.dimension"),
                writer.Axis("Satisfaction.Describe.gap", decimals: 2),
                [.. result.Dimensions.Select(each => new Bar(writer.Capital(writer.NameOf(each.Dimension)), Decimal(each.Gap?.Gap)))])
            {
                Data = Gaps(
                [
                    .. result.Dimensions.Select(each => (writer.Capital(writer.NameOf(each.Dimension)), each.Gap, false)),
                    (writer.Text("Satisfaction.Describe.overall"), result.Overall, true),
                    (writer.Text("Satisfaction.Describe.weighted"), result.Weighted, true),
                ]),
            },
            writer.SectionOf("Satisfaction.Describe.strategies",
                [DocumentWriter.List(ServiceStrategies.Of(result).Select(each => StrategyOf(each, writer)), isOrdered: true)]),
            writer.SectionOf("Satisfaction.Describe.items", [result.Items.Count == 0 ? null
                : Gaps([.. result.Items.OrderBy(each => each.Gap?.Gap).Select(each => (Worded(each.Item), each.Gap, false))])]),
        ]);

        string Worded(string key) => items is not null && items.TryGetValue(key, out var item) ? StatementOf(item, writer) : key;

        Table Gaps(IReadOnlyList<(string Name, ServiceGap? Gap, bool IsTotal)> rows) => new(
            [
                writer.Column("Satisfaction.Describe.dimension"), writer.Number("Satisfaction.Describe.expected"),
                writer.Number("Satisfaction.Describe.perceived"), writer.Number("Satisfaction.Describe.gap"),
            ],
            [
                .. rows.Select(row => new TableRow(
                    [
                        row.Name, NumberCell.Of(row.Gap?.Expected, 2), NumberCell.Of(row.Gap?.Perceived, 2),
                        NumberCell.Of(row.Gap?.Gap, 2, null, isSigned: true),
                    ],
                    row.IsTotal)),
            ]);
    }

    public static Document Of(ImportancePerformanceMap map, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Satisfaction.Describe.ipa"),
        [
            writer.Paragraph("Satisfaction.Describe.cuts", NumberCell.Of(map.ImportanceCut, 2), NumberCell.Of(map.PerformanceCut, 2)),
            map.Attributes.Count == 0 ? null : new Table(
                [
                    writer.Column("Satisfaction.Describe.attribute"), writer.Number("Satisfaction.Describe.importance"),
                    writer.Number("Satisfaction.Describe.performance"), writer.Column("Satisfaction.Describe.quadrant"),
                ],
                [
                    .. map.Attributes.Select(each => new TableRow(
                    [
                        each.Rating.Attribute, NumberCell.Of(each.Rating.Importance, 2), NumberCell.Of(each.Rating.Performance, 2),
                        writer.Cell(each.Quadrant),
                    ])),
                ]),
        ]);
    }

    private static Paragraph? Interval(ConfidenceInterval? interval, DocumentWriter writer) => interval is null ? null
        : writer.Paragraph(
            "Satisfaction.Describe.interval", NumberCell.Of(interval.Low, 1), NumberCell.Of(interval.High, 1),
            NumberCell.Percent(interval.Confidence));

    private static string StatementOf(ServQualItem item, DocumentWriter writer)
    {
        var statement = item.Statement?.In(writer.Language) ?? item.Key;
        return item.IsReversed ? writer.Text("Satisfaction.Describe.reversed", statement) : statement;
    }

    private static ListItem? StrategyOf(Rules.Decision<ServiceStrategy> decision, DocumentWriter writer) =>
        decision.Advice is { } advice ? writer.Item("Satisfaction.Describe.strategy", advice, decision.Hits[0].Reason) : null;

    private static decimal? Decimal(double? value) => value is { } number ? (decimal)number : null;
}
