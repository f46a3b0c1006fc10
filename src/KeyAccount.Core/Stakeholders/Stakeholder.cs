using System.Text.Json.Serialization;
using KeyAccount.Core.Relationships;
using static System.FormattableString;

namespace KeyAccount.Core.Stakeholders;

/// <summary>A person of the customer who takes part in a decision. Everything but id and influence may be unknown; unknown is
/// null.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON. It is checked by the
/// <see cref="StakeholderMap"/> it is put on, which reports all faults of all people at once.</remarks>
public sealed record Stakeholder
{
    /// <summary>The stable identifier of the person, unique on the map; not blank. It is never shown in a diagram while there is a
    /// name.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the person; null if that is the id.</summary>
    public string? Name { get; init; }

    /// <summary>The role of the person in the decision.</summary>
    public StakeholderRole? Role { get; init; }

    /// <summary>The management level of the person.</summary>
    public ManagementLevel? ManagementLevel { get; init; }

    /// <summary>The influence of the person relative to the others, in a unit of your own; finite and not negative.</summary>
    public required double Influence { get; init; }

    /// <summary>The level of the person on the ladder; null while not known or unconfirmed (<see cref="LadderStanding.Known"/>).</summary>
    public LadderLevel? Ladder { get; init; }

    /// <summary>The personality style of the person, which decides how to deal with them.</summary>
    public PersonalityStyle? Style { get; init; }

    /// <summary>The values by which the person decides, in any order; each once, shown in the order of the term. Empty while nobody has
    /// asked.</summary>
    public IReadOnlyList<CustomerValue> Values
    {
        get;
        init => field = ValueList.Of((value ?? []).OfType<CustomerValue>().Distinct().OrderBy(each => each.Value));
    } = ValueList.Of<CustomerValue>([]);

    /// <summary>Whether the person gives us inside information and advice: a coach (《大客戶戰略客戶關係管理》: 教練).</summary>
    public bool IsCoach { get; init; }

    /// <summary>Whether the person gives us inside information: an insider (《大客戶戰略客戶關係管理》: 線人). A coach does so too and need not be
    /// marked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsInsider { get; init; }

    /// <summary>The inside help of the person: the more helpful of what is marked; null if nothing is.</summary>
    [JsonIgnore]
    public InsideHelp? Help => IsCoach ? InsideHelp.Coach : IsInsider ? InsideHelp.Insider : null;

    /// <summary>Whether the person belongs to the visible decision chain or to the hidden one.</summary>
    public ChainVisibility? Chain { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"Stakeholder {{ Id = {Id}, Name = {Name}, Role = {Role}, ManagementLevel = {ManagementLevel}, ")
        + Invariant($"Influence = {Influence}, Ladder = {Ladder}, Style = {Style}, ")
        + Invariant($"Values = {Values}, IsCoach = {IsCoach}, IsInsider = {IsInsider}, Chain = {Chain} }}");
}
