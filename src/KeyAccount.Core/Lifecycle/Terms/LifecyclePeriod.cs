using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Lifecycle;

/// <summary>The period of a relationship in its life cycle: four periods.</summary>
/// <remarks>Source: 《大客户销售技巧（客户关系管理篇）》 (考察期-形成期-稳定期-衰退期; the heading of its third unit says 孕育期 for the first, which is a word of the
/// <see cref="DevelopmentStage"/>). The last period is not the best, so the term has no direction.</remarks>
[JsonConverter(typeof(TermJsonConverter<LifecyclePeriod>))]
public sealed class LifecyclePeriod : Term<LifecyclePeriod>
{
    /// <summary>Exploration (考察期): they look us over; value 1.</summary>
    public static readonly LifecyclePeriod Exploration = new(1);
    /// <summary>Formation (形成期): they buy, and find out what we are worth; value 2.</summary>
    public static readonly LifecyclePeriod Formation = new(2);
    /// <summary>Stability (稳定期): they buy regularly and are content; value 3.</summary>
    public static readonly LifecyclePeriod Stability = new(3);
    /// <summary>Decline (衰退期): they buy less, or nothing any more; value 4.</summary>
    public static readonly LifecyclePeriod Decline = new(4);

    private LifecyclePeriod(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
