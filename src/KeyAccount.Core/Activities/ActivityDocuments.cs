using KeyAccount.Core.Documents;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Activities;

/// <summary>The documents of activities.</summary>
internal static class ActivityDocuments
{
    private const int ShownGuests = 8;
    private const int ShownPast = 6;

    public static IEnumerable<Block> Of(
        ActivityReview review, Func<string, string> nameOf, string? currency, DocumentWriter writer)
    {
        if (review.Past.Count > 0)
        {
            yield return new Table(
                [
                    writer.Column("Activities.Describe.activity"), writer.Column("Activities.Describe.day"),
                    writer.Number("Activities.Describe.attended"), writer.Number("Activities.Describe.perGuest", currency),
                    writer.Number("Activities.Describe.moves"), writer.Number("Activities.Describe.extra"),
                    writer.Column("Activities.Describe.uplift"),
                ],
                [
                    .. review.Past.Take(ShownPast).Select(each => new TableRow(
                    [
                        each.Name, new DateCell(each.Date),
                        new TextCell(writer.Text("Activities.Describe.ofInvited", each.Effect.Attended, each.Effect.Invited)),
                        NumberCell.Of(each.Effect.CostPerGuest), new NumberCell(each.Effect.Moves),
                        NumberCell.Of(each.Effect.ExtraMoves, 1), Uplift(each.Effect, writer),
                    ])),
                ]);
            if (review.Past.Any(each => !each.IsComplete))
                yield return writer.Note("Activities.Describe.incomplete", ActivityTables.WindowDays);
        }

        foreach (var refused in review.Gifts.Where(each => each.Verdict == GiftVerdict.Refused))
            yield return writer.Warning("Activities.Describe.gift", Run.Name(refused.ActivityId), refused.Reason);
        if (review.Planned.Count > 0)
            yield return Timeline(review, writer);
        if (review.Proposals.Any(each => each.PlannedAs is null))
        {
            yield return new Section(writer.Text("Activities.Describe.proposals"),
            [
                new BulletList(
                [
                    .. review.Proposals.Where(each => each.PlannedAs is null).Select(each => writer.Item(
                        "Activities.Describe.proposal", each.Activity, each.Type, each.Audience, each.Inviter, Day(each.Earliest))),
                ]),
            ]);
        }

        if (review is { Guests.Count: > 0, Planned.Count: > 0 })
        {
            yield return new Section(writer.Text("Activities.Describe.guests"),
            [
                new BulletList(
                [
                    .. review.Guests.Take(ShownGuests).Select(each => writer.Item(
                        "Activities.Describe.guest", Run.Name(nameOf(each.Contact)), each.Priority, each.Reason)),
                ], true),
            ]);
        }
    }

    private static TimelineFigure Timeline(ActivityReview review, DocumentWriter writer) => new(
        writer.Text("Activities.Describe.plan"),
        writer.Text("Activities.Describe.plan.description"),
        writer.Capital(writer.Text("Activities.Describe.due")),
        writer.Capital(writer.Text("Activities.Describe.task")),
        [
            .. from planned in review.Planned
               from step in planned.Steps
               where step.DueOn is not null
               select new TimelineEvent(
                   step.DueOn!.Value,
                   writer.Capital(step.IsOverdue
                       ? writer.Text("Activities.Describe.overdue", step.Text) : step.Text.In(writer.Language)),
                   planned.Name),
        ],
        writer.Capital(writer.Text("Activities.Describe.activity")));

    private static TextCell? Uplift(ActivityEffect effect, DocumentWriter writer)
    {
        if (effect.Uplift is not { } uplift)
            return null;
        var interval = uplift.Interval();
        return new(writer.Text(
            "Activities.Describe.interval", NumberCell.Percent(uplift.Value), NumberCell.Percent(interval.Low),
            NumberCell.Percent(interval.High)));
    }

    private static string Day(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
