using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The kind of a line of a pay statement.</summary>
/// <remarks>A LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<PayLineKind>))]
public sealed class PayLineKind : Term<PayLineKind>
{
    /// <summary>Paid regardless of results; value 1.</summary>
    public static readonly PayLineKind BasePay = new(1);
    /// <summary>Paid for the attainment of a measure; value 2.</summary>
    public static readonly PayLineKind Incentive = new(2);
    /// <summary>Tops the incentive up to the guaranteed amount in the first months; value 3.</summary>
    public static readonly PayLineKind Guarantee = new(3);

    private PayLineKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
