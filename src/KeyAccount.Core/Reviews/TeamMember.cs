using System.Text.Json.Serialization;
using KeyAccount.Core.Planning;
using KeyAccount.Core.SalesTeam;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A person of a sales team: position, quota, results, skills and objectives of the period.</summary>
/// <remarks>Unknown parts are null or empty. Immutable; equal when every part is.</remarks>
public sealed record TeamMember
{
    /// <summary>The person; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.PersonName)]
    public required string Name { get; init => field = Guard.NotBlank(value); }

    /// <summary>The position.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required SalesPosition Position { get; init => field = Guard.NotNull(value); }

    /// <summary>Whether the person is on probation; null if it is not known, and then there is no pay statement.</summary>
    public EmploymentPhase? Phase { get; init; }

    /// <summary>The day on which the person joined; null if it is not known.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? JoinedOn { get; init => field = Guard.Iso(value, nameof(JoinedOn)); }

    /// <summary>The day on which the person left; null if the person is still there.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? LeftOn { get; init => field = Guard.Iso(value, nameof(LeftOn)); }

    /// <summary>Whether the person left although the company wanted to keep them; null if it is not known.</summary>
    public bool? IsRegretted { get; init; }

    /// <summary>The person's sales quota for the period; above 0. Null if there is no quota.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Money, IsMinimumExcluded = true)]
    public decimal? Quota { get; init => field = FactRange<TeamMember>.Checked(value); }

    /// <summary>The potential of the person's accounts in the period; null if it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? Potential { get; init => field = FactRange<TeamMember>.Checked(value); }

    /// <summary>The person's sales in the period; null if they are not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? Sold { get; init => field = FactRange<TeamMember>.Checked(value); }

    /// <summary>The number of new opportunities (P2) that the person is to find in the period; null if nothing is planned.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 10,000.</exception>
    [FactRange(0, 10_000, FactUnit.Count, UsualMaximum = 200)]
    public int? PlannedOpportunities { get; init => field = FactRange<TeamMember>.Checked(value); }

    /// <summary>The pay for the period on target, base and incentive together; null if it is not known, and then there is no pay
    /// statement.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(0, 1e12, FactUnit.Money)]
    public decimal? OnTargetEarnings { get; init => field = FactRange<TeamMember>.Checked(value); }

    /// <summary>The person's pay for the period; null if it is not known. If there is a pay statement, its total is used instead.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? Pay { get; init => field = FactRange<TeamMember>.Checked(value); }

    /// <summary>The attainment of the measures of the pay plan, each once; if one is missing, there is no pay statement.</summary>
    public IReadOnlyList<MeasureResult> Results { get; init => field = ValueList.Of(value ?? [], nameof(Results)); } =
        ValueList<MeasureResult>.Empty;

    /// <summary>The rated skills, each competence once.</summary>
    public IReadOnlyList<SkillRating> Skills { get; init => field = ValueList.Of(value ?? [], nameof(Skills)); } =
        ValueList<SkillRating>.Empty;

    /// <summary>The objectives of the period, which should be SMART.</summary>
    public IReadOnlyList<Objective> Objectives { get; init => field = ValueList.Of(value ?? [], nameof(Objectives)); } =
        ValueList<Objective>.Empty;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Position, quota and result; not the name.</returns>
    public override string ToString() => Invariant($"TeamMember {{ Position = {Position}, Quota = {Quota}, Sold = {Sold} }}");
}
