using KeyAccount.Core.SalesTeam;
using KeyAccount.Core.Scoring;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The part of a report about one person; only in a report that was asked to name people.</summary>
/// <remarks>Not a value: computed by <see cref="TeamReport.Of"/>. Immutable.</remarks>
public sealed class TeamPerson
{
    internal TeamPerson(TeamMember member, ManagementFacts facts, ManagementFacts worst, ManagementFacts best, int closedDeals)
    {
        (Member, Facts, ClosedDeals) = (member, facts, closedDeals);
        Assessment = SalesManagement.SixFocuses.Assess(facts);
        Range = Assessment.Range;
        Focuses = ValueList.Of(SalesManagement.FocusesOf(facts));
        if (IsSmallSample)
        {
            // Of few cases a share says little: it may be anywhere in its interval.
            var (low, high) = (SalesManagement.SixFocuses.Assess(worst).Range, SalesManagement.SixFocuses.Assess(best).Range);
            Range = new(Math.Min(Range.Low, low.Low), Math.Max(Range.High, high.High));
            var (lows, highs) = (SalesManagement.FocusesOf(worst), SalesManagement.FocusesOf(best));
            Focuses = ValueList.Of(Focuses.Select((focus, i) => focus with
            {
                Points = null, Low = Math.Min(focus.Low, lows[i].Low), High = Math.Max(focus.High, highs[i].High),
            }));
        }

        ShortBoard = ValueList.Of(SalesManagement.ShortBoard(Focuses));
        Gaps = ValueList.Of(Skills.GapsOf(member.Position, member.Skills));
    }

    /// <summary>The person.</summary>
    public TeamMember Member { get; }

    /// <summary>The known facts about the six focuses.</summary>
    public ManagementFacts Facts { get; }

    /// <summary>The number of the person's closed deals.</summary>
    public int ClosedDeals { get; }

    /// <summary>Whether there are so few closed deals, fewer than ten, that only ranges are meaningful.</summary>
    public bool IsSmallSample => ClosedDeals < SalesManagement.LeastDeals;

    /// <summary>The judgement of the six focuses. For a small sample, do not show its score; show <see cref="Range"/> instead.</summary>
    public Assessment<SalesManagementLevel> Assessment { get; }

    /// <summary>The range of the score: with unknown facts at their worst and at their best; for a small sample, also with each share at
    /// the ends of its interval.</summary>
    public ScoreRange Range { get; }

    /// <summary>The six focuses; for a small sample, their ranges without points.</summary>
    public IReadOnlyList<FocusScore> Focuses { get; }

    /// <summary>The weakest focuses; empty for a small sample, whose focuses are not compared.</summary>
    public IReadOnlyList<FocusScore> ShortBoard { get; }

    /// <summary>The skills compared with the standard, the widest gap first.</summary>
    public IReadOnlyList<SkillGap> Gaps { get; }

    /// <summary>The person's pay; null if the plan, the earnings or a result is not known.</summary>
    public PayStatement? Statement { get; internal init; }

    /// <summary>The rank by score, from 1; null if the person has fewer than ten closed deals, or if fewer than five people have
    /// ten.</summary>
    public int? Rank { get; internal set; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Score, rank and closed deals; not the name.</returns>
    public override string ToString() =>
        Invariant($"TeamPerson {{ Score = {Assessment.Score}, Rank = {Rank}, ClosedDeals = {ClosedDeals} }}");
}
