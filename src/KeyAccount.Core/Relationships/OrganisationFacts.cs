using static System.FormattableString;

namespace KeyAccount.Core.Relationships;

/// <summary>The observations of the relationship between the two companies. Everything may be unknown; unknown is null, never
/// zero.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record OrganisationFacts
{
    /// <summary>Our share of what the customer spends on what we could supply, as a fraction: 0.3 is 30 %.</summary>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? ShareOfWallet
    {
        get;
        init => field = FactRange<OrganisationFacts>.Checked(value);
    }

    /// <summary>The kind of contract under which the customer buys.</summary>
    public ContractForm? Contract { get; init; }

    /// <summary>The number of joint planning meetings per year: volumes, capacity, products.</summary>
    [FactRange(FactUnit.TimesPerYear, UsualMaximum = 60)]
    public double? JointPlanningPerYear
    {
        get;
        init => field = FactRange<OrganisationFacts>.Checked(value);
    }

    /// <summary>The number of meetings of the leaders of both companies per year.</summary>
    [FactRange(FactUnit.TimesPerYear, UsualMaximum = 60)]
    public double? TopLevelMeetingsPerYear
    {
        get;
        init => field = FactRange<OrganisationFacts>.Checked(value);
    }

    /// <summary>The number of projects that both companies run together: development, cost, logistics.</summary>
    [FactRange(FactUnit.Count, UsualMaximum = 100)]
    public double? JointProjects
    {
        get;
        init => field = FactRange<OrganisationFacts>.Checked(value);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All facts by name.</returns>
    public override string ToString() =>
        Invariant($"OrganisationFacts {{ ShareOfWallet = {ShareOfWallet}, Contract = {Contract}, ")
        + Invariant($"JointPlanningPerYear = {JointPlanningPerYear}, ")
        + Invariant($"TopLevelMeetingsPerYear = {TopLevelMeetingsPerYear}, JointProjects = {JointProjects} }}");
}
