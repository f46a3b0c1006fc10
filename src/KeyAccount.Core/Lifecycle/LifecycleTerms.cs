using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Lifecycle;

/// <summary>How far the relationship with an account has developed: five stages, one above the other.</summary>
/// <remarks>Source: S000, S001 (客户关系发展的五个阶段). L Millman &amp; Wilson 1995 call them pre-, early, mid-, partnership and synergistic KAM; their sixth,
/// uncoupling, is no stage of the documents. Not the <see cref="LifecyclePeriod"/>, which can decline, and not the cooperation stage of S004.</remarks>
[JsonConverter(typeof(TermJsonConverter<DevelopmentStage>))]
public sealed class DevelopmentStage : OrderedTerm<DevelopmentStage>
{
    /// <summary>Incubation (孕育阶段), pre-KAM; value 1.</summary>
    public static readonly DevelopmentStage Incubation = new(nameof(Incubation), 1);

    /// <summary>Initial stage (初期阶段), early KAM; value 2.</summary>
    public static readonly DevelopmentStage Initial = new(nameof(Initial), 2);

    /// <summary>Middle stage (中期阶段), mid-KAM; value 3.</summary>
    public static readonly DevelopmentStage Middle = new(nameof(Middle), 3);

    /// <summary>Advanced stage (高期阶段), partnership KAM; value 4.</summary>
    public static readonly DevelopmentStage Advanced = new(nameof(Advanced), 4);

    /// <summary>Strategic stage (战略阶段), synergistic KAM; value 5.</summary>
    public static readonly DevelopmentStage Strategic = new(nameof(Strategic), 5);

    private DevelopmentStage(string name, int value)
        : base(name, value)
    {
    }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: strategic = 5 is the furthest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}

/// <summary>Where the relationship stands in its life: four periods.</summary>
/// <remarks>Source: S000 (考察期-形成期-稳定期-衰退期; the heading of its third unit says 孕育期 for the first, which is a word of the
/// <see cref="DevelopmentStage"/>). The last period is not the best, so the term has no direction.</remarks>
[JsonConverter(typeof(TermJsonConverter<LifecyclePeriod>))]
public sealed class LifecyclePeriod : Term<LifecyclePeriod>
{
    /// <summary>Exploration (考察期): they look us over; value 1.</summary>
    public static readonly LifecyclePeriod Exploration = new(nameof(Exploration), 1);

    /// <summary>Formation (形成期): they buy, and find out what we are worth; value 2.</summary>
    public static readonly LifecyclePeriod Formation = new(nameof(Formation), 2);

    /// <summary>Stability (稳定期): they buy regularly and are content; value 3.</summary>
    public static readonly LifecyclePeriod Stability = new(nameof(Stability), 3);

    /// <summary>Decline (衰退期): they buy less, or nothing any more; value 4.</summary>
    public static readonly LifecyclePeriod Decline = new(nameof(Decline), 4);

    private LifecyclePeriod(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>A step of the chain by which a relationship grows as a rule.</summary>
/// <remarks>Source: S000 (客户与厂商关系发展的一般规律：认知-信任-交易-满意-忠诚).</remarks>
[JsonConverter(typeof(TermJsonConverter<LoyaltyStep>))]
public sealed class LoyaltyStep : OrderedTerm<LoyaltyStep>
{
    /// <summary>They know us (认知); value 1.</summary>
    public static readonly LoyaltyStep Awareness = new(nameof(Awareness), 1);

    /// <summary>They trust us (信任); value 2.</summary>
    public static readonly LoyaltyStep Trust = new(nameof(Trust), 2);

    /// <summary>They buy from us (交易); value 3.</summary>
    public static readonly LoyaltyStep Transaction = new(nameof(Transaction), 3);

    /// <summary>They are satisfied (满意); value 4.</summary>
    public static readonly LoyaltyStep Satisfaction = new(nameof(Satisfaction), 4);

    /// <summary>They are loyal (忠诚); value 5.</summary>
    public static readonly LoyaltyStep Loyalty = new(nameof(Loyalty), 5);

    private LoyaltyStep(string name, int value)
        : base(name, value)
    {
    }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: loyalty = 5 is the end of the chain.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
