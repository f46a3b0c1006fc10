using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Competition;

/// <summary>A part of the environment from which opportunities and threats come.</summary>
/// <remarks>Source: 《大客戶戰略客戶關係管理》 (市场环境分析的四个维度).</remarks>
[JsonConverter(typeof(TermJsonConverter<EnvironmentDimension>))]
public sealed class EnvironmentDimension : Term<EnvironmentDimension>
{
    /// <summary>The market (市场); value 1.</summary>
    public static readonly EnvironmentDimension Market = new(1);
    /// <summary>The economy (经济); value 2.</summary>
    public static readonly EnvironmentDimension Economy = new(2);
    /// <summary>The customer's industry (产业); value 3.</summary>
    public static readonly EnvironmentDimension Industry = new(3);
    /// <summary>Politics and regulation (政治); value 4.</summary>
    public static readonly EnvironmentDimension Politics = new(4);

    private EnvironmentDimension(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
