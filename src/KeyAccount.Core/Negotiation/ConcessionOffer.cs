using System.Globalization;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Negotiation;

/// <summary>An offer on one issue.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Which side made it.</param>
/// <param name="Value">What was offered, in the unit of the issue.</param>
/// <param name="IsConditional">Whether it asks for something in return; null where it is unknown.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record ConcessionOffer(
    [property: JsonConverter(typeof(InstantJsonConverter))] Instant At, NegotiationParty By, decimal Value, bool? IsConditional = null)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Time, side and value.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture, $"{InstantPattern.ExtendedIso.Format(At)} {By}: {Value}{(IsConditional == true ? " if …" : "")}");
}
