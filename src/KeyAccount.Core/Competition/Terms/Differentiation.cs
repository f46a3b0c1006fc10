using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Competition;

/// <summary>A way to differentiate from a rival.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 (差异化的竞争策略).</remarks>
[JsonConverter(typeof(TermJsonConverter<Differentiation>))]
public sealed class Differentiation : Term<Differentiation>
{
    /// <summary>By the product (产品差异化); value 1.</summary>
    public static readonly Differentiation Product = new(1);
    /// <summary>By the price, in exchange only (价格差异化); value 2.</summary>
    public static readonly Differentiation Price = new(2);
    /// <summary>By the service (服务差异化); value 3.</summary>
    public static readonly Differentiation Service = new(3);
    /// <summary>By the people (员工差异化); value 4.</summary>
    public static readonly Differentiation People = new(4);
    /// <summary>By the image of the company (企业形象差异化); value 5.</summary>
    public static readonly Differentiation Image = new(5);
    /// <summary>By delivery, payment and process (管理差异化); value 6.</summary>
    public static readonly Differentiation Management = new(6);

    private Differentiation(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
