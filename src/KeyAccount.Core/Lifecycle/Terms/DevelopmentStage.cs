using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Lifecycle;

/// <summary>The development stage of the relationship with an account: five stages that build on each other.</summary>
/// <remarks>Source: 《大客户销售技巧（客户关系管理篇）》, 《大客戶戰略客戶關係管理》 (客户关系发展的五个阶段). Millman &amp; Wilson 1995 call them pre-, early, mid-, partnership and
/// synergistic KAM;
/// their sixth, uncoupling, is not a stage of the documents. Not the <see cref="LifecyclePeriod"/>, which can decline, and not the
/// cooperation stage of 《开发大客户培训课件》.</remarks>
[JsonConverter(typeof(TermJsonConverter<DevelopmentStage>))]
public sealed class DevelopmentStage : OrderedTerm<DevelopmentStage>
{
    /// <summary>Incubation (孕育阶段), pre-KAM; value 1.</summary>
    public static readonly DevelopmentStage Incubation = new(1);
    /// <summary>Initial stage (初期阶段), early KAM; value 2.</summary>
    public static readonly DevelopmentStage Initial = new(2);
    /// <summary>Middle stage (中期阶段), mid-KAM; value 3.</summary>
    public static readonly DevelopmentStage Middle = new(3);
    /// <summary>Advanced stage (高期阶段), partnership KAM; value 4.</summary>
    public static readonly DevelopmentStage Advanced = new(4);
    /// <summary>Strategic stage (战略阶段), synergistic KAM; value 5.</summary>
    public static readonly DevelopmentStage Strategic = new(5);

    private DevelopmentStage(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: strategic = 5 is the furthest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
