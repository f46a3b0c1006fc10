using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>The stage of the cooperation with a customer.</summary>
/// <remarks>Source: 《开发大客户培训课件》. Not the development stage and not the life cycle of the relationship, which are terms of their
/// own.</remarks>
[JsonConverter(typeof(TermJsonConverter<CooperationStage>))]
public sealed class CooperationStage : OrderedTerm<CooperationStage>
{
    /// <summary>No business yet; value 1.</summary>
    public static readonly CooperationStage Potential = new(1);
    /// <summary>First cooperation; value 2.</summary>
    public static readonly CooperationStage New = new(2);
    /// <summary>Stable cooperation; value 3.</summary>
    public static readonly CooperationStage Mature = new(3);
    /// <summary>Deep strategic partners; value 4.</summary>
    public static readonly CooperationStage Strategic = new(4);

    private CooperationStage(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: strategic = 4 is the furthest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
