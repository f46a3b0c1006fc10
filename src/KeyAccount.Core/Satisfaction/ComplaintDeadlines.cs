using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The deadlines of the steps of a complaint, by the tier of the account.</summary>
/// <remarks>LibraryDefault throughout: 《大客户销售技巧（客户关系管理篇）》 names the steps and no times.</remarks>
public static class ComplaintDeadlines
{
    /// <summary>Tier → deadlines; complete, including accounts without a tier.</summary>
    public static DecisionTable<ComplaintStandardFacts, ComplaintStandard> Standard { get; } = DecisionTable
        .For<ComplaintStandardFacts, ComplaintStandard>("complaintDeadlines.standard")
        .Domain(f => f.Tier, [.. AccountTier.InOrder, null])
        .From(Provenance.LibraryDefault($"{SourceTitle.Selling} names six steps and no times; the better the tier, the sooner"))
        .Reasons(TextTable.Library, "Satisfaction.ComplaintDeadlines.", f => [f.Tier])
        .Rule("a", f => f.Tier == AccountTier.A, Days(0, 5, 7))
        .Rule("b", f => f.Tier == AccountTier.B, Days(1, 10, 7))
        .Rule("c", f => f.Tier == AccountTier.C, Days(2, 15, 14))
        .Rule("ungraded", f => f.Tier == null, Days(2, 15, 14))
        .Build(HitPolicy.Unique);

    /// <summary>The deadlines of a complaint.</summary>
    /// <param name="complaint">The complaint.</param>
    /// <param name="standard">The periods for handling the complaint, from <see cref="Standard"/> or a table of your own.</param>
    /// <param name="asOf">The day on which lateness is judged.</param>
    /// <returns>The six steps in their order. Answer and solution count from the day the steps began, the follow-up from the day the fifth
    /// step was done.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A period of the standard runs backwards or has parts of a day.</exception>
    public static IReadOnlyList<ComplaintDeadline> Of(Complaint complaint, ComplaintStandard standard, LocalDate asOf)
    {
        Guard.Iso(asOf);
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
                LocalDate? due = step == ComplaintStep.Listen ? answer
                    : step != ComplaintStep.FollowUp ? solution
                    : solvedOn is null ? null
                    : followUp;
                var done = complaint.DoneOn(step);
                return new ComplaintDeadline(step, due, done, due < (done ?? asOf));
            }),
        ];
    }

    private static LocalDate After(LocalDate day, Period period, string name)
    {
        if (period is null || period.HasTimeComponent || day + period < day)
            throw new ArgumentException(
                $"{name} is {period?.ToString() ?? "null"}; it must be whole days or longer, and not negative.", "standard");
        return day + period;
    }

    private static ComplaintStandard Days(int answer, int solution, int followUp) =>
        new() { Answer = Period.FromDays(answer), Solution = Period.FromDays(solution), FollowUp = Period.FromDays(followUp) };
}
