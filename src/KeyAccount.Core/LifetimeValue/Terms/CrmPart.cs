using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>Three things that are called CRM, and how they relate: the thought leads the practice, the system serves it.</summary>
/// <remarks>Source for the three: 《大客户销售技巧（客户关系管理篇）》 (CRM、客户关系管理思想与客户关系管理系统三者的关系); how they relate is a
/// <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<CrmPart>))]
public sealed class CrmPart : Term<CrmPart>
{
    /// <summary>Why: the thought; value 1.</summary>
    public static readonly CrmPart Thought = new(1);
    /// <summary>How: customer relationship management itself; value 2.</summary>
    public static readonly CrmPart Crm = new(2);
    /// <summary>With what: the system; value 3.</summary>
    public static readonly CrmPart System = new(3);

    private CrmPart(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
