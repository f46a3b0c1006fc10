using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>The organisational level: what we are to the customer.</summary>
/// <remarks>Source: 《客户关系拓展与管理》.</remarks>
[JsonConverter(typeof(TermJsonConverter<OrganisationLevel>))]
public sealed class OrganisationLevel : OrderedTerm<OrganisationLevel>
{
    /// <summary>One of those who may offer (参与者); value 1.</summary>
    public static readonly OrganisationLevel Vendor = new(1);
    /// <summary>One of those it buys from (供应商); value 2.</summary>
    public static readonly OrganisationLevel Supplier = new(2);
    /// <summary>One it could not easily do without (关键供应商); value 3.</summary>
    public static readonly OrganisationLevel KeySupplier = new(3);
    /// <summary>One it plans its future with (战略合作伙伴); value 4.</summary>
    public static readonly OrganisationLevel StrategicPartner = new(4);

    private OrganisationLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: Vendor = 1 is the lowest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
