using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Needs;

/// <summary>A part of an argument: feature, advantage, benefit, evidence (FABE).</summary>
/// <remarks>Source: 《大客戶戰略客戶關係管理》 names FABE by its four letters.</remarks>
[JsonConverter(typeof(TermJsonConverter<FabePart>))]
public sealed class FabePart : Term<FabePart>
{
    /// <summary>What the product has or does (特征); value 1.</summary>
    public static readonly FabePart Feature = new(1);
    /// <summary>What that does better than the alternative (优势); value 2.</summary>
    public static readonly FabePart Advantage = new(2);
    /// <summary>What the customer gains: the need that is met (利益); value 3.</summary>
    public static readonly FabePart Benefit = new(3);
    /// <summary>What proves it (证据); value 4.</summary>
    public static readonly FabePart Evidence = new(4);

    private FabePart(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
