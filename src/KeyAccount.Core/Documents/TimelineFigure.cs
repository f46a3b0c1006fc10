using System.Text.Json.Serialization;
using NodaTime.Text;

namespace KeyAccount.Core.Documents;

/// <summary>A timeline: what happened and what is due.</summary>
public sealed record TimelineFigure : Figure
{
    /// <summary>A timeline.</summary>
    /// <param name="name">The caption, in a few words.</param>
    /// <param name="description">The description of what the figure shows.</param>
    /// <param name="dateTitle">What the dates are.</param>
    /// <param name="eventTitle">What the events are.</param>
    /// <param name="events">The events.</param>
    /// <param name="laneTitle">What the lanes are; null if there are none.</param>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="laneTitle"/>, or an event, is null.</exception>
    [JsonConstructor]
    public TimelineFigure(
        string name, string description, string dateTitle, string eventTitle, IReadOnlyList<TimelineEvent> events,
        string? laneTitle = null)
        : base(name, description)
    {
        DateTitle = Parts.NotNull(dateTitle);
        EventTitle = Parts.NotNull(eventTitle);
        Events = Parts.Of(events);
        LaneTitle = laneTitle;
    }

    /// <summary>What the dates are.</summary>
    public string DateTitle { get; }

    /// <summary>What the events are.</summary>
    public string EventTitle { get; }

    /// <summary>The events.</summary>
    public IReadOnlyList<TimelineEvent> Events { get; }

    /// <summary>What the lanes are; null if there are none.</summary>
    public string? LaneTitle { get; }

    // A row for each event, by date.
    private protected override Table Tabulate() => new(
        [new(DateTitle), .. LaneTitle is null ? (TableColumn[])[] : [new(LaneTitle)], new(EventTitle)],
        [
            .. Events.OrderBy(each => each.On).Select(each => new TableRow(
            [
                DateOf(each),
                .. LaneTitle is null ? (Cell?[])[] : [each.Lane is { } lane ? new TextCell(lane) : null],
                each.Text,
            ])),
        ]);

    private static Cell DateOf(TimelineEvent each) => each.Until is { } until
        ? new TextCell($"{LocalDatePattern.Iso.Format(each.On)} – {LocalDatePattern.Iso.Format(until)}")
        : new DateCell(each.On);
}
