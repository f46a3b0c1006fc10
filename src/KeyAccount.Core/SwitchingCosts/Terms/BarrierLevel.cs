using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>The height of a barrier: around the customer, or against a competitor.</summary>
/// <remarks>LibraryDefault: 《大客戶戰略客戶關係管理》 speaks of building barriers (建立壁垒) and names no levels. High is the end that holds most; whether
/// that is
/// good depends on the customer's satisfaction (<see cref="BarrierPolicy"/>).</remarks>
[JsonConverter(typeof(TermJsonConverter<BarrierLevel>))]
public sealed class BarrierLevel : OrderedTerm<BarrierLevel>
{
    /// <summary>The next good offer decides; value 1.</summary>
    public static readonly BarrierLevel Low = new(1);
    /// <summary>It takes a clear advantage to get over it; value 2.</summary>
    public static readonly BarrierLevel Medium = new(2);
    /// <summary>Hardly anything gets over it; value 3.</summary>
    public static readonly BarrierLevel High = new(3);

    private BarrierLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
