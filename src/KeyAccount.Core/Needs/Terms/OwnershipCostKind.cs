using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Needs;

/// <summary>A kind of cost of owning a product, beyond its price.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<OwnershipCostKind>))]
public sealed class OwnershipCostKind : Term<OwnershipCostKind>
{
    /// <summary>Energy; value 1.</summary>
    public static readonly OwnershipCostKind Energy = new(1);
    /// <summary>Maintenance; value 2.</summary>
    public static readonly OwnershipCostKind Maintenance = new(2);
    /// <summary>Downtime at an hourly rate; value 3.</summary>
    public static readonly OwnershipCostKind Downtime = new(3);
    /// <summary>Scrap and rework; value 4.</summary>
    public static readonly OwnershipCostKind Scrap = new(4);
    /// <summary>Inventory and the capital tied up in it; value 5.</summary>
    public static readonly OwnershipCostKind Stock = new(5);
    /// <summary>Training; value 6.</summary>
    public static readonly OwnershipCostKind Training = new(6);

    private OwnershipCostKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
