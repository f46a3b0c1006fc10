using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Competition;

/// <summary>A part of a SWOT analysis.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 (竞争对手 SWOT 分析工具).</remarks>
[JsonConverter(typeof(TermJsonConverter<SwotPart>))]
public sealed class SwotPart : Term<SwotPart>
{
    /// <summary>What we are good at (优势); value 1.</summary>
    public static readonly SwotPart Strength = new(1);
    /// <summary>What we are bad at (劣势); value 2.</summary>
    public static readonly SwotPart Weakness = new(2);
    /// <summary>What may help us from outside (机会); value 3.</summary>
    public static readonly SwotPart Opportunity = new(3);
    /// <summary>What may hurt us from outside (威胁); value 4.</summary>
    public static readonly SwotPart Threat = new(4);

    private SwotPart(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
