using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Prospects;

/// <summary>A step in which a new customer is won from nothing.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 has five of them (从 0 开始开发新客户的五个步骤) and names none: the steps are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<ProspectStep>))]
public sealed class ProspectStep : Term<ProspectStep>
{
    /// <summary>Find and screen; value 1.</summary>
    public static readonly ProspectStep Find = new(1);
    /// <summary>Get in touch; value 2.</summary>
    public static readonly ProspectStep Approach = new(2);
    /// <summary>Diagnose the need; value 3.</summary>
    public static readonly ProspectStep Diagnose = new(3);
    /// <summary>Prove the value; value 4.</summary>
    public static readonly ProspectStep Prove = new(4);
    /// <summary>Win the first order; value 5.</summary>
    public static readonly ProspectStep WinFirstOrder = new(5);

    private ProspectStep(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary>The key actions of the step, in order.</summary>
    public IReadOnlyList<KeyAction> Actions => [.. KeyAction.InOrder.Where(action => action.Step == this)];
}
