using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>Whether there is room for an agreement.</summary>
/// <remarks>LibraryDefault: the names; the zone is Raiffa 1982, The Art and Science of Negotiation.</remarks>
[JsonConverter(typeof(TermJsonConverter<ZoneOutcome>))]
public sealed class ZoneOutcome : Term<ZoneOutcome>
{
    /// <summary>Even at the worst estimates the reservations overlap; value 1.</summary>
    public static readonly ZoneOutcome Certain = new(1);
    /// <summary>The reservations overlap at some estimates and not at others; value 2.</summary>
    public static readonly ZoneOutcome Possible = new(2);
    /// <summary>Even at the best estimates the reservations do not meet; value 3.</summary>
    public static readonly ZoneOutcome None = new(3);

    private ZoneOutcome(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
