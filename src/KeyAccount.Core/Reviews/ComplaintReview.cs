using System.Text.Json.Serialization;
using KeyAccount.Core.Satisfaction;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>An open complaint, with the next step and its deadline.</summary>
/// <param name="Complaint">The complaint with its history.</param>
/// <param name="Deadlines">The deadlines of its steps, by the present tier of the account.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Deadlines"/> or an item of it is null.</exception>
public sealed record ComplaintReview(Complaint Complaint, IReadOnlyList<ComplaintDeadline> Deadlines)
{
    /// <summary>The deadlines of its steps, by the present tier of the account.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<ComplaintDeadline> Deadlines { get; init => field = ValueList.Of(value, nameof(Deadlines)); } =
        ValueList.Of(Deadlines);

    /// <summary>Whether a step that is not done is overdue. A step that was done late counts as done.</summary>
    [JsonIgnore]
    public bool IsOverdue => Deadlines.Any(each => each is { IsOverdue: true, DoneOn: null });

    /// <summary>The day on which the first undone step is due; null if all are done, or the next one waits for another.</summary>
    [JsonIgnore]
    public LocalDate? DueOn => Deadlines.FirstOrDefault(each => each.DoneOn is null)?.DueOn;
}
