using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Activities;

/// <summary>The purpose of an activity.</summary>
/// <remarks>LibraryDefault: 《B2B 大客户开发与管理》 asks for the purpose and names none.</remarks>
[JsonConverter(typeof(TermJsonConverter<ActivityPurpose>))]
public sealed class ActivityPurpose : Term<ActivityPurpose>
{
    /// <summary>To find new leads (获取线索); value 1.</summary>
    public static readonly ActivityPurpose WinLeads = new(1);
    /// <summary>To move deals on (推进商机); value 2.</summary>
    public static readonly ActivityPurpose AdvanceDeals = new(2);
    /// <summary>To close deals (成交); value 3.</summary>
    public static readonly ActivityPurpose CloseDeals = new(3);
    /// <summary>To keep customers (维系客户); value 4.</summary>
    public static readonly ActivityPurpose RetainCustomers = new(4);
    /// <summary>To make the brand known (品牌); value 5.</summary>
    public static readonly ActivityPurpose BuildBrand = new(5);

    private ActivityPurpose(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
