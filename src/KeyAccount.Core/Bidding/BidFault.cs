using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Bidding;

/// <summary>Something wrong with a bid, by its place.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Place">The document or the criterion.</param>
/// <param name="Message">What is wrong, for a person.</param>
/// <param name="IsInvalidating">Whether the bid may be declared invalid for it.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record BidFault(BidFaultKind Kind, [property: Privacy(Privacy.NotPersonal)] string Place, Text Message, bool IsInvalidating);
