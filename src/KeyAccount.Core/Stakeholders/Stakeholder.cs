using KeyAccount.Core.Relationships;
using static System.FormattableString;

namespace KeyAccount.Core.Stakeholders;

/// <summary>A person of the customer who takes part in a decision. Everything but id and influence may be unknown; unknown is null.</summary>
/// <remarks>A value: immutable, equal when every part is equal, and the same after a round trip through JSON. It is checked by the
/// <see cref="StakeholderMap"/> it is put on, which reports all faults of all people at once.</remarks>
public sealed record Stakeholder
{
    /// <summary>The stable identifier of the person, unique on the map; not blank. It is never shown in a diagram while there is a name.</summary>
    public required string Id { get; init; }

    /// <summary>What the person is called; null where that is the id.</summary>
    public string? Name { get; init; }

    /// <summary>What the person does in the decision.</summary>
    public StakeholderRole? Role { get; init; }

    /// <summary>Where the person stands in the management.</summary>
    public ManagementLevel? ManagementLevel { get; init; }

    /// <summary>How much the person counts beside the others, in a unit of your own; finite and not negative.</summary>
    public required double Influence { get; init; }

    /// <summary>Where the person stands on the ladder; null while it is not known or unconfirmed (<see cref="LadderStanding.Known"/>).</summary>
    public LadderLevel? Ladder { get; init; }

    /// <summary>How the person likes to be dealt with.</summary>
    public PersonalityStyle? Style { get; init; }

    /// <summary>What the person decides by, in any order; each value once, shown in the order of the term. Empty while nobody has asked.</summary>
    public IReadOnlyList<CustomerValue> Values { get; init => field = [.. (value ?? []).OfType<CustomerValue>().Distinct().OrderBy(each => each.Value)]; } = [];

    /// <summary>Whether the person tells us from inside how things stand and what to do: a coach or insider (S001: 线人与教练).</summary>
    public bool IsCoach { get; init; }

    /// <summary>Whether the person stands in the visible decision chain or in the hidden one.</summary>
    public ChainVisibility? Chain { get; init; }

    /// <summary>Whether every part is equal.</summary>
    /// <param name="other">The other person.</param>
    /// <returns>True when the two say the same.</returns>
    public bool Equals(Stakeholder? other) =>
        other is not null
        && Id == other.Id
        && Name == other.Name
        && Role == other.Role
        && ManagementLevel == other.ManagementLevel
        && Influence.Equals(other.Influence)
        && Ladder == other.Ladder
        && Style == other.Style
        && Values.SequenceEqual(other.Values)
        && IsCoach == other.IsCoach
        && Chain == other.Chain;

    /// <summary>A hash of the parts that differ most.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(Id, Role, Influence, Ladder);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"Stakeholder {{ Id = {Id}, Name = {Name}, Role = {Role}, ManagementLevel = {ManagementLevel}, Influence = {Influence}, Ladder = {Ladder}, Style = {Style}, Values = [{string.Join(", ", Values)}], IsCoach = {IsCoach}, Chain = {Chain} }}");
}
