using KeyAccount.Core.SalesTeam;
using KeyAccount.Core.Scoring;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>What a report says of one person; only in a report that was asked to name people.</summary>
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

    /// <summary>What is known of the six focuses.</summary>
    public ManagementFacts Facts { get; }

    /// <summary>How many deals of the person are closed.</summary>
    public int ClosedDeals { get; }

    /// <summary>Whether so few deals are closed that only ranges say something: fewer than ten.</summary>
    public bool IsSmallSample => ClosedDeals < SalesManagement.LeastDeals;

    /// <summary>The judgement of the six focuses. Of a small sample its score is not a figure to show; <see cref="Range"/> is.</summary>
    public Assessment<SalesManagementLevel> Assessment { get; }

    /// <summary>Where the score may lie: with what is not known at its worst and best; of a small sample with each share at the ends of its
    /// interval besides.</summary>
    public ScoreRange Range { get; }

    /// <summary>The six focuses; of a small sample their ranges without points.</summary>
    public IReadOnlyList<FocusScore> Focuses { get; }

    /// <summary>The weakest of them; empty of a small sample, whose focuses are not compared.</summary>
    public IReadOnlyList<FocusScore> ShortBoard { get; }

    /// <summary>The skills against the standard, the widest gap first.</summary>
    public IReadOnlyList<SkillGap> Gaps { get; }

    /// <summary>What the person is paid; null where plan, earnings or a result is not known.</summary>
    public PayStatement? Statement { get; internal init; }

    /// <summary>The place by score, from 1; null below ten closed deals of the person, and where fewer than five people have ten.</summary>
    public int? Rank { get; internal set; }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Score, rank and closed deals; not the name.</returns>
    public override string ToString() =>
        Invariant($"TeamPerson {{ Score = {Assessment.Score}, Rank = {Rank}, ClosedDeals = {ClosedDeals} }}");
}
