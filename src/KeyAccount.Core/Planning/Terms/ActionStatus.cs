using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Planning;

/// <summary>The status of an action.</summary>
/// <remarks>LibraryDefault. Overdue is not a status: it follows from the date.</remarks>
[JsonConverter(typeof(TermJsonConverter<ActionStatus>))]
public sealed class ActionStatus : Term<ActionStatus>
{
    /// <summary>Not begun; value 1.</summary>
    public static readonly ActionStatus Open = new(1);
    /// <summary>Begun; value 2.</summary>
    public static readonly ActionStatus InProgress = new(2);
    /// <summary>Done; value 3.</summary>
    public static readonly ActionStatus Done = new(3);
    /// <summary>Not done, for a reason; value 4.</summary>
    public static readonly ActionStatus Dismissed = new(4);

    private ActionStatus(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
