using KeyAccount.Core.Documents;

namespace KeyAccount.Core.SalesTeam;

/// <summary>Describes pay and interviews for a person.</summary>
internal static class SalesTeamDocuments
{
    public static Document Of(PayStatement statement, string? currency, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(
            writer.Text("SalesTeam.Pay.title"),
            [
                writer.Note("SalesTeam.Pay.plan", Run.Code(statement.PlanId), NumberCell.Of(statement.OnTargetEarnings, null, currency)),
                new Table(
                    [
                        writer.Column("SalesTeam.Pay.line"), writer.Number("SalesTeam.Pay.target", currency),
                        writer.Number("SalesTeam.Pay.attainment", "%"), writer.Number("SalesTeam.Pay.payout", "%"),
                        writer.Number("SalesTeam.Pay.amount", currency), writer.Column("SalesTeam.Pay.how"),
                    ],
                    [
                        .. statement.Lines.Select(line => new TableRow(
                        [
                            writer.Cell(line.Name), NumberCell.Of(line.Target, 2), NumberCell.Of(line.Attainment * 100, 1),
                            NumberCell.Of(line.Payout * 100, 1), NumberCell.Of(line.Amount, 2), line.Reason.In(writer.Language),
                        ])),
                        new(
                            [writer.Text("SalesTeam.Pay.total"), null, null, null, NumberCell.Of(statement.Total, 2), null],
                            isTotal: true),
                    ]),
            ]);
    }

    public static Document Of(InterviewResult result, string language)
    {
        var writer = new DocumentWriter(language);
        var scorecard = result.Decision.ModelId == Interviews.Manager.Id ? Interviews.Manager : Interviews.Representative;
        return writer.Document(
            writer.Text("SalesTeam.Interviews.title"),
            [
                scorecard.Describe(result.Decision, writer.Language).ToSection("decision"),
                result.Competences.Count == 0 ? null : writer.SectionOf("SalesTeam.Interviews.competences",
                [
                    new Table(
                        [
                            writer.Column("SalesTeam.Interviews.competence"), writer.Number("SalesTeam.Interviews.mean"),
                            writer.Number("SalesTeam.Interviews.lowest"), writer.Number("SalesTeam.Interviews.highest"),
                            writer.Number("SalesTeam.Interviews.ratings"),
                        ],
                        [
                            .. result.Competences.Select(each => new TableRow(
                            [
                                writer.Cell(each.Competence), NumberCell.Of(each.Mean, 1), new NumberCell(each.Lowest),
                                new NumberCell(each.Highest), new NumberCell(each.Ratings),
                            ])),
                        ]),
                ]),
                writer.SectionOf("SalesTeam.Interviews.disagreements",
                [
                    DocumentWriter.List(result.Disagreements.Select(each => writer.Item(
                        "SalesTeam.Interviews.disagreement", each.Question, each.Lowest, each.Highest))),
                ]),
                result.TraitsInNotes.Count == 0 ? null
                    : writer.Warning("SalesTeam.Interviews.traits", writer.Listed(result.TraitsInNotes)),
            ]);
    }

    public static Document Guide(SalesPosition position, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(
            writer.Text("SalesTeam.Guide.title", position),
            [
                writer.Note("SalesTeam.Guide.how"),
                .. InterviewQuestion.For(position).Select(question => new Section(
                    question.DisplayName(writer.Language),
                    [
                        writer.Paragraph("SalesTeam.Guide.listen", question.Competence, question.Description(writer.Language)),
                        new KeyValueList(
                        [
                            new("1", question.Anchor(1).In(writer.Language)), new("3", question.Anchor(3).In(writer.Language)),
                            new("5", question.Anchor(5).In(writer.Language)),
                        ]),
                    ])),
            ]);
    }
}
