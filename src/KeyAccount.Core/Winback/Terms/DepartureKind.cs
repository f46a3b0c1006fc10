using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>The kind of a customer's departure.</summary>
/// <remarks>LibraryDefault. The five kinds are usually credited to Stauss and Friege (Regaining Service Customers, 1999); we have not seen
/// their article.</remarks>
[JsonConverter(typeof(TermJsonConverter<DepartureKind>))]
public sealed class DepartureKind : Term<DepartureKind>
{
    /// <summary>We dropped it; value 1.</summary>
    public static readonly DepartureKind IntentionallyPushedAway = new(1);
    /// <summary>Our faults drove it away; value 2.</summary>
    public static readonly DepartureKind UnintentionallyPushedAway = new(2);
    /// <summary>A competitor offers more; value 3.</summary>
    public static readonly DepartureKind PulledAway = new(3);
    /// <summary>A competitor is cheaper; value 4.</summary>
    public static readonly DepartureKind BoughtAway = new(4);
    /// <summary>The customer has no need any more; value 5.</summary>
    public static readonly DepartureKind MovedAway = new(5);

    private DepartureKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
