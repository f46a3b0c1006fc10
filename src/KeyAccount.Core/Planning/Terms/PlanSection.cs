using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Planning;

/// <summary>A section of the account plan.</summary>
/// <remarks>LibraryDefault: 《大客戶戰略客戶關係管理》 has a template and does not list its sections; their order is that of the course.</remarks>
[JsonConverter(typeof(TermJsonConverter<PlanSection>))]
public sealed class PlanSection : Term<PlanSection>
{
    /// <summary>Who the account is and what it is worth; value 1.</summary>
    public static readonly PlanSection Profile = new(1, ManagedParty.Customer);
    /// <summary>Who decides; value 2.</summary>
    public static readonly PlanSection Organisation = new(2, ManagedParty.Customer);
    /// <summary>How the relationship stands; value 3.</summary>
    public static readonly PlanSection Relationship = new(3, ManagedParty.Customer);
    /// <summary>What the account needs and what our answer is worth; value 4.</summary>
    public static readonly PlanSection Needs = new(4, ManagedParty.Customer);
    /// <summary>Who else supplies it; value 5.</summary>
    public static readonly PlanSection Competition = new(5, ManagedParty.Competitor);
    /// <summary>What we want to reach; value 6.</summary>
    public static readonly PlanSection Goals = new(6, ManagedParty.Self);
    /// <summary>How we want to reach it; value 7.</summary>
    public static readonly PlanSection Strategies = new(7, ManagedParty.Self);
    /// <summary>Who does what by when; value 8.</summary>
    public static readonly PlanSection Actions = new(8, ManagedParty.Self);
    /// <summary>What it takes; value 9.</summary>
    public static readonly PlanSection Resources = new(9, ManagedParty.Self);
    /// <summary>What may go wrong, and when we look again; value 10.</summary>
    public static readonly PlanSection Risks = new(10, ManagedParty.Self);

    private PlanSection(int value, ManagedParty party, [CallerMemberName] string name = "") : base(name, value) => Party = party;

    /// <summary>The party that the section helps to manage.</summary>
    public ManagedParty Party { get; }
}
