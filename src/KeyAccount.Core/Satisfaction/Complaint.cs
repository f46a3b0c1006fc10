using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>A complaint on its way through the six steps of S000.</summary>
/// <remarks>
/// <para>A pure state machine: (complaint, event) → complaint or refusal with its reason. A step is done when every task of it is done, or waived with a reason
/// that stays in the history; the next one begins then and not before. It is closed only after the follow-up, and only when the customer is not dissatisfied;
/// otherwise it is reopened and begins again with the first step: first the mood, then the matter.</para>
/// <para>A value: immutable, equal when id, tier, day and history are equal. The history is the whole state: the same events always lead to the same complaint,
/// and a history that the machine would refuse makes no complaint.</para>
/// </remarks>
public sealed record Complaint
{
    /// <summary>A complaint from its history, played again from the beginning; what JSON reads back.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="tier">The tier of the account; null while it is not graded.</param>
    /// <param name="openedOn">The day the customer complained.</param>
    /// <param name="history">What has happened since, in order.</param>
    /// <exception cref="ArgumentException">The id is blank, or an event of the history is one the machine refuses; the message names the first.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> or an event is null.</exception>
    [JsonConstructor]
    public Complaint(string id, AccountTier? tier, LocalDate openedOn, IReadOnlyList<ComplaintEvent> history)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(history);
        var played = new Complaint(id, tier, openedOn);
        for (var i = 0; i < history.Count; i++)
        {
            var result = played.Apply(history[i]);
            played = result.Refusal is null
                ? result.Complaint
                : throw new ArgumentException(Invariant($"history[{i}] is {history[i]}; it is refused: {result.Refusal}"), nameof(history));
        }

        (Id, Tier, OpenedOn, History) = (id, tier, openedOn, played.History);
        (BegunOn, Settled, Satisfaction, IsClosed) = (played.BegunOn, played.Settled, played.Satisfaction, played.IsClosed);
    }

    private Complaint(string id, AccountTier? tier, LocalDate openedOn)
    {
        (Id, Tier, OpenedOn, History) = (id, tier, openedOn, []);
        (BegunOn, Settled) = (openedOn, []);
    }

    // The state after one more event that has been accepted.
    private Complaint(Complaint before, ComplaintEvent happened)
    {
        (Id, Tier, OpenedOn, History) = (before.Id, before.Tier, before.OpenedOn, [.. before.History, happened]);
        var isReopened = happened.Kind == ComplaintEventKind.Reopened;
        BegunOn = isReopened ? happened.On : before.BegunOn;
        Settled = isReopened ? [] : happened.Task is null ? before.Settled : [.. before.Settled, happened];
        Satisfaction = isReopened ? null : happened.Satisfaction ?? before.Satisfaction;
        IsClosed = happened.Kind == ComplaintEventKind.Closed;
    }

    /// <summary>The stable identifier.</summary>
    public string Id { get; }

    /// <summary>The tier of the account when it complained; null where it was not graded.</summary>
    public AccountTier? Tier { get; }

    /// <summary>The day the customer complained.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate OpenedOn { get; }

    /// <summary>Every accepted event, in order.</summary>
    public IReadOnlyList<ComplaintEvent> History { get; }

    /// <summary>The day the steps began: <see cref="OpenedOn"/>, or when it was last reopened.</summary>
    [JsonIgnore]
    public LocalDate BegunOn { get; }

    /// <summary>How satisfied the customer said it is at the follow-up; null while it has not been asked.</summary>
    [JsonIgnore]
    public SatisfactionLevel? Satisfaction { get; }

    /// <summary>Whether the case is closed.</summary>
    [JsonIgnore]
    public bool IsClosed { get; }

    /// <summary>The step that is to do; null when all six are done.</summary>
    [JsonIgnore]
    public ComplaintStep? Step => ComplaintStep.InOrder.FirstOrDefault(step => !IsDone(step));

    /// <summary>What the step still needs; empty when all six are done.</summary>
    [JsonIgnore]
    public IEnumerable<ComplaintTask> ToDo => Step?.Tasks.Where(task => !IsSettled(task)) ?? [];

    // The tasks done or waived since the steps began.
    private ComplaintEvent[] Settled { get; }

    /// <summary>A new complaint.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="tier">The tier of the account; null while it is not graded.</param>
    /// <param name="openedOn">The day the customer complained.</param>
    /// <returns>The complaint, with the first step to do.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or blank.</exception>
    public static Complaint Open(string id, AccountTier? tier, LocalDate openedOn)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return new(id, tier, openedOn);
    }

    /// <summary>What an event makes of the complaint.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The complaint after it, or the reason why it is refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="happened"/> is null.</exception>
    public ComplaintResult Apply(ComplaintEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return Refusal(happened) is { } refusal ? new(this, refusal) : new(new(this, happened), null);
    }

    /// <summary>Whether a step is done since the steps began.</summary>
    /// <param name="step">The step.</param>
    /// <returns>True when every task of it is done or waived.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="step"/> is null.</exception>
    public bool IsDone(ComplaintStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Tasks.All(IsSettled);
    }

    /// <summary>The day a step was done.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The day of its last task; null while it is not done.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="step"/> is null.</exception>
    public LocalDate? DoneOn(ComplaintStep step) => IsDone(step) ? Settled.Last(settled => settled.Task!.Step == step).On : null;

    /// <summary>Whether id, tier, day and history are equal.</summary>
    /// <param name="other">The other complaint.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(Complaint? other) =>
        other is not null && Id == other.Id && Tier == other.Tier && OpenedOn == other.OpenedOn && History.SequenceEqual(other.History);

    /// <summary>A hash of the parts that differ most.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(Id, OpenedOn, History.Count);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The parts by name, of the history its length.</returns>
    public override string ToString() => Invariant(
        $"Complaint {{ Id = {Id}, Tier = {Tier}, OpenedOn = {OpenedOn:R}, Step = {Step}, IsClosed = {IsClosed}, History = {History.Count} }}");

    private bool IsSettled(ComplaintTask task) => Array.Exists(Settled, settled => settled.Task == task);

    private Text? Refusal(ComplaintEvent happened)
    {
        var last = History.Count == 0 ? OpenedOn : History[^1].On;
        if (happened.On < last)
            return Told("Earlier", Day(happened.On), Day(last));
        if (happened.Kind == ComplaintEventKind.Reopened)
            return IsClosed || (Step is null && Satisfaction == SatisfactionLevel.Low) ? null : Step is null ? Told("AllDone") : Told("StillOpen", Step);
        if (IsClosed)
            return Told("AlreadyClosed");
        if (happened.Task is not { } task)
            return Step is not null ? Told("NotFollowedUp", Step) : Satisfaction == SatisfactionLevel.Low ? Told("Dissatisfied") : null;
        if (IsSettled(task))
            return Told("AlreadySettled", task);
        if (task.Step != Step)
            return Told("NotYet", task, Step, ToDo.First());
        return happened.Kind == ComplaintEventKind.Waived && !task.IsWaivable ? Told("NotWaivable", task) : null;
    }

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static Text Told(string refusal, params object?[] arguments) => TextTable.Library[$"Satisfaction.Complaint.{refusal}"].With(arguments);
}
