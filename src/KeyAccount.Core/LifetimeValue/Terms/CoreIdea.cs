using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The five core ideas that run through selling to key accounts: 价值营销、差异化营销、解决方案营销、服务营销、信任与关系营销.</summary>
/// <remarks>Source: 《大客戶戰略客戶關係管理》 (五大核心思想), which names the five but explains none. What each of them means is a LibraryDefault, and so is
/// the room that serves it (<c>MethodMap.PlacesOf</c>).</remarks>
[JsonConverter(typeof(TermJsonConverter<CoreIdea>))]
public sealed class CoreIdea : Term<CoreIdea>
{
    /// <summary>Sell the customer's gain, in figures; value 1.</summary>
    public static readonly CoreIdea ValueMarketing = new(1);
    /// <summary>Be different where it matters to those who decide; value 2.</summary>
    public static readonly CoreIdea DifferentiationMarketing = new(2);
    /// <summary>Solve the customer's problem instead of selling a product; value 3.</summary>
    public static readonly CoreIdea SolutionMarketing = new(3);
    /// <summary>Keep the customer through what happens after the sale; value 4.</summary>
    public static readonly CoreIdea ServiceMarketing = new(4);
    /// <summary>Build trust in people and in the company, and with it the relationship; value 5.</summary>
    public static readonly CoreIdea RelationshipMarketing = new(5);

    private CoreIdea(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
