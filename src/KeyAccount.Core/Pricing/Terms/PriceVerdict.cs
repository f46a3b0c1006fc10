using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>The verdict on a quotation: what to do with it.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<PriceVerdict>))]
public sealed class PriceVerdict : Term<PriceVerdict>
{
    /// <summary>The salesperson may make the offer; value 1.</summary>
    public static readonly PriceVerdict Offer = new(1);
    /// <summary>The offer may be made once somebody has granted it; value 2.</summary>
    public static readonly PriceVerdict SeekApproval = new(2);
    /// <summary>Ask for something in return first; value 3.</summary>
    public static readonly PriceVerdict TradeFirst = new(3);
    /// <summary>Stay at the present price; value 4.</summary>
    public static readonly PriceVerdict HoldPrice = new(4);
    /// <summary>The price is below the floor: raise it to the floor; value 5.</summary>
    public static readonly PriceVerdict BackToFloor = new(5);
    /// <summary>The price is below the walk-away: it is better to lose the order; value 6.</summary>
    public static readonly PriceVerdict WalkAway = new(6);
    /// <summary>The cost is not known: nothing can be advised; value 7.</summary>
    public static readonly PriceVerdict LearnCost = new(7);

    private PriceVerdict(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
