using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>Whether a person belongs to the decision chain that everybody sees.</summary>
/// <remarks>Source: 《客户关系拓展与管理》 (决策链, 隐性决策链).</remarks>
[JsonConverter(typeof(TermJsonConverter<ChainVisibility>))]
public sealed class ChainVisibility : Term<ChainVisibility>
{
    /// <summary>The person has an official part in the decision; value 1.</summary>
    public static readonly ChainVisibility Visible = new(1);
    /// <summary>The person has no official part, but is heard (隐性决策链); value 2.</summary>
    public static readonly ChainVisibility Hidden = new(2);

    private ChainVisibility(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
