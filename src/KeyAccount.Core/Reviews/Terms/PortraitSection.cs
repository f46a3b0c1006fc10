using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>A section of the portrait of a customer.</summary>
/// <remarks>《开发大客户培训课件》 asks for a precise portrait (精准客户画像) but names no sections: they are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<PortraitSection>))]
public sealed class PortraitSection : Term<PortraitSection>
{
    /// <summary>Identity of the company (基本信息); value 1.</summary>
    public static readonly PortraitSection Basics = new(1);
    /// <summary>Its worth to us (价值); value 2.</summary>
    public static readonly PortraitSection Worth = new(2);
    /// <summary>The people who decide there, and how they decide (组织与决策); value 3.</summary>
    public static readonly PortraitSection Organisation = new(3);
    /// <summary>Its needs and preferences (需求与偏好); value 4.</summary>
    public static readonly PortraitSection Needs = new(4);
    /// <summary>Its relationship with us (关系); value 5.</summary>
    public static readonly PortraitSection Relationship = new(5);
    /// <summary>Its other suppliers (竞争); value 6.</summary>
    public static readonly PortraitSection Competition = new(6);
    /// <summary>The direction it can take with us (战略); value 7.</summary>
    public static readonly PortraitSection Strategy = new(7);
    /// <summary>The risks (风险); value 8.</summary>
    public static readonly PortraitSection Risk = new(8);

    private PortraitSection(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
