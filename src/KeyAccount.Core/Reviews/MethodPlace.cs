using System.Text.Json.Serialization;
using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The place of a room of the library in the method.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record MethodPlace
{
    /// <summary>Creates a place from its parts; JSON is read through this constructor.</summary>
    /// <param name="room">The room.</param>
    /// <param name="name">The subject of the room.</param>
    /// <param name="steps">The steps that the room serves.</param>
    /// <param name="goals">The goals that the room serves.</param>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    [JsonConstructor]
    public MethodPlace(string room, Text name, IReadOnlyList<RelationshipTask> steps, IReadOnlyList<LifetimeGoal> goals)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(name);
        (Room, Name, Steps, Goals) = (room, name, ValueList.Of(steps), ValueList.Of(goals));
    }

    internal MethodPlace(string room, IReadOnlyList<RelationshipTask> steps, IReadOnlyList<LifetimeGoal> goals)
        : this(room, TextTable.Library[$"Reviews.MethodMap.{room}"], steps, goals)
    {
    }

    /// <summary>The room: the last part of its namespace.</summary>
    public string Room { get; }

    /// <summary>The subject of the room, for a person.</summary>
    public Text Name { get; }

    /// <summary>The steps that the room serves.</summary>
    public IReadOnlyList<RelationshipTask> Steps { get; }

    /// <summary>The goals that the room serves.</summary>
    public IReadOnlyList<LifetimeGoal> Goals { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The room.</returns>
    public override string ToString() => Invariant($"MethodPlace {{ Room = {Room} }}");
}
