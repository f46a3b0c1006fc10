using System.Globalization;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Negotiation;

/// <summary>An offer on one issue.</summary>
/// <param name="At">The instant at which it was made.</param>
/// <param name="By">The side that made it.</param>
/// <param name="Value">The value offered, in the unit of the issue.</param>
/// <param name="IsConditional">Whether the offer asks for something in return; null if not known.</param>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record ConcessionOffer(
    [property: JsonConverter(typeof(InstantJsonConverter))] Instant At, NegotiationParty By, decimal Value, bool? IsConditional = null)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Time, side and value.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture, $"{InstantPattern.ExtendedIso.Format(At)} {By}: {Value}{(IsConditional == true ? " if …" : "")}");
}
