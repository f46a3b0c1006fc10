using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The closed loop of a person and a period, and whether it is closed: targets, results, feedback, consequences.</summary>
/// <param name="Person">The person.</param>
/// <param name="Start">The first day of the period.</param>
/// <param name="Checks">The four parts in their order.</param>
/// <remarks>Source: 《B2B 大客户开发与管理》 names the four parts; the evidence for each is a <c>LibraryDefault</c>. Immutable; equal when every part
/// is.</remarks>
public sealed record ClosedLoop(string Person, LocalDate Start, IReadOnlyList<LoopCheck> Checks)
{
    /// <summary>The number of days after the end of a period by which results, talk and decision are due: 30. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int DaysAfterwards = 30;

    /// <inheritdoc cref="ClosedLoop" path="/param[@name='Start']"/>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate Start { get; init => field = Guard.Iso(value, nameof(Start)); } = Guard.Iso(Start);

    /// <inheritdoc cref="ClosedLoop" path="/param[@name='Checks']"/>
    public IReadOnlyList<LoopCheck> Checks { get; } = ValueList.Of(Checks);

    /// <summary>Whether all four parts are complete; null while one is not due and none is missing.</summary>
    [JsonIgnore]
    public bool? IsClosed => Checks.Any(check => check.IsMet == false) ? false : Checks.All(check => check.IsMet == true) ? true : null;

    /// <summary>Checks the loop of a period.</summary>
    /// <param name="period">The period.</param>
    /// <param name="asOf">The day as of which the loop is checked; later events do not count.</param>
    /// <returns>The four parts. Targets are due on the first day; the others thirty days after the last.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="period"/> is null.</exception>
    public static ClosedLoop Of(PerformancePeriod period, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(period);
        Guard.Iso(asOf);
        var isOver = IsDue(period, asOf);
        var open = period.Targets.Where(target => target.Result is null).Select(target => target.Metric).ToArray();
        return new(period.Person, period.Start,
        [
            Check(
                LoopPart.TargetsSet, period.Targets.Count > 0 && period.SignedOn <= asOf, asOf >= period.Start,
                Day(period.SignedOn), period.Targets.Count == 0 ? "" : "unsigned"),
            Check(
                LoopPart.ResultsAssessed, period.Targets.Count > 0 && open.Length == 0 && asOf > period.End, isOver,
                period.Targets.Count, string.Join(", ", open)),
            Check(LoopPart.FeedbackGiven, period.FeedbackOn <= asOf, isOver, Day(period.FeedbackOn), ""),
            Check(LoopPart.ConsequencesDrawn, period.DecidedOn <= asOf, isOver, Day(period.DecidedOn), ""),
        ]);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Person, day and the parts with their states.</returns>
    public override string ToString() => Invariant($"ClosedLoop {{ Person = {Person}, Start = {Start:R}, ")
        + $"{string.Join(", ", Checks.Select(check => $"{check.Part} = {check.IsMet}"))} }}";

    // Whether what follows a period is due.
    internal static bool IsDue(PerformancePeriod period, LocalDate asOf) => Period.DaysBetween(period.End, asOf) > DaysAfterwards;

    private static LoopCheck Check(LoopPart part, bool isMet, bool isDue, object seen, string missing)
    {
        var texts = TextTable.Library;
        var (met, lacking) = part.Name switch
        {
            nameof(LoopPart.TargetsSet) => (
                "SalesTeam.Loop.targets", missing.Length == 0 ? "SalesTeam.Loop.noTargets" : "SalesTeam.Loop.unsigned"),
            nameof(LoopPart.ResultsAssessed) => (
                "SalesTeam.Loop.results", missing.Length == 0 ? "SalesTeam.Loop.noTargets" : "SalesTeam.Loop.noResults"),
            nameof(LoopPart.FeedbackGiven) => ("SalesTeam.Loop.feedback", "SalesTeam.Loop.noFeedback"),
            _ => ("SalesTeam.Loop.consequences", "SalesTeam.Loop.noConsequences"),
        };
        return isMet ? new(part, IsMet: true, texts[met].With(seen))
            : !isDue ? new(part, IsMet: null, texts["SalesTeam.Loop.notDue"])
            : new(part, IsMet: false, texts[lacking].With(missing));
    }

    private static string Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "–";
}
