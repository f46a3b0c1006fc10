using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Bidding;

/// <summary>A fault in a bid, and where it is.</summary>
/// <param name="Kind">The kind of fault.</param>
/// <param name="Place">The document or the criterion at fault.</param>
/// <param name="Message">The fault in a sentence for a person.</param>
/// <param name="IsInvalidating">Whether the bid may be declared invalid because of the fault.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record BidFault(BidFaultKind Kind, [property: Privacy(Privacy.NotPersonal)] string Place, Text Message, bool IsInvalidating);
