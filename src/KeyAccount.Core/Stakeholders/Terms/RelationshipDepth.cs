using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>The depth of the relationship: it takes root at the base, blossoms in the middle and bears fruit at the top.</summary>
/// <remarks>Source: 《大客戶戰略客戶關係管理》 (基层生根、中层开花、高层结果).</remarks>
[JsonConverter(typeof(TermJsonConverter<RelationshipDepth>))]
public sealed class RelationshipDepth : Term<RelationshipDepth>
{
    /// <summary>Rooted at the base (基层生根); value 1.</summary>
    public static readonly RelationshipDepth Root = new(1, ManagementLevel.Base);
    /// <summary>In blossom in the middle (中层开花); value 2.</summary>
    public static readonly RelationshipDepth Blossom = new(2, ManagementLevel.Middle);
    /// <summary>Bearing fruit at the top (高层结果); value 3.</summary>
    public static readonly RelationshipDepth Fruit = new(3, ManagementLevel.Top);

    private RelationshipDepth(int value, ManagementLevel level, [CallerMemberName] string name = "")
        : base(name, value) => Level = level;

    /// <summary>The layer of the management at which the depth shows.</summary>
    public ManagementLevel Level { get; }
}
