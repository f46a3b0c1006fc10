using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Bidding;

/// <summary>The effect of an event on a bid.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<BidTransition>))]
public sealed class BidTransition : Term<BidTransition>
{
    /// <summary>Nothing; the event is refused; value 1.</summary>
    public static readonly BidTransition Refuse = new(1);
    /// <summary>The bid moves to another phase; value 2.</summary>
    public static readonly BidTransition Move = new(2);
    /// <summary>The bid ends; value 3.</summary>
    public static readonly BidTransition End = new(3);

    private BidTransition(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
