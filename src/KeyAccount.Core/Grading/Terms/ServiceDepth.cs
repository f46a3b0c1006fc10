using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>The depth of the service.</summary>
/// <remarks>Source: 《大客户销售技巧（客户关系管理篇）》 (救火服务、防火服务、增值服务).</remarks>
[JsonConverter(typeof(TermJsonConverter<ServiceDepth>))]
public sealed class ServiceDepth : OrderedTerm<ServiceDepth>
{
    /// <summary>Something is broken and we repair it; value 1.</summary>
    public static readonly ServiceDepth FireFighting = new(1);
    /// <summary>We prevent failures; value 2.</summary>
    public static readonly ServiceDepth FirePrevention = new(2);
    /// <summary>We improve the customer's own business; value 3.</summary>
    public static readonly ServiceDepth ValueAdding = new(3);

    private ServiceDepth(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: value-adding = 3 is the deepest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
