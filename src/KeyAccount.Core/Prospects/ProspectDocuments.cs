using KeyAccount.Core.Documents;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Prospects;

/// <summary>The document of a prospect.</summary>
internal static class ProspectDocuments
{
    public static IEnumerable<Block> Of(ProspectReview review, string? currency, DocumentWriter writer)
    {
        var pay = review.AbilityToPay;
        KeyValueItem?[] facts =
        [
            review.Case is { IsOpen: false } closed
                ? writer.Value(
                    "Prospects.Describe.end",
                    writer.Text(closed.IsWon ? "Reviews.Topics.prospectWon" : "Reviews.Topics.prospectDropped"))
                : writer.Value("Prospects.Describe.priority", review.Priority.Band),
            review.ExpectedPurchases is { } expected
                ? writer.Value("Prospects.Describe.expected", new NumberCell(expected, 0, currency)) : null,
            pay.Level is { } level ? writer.Value("Prospects.Describe.pay", level) : null,
            pay.Z is { } z ? writer.Value("Prospects.Describe.z", NumberCell.Of(z, 2)) : null,
            review.Incumbent is { } incumbent ? writer.Value("Prospects.Describe.incumbent", new TextCell(incumbent, RunStyle.Name)) : null,
            review.Case?.Step is { } step ? writer.Value("Prospects.Describe.step", step) : null,
            review.DaysInStep is { } days ? writer.Value("Prospects.Describe.days", new NumberCell(days)) : null,
        ];
        yield return new KeyValueList([.. facts.OfType<KeyValueItem>()]);
        if (pay.IsContradicted)
            yield return writer.Warning("Prospects.Describe.contradicted", pay.Stated, pay.Level);
        if (review.Entry is { IsDecided: true } entry && review.Case is not { IsOpen: false })
            yield return new BulletList(DecisionDocument.Items(entry, writer.Language));
        if (review.Case is { } work)
            yield return Actions(review, work, writer);
    }

    // Twelve actions: what is done with its evidence, what is waived with its reason, and what is still to do.
    private static Table Actions(ProspectReview review, ProspectCase work, DocumentWriter writer)
    {
        var answers = work.History.Where(each => each.Action is not null).ToDictionary(each => each.Action!);
        var due = review.NextSteps.ToDictionary(each => each.Key, StringComparer.Ordinal);
        return new(
            [
                writer.Column("Prospects.Describe.step"), writer.Column("Prospects.Describe.action"),
                writer.Column("Prospects.Describe.done"), writer.Column("Prospects.Describe.evidence"),
            ],
            [
                .. KeyAction.InOrder.Where(action => answers.ContainsKey(action) || due.ContainsKey(action.Name))
                    .Select(action => new TableRow(
                [
                    writer.Cell(action.Step), new TextCell(writer.Capital(action.Description(writer.Language))),
                    answers.TryGetValue(action, out var answer) ? new DateCell(answer.On) : null,
                    answer is not null
                        ? new TextCell(
                            answer.Kind == ProspectEventKind.Waived ? writer.Text("Prospects.Describe.waived", answer.Note) : answer.Note)
                        : due[action.Name].DueOn is { } day
                            ? new TextCell(writer.Text(
                                due[action.Name].IsOverdue ? "Prospects.Describe.overdue" : "Prospects.Describe.due", new DateCell(day)))
                            : null,
                ])),
            ]);
    }
}
