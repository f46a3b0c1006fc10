using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Competition;

/// <summary>A dimension of the benchmark of us and a rival.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 (与竞争对手对标的“八个”维度).</remarks>
[JsonConverter(typeof(TermJsonConverter<BenchmarkDimension>))]
public sealed class BenchmarkDimension : Term<BenchmarkDimension>
{
    /// <summary>Size and reputation of the firm (公司规模和知名度); value 1.</summary>
    public static readonly BenchmarkDimension SizeAndReputation = new(1);
    /// <summary>Function and technology of the product (产品功能和技术); value 2.</summary>
    public static readonly BenchmarkDimension ProductAndTechnology = new(2);
    /// <summary>Collection: how the firm and its product lines are paid (公司及产品线收款); value 3.</summary>
    public static readonly BenchmarkDimension Collection = new(3);
    /// <summary>Number of people in sales and service (人才数量); value 4.</summary>
    public static readonly BenchmarkDimension Headcount = new(4);
    /// <summary>Ability of those people (人才能力); value 5.</summary>
    public static readonly BenchmarkDimension Ability = new(5);
    /// <summary>Results in the customer's industry (行业经营效果); value 6.</summary>
    public static readonly BenchmarkDimension IndustryResults = new(6);
    /// <summary>Spending on the market (市场费用投入); value 7.</summary>
    public static readonly BenchmarkDimension MarketSpending = new(7);
    /// <summary>Where it stands with authorities and associations: qualification lists and standards, never payments (政府关系);
    /// value 8.</summary>
    public static readonly BenchmarkDimension GovernmentRelations = new(8);

    private BenchmarkDimension(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
