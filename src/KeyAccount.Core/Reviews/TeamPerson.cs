using KeyAccount.Core.SalesTeam;
using KeyAccount.Core.Scoring;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>What a report says of one person; only in a report that was asked to name people.</summary>
/// <remarks>Not a value: computed by <see cref="TeamReport.Of"/>. Immutable.</remarks>
public sealed class TeamPerson
{
    internal TeamPerson(TeamMember member, ManagementFacts facts, int closedDeals)
    {
        (Member, Facts, ClosedDeals) = (member, facts, closedDeals);
        Assessment = SalesManagement.SixFocuses.Assess(facts);
        Focuses = ValueList.Of(SalesManagement.FocusesOf(facts));
        ShortBoard = ValueList.Of(SalesManagement.ShortBoard(Focuses));
        Gaps = ValueList.Of(Skills.GapsOf(member.Position, member.Skills));
    }

    /// <summary>The person.</summary>
    public TeamMember Member { get; }

    /// <summary>What is known of the six focuses.</summary>
    public ManagementFacts Facts { get; }

    /// <summary>How many deals of the person are closed.</summary>
    public int ClosedDeals { get; }

    /// <summary>The judgement of the six focuses.</summary>
    public Assessment<SalesManagementLevel> Assessment { get; }

    /// <summary>The six focuses.</summary>
    public IReadOnlyList<FocusScore> Focuses { get; }

    /// <summary>The weakest of them.</summary>
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
