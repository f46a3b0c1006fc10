using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>What can happen to a complaint.</summary>
/// <remarks>LibraryDefault: 《大客户销售技巧（客户关系管理篇）》 names the six steps and what they need, not the events.</remarks>
[JsonConverter(typeof(TermJsonConverter<ComplaintEventKind>))]
public sealed class ComplaintEventKind : Term<ComplaintEventKind>
{
    /// <summary>A task is done; value 1.</summary>
    public static readonly ComplaintEventKind Done = new(1);
    /// <summary>A task is left out, for a reason that stays in the history; value 2.</summary>
    public static readonly ComplaintEventKind Waived = new(2);
    /// <summary>The case is closed; value 3.</summary>
    public static readonly ComplaintEventKind Closed = new(3);
    /// <summary>The case begins again with the first step; value 4.</summary>
    public static readonly ComplaintEventKind Reopened = new(4);

    private ComplaintEventKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
