using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>How soon a complaint is handled.</summary>
/// <remarks>Immutable; equal when every part is. Periods are whole days or longer.</remarks>
public sealed record ComplaintStandard
{
    /// <summary>From the complaint until the first step is done: listened, apologised, understood.</summary>
    public required Period Answer { get; init; }

    /// <summary>From the complaint until the fifth step is done: solved and made good.</summary>
    public required Period Solution { get; init; }

    /// <summary>From the solution until the follow-up is done.</summary>
    public required Period FollowUp { get; init; }
}

/// <summary>What the deadlines of a complaint depend on.</summary>
/// <remarks>Immutable; equal when the fact is.</remarks>
public sealed record ComplaintStandardFacts
{
    /// <summary>The tier of the account; null while it is not graded.</summary>
    public AccountTier? Tier { get; init; }
}

/// <summary>One step of a complaint with its deadline.</summary>
/// <param name="Step">The step.</param>
/// <param name="DueOn">The last day in time; null for the follow-up while there is no solution to follow up.</param>
/// <param name="DoneOn">The day it was done; null while it is not.</param>
/// <param name="IsOverdue">Whether it was done too late, or is not done and the last day is over.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ComplaintDeadline(
    ComplaintStep Step,
    [property: JsonConverter(typeof(LocalDateJsonConverter))] LocalDate? DueOn,
    [property: JsonConverter(typeof(LocalDateJsonConverter))] LocalDate? DoneOn,
    bool IsOverdue)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ComplaintDeadline {{ Step = {Step}, DueOn = {DueOn:R}, DoneOn = {DoneOn:R}, IsOverdue = {IsOverdue} }}");
}

/// <summary>By when each step of a complaint is to be done, by the tier of the account.</summary>
/// <remarks>LibraryDefault throughout: S000 names the steps and no times.</remarks>
public static class ComplaintDeadlines
{
    private static readonly Provenance Ours = Provenance.LibraryDefault("S000 names six steps and no times; the better the tier, the sooner");

    /// <summary>Tier → how soon; complete, an account without a tier included.</summary>
    public static DecisionTable<ComplaintStandardFacts, ComplaintStandard> Standard { get; } = DecisionTable
        .For<ComplaintStandardFacts, ComplaintStandard>("complaintDeadlines.standard")
        .Domain(f => f.Tier, [.. AccountTier.InOrder, null])
        .Rule("a", f => f.Tier == AccountTier.A, Days(0, 5, 7), Reason("a"), Facts, Ours)
        .Rule("b", f => f.Tier == AccountTier.B, Days(1, 10, 7), Reason("b"), Facts, Ours)
        .Rule("c", f => f.Tier == AccountTier.C, Days(2, 15, 14), Reason("c"), Facts, Ours)
        .Rule("ungraded", f => f.Tier == null, Days(2, 15, 14), Reason("ungraded"), provenance: Ours)
        .Build(HitPolicy.Unique);

    /// <summary>The deadlines of a complaint.</summary>
    /// <param name="complaint">The complaint.</param>
    /// <param name="standard">How soon it is handled, as <see cref="Standard"/> or a table of your own says.</param>
    /// <param name="asOf">The day on which lateness is judged.</param>
    /// <returns>The six steps in their order. Answer and solution count from the day the steps began, the follow-up from the day the fifth step was done.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A period of the standard runs backwards or has parts of a day.</exception>
    public static IReadOnlyList<ComplaintDeadline> Of(Complaint complaint, ComplaintStandard standard, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(complaint);
        ArgumentNullException.ThrowIfNull(standard);
        var answer = After(complaint.BegunOn, standard.Answer, nameof(standard.Answer));
        var solution = After(complaint.BegunOn, standard.Solution, nameof(standard.Solution));
        var solvedOn = complaint.DoneOn(ComplaintStep.ExceedExpectation);
        var followUp = After(solvedOn ?? complaint.BegunOn, standard.FollowUp, nameof(standard.FollowUp));
        return
        [
            .. ComplaintStep.InOrder.Select(step =>
            {
                LocalDate? due = step == ComplaintStep.Listen ? answer : step != ComplaintStep.FollowUp ? solution : solvedOn is null ? null : followUp;
                var done = complaint.DoneOn(step);
                return new ComplaintDeadline(step, due, done, due < (done ?? asOf));
            }),
        ];
    }

    private static LocalDate After(LocalDate day, Period period, string name)
    {
        if (period is null || period.HasTimeComponent || day + period < day)
            throw new ArgumentException($"{name} is {period?.ToString() ?? "null"}; it must be whole days or longer and not run backwards.", "standard");
        return day + period;
    }

    private static ComplaintStandard Days(int answer, int solution, int followUp) =>
        new() { Answer = Period.FromDays(answer), Solution = Period.FromDays(solution), FollowUp = Period.FromDays(followUp) };

    private static object?[] Facts(ComplaintStandardFacts facts) => [facts.Tier];

    private static Text Reason(string rule) => TextTable.Library[$"Satisfaction.ComplaintDeadlines.{rule}"];
}
