using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>What happened to the plan of a relationship.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<PlanningEventKind>))]
public sealed class PlanningEventKind : Term<PlanningEventKind>
{
    /// <summary>A reference case is attached; value 1.</summary>
    public static readonly PlanningEventKind CaseAttached = new(1);
    /// <summary>The customer is understood; value 2.</summary>
    public static readonly PlanningEventKind PrepCompleted = new(2);
    /// <summary>The plan is adopted; value 3.</summary>
    public static readonly PlanningEventKind Adopted = new(3);
    /// <summary>The plan was reviewed and stays; value 4.</summary>
    public static readonly PlanningEventKind Reviewed = new(4);
    /// <summary>The plan was reviewed and changed; value 5.</summary>
    public static readonly PlanningEventKind Adjusted = new(5);
    /// <summary>The customer has changed; begin again; value 6.</summary>
    public static readonly PlanningEventKind Restarted = new(6);
    /// <summary>Planning ends; value 7.</summary>
    public static readonly PlanningEventKind Closed = new(7);

    private PlanningEventKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
