using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Services;

/// <summary>The maturity of the service for a customer, from repair to prevention.</summary>
/// <remarks>LibraryDefault: 《大客户销售技巧（客户关系管理篇）》 asks to go from repair to prevention (从救火式服务到防火式服务) and names no steps.</remarks>
[JsonConverter(typeof(TermJsonConverter<ServiceMaturity>))]
public sealed class ServiceMaturity : OrderedTerm<ServiceMaturity>
{
    /// <summary>Mostly repair; value 1.</summary>
    public static readonly ServiceMaturity Reactive = new(1);
    /// <summary>Repair and prevention; value 2.</summary>
    public static readonly ServiceMaturity Transition = new(2);
    /// <summary>Little repair; value 3.</summary>
    public static readonly ServiceMaturity Preventive = new(3);
    /// <summary>Little repair, and much that improves the customer's own business; value 4.</summary>
    public static readonly ServiceMaturity ValueCreating = new(4);

    private ServiceMaturity(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: value-creating = 4 is the best.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
