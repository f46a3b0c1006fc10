using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Activities;

/// <summary>A kind of market activity to plan.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 (how to plan the theme of a market activity).</remarks>
[JsonConverter(typeof(TermJsonConverter<ActivityType>))]
public sealed class ActivityType : OpenTerm<ActivityType>, IOpenTerm<ActivityType>
{
    /// <summary>A conference on new products, new technology and their use (新产品、新技术发布及应用推广会); value 1.</summary>
    public static readonly ActivityType ProductLaunch = new(1);
    /// <summary>A conference at or with model customers (典型样板客户推广会); value 2.</summary>
    public static readonly ActivityType ReferenceCustomers = new(2);
    /// <summary>A conference that awards and promotes partners (合作伙伴颁奖及推广大会); value 3.</summary>
    public static readonly ActivityType PartnerAwards = new(3);
    /// <summary>A gathering of long-standing and new users (老用户联谊会及新用户推广会); value 4.</summary>
    public static readonly ActivityType UserGathering = new(4);
    /// <summary>A summit and round table of the industry (行业高峰论坛及圆桌对话会); value 5.</summary>
    public static readonly ActivityType IndustryForum = new(5);
    /// <summary>An annual conference of corporate users (企业用户年会); value 6.</summary>
    public static readonly ActivityType AnnualUserConference = new(6);

    private ActivityType(int value, [CallerMemberName] string name = "") : base(name, value) { }

    static ActivityType IOpenTerm<ActivityType>.Create(string name, int value) => new(value, name);
}
