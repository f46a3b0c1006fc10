using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Planning;

/// <summary>What happens to an account plan.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<PlanEventKind>))]
public sealed class PlanEventKind : Term<PlanEventKind>
{
    /// <summary>A version of the plan is agreed; value 1.</summary>
    public static readonly PlanEventKind Agreed = new(1);
    /// <summary>The figures are taken; value 2.</summary>
    public static readonly PlanEventKind Checked = new(2);
    /// <summary>The consequences of the figures are decided; value 3.</summary>
    public static readonly PlanEventKind Decided = new(3);
    /// <summary>The next version is planned; value 4.</summary>
    public static readonly PlanEventKind Renewed = new(4);
    /// <summary>The plan is closed; value 5.</summary>
    public static readonly PlanEventKind Closed = new(5);

    private PlanEventKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
