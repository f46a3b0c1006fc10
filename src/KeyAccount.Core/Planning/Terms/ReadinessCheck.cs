using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Planning;

/// <summary>A check that a plan must pass before it is agreed.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<ReadinessCheck>))]
public sealed class ReadinessCheck : Term<ReadinessCheck>
{
    /// <summary>Every objective is SMART; value 1.</summary>
    public static readonly ReadinessCheck Objectives = new(1, SelfManagement.Goals);
    /// <summary>Every action has an owner of the team; value 2.</summary>
    public static readonly ReadinessCheck Owners = new(2, SelfManagement.Organisation);
    /// <summary>Every open action has a resource; value 3.</summary>
    public static readonly ReadinessCheck Resources = new(3, SelfManagement.Process);
    /// <summary>No open action is overdue; value 4.</summary>
    public static readonly ReadinessCheck Dates = new(4, SelfManagement.Process);
    /// <summary>Every finding with much at stake is answered; value 5.</summary>
    public static readonly ReadinessCheck Findings = new(5, SelfManagement.Crisis);
    /// <summary>The next review has a date; value 6.</summary>
    public static readonly ReadinessCheck ReviewDate = new(6, SelfManagement.Information);

    private ReadinessCheck(int value, SelfManagement task, [CallerMemberName] string name = "") : base(name, value) => Task = task;

    /// <summary>The part of self-management that the check serves.</summary>
    public SelfManagement Task { get; }
}
