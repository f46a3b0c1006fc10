using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Competition;

/// <summary>An advantage that we may have over a rival.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 names these eight as examples (分析你的竞争优势).</remarks>
[JsonConverter(typeof(TermJsonConverter<CompetitiveAdvantage>))]
public sealed class CompetitiveAdvantage : Term<CompetitiveAdvantage>
{
    /// <summary>Research and development (研发能力); value 1.</summary>
    public static readonly CompetitiveAdvantage Research = new(1);
    /// <summary>The product (产品能力); value 2.</summary>
    public static readonly CompetitiveAdvantage Product = new(2);
    /// <summary>Technical innovation (技术创新能力); value 3.</summary>
    public static readonly CompetitiveAdvantage Innovation = new(3);
    /// <summary>Relationships with customers (客户关系); value 4.</summary>
    public static readonly CompetitiveAdvantage Relationships = new(4);
    /// <summary>Service (服务能力); value 5.</summary>
    public static readonly CompetitiveAdvantage Service = new(5);
    /// <summary>Coverage of the market (市场覆盖度); value 6.</summary>
    public static readonly CompetitiveAdvantage Coverage = new(6);
    /// <summary>Marketing (营销能力); value 7.</summary>
    public static readonly CompetitiveAdvantage Marketing = new(7);
    /// <summary>Meeting customers' needs continuously (持续满足客户需求的能力); value 8.</summary>
    public static readonly CompetitiveAdvantage CustomerNeeds = new(8);

    private CompetitiveAdvantage(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
