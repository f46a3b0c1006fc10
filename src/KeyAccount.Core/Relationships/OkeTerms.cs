using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>The three dimensions of the relationship with a customer, OKE.</summary>
/// <remarks>Source: S000 and S002. Each has levels of its own, and they are never forced onto one scale.</remarks>
[JsonConverter(typeof(TermJsonConverter<OkeDimension>))]
public sealed class OkeDimension : Term<OkeDimension>
{
    /// <summary>From company to company: the engine of long-term growth (组织客户关系); value 1.</summary>
    public static readonly OkeDimension Organisation = new(nameof(Organisation), 1);

    /// <summary>With those who decide projects (关键客户关系); value 2.</summary>
    public static readonly OkeDimension KeyDecisionMakers = new(nameof(KeyDecisionMakers), 2);

    /// <summary>With everybody else: the climate (普遍客户关系); value 3.</summary>
    public static readonly OkeDimension Extensive = new(nameof(Extensive), 3);

    private OkeDimension(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>What we are to the customer as an organisation.</summary>
/// <remarks>Source: S002.</remarks>
[JsonConverter(typeof(TermJsonConverter<OrganisationLevel>))]
public sealed class OrganisationLevel : OrderedTerm<OrganisationLevel>
{
    /// <summary>One of those who may offer (参与者); value 1.</summary>
    public static readonly OrganisationLevel Vendor = new(nameof(Vendor), 1);

    /// <summary>One of those it buys from (供应商); value 2.</summary>
    public static readonly OrganisationLevel Supplier = new(nameof(Supplier), 2);

    /// <summary>One it could not easily do without (关键供应商); value 3.</summary>
    public static readonly OrganisationLevel KeySupplier = new(nameof(KeySupplier), 3);

    /// <summary>One it plans its future with (战略合作伙伴); value 4.</summary>
    public static readonly OrganisationLevel StrategicPartner = new(nameof(StrategicPartner), 4);

    private OrganisationLevel(string name, int value)
        : base(name, value)
    {
    }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: Vendor = 1 is the lowest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}

/// <summary>How far a decision maker goes with us.</summary>
/// <remarks>Source: S002. Judged for each decision maker, separately from the ladder.</remarks>
[JsonConverter(typeof(TermJsonConverter<KeyRelationshipLevel>))]
public sealed class KeyRelationshipLevel : OrderedTerm<KeyRelationshipLevel>
{
    /// <summary>We have access (接触); value 1.</summary>
    public static readonly KeyRelationshipLevel Contact = new(nameof(Contact), 1);

    /// <summary>We are accepted (接受); value 2.</summary>
    public static readonly KeyRelationshipLevel Acceptance = new(nameof(Acceptance), 2);

    /// <summary>We are thought well of (有好感); value 3.</summary>
    public static readonly KeyRelationshipLevel Favour = new(nameof(Favour), 3);

    /// <summary>We are supported, and others too (支持不排他); value 4.</summary>
    public static readonly KeyRelationshipLevel Support = new(nameof(Support), 4);

    /// <summary>We are supported and others kept out (支持并排他); value 5.</summary>
    public static readonly KeyRelationshipLevel ExclusiveSupport = new(nameof(ExclusiveSupport), 5);

    private KeyRelationshipLevel(string name, int value)
        : base(name, value)
    {
    }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: contact = 1 is the lowest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}

/// <summary>What the relationship with key decision makers is made of.</summary>
/// <remarks>Source: S002.</remarks>
[JsonConverter(typeof(TermJsonConverter<KeyElement>))]
public sealed class KeyElement : Term<KeyElement>
{
    /// <summary>Support from all sides (全方位的立体支撑); value 1.</summary>
    public static readonly KeyElement AllRoundSupport = new(nameof(AllRoundSupport), 1);

    /// <summary>Support on key projects (关键项目支持); value 2.</summary>
    public static readonly KeyElement KeyProjectSupport = new(nameof(KeyProjectSupport), 2);

    /// <summary>A strategic partnership (战略合作伙伴关系); value 3.</summary>
    public static readonly KeyElement StrategicPartnership = new(nameof(StrategicPartnership), 3);

    /// <summary>Exclusive support against competitors (竞争排他性支持); value 4.</summary>
    public static readonly KeyElement ExclusiveSupport = new(nameof(ExclusiveSupport), 4);

    private KeyElement(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>How good the climate is.</summary>
/// <remarks>Source: S002.</remarks>
[JsonConverter(typeof(TermJsonConverter<ExtensiveLevel>))]
public sealed class ExtensiveLevel : OrderedTerm<ExtensiveLevel>
{
    /// <summary>Poor (差); value 1.</summary>
    public static readonly ExtensiveLevel Poor = new(nameof(Poor), 1);

    /// <summary>Fair (中); value 2.</summary>
    public static readonly ExtensiveLevel Fair = new(nameof(Fair), 2);

    /// <summary>Good (良); value 3.</summary>
    public static readonly ExtensiveLevel Good = new(nameof(Good), 3);

    /// <summary>Excellent (优); value 4.</summary>
    public static readonly ExtensiveLevel Excellent = new(nameof(Excellent), 4);

    private ExtensiveLevel(string name, int value)
        : base(name, value)
    {
    }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: poor = 1 is the lowest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}

/// <summary>What the climate is made of.</summary>
/// <remarks>Source: S002.</remarks>
[JsonConverter(typeof(TermJsonConverter<ExtensiveElement>))]
public sealed class ExtensiveElement : Term<ExtensiveElement>
{
    /// <summary>Loyalty to our brand rises (品牌忠诚度提升); value 1.</summary>
    public static readonly ExtensiveElement BrandLoyalty = new(nameof(BrandLoyalty), 1);

    /// <summary>Information reaches us (信息渠道通畅); value 2.</summary>
    public static readonly ExtensiveElement InformationChannels = new(nameof(InformationChannels), 2);

    /// <summary>We lead in technical evaluation (技术评标领先); value 3.</summary>
    public static readonly ExtensiveElement TechnicalEvaluation = new(nameof(TechnicalEvaluation), 3);

    /// <summary>Deliveries succeed and improve the profit (交付成功与改善盈利); value 4.</summary>
    public static readonly ExtensiveElement DeliveryAndProfit = new(nameof(DeliveryAndProfit), 4);

    private ExtensiveElement(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>How many of the customer's people an activity is for.</summary>
/// <remarks>Source: S002.</remarks>
[JsonConverter(typeof(TermJsonConverter<ActivityReach>))]
public sealed class ActivityReach : Term<ActivityReach>
{
    /// <summary>A person (点); value 1.</summary>
    public static readonly ActivityReach Point = new(nameof(Point), 1);

    /// <summary>A business line (线); value 2.</summary>
    public static readonly ActivityReach Line = new(nameof(Line), 2);

    /// <summary>The whole customer (面); value 3.</summary>
    public static readonly ActivityReach Plane = new(nameof(Plane), 3);

    private ActivityReach(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>What the score of a relationship is worth.</summary>
/// <remarks>LibraryDefault: the source documents have no score and no bands.</remarks>
[JsonConverter(typeof(TermJsonConverter<RelationshipStrength>))]
public sealed class RelationshipStrength : OrderedTerm<RelationshipStrength>
{
    /// <summary>There is hardly a relationship; value 1.</summary>
    public static readonly RelationshipStrength Weak = new(nameof(Weak), 1);

    /// <summary>There is one, and it carries little; value 2.</summary>
    public static readonly RelationshipStrength Developing = new(nameof(Developing), 2);

    /// <summary>It carries the daily business; value 3.</summary>
    public static readonly RelationshipStrength Solid = new(nameof(Solid), 3);

    /// <summary>It carries projects and bad days; value 4.</summary>
    public static readonly RelationshipStrength Strong = new(nameof(Strong), 4);

    private RelationshipStrength(string name, int value)
        : base(name, value)
    {
    }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: weak = 1 is the lowest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
