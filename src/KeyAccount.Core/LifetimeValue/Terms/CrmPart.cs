using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The three meanings of CRM and how they relate: the thinking leads the practice, and the system serves it.</summary>
/// <remarks>Source of the three: 《大客户销售技巧（客户关系管理篇）》 (CRM、客户关系管理思想与客户关系管理系统三者的关系); how they relate is a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<CrmPart>))]
public sealed class CrmPart : Term<CrmPart>
{
    /// <summary>The thinking: why; value 1.</summary>
    public static readonly CrmPart Thought = new(1);
    /// <summary>Customer relationship management itself: how; value 2.</summary>
    public static readonly CrmPart Crm = new(2);
    /// <summary>The system: with what; value 3.</summary>
    public static readonly CrmPart System = new(3);

    private CrmPart(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
