using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>The kind of industry a customer is in; its description says what such a customer pays attention to.</summary>
/// <remarks>Source: S004.</remarks>
[JsonConverter(typeof(TermJsonConverter<CustomerIndustry>))]
public sealed class CustomerIndustry : Term<CustomerIndustry>
{
    /// <summary>Manufacturing: cost; value 1.</summary>
    public static readonly CustomerIndustry Manufacturing = new(nameof(Manufacturing), 1);

    /// <summary>Finance: compliance and security; value 2.</summary>
    public static readonly CustomerIndustry Finance = new(nameof(Finance), 2);

    /// <summary>Internet: innovation and speed; value 3.</summary>
    public static readonly CustomerIndustry Internet = new(nameof(Internet), 3);

    /// <summary>Government: stability and process; value 4.</summary>
    public static readonly CustomerIndustry Government = new(nameof(Government), 4);

    private CustomerIndustry(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>How far the cooperation with a customer has come.</summary>
/// <remarks>Source: S004. Not the development stage and not the life cycle of the relationship, which are terms of their own.</remarks>
[JsonConverter(typeof(TermJsonConverter<CooperationStage>))]
public sealed class CooperationStage : OrderedTerm<CooperationStage>
{
    /// <summary>No business yet; value 1.</summary>
    public static readonly CooperationStage Potential = new(nameof(Potential), 1);

    /// <summary>First cooperation; value 2.</summary>
    public static readonly CooperationStage New = new(nameof(New), 2);

    /// <summary>Stable cooperation; value 3.</summary>
    public static readonly CooperationStage Mature = new(nameof(Mature), 3);

    /// <summary>Deep strategic partners; value 4.</summary>
    public static readonly CooperationStage Strategic = new(nameof(Strategic), 4);

    private CooperationStage(string name, int value)
        : base(name, value)
    {
    }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: strategic = 4 is the furthest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}

/// <summary>How a customer decides.</summary>
/// <remarks>Source: S004.</remarks>
[JsonConverter(typeof(TermJsonConverter<DecisionMode>))]
public sealed class DecisionMode : Term<DecisionMode>
{
    /// <summary>One person at the top decides; value 1.</summary>
    public static readonly DecisionMode Centralised = new(nameof(Centralised), 1);

    /// <summary>Several departments decide together; value 2.</summary>
    public static readonly DecisionMode Distributed = new(nameof(Distributed), 2);

    /// <summary>Departments recommend, the top approves; value 3.</summary>
    public static readonly DecisionMode Mixed = new(nameof(Mixed), 3);

    private DecisionMode(string name, int value)
        : base(name, value)
    {
    }
}
