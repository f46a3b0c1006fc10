using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>What a person does in a decision.</summary>
/// <remarks>Source: S003 (三大关键客户角色). L Webster &amp; Wind 1972 call the whole of them the buying centre.</remarks>
[JsonConverter(typeof(TermJsonConverter<StakeholderRole>))]
public sealed class StakeholderRole : Term<StakeholderRole>
{
    /// <summary>Key decision maker (关键决策者): decides; value 1.</summary>
    public static readonly StakeholderRole KDM = new(nameof(KDM), 1);

    /// <summary>Key influencer (关键影响者): is heard by those who decide; value 2.</summary>
    public static readonly StakeholderRole KI = new(nameof(KI), 2);

    /// <summary>Key user (关键使用者): works with what is bought; value 3.</summary>
    public static readonly StakeholderRole KU = new(nameof(KU), 3);

    private StakeholderRole(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>Where a person stands in the management of the customer.</summary>
/// <remarks>Source: S001 (客户的管理层次分析; 高层, 中层, 基层). Higher is not better: all three layers are needed, so the term has no direction.</remarks>
[JsonConverter(typeof(TermJsonConverter<ManagementLevel>))]
public sealed class ManagementLevel : Term<ManagementLevel>
{
    /// <summary>Those who answer for the whole; value 1.</summary>
    public static readonly ManagementLevel Top = new(nameof(Top), 1);

    /// <summary>Those who answer for a department; value 2.</summary>
    public static readonly ManagementLevel Middle = new(nameof(Middle), 2);

    /// <summary>Those who do the work; value 3.</summary>
    public static readonly ManagementLevel Base = new(nameof(Base), 3);

    private ManagementLevel(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>How a person likes to be dealt with.</summary>
/// <remarks>Source: S001 (DISC性格分析模型), which names the model; the four styles are L Marston 1928, Emotions of Normal People, in today's words.</remarks>
[JsonConverter(typeof(TermJsonConverter<PersonalityStyle>))]
public sealed class PersonalityStyle : Term<PersonalityStyle>
{
    /// <summary>D: wants results, quickly; value 1.</summary>
    public static readonly PersonalityStyle Dominance = new(nameof(Dominance), 1);

    /// <summary>I: wants people and recognition; value 2.</summary>
    public static readonly PersonalityStyle Influence = new(nameof(Influence), 2);

    /// <summary>S: wants calm and reliability; value 3.</summary>
    public static readonly PersonalityStyle Steadiness = new(nameof(Steadiness), 3);

    /// <summary>C: wants facts and correctness; value 4.</summary>
    public static readonly PersonalityStyle Conscientiousness = new(nameof(Conscientiousness), 4);

    private PersonalityStyle(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>What a person decides by.</summary>
/// <remarks>Source: S002 (关键决策依据).</remarks>
[JsonConverter(typeof(TermJsonConverter<CustomerValue>))]
public sealed class CustomerValue : Term<CustomerValue>
{
    /// <summary>Economic value (经济价值); value 1.</summary>
    public static readonly CustomerValue Economic = new(nameof(Economic), 1);

    /// <summary>Time value (时间价值); value 2.</summary>
    public static readonly CustomerValue Time = new(nameof(Time), 2);

    /// <summary>Quality value (质量价值); value 3.</summary>
    public static readonly CustomerValue Quality = new(nameof(Quality), 3);

    /// <summary>Advisory value (顾问价值); value 4.</summary>
    public static readonly CustomerValue Advisory = new(nameof(Advisory), 4);

    /// <summary>Value of the corporate image (企业形象价值); value 5.</summary>
    public static readonly CustomerValue CorporateImage = new(nameof(CorporateImage), 5);

    /// <summary>Political value (政治价值); value 6.</summary>
    public static readonly CustomerValue Political = new(nameof(Political), 6);

    /// <summary>Value of the relationship (关系价值); value 7.</summary>
    public static readonly CustomerValue Relationship = new(nameof(Relationship), 7);

    private CustomerValue(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>Whether a person stands in the decision chain that everybody sees.</summary>
/// <remarks>Source: S002 (决策链, 隐性决策链).</remarks>
[JsonConverter(typeof(TermJsonConverter<ChainVisibility>))]
public sealed class ChainVisibility : Term<ChainVisibility>
{
    /// <summary>Has an official part in the decision; value 1.</summary>
    public static readonly ChainVisibility Visible = new(nameof(Visible), 1);

    /// <summary>Has none, and is heard all the same (隐性决策链); value 2.</summary>
    public static readonly ChainVisibility Hidden = new(nameof(Hidden), 2);

    private ChainVisibility(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>What binds two people of the customer, or parts them.</summary>
/// <remarks>Source: S001 (对立、联盟、裙带) for the politics; reporting and influence are the lines of every organisation chart (组织构架图). Who can carry us
/// to whom over which tie is a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<TieKind>))]
public sealed class TieKind : Term<TieKind>
{
    /// <summary>The one reports to the other; carries us up and down; value 1.</summary>
    public static readonly TieKind ReportsTo = new(nameof(ReportsTo), 1, isMutual: false, carriesForward: true, carriesBack: true);

    /// <summary>The one is heard by the other; carries us that way only; value 2.</summary>
    public static readonly TieKind Influences = new(nameof(Influences), 2, isMutual: false, carriesForward: true, carriesBack: false);

    /// <summary>The two are allies (联盟); carries us both ways; value 3.</summary>
    public static readonly TieKind Alliance = new(nameof(Alliance), 3, isMutual: true, carriesForward: true, carriesBack: true);

    /// <summary>The two oppose each other (对立): whatever else binds them, neither carries us to the other; value 4.</summary>
    public static readonly TieKind Opposition = new(nameof(Opposition), 4, isMutual: true, carriesForward: false, carriesBack: false);

    /// <summary>The one is there by the favour of the other: family, friends, old comrades (裙带); carries us both ways; value 5.</summary>
    public static readonly TieKind Kinship = new(nameof(Kinship), 5, isMutual: true, carriesForward: true, carriesBack: true);

    private TieKind(string name, int value, bool isMutual, bool carriesForward, bool carriesBack)
        : base(name, value) => (IsMutual, CarriesForward, CarriesBack) = (isMutual, carriesForward, carriesBack);

    /// <summary>Whether the tie is the same seen from either end.</summary>
    public bool IsMutual { get; }

    /// <summary>Whether its first person can carry us to its second.</summary>
    public bool CarriesForward { get; }

    /// <summary>Whether its second person can carry us to its first.</summary>
    public bool CarriesBack { get; }
}

/// <summary>How deep the relationship goes: it takes root at the base, blossoms in the middle and bears fruit at the top.</summary>
/// <remarks>Source: S001 (基层生根、中层开花、高层结果).</remarks>
[JsonConverter(typeof(TermJsonConverter<RelationshipDepth>))]
public sealed class RelationshipDepth : Term<RelationshipDepth>
{
    /// <summary>Rooted at the base (基层生根); value 1.</summary>
    public static readonly RelationshipDepth Root = new(nameof(Root), 1, ManagementLevel.Base);

    /// <summary>In blossom in the middle (中层开花); value 2.</summary>
    public static readonly RelationshipDepth Blossom = new(nameof(Blossom), 2, ManagementLevel.Middle);

    /// <summary>Bearing fruit at the top (高层结果); value 3.</summary>
    public static readonly RelationshipDepth Fruit = new(nameof(Fruit), 3, ManagementLevel.Top);

    private RelationshipDepth(string name, int value, ManagementLevel level)
        : base(name, value) => Level = level;

    /// <summary>The layer of the management it shows at.</summary>
    public ManagementLevel Level { get; }
}

/// <summary>What a map leaves open.</summary>
/// <remarks>LibraryDefault: what the method asks of a map (S001, S002, S003, S004), as questions.</remarks>
[JsonConverter(typeof(TermJsonConverter<OpenTopic>))]
public sealed class OpenTopic : Term<OpenTopic>
{
    /// <summary>How the customer decides; value 1.</summary>
    public static readonly OpenTopic DecisionMode = new(nameof(DecisionMode), 1);

    /// <summary>Who decides: nobody on the map is known to; value 2.</summary>
    public static readonly OpenTopic Decider = new(nameof(Decider), 2);

    /// <summary>Who else decides: there are fewer people on the map than usually decide together; value 3.</summary>
    public static readonly OpenTopic People = new(nameof(People), 3);

    /// <summary>Who stands at a layer of the management: nobody on the map is known to; value 4.</summary>
    public static readonly OpenTopic Layer = new(nameof(Layer), 4);

    /// <summary>Who could be our coach: there is none; value 5.</summary>
    public static readonly OpenTopic Coach = new(nameof(Coach), 5);

    /// <summary>How a person stands to us; value 6.</summary>
    public static readonly OpenTopic Ladder = new(nameof(Ladder), 6);

    /// <summary>What a person does in the decision; value 7.</summary>
    public static readonly OpenTopic Role = new(nameof(Role), 7);

    /// <summary>Where a person stands in the management; value 8.</summary>
    public static readonly OpenTopic ManagementLevel = new(nameof(ManagementLevel), 8);

    /// <summary>Whether a person stands in the visible chain or the hidden one; value 9.</summary>
    public static readonly OpenTopic Chain = new(nameof(Chain), 9);

    /// <summary>What a person decides by; value 10.</summary>
    public static readonly OpenTopic Values = new(nameof(Values), 10);

    /// <summary>How a person likes to be dealt with; value 11.</summary>
    public static readonly OpenTopic Style = new(nameof(Style), 11);

    /// <summary>Whom a person listens to: no tie leads to them or from them; value 12.</summary>
    public static readonly OpenTopic Ties = new(nameof(Ties), 12);

    private OpenTopic(string name, int value)
        : base(name, value)
    {
    }
}
