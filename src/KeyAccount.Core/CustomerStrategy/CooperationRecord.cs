using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The cooperation of both sides beyond buying and selling.</summary>
/// <remarks>Immutable, with value equality. Everything may be unknown. What other parts of an account tell is not said here again: the
/// agreement, joint projects and whether both sides create jointly.</remarks>
public sealed record CooperationRecord
{
    /// <summary>The day on which strategic cooperation began, in a file not after the day of the facts; null while it has not.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? StartedOn { get; init => field = Guard.Iso(value, nameof(StartedOn)); }

    /// <summary>The meetings of both sides that were held, in any order.</summary>
    public IReadOnlyList<HeldMeeting> Meetings { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<HeldMeeting>.Empty;

    /// <summary>The joint investment of both sides per year, including research.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? JointInvestment { get; init => field = FactRange<CooperationRecord>.Checked(value); }

    /// <summary>Whether the customer involves us before its specification is fixed (early vendor involvement).</summary>
    public bool? IsInvolvedEarly { get; init; }

    /// <summary>Whether a joint committee decides on projects and conflicts.</summary>
    public bool? HasSteeringCommittee { get; init; }

    /// <summary>Whether both sides measure themselves by the same key figures.</summary>
    public bool? SharesKpis { get; init; }

    /// <summary>The number of the customer's departments that work with ours; if departments of contacts are known, they are counted
    /// instead.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Count, UsualMaximum = 100)]
    public int? ConnectedDepartments { get; init => field = FactRange<CooperationRecord>.Checked(value); }

    /// <summary>The customer's share of our whole revenue, as a fraction: 0.09 is 9 %.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 1.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? ShareOfOurRevenue { get; init => field = FactRange<CooperationRecord>.Checked(value); }

    /// <summary>What the cooperation creates, and what each side puts in; null if nobody has calculated it.</summary>
    public SharedGain? Gain { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Since when it runs, and how many meetings were held.</returns>
    public override string ToString() => Invariant(
        $"CooperationRecord {{ StartedOn = {StartedOn:R}, Meetings = {Meetings.Count}, ShareOfOurRevenue = {ShareOfOurRevenue} }}");
}
