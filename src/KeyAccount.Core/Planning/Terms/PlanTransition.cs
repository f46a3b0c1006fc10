using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Planning;

/// <summary>The effect of an event on an account plan.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<PlanTransition>))]
public sealed class PlanTransition : Term<PlanTransition>
{
    /// <summary>Nothing; the event is refused; value 1.</summary>
    public static readonly PlanTransition Refuse = new(1);
    /// <summary>The plan moves to another phase; value 2.</summary>
    public static readonly PlanTransition Move = new(2);
    /// <summary>The plan is closed; value 3.</summary>
    public static readonly PlanTransition End = new(3);

    private PlanTransition(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
